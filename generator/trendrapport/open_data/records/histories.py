"""A record per trend through the editions: what the editors said of it in each, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.model.config import Config
from trendrapport.model.entries.trends import Trend
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.judgement import reading, reading_schemas
from trendrapport.open_data.known import known
from trendrapport.open_data.links import entry_link
from trendrapport.open_data.record import TEXT, Record, described, many, mapping, record_schema, refer
from trendrapport.pages.analysis.changes import changes, nearest
from trendrapport.pages.view import Appearance, Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes

_CHANGE = {"field": TEXT, "name": TEXT, "old": TEXT, "new": TEXT}


def records(view: View, _changes: Changes) -> Iterator[Record]:
    """The records of all trends, each under the name that it is known by in every edition."""
    language = view.report.config.language
    for name, history in view.lineage.items():
        _, latest = history[-1]
        appearances = [_appearance(view, one, history) for one in history]
        page = view.path(latest)
        yield Record("histories", name, latest.data.title, language, page, more={"appearances": appearances})


def _appearance(view: View, appearance: Appearance, history: Sequence[Appearance]) -> Value:
    """A trend in one edition."""
    edition, trend = appearance
    before = _before(trend, appearance, history)
    return {
        "edition": entry_link(view, edition),
        "trend": entry_link(view, trend),
        **reading(view, trend.data),
        "changes": list(_sentences(view, before, trend)) if before else [],
        **known({"ended": trend.data.ended, "unchangedIn": _unchanged(view, trend)}),
    }


def _unchanged(view: View, trend: Entry[Trend]) -> list[Value] | None:
    """The later editions that show a trend as it is here."""
    return [entry_link(view, edition) for edition in view.unchanged_in(trend)] or None


def _before(
    trend: Entry[Trend], appearance: Appearance, history: Sequence[Appearance]
) -> Entry[Trend] | None:
    """What a trend was in the last edition before this one that has it."""
    edition, _ = appearance
    editions = list(dict.fromkeys(one.slug for one, _ in history))
    rank = editions.index(edition.slug)
    older = editions[rank - 1] if rank else None
    return nearest(trend, [other for one, other in history if one.slug == older])


def _sentences(view: View, before: Entry[Trend], trend: Entry[Trend]) -> Iterator[Value]:
    """Each field that differs, with both values as readers see them."""
    for change in changes(view, before.data, trend.data):
        yield {name: getattr(change, name) for name in _CHANGE}


def schemas(config: Config) -> dict[str, Schema]:
    """The schema of a history."""
    appearance = {
        "edition": refer("Link"),
        "trend": refer("Link"),
        **reading_schemas(config),
        "changes": described(many(mapping(_CHANGE, tuple(_CHANGE))), "Since the edition before."),
    }
    required = tuple(name for name in appearance if name != "words")
    appearance["ended"] = described(TEXT, "Why the trend ended with this edition.")
    appearance["unchangedIn"] = described(many(refer("Link")), "The later editions that show it unchanged.")
    appearances = described(
        many(mapping(appearance, required)),
        "In each edition, the oldest first.",
    )
    text = "A trend through the editions, also where its name changed."
    return {"histories": record_schema("histories", text, {"appearances": appearances})}

"""What appeared in a report and what was corrected in it, the newest first, for those who follow it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from trendrapport.language.facts import within_sentence
from trendrapport.model.entries.columns import Column
from trendrapport.model.entries.forewords import Foreword
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.analysis.changed import DAY, changed
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import UNKNOWN, Changes

MOST = 50
"""How many items are in a feed."""

KINDS: tuple[type[Publishable], ...] = (Trend, Interview, Column, Foreword)
"""What is news."""


@dataclass(frozen=True)
class Item:
    """One text that appeared."""

    title: str
    summary: str
    address: str
    appeared: datetime | None
    """The start of the day, in UTC; None when only a month or a year is known."""
    kind: str
    """What readers call it."""
    edition: str | None
    modified: datetime | None
    """When it last changed, as exact as it is known; None when only a month or a year is."""
    changed: datetime
    """The same, or the last moment at which it can have appeared, for forms that must have a moment."""
    entry: Entry[Any]
    """The text itself."""
    authors: tuple[str, ...] = ()
    """Who wrote it, where it names them."""


@dataclass(frozen=True)
class News:
    """What appeared in a report."""

    title: str
    description: str
    language: str
    home: str
    """The address of the site, with a slash at its end."""
    author: str
    """Who writes the texts that name no author."""
    since: datetime
    """When the newest text changed: the moment of a feed without items."""
    items: tuple[Item, ...]


def news(view: View, changes: Changes = UNKNOWN) -> News:
    """What appeared in a report, and when it changed; there can be nothing."""
    items = tuple(_item(view, entry, changes) for entry in _newest_first(view)[:MOST])
    return _news(view, view.report.config.title, items, _since(items))


def corrections(view: View, appeared: News) -> News:
    """What was corrected in a report of which that appeared; there can be nothing."""
    found = [item for entry in view.entries for item in _corrections(view, entry)]
    found.sort(key=lambda item: item.changed, reverse=True)
    what = within_sentence(view.labels("corrections"), view.labels.language)
    title = f"{view.report.config.title}: {what}"
    return _news(view, title, tuple(found[:MOST]), appeared.since)


def _news(view: View, title: str, items: tuple[Item, ...], since: datetime) -> News:
    config = view.report.config
    return News(
        title=title,
        description=config.description,
        language=view.labels.language,
        home=view.address(""),
        author=config.byline.name,
        since=since,
        items=items,
    )


def _since(items: Iterable[Item]) -> datetime:
    return max((item.changed for item in items), default=last_moment("2020"))


def _corrections(view: View, entry: Entry[Any]) -> Iterator[Item]:
    """What was corrected in one text, each correction under an address of its own."""
    if not isinstance(entry.data, Publishable) or view.early(entry):
        return
    for number, one in enumerate(entry.data.corrections, 1):
        day = last_moment(one.date)
        yield Item(
            title=entry.data.title,
            summary=f"{one.what} {one.why}",
            address=f"{view.address(view.path(entry))}?correction={number}#corrections",
            appeared=day,
            kind=view.labels("corrections"),
            edition=entry.edition,
            modified=day,
            changed=day,
            entry=entry,
        )


def _newest_first(view: View) -> list[Entry[Publishable]]:
    """All that appeared: by day, then by edition, then in the order of the edition."""
    texts: list[Entry[Publishable]] = []
    for model in KINDS:
        texts += [entry for entry in view.report.of(model) if view.day(entry) and not view.early(entry)]
    numbers = _numbers(view)
    last = len(numbers)

    def number(text: Entry[Publishable]) -> int:
        return numbers.get((text.edition, text.slug), last)

    ranks = {edition.slug: rank for rank, edition in enumerate(view.editions)}
    texts.sort(key=number)
    texts.sort(key=lambda text: ranks.get(text.edition or "", len(ranks)))
    texts.sort(key=lambda text: view.day(text) or "", reverse=True)
    return texts


def _numbers(view: View) -> dict[tuple[str | None, str], int]:
    """The position of each text in the order that its edition gives."""
    found: dict[tuple[str | None, str], int] = {}
    for edition in view.editions:
        for slug in (*edition.data.trends, *edition.data.interviews):
            found.setdefault((edition.slug, slug), len(found))
    return found


def _item(view: View, entry: Entry[Publishable], changes: Changes) -> Item:
    day = view.day(entry) or ""
    known = changed(view, entry, changes)
    modified = datetime.fromisoformat(known).replace(tzinfo=UTC) if known else None
    return Item(
        title=entry.data.title,
        summary=_summary(view, entry),
        address=view.address(view.path(entry)),
        appeared=last_moment(day) if len(day) == DAY else None,
        kind=view.labels(entry.kind),
        edition=entry.edition,
        modified=modified,
        changed=modified or last_moment(day),
        entry=entry,
        authors=tuple(view.person(slug).name for slug in entry.data.authors),
    )


def _summary(view: View, entry: Entry[Publishable]) -> str:
    """What an entry is about; of a trend that ended, first why."""
    data = entry.data
    if isinstance(data, Trend) and data.ended:
        return f"{view.labels('ended')}: {data.ended} {data.summary}"
    return data.summary


def last_moment(day: str) -> datetime:
    """The start of a day in UTC, or of the last day of a month or a year, as it did not appear later."""
    if len(day) == DAY:
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    year, *rest = map(int, day.split("-"))
    month = rest[0] if rest else 12
    _, last = monthrange(year, month)
    return datetime(year, month, last, tzinfo=UTC)

"""Entries that readers or the report cannot tell apart, or that the report does not know to be the same.

- `same-title`: two pages of one edition, or outside the editions, have the same title. In lists, in search
  and in browser tabs they look the same;
- `other-name`: a trend has the same title as one in another edition, but another file name. The report treats
  them as two trends, one new and one gone;
- `taken-name`: a name in `formerly` belongs to an entry in the same edition or a newer one, or another entry
  claims it too. It would mean two things.

If two trends are the same, say so in the newer one. That keeps the history and redirects the old address:

    formerly: [old-name]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, shortened, warning
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import UNFINISHED, Publishable
from trendrapport.report.identity import identities
from trendrapport.report.report import Entry, Report

_SAME = (
    Text(nl='"{title}" is ook de titel van {other}', en='"{title}" is also the title of {other}'),
    Text(
        nl="lezers kunnen de twee pagina's in lijsten, zoekresultaten en hun browser niet onderscheiden",
        en="readers cannot tell the two pages apart in lists, in search results or in their browser",
    ),
    Text(
        nl="Geef een van de twee een titel die het verschil duidelijk maakt.",
        en="Give one of them a title that makes the difference clear.",
    ),
)
_OTHER = (
    Text(
        nl='"{title}" is ook de titel van {other}, een trend met een andere bestandsnaam',
        en='"{title}" is also the title of {other}, a trend with a different file name',
    ),
    Text(
        nl="het rapport ziet de ene trend als nieuw en de andere als verdwenen",
        en="the report takes one trend as new and the other as gone",
    ),
    Text(
        nl=(
            'Schrijf "formerly: [{slug}]" in dit bestand als het dezelfde trend is. Geef anders een '
            "van de twee een andere titel."
        ),
        en=(
            'Write "formerly: [{slug}]" in this file if it is the same trend. Otherwise, give one of '
            "them another title."
        ),
    ),
)
_TAKEN = (
    Text(nl='"{name}" is nu de naam van {other} zelf', en='"{name}" is now the name of {other} itself'),
    Text(
        nl="de naam zou twee dingen betekenen, en het oude adres kan maar naar één pagina leiden",
        en="the name would mean two things, and the old address can lead to only one page",
    ),
    Text(
        nl='Verwijder de naam uit "formerly", of geef een van de twee een andere naam.',
        en='Remove the name from "formerly", or give one of them another name.',
    ),
)
_CLAIMED = (
    Text(nl='"{name}" is ook een eerdere naam van {other}', en='"{name}" is also a former name of {other}'),
    *_TAKEN[1:],
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every title and every former name that two have."""
    pages = [
        entry
        for entry in report.entries
        if isinstance(entry.data, Publishable) and entry.data.status not in UNFINISHED
    ]
    yield from _same_titles(pages)
    yield from _other_names(report)
    yield from _taken_names(report)


def _same_titles(pages: list[Entry[Any]]) -> Iterator[Diagnostic]:
    seen: dict[tuple[str | None, str], Entry[Any]] = {}
    for entry in pages:
        name = (entry.edition, folded(entry.data.title))
        first = seen.setdefault(name, entry)
        if first is not entry:
            yield _confused(
                entry,
                "title",
                "same-title",
                _SAME,
                title=shortened(entry.data.title),
                other=first.source.path,
            )


def _other_names(report: Report) -> Iterator[Diagnostic]:
    """Trends of a title that an older edition has under another name; reported at the newest of those."""
    known, order = identities(report.of(Trend)), _order(report)
    trends = sorted(
        (trend for trend in report.of(Trend) if trend.edition in order),
        key=lambda trend: order[str(trend.edition)],
    )
    seen: dict[str, Entry[Trend]] = {}
    for trend in trends:
        older = seen.get(folded(trend.data.title))
        if (
            older
            and older.edition != trend.edition
            and known.get(older.slug, older.slug) != known.get(trend.slug, trend.slug)
        ):
            title = shortened(trend.data.title)
            yield _confused(
                trend, "title", "other-name", _OTHER, title=title, other=older.source.path, slug=older.slug
            )
        seen[folded(trend.data.title)] = trend


def _taken_names(report: Report) -> Iterator[Diagnostic]:
    order = _order(report)
    every = (*report.entries, *report.charts.values())
    there = {(entry.kind, entry.edition, entry.slug): entry for entry in every}
    claimed: dict[tuple[str, str | None, str], Entry[Any]] = {}
    for entry in every:
        for place, name in enumerate(getattr(entry.data, "formerly", ())):
            is_edition = entry.kind == "editions"
            rivals = [
                there.get((entry.kind, edition, name))
                for edition in ([name] if is_edition else _from(entry.edition, order))
            ]
            rival = next((one for one in rivals if one), None)
            first = claimed.setdefault((entry.kind, None if is_edition else entry.edition, name), entry)
            if rival:
                yield _confused(
                    entry, ("formerly", place), "taken-name", _TAKEN, name=name, other=rival.source.path
                )
            elif first is not entry:
                yield _confused(
                    entry, ("formerly", place), "taken-name", _CLAIMED, name=name, other=first.source.path
                )


def _order(report: Report) -> dict[str, int]:
    """The editions, the oldest first."""
    editions = sorted(report.of(Edition), key=lambda edition: (edition.data.published, edition.slug))
    return {edition.slug: place for place, edition in enumerate(editions)}


def _from(edition: str | None, order: dict[str, int]) -> list[str | None]:
    """An edition and the newer ones; outside the editions there is only that."""
    if edition is None:
        return [None]
    return [name for name in order if order[name] >= order.get(edition, 0)]


def _confused(
    entry: Entry[Any], at: str | tuple[str | int, ...], code: str, texts: Texts, **values: str
) -> Diagnostic:
    path = (at,) if isinstance(at, str) else at
    return warning(entry.locate(*path), code, every_filled(texts, **values))

"""What appeared in a report, the newest first, for those who follow it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from trendrapport.model.entries.columns import Column
from trendrapport.model.entries.forewords import Foreword
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.trends import Trend
from trendrapport.model.publishable import Publishable
from trendrapport.pages.analysis.changed import changed
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import UNKNOWN, Changes

_DAY = len("2024-01-31")

MOST = 50
"""So many items are in a feed."""

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
    changed: datetime
    """When it last changed, as exact as it is known."""


@dataclass(frozen=True)
class News:
    """What appeared in a report."""

    title: str
    description: str
    language: str
    home: str
    """The address of the site, with a stroke at its end."""
    author: str
    """Who writes the texts that name no author."""
    items: tuple[Item, ...]


def news(view: View, changes: Changes = UNKNOWN) -> News:
    """What appeared in a report, and when it changed; there can be nothing."""
    config = view.report.config
    return News(
        config.title,
        config.description,
        view.labels.language,
        view.address(""),
        config.byline.name,
        tuple(_items(view, changes)),
    )


def _items(view: View, changes: Changes) -> Iterator[Item]:
    """The newest texts: by day, then in the order of their editions."""
    texts = [
        entry
        for model in KINDS
        for entry in view.report.of(model)
        if view.day(entry) and not view.early(entry)
    ]
    order = {edition.slug: [*edition.data.trends, *edition.data.interviews] for edition in view.editions}
    places = {entry.key: order.get(entry.edition or "", []) for entry in texts}
    texts.sort(
        key=lambda one: (
            places[one.key].index(one.slug) if one.slug in places[one.key] else len(places[one.key])
        )
    )
    rank = {edition.slug: number for number, edition in enumerate(view.editions)}
    texts.sort(key=lambda one: rank.get(one.edition or "", len(rank)))
    texts.sort(key=lambda one: view.day(one) or "", reverse=True)
    yield from (_item(view, entry, changes) for entry in texts[:MOST])


def _item(view: View, entry: Entry[Publishable], changes: Changes) -> Item:
    day = view.day(entry) or ""
    known = changed(view, entry, changes)
    moment = datetime.fromisoformat(known).replace(tzinfo=UTC) if known else _moment(day)
    return Item(
        entry.data.title,
        entry.data.summary,
        view.address(view.path(entry)),
        _moment(day) if len(day) == _DAY else None,
        view.labels(entry.kind),
        entry.edition,
        moment,
    )


def _moment(day: str) -> datetime:
    """The start of a day in UTC, or of the last day of a month or a year: it did not appear later than that."""
    year, *rest = (int(part) for part in day.split("-"))
    month = rest[0] if rest else 12
    last = monthrange(year, month)[1]
    return datetime(year, month, rest[1] if len(rest) > 1 else last, tzinfo=UTC)

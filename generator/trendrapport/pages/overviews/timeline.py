"""Milestones and editions on a timeline: a lane for each type of milestone, a band for each edition.

A mark is as long as what is known of its date: a year, a month or a day. Where there is no room for the
drawing, the list below it says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.milestones import Milestone, MilestoneType
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.parts.overview_figure import (
    Cell,
    Entrance,
    OverviewFigure,
    columns,
    entrance,
    overview_figure,
)
from trendrapport.pages.view import Link, View
from trendrapport.placing.lanes import Band, Drawing, Event, Lanes, drawing
from trendrapport.placing.shapes import path as shape
from trendrapport.report.report import Entry

ORDER = 60
PATH = "milestones.html"
LANES = Lanes(1120, 108, 205, 7, 14)
COLUMNS = ("what_happened", "when", "type", "trends")
_DAY = len("2024-01-31")


@dataclass(frozen=True)
class DatedMark:
    """A milestone or an edition on the timeline."""

    title: str
    iso: str
    """Its date as exact as it is known, as ISO 8601 has it."""
    date: str
    type: str
    type_label: str
    href: str
    trends: list[Link]
    description: str
    exact: bool
    """Whether the day is known."""


@dataclass(frozen=True)
class Timeline:
    """The drawing, its marks, and all that a figure has."""

    drawing: Drawing
    milestones: list[DatedMark]
    editions: list[DatedMark]
    shapes: dict[str, str]
    """The path of the shape of each type."""
    types: list[str]
    figure: OverviewFigure


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The timeline of a report with milestones; it belongs to no edition."""
    if edition is not None or not view.report.of(Milestone):
        return []
    return [entrance(view, "timeline", PATH, page)]


def overview(view: View, edition: Entry[Edition] | None = None) -> Timeline | None:
    """The drawing, the same as a list by year, and all that a figure has; of the whole report."""
    found = sorted(view.report.of(Milestone), key=lambda one: (one.data.date, one.slug))
    if not found:
        return None
    types = sorted({one.data.type for one in found}, key=list(MilestoneType).index)
    milestones = [_milestone(view, one) for one in found]
    editions = [_edition(view, one) for one in reversed(view.editions)]
    return Timeline(
        drawing=_drawing(view, found, types),
        milestones=milestones,
        editions=editions,
        shapes={str(kind): shape(number, LANES.size) for number, kind in enumerate(MilestoneType)},
        types=[str(kind) for kind in types],
        figure=_figure(view, found, [*milestones, *editions]),
    )


def _drawing(view: View, found: Sequence[Entry[Milestone]], types: Sequence[MilestoneType]) -> Drawing:
    events, bands = [], []
    for one in found:
        events.append(Event(types.index(one.data.type), *extent(one.data.date), one.data.title))
    for edition in reversed(view.editions):
        bands.append(Band(*extent(edition.data.published), view.edition_title(edition)))
    names = [view.labels(f"milestone.{kind}") for kind in types]
    return drawing(replace(LANES, language=view.labels.language), events, names, bands)


def extent(when: str) -> tuple[date, date]:
    """The first day of a date as exact as it is known, and the day after its last."""
    year, *rest = map(int, when.split("-"))
    if not rest:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if len(rest) == 1:
        month = rest[0]
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    day = date(year, *rest)
    return day, day + timedelta(days=1)


def _milestone(view: View, milestone: Entry[Milestone]) -> DatedMark:
    data = milestone.data
    when, kind = view.labels.date(data.date), view.labels(f"milestone.{data.type}")
    return DatedMark(
        title=data.title,
        iso=data.date,
        date=when,
        type=str(data.type),
        type_label=kind,
        href=relative(f"{PATH}#{milestone.slug}", PATH),
        trends=view.named(Trend, data.trends, PATH, None),
        description=f"{when}, {kind}: {data.title}",
        exact=len(data.date) == _DAY,
    )


def _edition(view: View, edition: Entry[Edition]) -> DatedMark:
    when, name = view.labels.date(edition.data.published), view.edition_title(edition)
    return DatedMark(
        title=name,
        iso=edition.data.published,
        date=when,
        type="edition",
        type_label=view.labels("edition"),
        href=relative(view.path(edition), PATH),
        trends=[],
        description=f"{when}: {name}",
        exact=len(edition.data.published) == _DAY,
    )


def _figure(view: View, found: Sequence[Entry[Milestone]], shown: Sequence[DatedMark]) -> OverviewFigure:
    sentences, rows = [], []
    for one in sorted(shown, key=lambda one: one.iso):
        sentences.append(f"{one.description}.")
        rows.append(_row(one))
    first, last = found[0].data.date[:4], found[-1].data.date[:4]
    label = "timeline_one" if len(found) == 1 else "timeline_some"
    return overview_figure(
        view,
        name="timeline",
        page=PATH,
        title=view.labels(label, count=len(found), first=first, last=last),
        subtitle=view.labels("timeline_subtitle"),
        caption=None,
        sentences=sentences,
        columns=columns(view, COLUMNS),
        rows=rows,
    )


def _row(shown: DatedMark) -> list[Cell]:
    return [
        {"text": shown.title, "href": shown.href},
        {"text": shown.date, "iso": shown.iso},
        {"text": shown.type_label},
        {"text": ", ".join(trend.title for trend in shown.trends)},
    ]

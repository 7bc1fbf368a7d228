"""Milestones and editions on a line of time: a lane for each type of milestone, a band for each edition.

What is known of a date is as long as it is: a year, a month or a day. Where the drawing has no room, the list
below it tells the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.milestones import Milestone, MilestoneType
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.parts.overview_figure import Cell, Column, entrance, overview_figure
from trendrapport.pages.view import Value, View
from trendrapport.placing.lanes import Band, Event, Lanes, drawing
from trendrapport.placing.shapes import path as shape
from trendrapport.report.report import Entry

ORDER = 60
PATH = "milestones.html"
LANES = Lanes(1120, 108, 205, 7, 14)


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
    """The timeline of a report with milestones; it belongs to no edition."""
    return [entrance(view, "timeline", PATH, page)] if edition is None and view.report.of(Milestone) else []


def overview(view: View, edition: Entry[Edition] | None = None) -> Value | None:  # noqa: ARG001 - of the whole report
    """The drawing, the same as a list by year, and all that a figure has."""
    found = sorted(view.report.of(Milestone), key=lambda one: (one.data.date, one.slug))
    if not found:
        return None
    types = [kind for kind in MilestoneType if any(one.data.type is kind for one in found)]
    spans = [extent(one.data.date) for one in found]
    events = [
        Event(types.index(one.data.type), *span, one.data.title)
        for one, span in zip(found, spans, strict=True)
    ]
    bands = [Band(*extent(one.data.published), view.edition_title(one)) for one in reversed(view.editions)]
    shown, editions = (
        [_shown(view, one) for one in found],
        [_edition(view, one) for one in reversed(view.editions)],
    )
    lanes, names = (
        replace(LANES, language=view.labels.language),
        [view.labels(f"milestone.{kind}") for kind in types],
    )
    return {
        "drawing": drawing(lanes, events, names, bands),
        "milestones": shown,
        "editions": editions,
        "shapes": {str(kind): shape(place, LANES.size) for place, kind in enumerate(MilestoneType)},
        "types": [str(kind) for kind in types],
        "figure": _figure(view, found, shown, editions),
    }


def extent(when: str) -> tuple[date, date]:
    """The first day of a date as exact as it is known, and the day after its last."""
    parts = [int(part) for part in when.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)
    if len(parts) == 2:  # noqa: PLR2004 - year and month
        return date(parts[0], parts[1], 1), date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return date(*parts), date(*parts) + timedelta(days=1)


def _shown(view: View, milestone: Entry[Milestone]) -> Value:
    data = milestone.data
    when, kind = view.labels.date(data.date), view.labels(f"milestone.{data.type}")
    return {
        "title": data.title,
        "iso": data.date,
        "date": when,
        "type": str(data.type),
        "type_label": kind,
        "href": relative(f"{PATH}#{milestone.slug}", PATH),
        "trends": view.named(Trend, data.trends, PATH, None),
        "told": f"{when}, {kind}: {data.title}",
        "exact": len(data.date) == len("2024-01-31"),
    }


def _edition(view: View, edition: Entry[Edition]) -> Value:
    when, name = view.labels.date(edition.data.published), view.edition_title(edition)
    return {
        "title": name,
        "iso": edition.data.published,
        "date": when,
        "type": "edition",
        "type_label": view.labels("edition"),
        "href": relative(view.path(edition), PATH),
        "trends": [],
        "told": f"{when}: {name}",
    }


def _figure(
    view: View, found: Sequence[Entry[Milestone]], shown: Sequence[Value], editions: Sequence[Value]
) -> Value:
    first, last = found[0].data.date[:4], found[-1].data.date[:4]
    columns = [Column(title=view.labels(name)) for name in ("what_happened", "when", "type", "trends")]
    ordered = sorted([*shown, *editions], key=lambda one: one["iso"])
    rows: list[list[Cell]] = [
        [
            {"text": one["title"], "href": one["href"]},
            {"text": one["date"], "iso": one["iso"]},
            {"text": one["type_label"]},
            {"text": ", ".join(trend["title"] for trend in one["trends"])},
        ]
        for one in ordered
    ]
    title = view.labels(
        "timeline_one" if len(found) == 1 else "timeline_some", count=len(found), first=first, last=last
    )
    return overview_figure(
        view,
        name="timeline",
        page=PATH,
        title=title,
        subtitle=view.labels("timeline_subtitle"),
        caption=None,
        told=[f"{one['told']}." for one in ordered],
        columns=columns,
        rows=rows,
    )

"""The timeline of dated events, and below it each of them, the newest first, by year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.milestones import Milestone, MilestoneType
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.overviews import drawn
from trendrapport.pages.overviews.timeline import PATH, overview
from trendrapport.pages.parts.facets import faceted, known, narrowing, trends
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`milestones.html`."""
    if view.report.of(Milestone):
        yield view.overview(PATH, "milestones", partial(_content, view), section="overviews")


def _content(view: View) -> Content:
    shown = [
        _shown(view, one)
        for one in sorted(view.report.of(Milestone), key=lambda one: (one.data.date, one.slug), reverse=True)
    ]
    years = [
        {"year": year, "milestones": list(group)}
        for year, group in groupby(shown, key=lambda one: one["iso"][:4])
    ]
    types = {str(kind): view.labels(f"milestone.{kind}") for kind in MilestoneType}
    form = narrowing(view, "milestones", shown, {"type": types, "trend": trends(view)}, search=True)
    return drawn(overview(view), years=years, narrowing=form)


def _shown(view: View, milestone: Entry[Milestone]) -> Value:
    data = milestone.data
    shown = {
        "slug": milestone.slug,
        "title": data.title,
        "date": view.labels.date(data.date),
        "iso": data.date,
        "type": view.labels(f"milestone.{data.type}"),
        "explanation": data.explanation,
        "address": data.address,
        "links": view.named(Trend, data.trends, PATH, None)
        + view.named(Instrument, data.instruments, PATH, None),
        "sources": [source for key in data.sources if (source := view.source(key, PATH))],
    }
    return faceted(shown, type=[str(data.type)], trend=known(view, data.trends))

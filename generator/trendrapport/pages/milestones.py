"""The timeline of dated events, and below it each of them, the newest first, by year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from trendrapport.entries.instruments import Instrument
from trendrapport.entries.milestones import Milestone
from trendrapport.entries.trends import Trend
from trendrapport.overview_figure import downloads
from trendrapport.overviews.timeline import PATH, overview
from trendrapport.report import Entry
from trendrapport.view import Page, Value, View


def pages(view: View) -> Iterator[Page]:
    """`milestones.html`."""
    found = sorted(view.report.of(Milestone), key=lambda one: (one.data.date, one.slug), reverse=True)
    if found:
        years = [{"year": year, "milestones": [_shown(view, one) for one in group]}
                 for year, group in groupby(found, key=lambda one: one.data.date[:4])]
        made = overview(view)
        yield view.overview(PATH, "milestones", files=downloads([made["figure"]]) if made else None, section="overviews", years=years, made=made)


def _shown(view: View, milestone: Entry[Milestone]) -> Value:
    data = milestone.data
    return {"slug": milestone.slug, "title": data.title, "date": view.labels.date(data.date), "iso": data.date,
            "type": view.labels(f"milestone.{data.type}"), "explanation": data.explanation, "address": data.address,
            "links": view.named(Trend, data.trends, PATH, None) + view.named(Instrument, data.instruments, PATH, None),
            "sources": [source for key in data.sources if (source := view.source(key, PATH))]}

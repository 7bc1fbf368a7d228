"""The timeline of dated events, and below it each of them, the newest first, by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.milestones import Milestone, MilestoneType
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.overviews import drawn
from trendrapport.pages.overviews.timeline import PATH, overview
from trendrapport.pages.parts.facets import Listed, item_terms, known, narrowing, trends
from trendrapport.pages.view import Content, Link, Page, Value, View
from trendrapport.report.report import Entry


@dataclass(frozen=True, kw_only=True)
class ListedMilestone(Listed):
    """A dated event in the list."""

    slug: str
    title: str
    date: str
    """As readers see it."""
    iso: str
    type: str
    explanation: str
    address: str | None
    links: list[Link]
    sources: list[Value]

    @property
    def year(self) -> str:
        """The year below which it is listed."""
        return self.iso[:4]


def pages(view: View) -> Iterator[Page]:
    """`milestones.html`."""
    if view.report.of(Milestone):
        yield view.overview(PATH, "milestones", partial(_content, view), section="overviews")


def _content(view: View) -> Content:
    oldest_first = sorted(view.report.of(Milestone), key=lambda one: (one.data.date, one.slug))
    shown = [_listed(view, one) for one in reversed(oldest_first)]
    by_year = groupby(shown, key=lambda one: one.year)
    years = [{"year": year, "milestones": list(group)} for year, group in by_year]
    types = {str(kind): view.labels(f"milestone.{kind}") for kind in MilestoneType}
    facets = {"type": types, "trend": trends(view)}
    form = narrowing(view, "milestones", shown, facets, search=True)
    return drawn(overview(view), years=years, narrowing=form, along=view.along("milestones", PATH))


def _listed(view: View, milestone: Entry[Milestone]) -> ListedMilestone:
    data = milestone.data
    trends = view.named(Trend, data.trends, PATH, None)
    instruments = view.named(Instrument, data.instruments, PATH, None)
    return ListedMilestone(
        slug=milestone.slug,
        title=data.title,
        date=view.labels.date(data.date),
        iso=data.date,
        type=view.labels(f"milestone.{data.type}"),
        explanation=data.explanation,
        address=data.address,
        links=trends + instruments,
        sources=[source for key in data.sources if (source := view.source(key, PATH))],
        terms=item_terms(type=[str(data.type)], trend=known(view, data.trends)),
    )

"""The home page: the newest edition, and links to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.roles import doors
from trendrapport.pages.fronts.cover import cover, edition_card
from trendrapport.pages.parts.schema_org import website
from trendrapport.pages.parts.trend_cards import TrendLink, trend_link
from trendrapport.pages.view import Appearance, Content, Page, Taken, Value, View
from trendrapport.report.report import Entry

PATH = "index.html"
EARLIER = 4
"""The editions that are named below the title, the newest among them; the others are in the list of all."""
MOST = 12
"""The most subjects that are named as returning."""


@dataclass(frozen=True, kw_only=True)
class RecurringTrend(TrendLink):
    """A subject that more than one edition has, under the title of the newest."""

    editions: list[Value]


def pages(view: View) -> Iterator[Page]:
    """`index.html`."""
    config = view.report.config
    title, lead = config.home.title or config.title, config.home.lead or config.description
    yield Page(PATH, "home", title, lead, "home", partial(_content, view, title, lead))


def _content(view: View, title: str, lead: str) -> Content:
    page = PATH
    context = {
        "title": title,
        "summary": lead,
        "cover": cover(view, view.latest, page) if view.latest else None,
        "roles": doors(view, page),
        "earlier": [_edition_link(view, edition) for edition in view.editions[1:EARLIER]],
        "recurring": _recurring(view),
        "editions": [edition_card(view, edition, page) for edition in view.editions],
        "along": _along(view),
    }
    return Content(context, about=(website(view),))


def _along(view: View) -> list[Taken]:
    """The files of the newest edition, and those of the whole report."""
    whole = view.along("home", PATH)
    if view.latest is None:
        return whole
    return [*view.along("edition", view.path(view.latest), PATH), *whole]


def _edition_link(view: View, edition: Entry[Edition]) -> Value:
    return {"title": view.edition_title(edition), "href": relative(view.path(edition), PATH)}


def _recurring(view: View) -> list[RecurringTrend]:
    """The subjects that more than one edition has, those of most editions first."""
    found = [_recurring_trend(view, history) for history in view.lineage.values() if len(history) > 1]
    found.sort(key=lambda one: (-len(one.editions), one.title.casefold()))
    return found[:MOST]


def _recurring_trend(view: View, history: Sequence[Appearance]) -> RecurringTrend:
    editions = []
    for edition, trend in reversed(history):
        editions.append({"name": view.short_name(edition), "href": relative(view.path(trend), PATH)})
    _, newest = history[-1]
    return RecurringTrend(**vars(trend_link(view, newest, PATH)), editions=editions)

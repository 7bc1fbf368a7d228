"""The home page of each edition, and the list of all editions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.fronts.cover import cover
from trendrapport.pages.overviews import changes as compare
from trendrapport.pages.parts.cards import card
from trendrapport.pages.parts.citable import cite
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import report
from trendrapport.pages.parts.sharing import sharing
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 90
LIST = "editions.html"
PARTS: dict[str, type[Model]] = {"trends": Trend, "interviews": Interview, "key_figures": KeyFigure}
"""What an edition is said to have: the list of that name shows it."""


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are editions."""
    return way(view, "editions", LIST, page) if view.editions else None


def pages(view: View) -> Iterator[Page]:
    """`<edition>/index.html` and `editions.html`."""
    for edition in view.editions:
        yield Page(
            view.path(edition),
            "edition",
            edition.data.title,
            edition.data.summary,
            "editions",
            partial(_content, view, edition),
            card=card(view, edition),
            edition=view.edition_title(edition),
        )
    yield view.overview(LIST, "editions", partial(_list, view))


def _content(view: View, edition: Entry[Edition]) -> Content:
    page = view.path(edition)
    cited, files = cite(view, edition, page)
    front = cover(view, edition, page)
    ways = (
        [{"title": front["news"]["all"]["title"], "href": front["news"]["all"]["href"]}]
        if front["news"]
        else []
    )
    context = {
        "title": edition.data.title,
        "cover": front,
        "ways": ways,
        "cited": cited,
        "share": sharing(view, edition.data.title, page),
    }
    return Content(
        context,
        crumbs=view.crumbs(page, (view.labels("editions"), LIST)),
        about=(report(view, edition),),
        files=files,
    )


def _list(view: View) -> Content:
    shown = [
        view.card(edition, LIST)
        | {
            "published": view.labels.date(edition.data.published),
            "slug": edition.slug,
            "listed": view.cards(view.trends(edition), LIST),
            "parts": _parts(view, edition),
        }
        for edition in view.editions
    ]
    changes = {"href": relative(compare.LIST, LIST), "title": view.labels("changes")}
    return Content(
        {
            "editions": shown,
            "changes": changes if any(compare.compared(view, one) for one in view.editions) else None,
        }
    )


def _parts(view: View, edition: Entry[Edition]) -> list[Value]:
    """How much there is in an edition, with the way to where that stands in the list of all editions."""
    counts = {name: len(view.report.of(model, edition.slug)) for name, model in PARTS.items()}
    place = f"?edition={edition.slug}#edition-{edition.slug}"
    return [
        {"title": view.labels.count(f"count_{name}", count), "href": relative(f"{name}.html", LIST) + place}
        for name, count in counts.items()
        if count
    ]

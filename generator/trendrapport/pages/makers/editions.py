"""The home page of each edition, and the list of all editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.fronts.cover import Cover, cover
from trendrapport.pages.overviews import changes as compare
from trendrapport.pages.overviews.changes import ComparisonLink
from trendrapport.pages.parts.cards import card
from trendrapport.pages.parts.citable import cite
from trendrapport.pages.parts.corrections import corrections
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import report
from trendrapport.pages.parts.sharing import sharing
from trendrapport.pages.view import Card, Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 90
LIST = "editions.html"
MANY = 150
"""Of more trends in all editions than this, those of each are folded."""
PARTS: dict[str, type[Model]] = {"trends": Trend, "interviews": Interview, "key_figures": KeyFigure}
"""The parts of an edition that are counted, each by the name of its list."""


@dataclass(frozen=True, kw_only=True)
class ListedEdition(Card):
    """An edition in the list of all editions."""

    slug: str
    short: str
    """Its name without the word for an edition."""
    published: str
    listed: list[Card]
    """Its trends."""
    parts: list[Value]
    many: bool
    """Whether its trends are so many that they are folded."""


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are editions."""
    if not view.editions:
        return None
    return way(view, "editions", LIST, page)


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
    context = {
        "title": edition.data.title,
        "cover": front,
        "ways": _ways(front),
        "cited": cited,
        "corrections": corrections(edition, view.labels),
        "share": sharing(view, edition.data.title, page),
    }
    return Content(
        context,
        crumbs=view.crumbs(page, (view.labels("editions"), LIST)),
        about=(report(view, edition),),
        files=files,
    )


def _ways(front: Cover) -> list[ComparisonLink]:
    """The links below the title: to what changed since the previous edition, if there is one."""
    return [front.news.all] if front.news and front.news.all else []


def _list(view: View) -> Content:
    shown = [_listed(view, edition) for edition in view.editions]
    comparable = any(compare.compared(view, edition) for edition in view.editions)
    changes = {"href": relative(compare.LIST, LIST), "title": view.labels("changes")}
    return Content({"editions": shown, "changes": changes if comparable else None})


def _listed(view: View, edition: Entry[Edition]) -> ListedEdition:
    return ListedEdition(
        **vars(view.card(edition, LIST)),
        published=view.labels.date(edition.data.published),
        slug=edition.slug,
        short=view.short_name(edition),
        listed=view.cards(view.trends(edition), LIST),
        parts=_parts(view, edition),
        many=len(view.report.of(Trend)) > MANY,
    )


def _parts(view: View, edition: Entry[Edition]) -> list[Value]:
    """How much of each there is in an edition, with a link to the list of all of it, at that edition."""
    parts = []
    for name, model in PARTS.items():
        count = len(view.report.of(model, edition.slug))
        if count:
            list_of_all = relative(f"{name}.html", LIST)
            href = f"{list_of_all}?edition={edition.slug}#edition-{edition.slug}"
            parts.append({"title": view.labels.count(f"count_{name}", count), "href": href})
    return parts

"""All interviews of all editions: who speaks, in which role, and about what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.interviews import Interview
from trendrapport.pages.parts.facets import (
    by_edition,
    editions,
    faceted,
    known,
    named,
    narrowing,
    terms,
    trends,
)
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 30
PATH = "interviews.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are interviews."""
    return way(view, "interviews", PATH, page) if view.report.of(Interview) else None


def pages(view: View) -> Iterator[Page]:
    """`interviews.html`, for a report with interviews."""
    if view.report.of(Interview):
        yield view.overview(
            PATH,
            "interviews_index",
            partial(_content, view),
            title=view.labels("interviews"),
            summary=view.labels("interviews_intro"),
            section="overviews",
        )


def _content(view: View) -> Content:
    names = named(role for talk in view.report.of(Interview) if (role := _role(view, talk)))
    items = {
        edition.slug: [_item(view, talk, names) for talk in view.interviews(edition)]
        for edition in view.editions
    }
    every = [item for found in items.values() for item in found]
    form = narrowing(
        view,
        "interviews",
        every,
        {"role": terms(names), "trend": trends(view), "edition": editions(view)},
        search=True,
        sorts=("edition", "person"),
    )
    return Content({"narrowing": form, "groups": by_edition(view, items, PATH)})


def _role(view: View, talk: Entry[Interview]) -> str | None:
    role: str | None = view.person(talk.data.person, talk.data)["role"]
    return role


def _item(view: View, talk: Entry[Interview], names: dict[str, str]) -> Value:
    card, role = view.card(talk, PATH), _role(view, talk)
    trends = known(view, talk.data.trends)
    return faceted(
        card,
        {"person": card["person"]["name"]},
        role=[names[role]] if role else [],
        trend=trends,
        edition=[talk.edition or ""],
    )

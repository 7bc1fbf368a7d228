"""All people who did something in the report: their role, and the editions in which they did it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.people import Person
from trendrapport.pages.parts.facets import editions, faceted, narrowing
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.person_names import name_parts
from trendrapport.report.report import Entry

ORDER = 35
PATH = "people.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if somebody has a page."""
    return way(view, "people", PATH, page) if _shown(view) else None


def pages(view: View) -> Iterator[Page]:
    """`people.html`, for a report in which somebody has a page."""
    if _shown(view):
        yield view.overview(
            PATH,
            "people_index",
            partial(_content, view),
            title=view.labels("people"),
            summary=view.labels("people_intro"),
            section="overviews",
        )


def _shown(view: View) -> list[Entry[Person]]:
    """The people with a page of their own, by family name."""
    found = [person for person in view.report.of(Person) if view.person_path(person.slug)]
    return sorted(found, key=lambda person: (*_order(person.data), person.slug))


def _order(person: Person) -> tuple[str, str]:
    """A name as lists are ordered by it in Dutch: what stands before the family name does not count."""
    parts = name_parts(person.name, person.family, group=person.group)
    return ((parts.family or parts.literal or person.name).casefold(), person.name.casefold())


def _content(view: View) -> Content:
    items = [_item(view, person) for person in _shown(view)]
    form = narrowing(view, "people", items, {"edition": editions(view)}, search=True)
    return Content({"narrowing": form, "people": items})


def _item(view: View, person: Entry[Person]) -> Value:
    there = {entry.edition for entry in view.contributions[person.slug]}
    named = [edition for edition in view.editions if edition.slug in there]
    shown = view.person(person.slug)
    facts = [fact for fact in (shown["role"], shown["organisation"]) if fact]
    item = view.link(person, PATH) | {
        "href": f"people/{person.slug}.html",
        "facts": facts,
        "editions": [view.edition_title(edition) for edition in named],
    }
    return faceted(item, edition=[edition.slug for edition in named])

"""All people who did something in the report: their role, and the editions in which they did it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from trendrapport.model.entries.people import Person
from trendrapport.pages.parts.facets import Listed, editions, item_terms, narrowing
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Link, Page, View
from trendrapport.report.person_names import name_parts
from trendrapport.report.report import Entry

ORDER = 35
PATH = "people.html"


@dataclass(frozen=True, kw_only=True)
class ListedPerson(Link, Listed):
    """A person in the list of all: their role, and the editions in which they did something."""

    facts: list[str]
    editions: list[str]


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if somebody has a page."""
    if not _shown(view):
        return None
    return way(view, "people", PATH, page)


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
    """A name as Dutch lists order it: what comes before the family name does not count."""
    parts = name_parts(person.name, person.family, group=person.group)
    return ((parts.family or parts.literal or person.name).casefold(), person.name.casefold())


def _content(view: View) -> Content:
    items = [_listed(view, person) for person in _shown(view)]
    form = narrowing(view, "people", items, {"edition": editions(view)}, search=True)
    return Content({"narrowing": form, "people": items})


def _listed(view: View, person: Entry[Person]) -> ListedPerson:
    there = {entry.edition for entry in view.contributions[person.slug]}
    named = [edition for edition in view.editions if edition.slug in there]
    link = replace(view.link(person, PATH), href=f"people/{person.slug}.html")
    return ListedPerson(
        **vars(link),
        facts=view.person(person.slug).facts,
        editions=[view.edition_title(edition) for edition in named],
        terms=item_terms(edition=[edition.slug for edition in named]),
    )

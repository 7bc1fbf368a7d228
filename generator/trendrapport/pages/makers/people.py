"""A page per person: what someone edited, said and wrote, in each edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.people import Person
from trendrapport.pages.makers.people_index import PATH as LIST
from trendrapport.pages.parts.schema_org import person as thing
from trendrapport.pages.view import Card, Content, Page, View
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class Contributions:
    """What somebody did in one edition, or outside them."""

    title: str | None
    href: str | None
    roles: list[str]
    texts: list[Card]


def pages(view: View) -> Iterator[Page]:
    """`people/<slug>.html` for each person who did something in the report."""
    for person in view.report.of(Person):
        path = view.person_path(person.slug)
        if path:
            yield view.overview(
                path,
                "person",
                partial(_content, view, person, path),
                title=person.data.name,
                summary=_summary(view, person),
                section="overviews",
            )


def _summary(view: View, person: Entry[Person]) -> str:
    facts = ", ".join(view.person(person.slug).facts)
    if not facts:
        return view.labels("person_intro", name=person.data.name)
    return facts[:1].upper() + facts[1:]


def _content(view: View, person: Entry[Person], page: str) -> Content:
    return Content(
        {
            "address": person.data.address,
            "name": person.data.name,
            "groups": list(_groups(view, person, page)),
        },
        crumbs=view.crumbs(page, (view.labels("people"), LIST)),
        about=(thing(view, person.slug, view.address(page)),),
    )


def _groups(view: View, person: Entry[Person], page: str) -> Iterator[Contributions]:
    """What somebody did in each edition, the newest first, then outside them."""
    done: dict[str | None, list[Entry[Any]]] = {}
    for entry in view.contributions[person.slug]:
        done.setdefault(entry.edition, []).append(entry)
    for edition in view.editions:
        if edition.slug in done:
            href = relative(view.path(edition), page)
            yield _group(view, done[edition.slug], page, view.edition_title(edition), href)
    if None in done:
        yield _group(view, done[None], page)


def _group(
    view: View, done: list[Entry[Any]], page: str, title: str | None = None, href: str | None = None
) -> Contributions:
    texts = [entry for entry in done if not isinstance(entry.data, Edition)]
    roles = dict.fromkeys(_role(view, entry) for entry in done)
    return Contributions(title, href, list(roles), view.cards(texts, page))


def _role(view: View, entry: Entry[Any]) -> str:
    """What somebody was to an entry; of a talk, as who."""
    match entry.data:
        case Edition():
            return view.labels("editors")
        case Interview():
            facts = view.person(entry.data.person, entry.data).facts
            return ", ".join([view.labels("talks"), *facts])
    return view.labels("author")

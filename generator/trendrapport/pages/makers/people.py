"""A page per person: what someone edited, said and wrote, in each edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.people import Person
from trendrapport.pages.makers.people_index import PATH as LIST
from trendrapport.pages.parts.people import own_portrait
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
            "portrait": own_portrait(view, person.slug, page),
            "biography": _paragraphs(person.data.biography),
            "name": person.data.name,
            "groups": list(_groups(view, person, page)),
        },
        crumbs=view.crumbs(page, (view.labels("people"), LIST)),
        about=(thing(view, person.slug, view.address(page)),),
    )


def _paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a plain text, which empty lines part."""
    return [part.strip() for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def _groups(view: View, person: Entry[Person], page: str) -> Iterator[Contributions]:
    """What somebody did in each edition, the newest first, then outside them."""
    done: dict[str | None, list[Entry[Any]]] = {}
    for entry in view.contributions[person.slug]:
        done.setdefault(entry.edition, []).append(entry)
    for edition in view.editions:
        if edition.slug in done:
            yield _group(view, person.slug, done[edition.slug], page, edition)
    if None in done:
        yield _group(view, person.slug, done[None], page)


def _group(
    view: View, slug: str, done: list[Entry[Any]], page: str, edition: Entry[Edition] | None = None
) -> Contributions:
    title = view.edition_title(edition) if edition else None
    href = relative(view.path(edition), page) if edition else None
    texts = [entry for entry in done if not isinstance(entry.data, Edition)]
    roles = dict.fromkeys(role for entry in done for role in _roles(view, entry, slug))
    return Contributions(title, href, list(roles), view.cards(texts, page))


def _roles(view: View, entry: Entry[Any], slug: str) -> Iterator[str]:
    """What somebody was to an entry; of a talk, as who."""
    data = entry.data
    if isinstance(data, Interview) and data.person == slug:
        yield ", ".join([view.labels("talks"), *view.person(slug, data).facts])
    if slug in getattr(data, "authors", ()):
        yield view.labels("author")
    for field in ("editors", "reviewers", "analysts"):
        if slug in getattr(data, field, ()):
            is_of_edition = field == "editors" and isinstance(data, Edition)
            yield view.labels("editors" if is_of_edition else f"person_roles.{field}")

"""A page per person: what someone edited, said and wrote, in each edition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.people import Person
from trendrapport.pages.makers.people_index import PATH as LIST
from trendrapport.pages.parts.schema_org import person as thing
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`people/<slug>.html` for each person who did something in the report."""
    for person in view.report.of(Person):
        if path := view.person_path(person.slug):
            facts = _facts(view.person(person.slug))
            summary = facts[:1].upper() + facts[1:] or view.labels("person_intro", name=person.data.name)
            yield view.overview(
                path,
                "person",
                partial(_content, view, person, path),
                title=person.data.name,
                summary=summary,
                section="overviews",
            )


def _content(view: View, person: Entry[Person], page: str) -> Content:
    done = view.contributions[person.slug]
    editions = [
        (edition, [entry for entry in done if entry.edition == edition.slug]) for edition in view.editions
    ]
    groups = [
        view.link(edition, page) | {"title": view.edition_title(edition)} | _group(view, found, page)
        for edition, found in editions
        if found
    ]
    if outside := [entry for entry in done if entry.edition is None]:
        groups.append({"title": None, "href": None} | _group(view, outside, page))
    return Content(
        {"address": person.data.address, "name": person.data.name, "groups": groups},
        crumbs=view.crumbs(page, (view.labels("people"), LIST)),
        about=(thing(view, person.slug, view.address(page)),),
    )


def _group(view: View, done: list[Entry[Any]], page: str) -> Value:
    """What somebody did in one edition, or outside them."""
    texts = [entry for entry in done if not isinstance(entry.data, Edition)]
    return {
        "roles": list(dict.fromkeys(_role(view, entry) for entry in done)),
        "texts": view.cards(texts, page),
    }


def _role(view: View, entry: Entry[Any]) -> str:
    """What somebody was to an entry; of a talk, as who."""
    match entry.data:
        case Edition():
            return view.labels("editors")
        case Interview():
            facts = _facts(view.person(entry.data.person, entry.data))
            return f"{view.labels('talks')}, {facts}" if facts else view.labels("talks")
    return view.labels("author")


def _facts(person: Value) -> str:
    return ", ".join(fact for fact in (person["role"], person["organisation"]) if fact)

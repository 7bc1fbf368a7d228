"""A person on a page: name, role, and a portrait or initials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.people import Person
from trendrapport.model.portraits import Portrait
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.view import PersonFacts, Value, View
from trendrapport.report.person_names import monogram
from trendrapport.report.report import Entry


@dataclass(frozen=True, kw_only=True)
class ShownPerson(PersonFacts):
    """A person with a portrait or a monogram, and the link to their page."""

    monogram: str
    portrait: Value | None
    href: str | None


def speaker(view: View, talk: Entry[Interview], page: str) -> ShownPerson:
    """Who speaks in an interview, as they were then."""
    data = talk.data
    portrait = _portrait(view, talk, data.portrait, page)
    return _shown(view, view.person(data.person, data), data.person, page, portrait)


def writers(view: View, slugs: Iterable[str], page: str) -> list[ShownPerson]:
    """The authors of a text."""
    return [_shown(view, view.person(slug), slug, page, own_portrait(view, slug, page)) for slug in slugs]


@dataclass(frozen=True)
class Helpers:
    """Those who contributed to a text in one role."""

    title: str
    people: list[ShownPerson]


def helpers(view: View, data: Publishable, page: str) -> list[Helpers]:
    """Who contributed to a text without being its author, by role; an edition's editors are named apart."""
    found = []
    for role in ("reviewers", "analysts", "editors"):
        slugs = getattr(data, role)
        if slugs and slugs != data.credited:
            found.append(Helpers(view.labels(f"helped_as.{role}"), writers(view, slugs, page)))
    return found


def own_portrait(view: View, slug: str, page: str) -> Value | None:
    """The picture of somebody in the report's list of people."""
    person = view.report.get(Person, slug)
    return _portrait(view, person, person.data.portrait, page) if person else None


def _portrait(view: View, entry: Entry[Any], portrait: Portrait | None, page: str) -> Value | None:
    if portrait is None:
        return None
    found = view.image(portrait.image, entry, page, portrait.text, portrait=True)
    if found is None:
        return None
    return found | {"caption": portrait.caption or "", "credit": portrait.credit or ""}


def _shown(
    view: View, person: PersonFacts, slug: str, page: str, portrait: Value | None = None
) -> ShownPerson:
    path = view.person_path(slug)
    return ShownPerson(
        **vars(person),
        monogram=monogram(person.name),
        portrait=portrait,
        href=relative(path, page) if path else None,
    )

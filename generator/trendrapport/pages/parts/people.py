"""A person on a page: name, role, and a portrait or initials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.model.addresses import relative
from trendrapport.model.entries.interviews import Interview
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
    portrait = _portrait(view, talk, page)
    return _shown(view, view.person(data.person, data), data.person, page, portrait)


def writers(view: View, slugs: Iterable[str], page: str) -> list[ShownPerson]:
    """The authors of a text."""
    return [_shown(view, view.person(slug), slug, page) for slug in slugs]


def _portrait(view: View, talk: Entry[Interview], page: str) -> Value | None:
    portrait = talk.data.portrait
    if portrait is None:
        return None
    found = view.image(portrait.image, talk, page, portrait.text, portrait=True)
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

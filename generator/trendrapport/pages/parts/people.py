"""A person on a page: name, role, and a portrait or the letters that stand in for one."""

from __future__ import annotations

from trendrapport.model.addresses import relative
from trendrapport.model.entries.interviews import Interview, Portrait
from trendrapport.pages.view import Value, View
from trendrapport.report.person_names import monogram
from trendrapport.report.report import Entry


def speaker(view: View, talk: Entry[Interview], page: str) -> Value:
    """Who speaks in an interview, as they were then."""
    data = talk.data
    person = view.person(data.person, data)
    portrait = data.portrait and _portrait(view, talk, data.portrait, page)
    return _shown(person) | {"portrait": portrait, "href": _href(view, data.person, page)}


def _portrait(view: View, talk: Entry[Interview], portrait: Portrait, page: str) -> Value | None:
    found = view.image(portrait.image, talk, page, portrait.text, portrait=True)
    return found and found | {"caption": portrait.caption or "", "credit": portrait.credit or ""}


def writers(view: View, slugs: tuple[str, ...], page: str) -> list[Value]:
    """Those who wrote something."""
    return [_shown(view.person(slug)) | {"portrait": None, "href": _href(view, slug, page)} for slug in slugs]


def _href(view: View, slug: str, page: str) -> str | None:
    path = view.person_path(slug)
    return path and relative(path, page)


def _shown(person: Value) -> Value:
    facts = [fact for fact in (person["role"], person["organisation"]) if fact]
    return person | {"monogram": monogram(person["name"]), "facts": facts}

"""An entry as something to cite: an item of the Citation Style Language, its reference in words, and files for reference managers.

The day on which it was read is the reader's to add: the same report gives the same bytes.
"""

from __future__ import annotations

from typing import Any

from trendrapport import citations
from trendrapport.addresses import relative
from trendrapport.by_place import modules
from trendrapport.citing import apa
from trendrapport.entries.editions import Edition
from trendrapport.entries.people import Person
from trendrapport.entries.sources import CslName, Source
from trendrapport.person_names import name_parts
from trendrapport.report import Entry
from trendrapport.view import Value, View

GENRES = ("interviews", "columns")
"""Kinds that a reference names, as they are no ordinary chapter."""


def cite(view: View, entry: Entry[Any], page: str) -> tuple[Value, dict[str, str]]:
    """What a page shows of how to cite an entry, and the texts of its downloads by path from the site's root."""
    item, stem = _item(view, entry), view.path(entry).removesuffix(".html")
    forms = [(form, f"{stem}.{form.ENDING}") for form in modules(citations).values()]
    shown = {"apa": apa(item, view.labels), "downloads": [{"name": form.NAME, "href": relative(path, page)} for form, path in forms]}
    return shown, {path: form.write(item) for form, path in forms}


def _item(view: View, entry: Entry[Any]) -> Source:
    data, edition, config = entry.data, view.edition_of(entry), view.report.config
    whole = isinstance(data, Edition)
    authors, editors = _names(view, data.authors), _names(view, edition.data.editors) if edition else []
    names = authors or (editors if whole else []) or [{"literal": config.publisher.name}]
    fields = {
        "id": "-".join(dict.fromkeys(part for part in (entry.kind, entry.edition, entry.slug, entry.language) if part)),
        "type": "report" if whole else "chapter" if edition else "webpage", "title": data.title, "author": names,
        "editor": [] if whole else editors, "issued": view.day(entry),
        "container-title": None if whole else edition.data.title if edition else config.title, "publisher": config.publisher.name,
        "URL": view.address(view.path(entry)), "language": entry.language or config.language, "abstract": data.summary,
        "genre": view.labels(f"genre.{entry.kind}") if entry.kind in GENRES else None,
    }
    return Source.model_validate_json(_json(fields))


def _json(fields: dict[str, Any]) -> str:
    from json import dumps

    return dumps({name: value for name, value in fields.items() if value})


def _names(view: View, slugs: tuple[str, ...]) -> list[Value]:
    found = [view.report.get(Person, slug) for slug in slugs]
    return [_parts(person.data).model_dump(by_alias=True, exclude_none=True) for person in found if person]


def _parts(person: Person) -> CslName:
    return name_parts(person.name, person.family)

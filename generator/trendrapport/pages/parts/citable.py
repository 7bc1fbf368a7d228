"""An entry as something to cite: an item of the Citation Style Language, its reference in words, and files
for reference managers.

The day on which it was read is the reader's to add: the same report gives the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import Source
from trendrapport.pages.analysis.origin import Origin, csl, note, origin
from trendrapport.pages.view import Value, View
from trendrapport.report import citations
from trendrapport.report.citing import apa
from trendrapport.report.person_names import name_parts
from trendrapport.report.report import Entry
from trendrapport.runtime.plugins import modules

GENRES = ("interviews", "columns")
"""Kinds that a reference names, as they are no ordinary chapter."""


def cite(view: View, entry: Entry[Any], page: str) -> tuple[Value, dict[str, str]]:
    """What a page shows of how to cite an entry, and the texts of its downloads by path from the site's root."""
    item, stem = _item(view, entry), view.path(entry).removesuffix(".html")
    forms = [(form, f"{stem}.{form.ENDING}") for form in modules(citations).values()]
    shown = {
        "apa": apa(item, view.labels),
        "downloads": [{"name": form.NAME, "href": relative(path, page)} for form, path in forms],
    }
    return shown, {path: form.write(item) for form, path in forms}


def _item(view: View, entry: Entry[Any]) -> Source:
    data, edition, config = entry.data, view.edition_of(entry), view.report.config
    found = origin(view, entry)
    whole = isinstance(data, Edition)
    names = (part for part in (entry.kind, entry.edition, entry.slug, entry.language) if part)
    fields = {
        "id": "-".join(dict.fromkeys(names)),
        "type": _type(whole=whole, part=edition is not None),
        "title": data.title,
        "author": [name.model_dump(by_alias=True, exclude_none=True) for name in found.authors],
        "editor": [] if whole or edition is None else _names(view, edition.data.editors),
        "issued": view.day(entry),
        "container-title": _whole(view, edition, whole=whole),
        "publisher": config.publisher.name,
        "URL": view.address(view.path(entry)),
        "language": entry.language or config.language,
        "abstract": data.summary,
        "genre": _genre(view, entry, found),
        "note": note(found, view),
        **csl(found),
    }
    return Source.model_validate_json(_json(fields))


def _type(*, whole: bool, part: bool) -> str:
    if whole:
        return "report"
    return "chapter" if part else "webpage"


def _whole(view: View, edition: Entry[Edition] | None, *, whole: bool) -> str | None:
    """What an entry is a part of: its edition, or the report; None for an edition itself."""
    if whole:
        return None
    return edition.data.title if edition else view.report.config.title


def _genre(view: View, entry: Entry[Any], found: Origin) -> str | None:
    """What sort of text it is; a text about somebody else's interview is none itself."""
    return view.labels(f"genre.{entry.kind}") if entry.kind in GENRES and found.work is None else None


def _json(fields: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in fields.items() if value})


def _names(view: View, slugs: tuple[str, ...]) -> list[Value]:
    people = [person.data for slug in slugs if (person := view.report.get(Person, slug))]
    return [
        name_parts(person.name, person.family, group=person.group).model_dump(
            by_alias=True, exclude_none=True
        )
        for person in people
    ]

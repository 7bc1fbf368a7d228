"""An entry as something to cite: an item of the Citation Style Language, its reference in words, and files
for reference managers.

Readers add the day on which they read it: the same report gives the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import CslName, Source
from trendrapport.pages.analysis.origin import Origin, csl, note, origin
from trendrapport.pages.view import Value, View
from trendrapport.report import citations
from trendrapport.report.citing import apa
from trendrapport.report.person_names import name_parts
from trendrapport.report.report import Entry
from trendrapport.runtime.plugins import modules

GENRES = ("interviews", "columns")
"""Kinds that a reference names, as they are not ordinary chapters."""


def cite(view: View, entry: Entry[Any], page: str) -> tuple[Value, dict[str, str]]:
    """How a page shows to cite an entry, and the texts of its downloads by path from the site's root."""
    item = _item(view, entry)
    stem = view.path(entry).removesuffix(".html")
    downloads: list[Value] = []
    files: dict[str, str] = {}
    for form in modules(citations).values():
        path = f"{stem}.{form.ENDING}"
        downloads.append({"name": form.NAME, "href": relative(path, page)})
        files[path] = form.write(item)
    return {"apa": apa(item, view.labels), "downloads": downloads}, files


def _item(view: View, entry: Entry[Any]) -> Source:
    """An entry as the source that others cite."""
    data, edition, config = entry.data, view.edition_of(entry), view.report.config
    found = origin(view, entry)
    whole = isinstance(data, Edition)
    fields = {
        "id": _id(entry),
        "type": _type(whole=whole, part=edition is not None),
        "title": data.title,
        "author": [_plain(name) for name in found.authors],
        "editor": _editors(view, None if whole else edition),
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


def _id(entry: Entry[Any]) -> str:
    names = [entry.kind, entry.edition, entry.slug, entry.language]
    return "-".join(dict.fromkeys(name for name in names if name))


def _type(*, whole: bool, part: bool) -> str:
    if whole:
        return "report"
    if part:
        return "chapter"
    return "webpage"


def _whole(view: View, edition: Entry[Edition] | None, *, whole: bool) -> str | None:
    """What an entry is a part of: its edition, or the report; None for an edition itself."""
    if whole:
        return None
    if edition:
        return edition.data.title
    return view.report.config.title


def _genre(view: View, entry: Entry[Any], found: Origin) -> str | None:
    """What sort of text it is; a text about somebody else's interview is none itself."""
    if entry.kind not in GENRES or found.work is not None:
        return None
    return view.labels(f"genre.{entry.kind}")


def _json(fields: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in fields.items() if value})


def _editors(view: View, edition: Entry[Edition] | None) -> list[Value]:
    """The editors of the edition that an entry is part of."""
    editors: list[Value] = []
    if edition is None:
        return editors
    for entry in view.entries_named(Person, edition.data.editors):
        person = entry.data
        editors.append(_plain(name_parts(person.name, person.family, group=person.group)))
    return editors


def _plain(name: CslName) -> Value:
    return name.model_dump(by_alias=True, exclude_none=True)

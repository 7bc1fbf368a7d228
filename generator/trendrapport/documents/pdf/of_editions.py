"""The PDF of an edition, and of what it or the whole report asks of a role: what their templates get."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from trendrapport.documents.document import Document, EditionDocument, RoleDocument
from trendrapport.documents.drawings import paper_colours
from trendrapport.documents.material import Material, byline
from trendrapport.documents.pdf.of_entries import FIGURES, files, shared, words
from trendrapport.documents.pdf.plain_data import Plain, entry_data, plain
from trendrapport.documents.pdf.typesetting import Sheet
from trendrapport.documents.radar import wheel
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

RADAR, COVER = f"{FIGURES}/radar.svg", f"{FIGURES}/cover.svg"

SHORT = 2400
"""The size below which an entry needs no page of its own."""

EDITION_WORDS = (
    "contents",
    "colophon",
    "all_sources",
    "list_of_figures",
    "actions_per_role",
)
LABELS = ("trends", "interviews", "columns", "forewords", "key_figures", "inspiration", "editors", "theme")


def edition_sheet(material: Material, entry: Entry[Edition], edition: EditionDocument) -> Sheet:
    """All of an edition."""
    documents = edition.documents
    data = shared(material, documents) | {
        "title": edition.title,
        "description": edition.summary,
        "authors": list(edition.editors) or [byline(material.view)],
        "keywords": [],
        "deeper": 1,
        "words": words(material.view) | edition_words(material.view),
        "edition": _edition(edition),
        "radar_file": f"/{RADAR}",
        "cover_file": f"/{COVER}",
    }
    drawn = files(material, documents) | radar_files(material, entry)
    data["has_radar"] = RADAR in drawn
    return Sheet("edition", data, drawn, material.day)


def _edition(edition: EditionDocument) -> Plain:
    """An edition as its template reads it."""
    made: Plain = plain(edition)
    for part in ("forewords", "trends", "talks", "columns"):
        made[part] = [_within(document) for document in getattr(edition, part)]
    return made


def _within(document: Document) -> Plain:
    """An entry in its edition; a short one can be on the same page as the one before it."""
    short = not document.figures and _size(document.blocks) < SHORT
    return entry_data(document) | {"short": short}


def _size(value: Any) -> int:  # noqa: ANN401
    """About how much room something takes: its characters, and as much as a paragraph for each block."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return sum(map(_size, value))
    if is_dataclass(value):
        return 20 + sum(_size(getattr(value, one.name)) for one in fields(value))
    return 0


def edition_words(view: View) -> Plain:
    """The labels that only an edition uses."""
    found: Plain = {name: view.labels(name) for name in LABELS}
    return found | {name: view.labels(f"document.{name}") for name in EDITION_WORDS}


def radar_files(material: Material, edition: Entry[Edition]) -> dict[str, bytes]:
    """The radar for a page and for the cover, where there is room for one."""
    config = material.view.report.config
    page = wheel(material.view, edition, paper_colours(config))
    cover = wheel(material.view, edition, paper_colours(config, dark=True), cover=True)
    return {RADAR: page.encode(), COVER: cover.encode()} if page and cover else {}


def role_sheet(material: Material, role: RoleDocument) -> Sheet:
    """All that the report asks of a role."""
    data = shared(material, []) | {
        "title": role.title,
        "description": role.summary,
        "authors": [byline(material.view)],
        "keywords": [role.label],
        "deeper": 0,
        "role": plain(role),
    }
    return Sheet("role", data, {}, material.day)

"""What a session on the trends of an edition needs: what its template gets, all from the report itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from trendrapport.documents.blocks import Actions, Blocks, Heading, KeyFigure, Listing
from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.drawings import paper_colours
from trendrapport.documents.excerpts import section
from trendrapport.documents.inlines import words_of
from trendrapport.documents.material import Material, byline, every
from trendrapport.documents.pdf.of_editions import RADAR, radar_files
from trendrapport.documents.pdf.of_entries import FIGURES, shared
from trendrapport.documents.pdf.one_page import first, qr, texts_of
from trendrapport.documents.pdf.plain_data import Plain, plain
from trendrapport.documents.pdf.typesetting import Sheet
from trendrapport.model.entries.editions import Edition
from trendrapport.report.report import Entry

MOST_QUESTIONS = 3
"""How many questions of a trend's own have room on the back of its card."""


def workshop_sheet(material: Material, entry: Entry[Edition], edition: EditionDocument) -> Sheet:
    """The guide, questions, score sheets, cards and poster of an edition: a document with only its radar and
    trends.
    """
    label = material.view.labels
    cards = [_card(material, document, number) for number, document in _numbered(edition)]
    drawn = radar_files(material, entry)
    session = label.group("session")
    data = shared(material, []) | {
        "title": label("session.title", edition=edition.title),
        "description": label("workshop_intro"),
        "authors": list(edition.editors) or [byline(material.view)],
        "keywords": [],
        "deeper": 0,
        "words": session | {"actions": label("actions")},
        "edition": {name: getattr(edition, name) for name in ("name", "title", "published", "address")},
        "cards": cards,
        "scale": _scale(material),
        "radar": plain(edition.radar),
        "radar_file": f"/{RADAR}" if RADAR in drawn else None,
    }
    return Sheet("workshop", data, drawn | _codes(material, edition), material.day)


def _numbered(edition: EditionDocument) -> list[tuple[int, Document]]:
    """The trends with their numbers on the radar, in that order."""
    numbers = {mark.path: mark.number for mark in edition.radar.marks} if edition.radar else {}
    found = [(numbers.get(document.path, 0), document) for document in edition.trends]
    return sorted(found, key=lambda one: one[0])


def _card(material: Material, document: Document, number: int) -> Plain:
    """What the card of a trend and the sheet with its questions show."""
    figures = every(document.blocks, KeyFigure)
    readings = {reading.field: plain(reading) for reading in document.brief}
    questions = list(_questions(document.blocks))
    return {
        "number": number,
        "title": document.title,
        "summary": document.summary,
        "categories": plain(document.categories),
        "readings": [readings[name] for name in ("stance", "horizon") if name in readings],
        "figure": first(figures),
        "questions": questions,
        "few": list(chain(*(role["items"] for role in questions)))[:MOST_QUESTIONS],
        "duties": plain(every(document.blocks, Actions)),
        "address": document.address,
        "qr": f"/{_code(number)}",
    }


def _questions(blocks: Blocks) -> Iterator[Plain]:
    """What each role can discuss, as the page has it."""
    role = ""
    for block in section(blocks, "questions"):
        if isinstance(block, Heading):
            role = words_of(block.inside)
        elif isinstance(block, Listing):
            yield {"role": role, "items": texts_of(block)}


def _scale(material: Material) -> Plain:
    """The words for each score."""
    label = material.view.labels
    words: Plain = {}
    for field in ("impact", "certainty"):
        words[field] = [label(f"scale.{field}.{score}.label") for score in range(1, 6)]
    return words


def _code(number: int) -> str:
    return f"{FIGURES}/qr-{number}.svg"


def _codes(material: Material, edition: EditionDocument) -> dict[str, bytes]:
    """The codes that lead to the pages of the trends, and to that of the edition."""
    ink = paper_colours(material.view.report.config)["ink"]
    codes = {_code(number): qr(document.address, ink) for number, document in _numbered(edition)}
    return codes | {f"{FIGURES}/qr.svg": qr(edition.address, ink)}

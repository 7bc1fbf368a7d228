"""A trend on one page: what its template gets."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from trendrapport.documents.blocks import (
    Actions,
    Block,
    Blocks,
    Figure,
    Heading,
    KeyFigure,
    Listing,
    Paragraph,
)
from trendrapport.documents.document import Document
from trendrapport.documents.drawings import paper_colours, printed
from trendrapport.documents.excerpts import section
from trendrapport.documents.inlines import words_of
from trendrapport.documents.material import Material, byline, every
from trendrapport.documents.pdf.of_entries import FIGURES, shared, words
from trendrapport.documents.pdf.plain_data import Plain, plain
from trendrapport.documents.pdf.typesetting import Sheet

CHART, QR = f"{FIGURES}/chart.svg", f"{FIGURES}/qr.svg"


def one_page_sheet(material: Material, document: Document) -> Sheet:
    """A trend on one page: a document with only what has room there."""
    figures, numbers = every(document.blocks, Figure), every(document.blocks, KeyFigure)
    data = shared(material, []) | {
        "authors": [person.name for person in document.writers] or [byline(material.view)],
        "keywords": [category.label for category in document.categories],
        "deeper": 0,
        "words": words(material.view) | _words(material),
        "entry": _entry(document),
        "chart": first(figures),
        "number": first(numbers),
        "drawn": f"/{CHART}",
        "qr": f"/{QR}",
    }
    return Sheet("one_page", data, _files(material, document, figures), material.day)


def first(values: Sequence[Any]) -> Plain | None:
    """The first of some values for a template, if there is one."""
    for value in values:
        found: Plain = plain(value)
        return found
    return None


def _words(material: Material) -> Plain:
    label = material.view.labels
    names = ("qr", "read_on", "more_on_the_page")
    return {"actions": label("actions")} | {name: label(f"document.{name}") for name in names}


def _entry(document: Document) -> Plain:
    """What the page shows of a trend in words."""
    shown = ("title", "summary", "edition_title", "address", "categories", "brief")
    found: Plain = {name: plain(getattr(document, name)) for name in shown}
    return found | {
        "duties": plain(every(document.blocks, Actions)),
        "forces": list(_forces(document.blocks)),
    }


def _forces(blocks: Blocks) -> Iterator[Plain]:
    """What drives and what slows a trend: each list below the heading before it."""
    title = ""
    for block in section(blocks, "forces"):
        if isinstance(block, Heading):
            title = words_of(block.inside)
        elif isinstance(block, Listing):
            yield {"title": title, "items": texts_of(block)}


def texts_of(listing: Listing) -> list[str]:
    """The words of each item of a list of paragraphs."""
    return ["".join(map(_words_in, item)) for item in listing.items]


def _words_in(block: Block) -> str:
    return words_of(block.inside) if isinstance(block, Paragraph) else ""


def _files(material: Material, document: Document, figures: list[Figure]) -> dict[str, bytes]:
    """The drawing for a narrow column, and the code that leads to the page."""
    colours = paper_colours(material.view.report.config)
    made = {QR: qr(document.address, colours["ink"])}
    if figures:
        texts = material.drawings[figures[0].name].texts
        made[CHART] = printed(texts["narrow"] or texts["svg"], colours)
    return made


def qr(address: str, colour: str) -> bytes:
    """The QR code of an address as SVG."""
    import segno

    made = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(made, kind="svg", xmldecl=False, border=0, dark=colour, nl=False, omitsize=True)
    return made.getvalue()

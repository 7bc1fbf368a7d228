"""A trend on one page: what it is about, what the report advises, one drawing, what each role can do, and the
way to the rest.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import chain

from docx.shared import Mm

from trendrapport.documents.blocks import Actions, Figure, KeyFigure
from trendrapport.documents.document import Document
from trendrapport.documents.drawings import paper_colours
from trendrapport.documents.inlines import Break, Link, Text
from trendrapport.documents.material import Material, every
from trendrapport.documents.pictures import Keep, Shown
from trendrapport.documents.word import entries
from trendrapport.documents.word.blocks import BlockWriter
from trendrapport.documents.word.elements import Element, Face, paragraph, run, w
from trendrapport.documents.word.file import finished
from trendrapport.documents.word.made import about, licence, opened
from trendrapport.documents.word.report_blocks import PARTED, key_figure
from trendrapport.documents.word.tables import WIDTH

BESIDE = 4
"""How many roles are next to each other."""
MOST = 3
"""The most actions of a role that the page has room for."""
COLUMNS, BETWEEN = (5900, 3094), 360
"""The widths of the drawing and of what is beside it, and the space between (twips)."""
ROOMY = 150
"""Longer actions of a role are in smaller letters (characters)."""
WIDE, HIGH = 104.0, 52.0
"""The room for the drawing (millimetres)."""
MARGIN = 17.0
"""Above and below the page (millimetres), less than that of longer documents."""
CODE = 16.0
"""The sides of the QR code (millimetres)."""


def one_page_file(material: Material, document: Document, keep: Keep) -> bytes:
    """A trend on one page: a document with only what has room there."""
    book = opened(material, [document], keep)
    writer = BlockWriter(book, document, book.file.part)
    page = book.file.sections[0]
    page.top_margin = page.bottom_margin = Mm(MARGIN)
    page.header_distance = page.footer_distance = Mm(MARGIN / 2)
    code = _code(document.address, paper_colours(material.view.report.config)["ink"])
    way = _address(writer, document, code, licence(material.view))
    return finished(book, _body(writer, document, list(way)), about(material, document))


def _body(writer: BlockWriter, document: Document, way: Sequence[Element]) -> Iterator[Element]:
    """Three bands: the trend in brief, its drawing beside its number, and what each role can do."""
    yield from _ended(writer, _opening(writer, document), ())
    drawing = list(chain(*(_drawing(writer, one) for one in every(document.blocks, Figure))))
    number = list(chain(*map(key_figure, every(document.blocks, KeyFigure))))
    left, right = ([*drawing, *way], number) if number else (drawing, way)
    if left and right:
        right[0].insert(1, w("r", w("br", type="column")))
    yield from _ended(writer, [*left, *right], COLUMNS)
    yield from _actions(writer, document)
    _continue(writer.book.file.element.body.sectPr)


def _continue(section: Element) -> None:
    """Lets a band begin on the page of the one before it."""
    for old in section.xpath("w:type"):
        section.remove(old)
    section.find(w("pgSz").tag).addprevious(w("type", val="continuous"))


def _ended(writer: BlockWriter, elements: Iterable[Element], columns: Sequence[int]) -> list[Element]:
    """A band of the page, in columns of these widths (twips); it ends with its last paragraph."""
    made = list(elements)
    section = deepcopy(writer.book.file.element.body.sectPr)
    _continue(section)
    for old in section.xpath("w:cols"):
        section.remove(old)
    each = [w("col", w=width, space=BETWEEN) for width in columns]
    attributes: dict[str, int] = {"num": len(columns), "equalWidth": 0} if columns else {}
    section.find(w("pgMar").tag).addnext(w("cols", *each, space=BETWEEN, **attributes))
    made[-1][0].append(section)
    return made


def _opening(writer: BlockWriter, document: Document) -> Iterator[Element]:
    facts = [*[category.label for category in document.categories], document.edition_title]
    yield paragraph("Eyebrow", run(PARTED.join(filter(None, facts))))
    yield paragraph("Title", run(document.title))
    yield paragraph("Lead", run(document.summary))
    yield from entries.introduction(writer, document)


def _drawing(writer: BlockWriter, figure: Figure) -> Iterator[Element]:
    """The first figure below its title."""
    yield paragraph("Question", run(figure.title))
    text = f"{figure.title}. {figure.description}"
    drawn = writer.book.drawn(writer.part, writer.book.charts[figure.name], text, wide=WIDE, high=HIGH)
    yield paragraph("Figure", drawn)
    for told in (*figure.notes, figure.credit):
        yield paragraph("Note", run(told))


def _actions(writer: BlockWriter, document: Document) -> Iterator[Element]:
    """What each role can do, next to each other."""
    roles = every(document.blocks, Actions)
    if not roles:
        return
    words = writer.book.words
    yield writer.heading((Text(words("actions")),), 2)
    for first in range(0, len(roles), BESIDE):
        yield _table(writer, roles[first : first + BESIDE])
        yield paragraph("TableEnd")
    if any(len(one.items) > MOST for one in roles):
        yield paragraph("Note", run(words("document.more_on_the_page")))


def _table(writer: BlockWriter, roles: Sequence[Actions]) -> Element:
    width = WIDTH // len(roles)
    number = writer.book.numbering.new(None)
    properties = w(
        "tblPr",
        w("tblStyle", val="ReportTable"),
        w("tblW", w=width * len(roles), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    heads = [_cell(width, [paragraph("TableText", run(one.label))]) for one in roles]
    bodies = [_cell(width, _listed(one, number)) for one in roles]
    grid = w("tblGrid", *[w("gridCol", w=width) for _ in roles])
    return w("tbl", properties, grid, w("tr", w("trPr", w("tblHeader")), *heads), w("tr", *bodies))


def _cell(width: int, inside: Sequence[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *inside)


def _listed(one: Actions, number: int) -> list[Element]:
    """The first actions of a role, as a list in a cell."""
    style = "TableSmall" if len("".join(one.items[:MOST])) > ROOMY else "TableText"
    made = []
    for item in one.items[:MOST]:
        sign, place = w("numPr", w("ilvl", val=0), w("numId", val=number)), w("ind", left=220, hanging=220)
        made.append(paragraph(style, run(item), properties=(sign, place)))
    return made


def _address(writer: BlockWriter, document: Document, code: Shown, terms: Link | None) -> Iterator[Element]:
    """The way to the whole text, to click and to point a phone at, and how others may use it."""
    words = writer.book.words
    way = (Link((Text(document.address),), document.address), *((Break(), terms) if terms else ()))
    yield paragraph("Note", run(f"{words('document.read_on')}: ", Face("Strong")), *writer.inlines.write(way))
    text = f"{words('document.qr')}: {document.address}"
    yield paragraph("BodyText", writer.book.drawn(writer.part, code, text, wide=CODE, high=CODE))


def _code(address: str, colour: str) -> Shown:
    """The QR code of an address."""
    import segno

    made = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(made, kind="png", scale=SCALE, border=0, dark=colour)
    side = float(code.symbol_size(scale=SCALE, border=0)[0])
    return Shown(made.getvalue(), side, side)


SCALE = 8
"""Pixels of a square of a QR code."""

"""The file of a document: its page, its properties, and its bytes, which are the same on any day."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from trendrapport.diagnostics import Language
from trendrapport.documents.cleaning import clean
from trendrapport.documents.word.book import Book
from trendrapport.documents.word.elements import Element, computed, paragraph, run, w
from trendrapport.documents.word.styles import FONTS, MONOSPACE, font_table, style_sheet
from trendrapport.language.facts import decimal_mark, tag_of
from trendrapport.language.labels import Labels
from trendrapport.model.look import Letters
from trendrapport.runtime.archives import zipped

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LONGEST = 255
"""The most characters of a property."""
_UNUSED = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""What the library's own template has and a report has not."""
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@dataclass(frozen=True)
class About:
    """What a file says of itself."""

    title: str
    summary: str
    authors: Sequence[str]
    keywords: Sequence[str]
    head: str
    """What is at the head of each page."""
    foot: str
    day: int
    """When it is said to be made (seconds since 1970, UTC)."""
    cover: bool = False
    """Whether the first page has neither head nor foot."""
    tracked: bool = False
    """Whether a program keeps track of what is changed in it."""


def begun(letters: Letters, colours: Mapping[str, str], words: Labels) -> WordDocument:
    """An empty document with the report's own styles, on A4."""
    made = docx.Document()
    package, part = made.part.package, made.part
    for relations in (package.rels, part.rels):
        for name in [name for name, one in relations.items() if one.reltype in _UNUSED]:
            del relations[name]
    _replace(made.styles.element, style_sheet(letters, colours, tag_of(words.language)))
    fonts = dict.fromkeys([FONTS[letters.text], FONTS[letters.heading], MONOSPACE])
    _rewrite(part, RELATIONSHIP_TYPE.FONT_TABLE, _root("fonts", font_table(iter(fonts))))
    _rewrite(package, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, _application())
    body = made.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22.5)
    section.top_margin = section.bottom_margin = Mm(24)
    section.header_distance = section.footer_distance = Mm(12)
    return made


def _replace(parent: Element, children: Iterable[Element]) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(list(children))


def _root(name: str, children: Iterable[Element]) -> Element:
    made = parse_xml(f"<w:{name} {nsdecls('w')}/>")
    made.extend(list(children))
    return made


def _application() -> Element:
    return parse_xml(f'<Properties xmlns="{_EXTENDED}"><Application>Trendrapport</Application></Properties>')


def _rewrite(owner: Any, relation: str, root: Element) -> None:  # noqa: ANN401
    """Another content for a part that the library keeps as it was."""
    from lxml import etree

    part = owner.part_related_by(relation)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def finished(book: Book, body: Iterable[Element], about: About) -> bytes:
    """The file with this content."""
    file = book.file
    section = file.element.body.sectPr
    _head_and_foot(book, about)
    for element in body:
        section.addprevious(element)
    _describe(file, about, book.words)
    _replace(file.part.numbering_part.element, book.numbering.elements())
    _set(file, book, tracked=about.tracked)
    raw = io.BytesIO()
    file.save(raw)
    with zipfile.ZipFile(raw) as archive:
        return zipped((name, archive.read(name)) for name in archive.namelist())


def _describe(file: WordDocument, about: About, words: Labels) -> None:
    core, day = file.core_properties, datetime.fromtimestamp(about.day, UTC).replace(tzinfo=None)
    core.title, core.subject = clean(about.title)[:LONGEST], clean(about.summary)[:LONGEST]
    core.author = clean("; ".join(about.authors))[:LONGEST]
    core.keywords = clean("; ".join(about.keywords))[:LONGEST]
    core.last_modified_by, core.comments = core.author, ""
    core.language, core.revision = tag_of(words.language), 1
    core.created = core.modified = day


def _head_and_foot(book: Book, about: About) -> None:
    """The report above each page, and its number below."""
    section = book.file.sections[0]
    section.different_first_page_header_footer = about.cover
    right = w("tabs", w("tab", val="right", pos=9354))
    head = paragraph("Header", run(about.head), properties=())
    number = [w("r", w("tab")), *computed("PAGE", "1"), run(" / "), *computed("NUMPAGES", "1")]
    foot = paragraph("Footer", run(about.foot), *number, properties=(right,))
    _replace(section.header._element, [head])  # noqa: SLF001
    _replace(section.footer._element, [foot])  # noqa: SLF001


def _set(file: WordDocument, book: Book, *, tracked: bool) -> None:
    """The settings: language, notes, whether changes are tracked, and how words are broken."""
    lines = [w("footnote", id=number) for number in (-1, 0)] if book.notes.count else []
    _replace(
        file.settings.element,
        [
            w("zoom", percent=100),
            *([w("trackRevisions")] if tracked else []),
            w("autoHyphenation", val=1),
            w("hyphenationZone", val=425),
            w("doNotHyphenateCaps"),
            w("footnotePr", *lines) if lines else w("characterSpacingControl", val="doNotCompress"),
            w("compat", w("compatSetting", name="compatibilityMode", uri=_WORD, val=15)),
            w("themeFontLang", val=tag_of(book.words.language)),
            *_separators(book.words.language),
        ],
    )


def _separators(language: Language) -> list[Element]:
    """The marks in numbers and between the items of a formula."""
    decimal = decimal_mark(language)
    between = ";" if decimal == "," else ","
    return [w("decimalSymbol", val=decimal), w("listSeparator", val=between)]


_WORD = "http://schemas.microsoft.com/office/word"


def contents(book: Book, deepest: int, *, fresh: bool = False) -> list[Element]:
    """A table of contents: a field that programs renew, with a way to each heading that is there now; it can
    begin a page.
    """
    listed = [one for one in book.headings if one[0] <= deepest]
    if not listed:
        return []
    field = list(computed(f'TOC \\o "1-{deepest}" \\h \\z \\u', ""))
    top = (w("pageBreakBefore"),) if fresh else ()
    made = [paragraph("TOCHeading", run(book.words("document.contents")), properties=top)]
    for place, (level, title, name) in enumerate(listed):
        way = w("hyperlink", run(title), anchor=name, history=1)
        last = place == len(listed) - 1
        before, after = field[:3] if place == 0 else [], field[4:] if last else []
        space = (w("spacing", after=280),) if last else ()
        made.append(paragraph(f"TOC{level}", *before, way, *after, properties=space))
    properties = w("sdtPr", w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")))
    return [w("sdt", properties, w("sdtContent", *made))]

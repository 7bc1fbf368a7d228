"""The styles of a document: the letters, colours and sizes of the report, for programs that edit text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trendrapport.documents.word.elements import Element, w, when
from trendrapport.model.look import Family, Letters

TWIPS = 20
"""The units of lengths in a point."""

FONTS = {Family.SERIF: "Source Serif Pro", Family.SANS: "Source Sans Pro", Family.SYSTEM: "Calibri"}
INSTEAD = {
    "Source Serif Pro": "Source Serif 4,Georgia,Cambria",
    "Source Sans Pro": "Source Sans 3,Calibri,Arial",
    "Courier New": "Liberation Mono",
}
"""The fonts that a program takes if the reader has not installed the report's own."""
MONOSPACE = "Courier New"


@dataclass(frozen=True)
class Style:
    """A style of paragraphs or, without spaces above and below, of characters; lengths are in points."""

    id: str
    name: str
    """As programs know it, which translate the names of their own styles."""
    base: str = "Normal"
    after: str = ""
    """The style of the paragraph that a writer begins after one of these."""
    font: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    strike: bool = False
    underline: str = ""
    raised: bool = False
    colour: str = ""
    above: float | None = None
    below: float | None = None
    line: float = 0
    """The height of a line, as a part of that of the letters."""
    left: float = 0
    keep: bool = False
    """Whether it stays on one page with what follows."""
    whole: bool = True
    """Whether words may be broken at the end of a line."""
    side: str = ""
    """The colour of a line to the left."""
    over: str = ""
    """The colour of a line above."""
    shade: str = ""
    outline: int = 0
    """The level of a heading."""
    own: bool = True
    """Whether no program brings it."""


def paragraph_styles(letters: Letters, colours: Mapping[str, str]) -> Iterator[Style]:
    """All styles of paragraphs; the first is what the others start from."""
    title, ink, soft, accent = FONTS[letters.heading], colours["ink"], colours["soft"], colours["accent"]
    yield Style("Normal", "Normal", base="", own=False)
    yield Style("BodyText", "Body Text", below=8, line=1.3, own=False)
    yield Style("Title", "Title", after="Subtitle", font=title, size=27, bold=True, colour=ink, above=4,
                below=8, line=1.0, whole=False, keep=True, own=False)  # fmt: skip
    yield Style("Subtitle", "Subtitle", after="BodyText", font=title, size=14, colour=ink, below=14,
                line=1.2, whole=False, own=False)  # fmt: skip
    yield from _headings(title, colours)
    yield Style(
        "Eyebrow", "Eyebrow", after="Title", size=9.5, bold=True, colour=accent, above=14, below=2, keep=True
    )
    yield Style("Lead", "Lead", after="BodyText", font=title, size=12, below=10, line=1.2, whole=False)
    yield Style("Note", "Note", size=9, colour=soft, below=6, line=1.2)
    yield Style("Caption", "caption", after="Figure", font=title, size=12, bold=True, colour=ink, above=14,
                below=3, keep=True, whole=False, over=colours["line"], own=False)  # fmt: skip
    yield Style("FigureNote", "Figure Subtitle", base="Note", keep=True, below=4)
    yield Style("Figure", "Figure", after="Note", below=4, keep=True)
    yield from _quotes(title, colours)
    yield from _lists()
    yield from _framed(colours)
    yield from _tables()
    yield from _contents(title)
    yield Style("KeyFigure", "Key Figure", after="KeyFigureTitle", font=title, size=24, bold=True,
                colour=accent, above=10, below=0, line=1.0, keep=True, whole=False)  # fmt: skip
    yield Style("KeyFigureTitle", "Key Figure Title", after="Note", bold=True, below=1, keep=True)
    yield Style("CardTitle", "Card Title", after="BodyText", font=title, size=12, bold=True, above=10,
                below=2, keep=True, whole=False, over=colours["line"])  # fmt: skip
    yield Style("Rule", "Rule", after="BodyText", above=8, below=8, over=colours["line"])
    yield Style("Term", "Glossary Term", after="BodyText", bold=True, above=6, below=1, keep=True)
    yield Style("Person", "Person", font=title, size=13, bold=True, above=2, below=0, keep=True)
    yield Style("FootnoteText", "footnote text", size=9, below=2, line=1.15, own=False)
    yield Style("Header", "header", size=9, colour=soft, own=False)
    yield Style("Footer", "footer", size=9, colour=soft, own=False)


def _headings(font: str, colours: Mapping[str, str]) -> Iterator[Style]:
    sizes = (18, 14, 12, 11, 11, 11)
    for level, size in enumerate(sizes, 1):
        yield Style(f"Heading{level}", f"heading {level}", after="BodyText", font=font, size=size, bold=True,
                    colour=colours["ink"], above=size * 1.1, below=size * 0.35, line=1.1, keep=True,
                    whole=False, outline=level, own=False)  # fmt: skip
    yield Style("Question", "Question", after="BodyText", font=font, size=12, bold=True, above=12, below=4,
                keep=True, whole=False)  # fmt: skip


def _quotes(font: str, colours: Mapping[str, str]) -> Iterator[Style]:
    yield Style("IntenseQuote", "Intense Quote", after="QuoteSource", font=font, size=15, above=14, below=0,
                line=1.2, left=14, keep=True, whole=False, side=colours["accent"], own=False)  # fmt: skip
    yield Style("QuoteSource", "Quote Source", after="BodyText", size=9, colour=colours["soft"], below=14,
                left=14, side=colours["accent"])  # fmt: skip
    yield Style("Quote", "Quote", base="BodyText", after="BodyText", left=14, side=colours["line"],
                own=False)  # fmt: skip
    yield Style("QuoteList", "Quote List", base="Quote")


def _lists() -> Iterator[Style]:
    yield Style("ListBullet", "List Bullet", base="BodyText", below=4, own=False)
    yield Style("ListNumber", "List Number", base="BodyText", below=4, own=False)
    yield Style("ListContinue", "List Continue", base="BodyText", below=4, own=False)


def _framed(colours: Mapping[str, str]) -> Iterator[Style]:
    shade, side = colours["wash"], colours["accent"]
    yield Style("CalloutTitle", "Callout Title", after="Callout", bold=True, above=10, below=2, keep=True,
                shade=shade, side=side, left=10)  # fmt: skip
    yield Style("Callout", "Callout", base="BodyText", below=4, shade=shade, side=side, left=10)
    yield Style("CalloutList", "Callout List", base="Callout")
    yield Style(
        "CodeBlock", "Code Block", font=MONOSPACE, size=9, above=8, below=8, shade=colours["wash"], left=10
    )


def _tables() -> Iterator[Style]:
    yield Style("TableText", "Table Text", size=9.5, above=2, below=2, line=1.15)
    yield Style("TableEnd", "Table End", size=2)
    yield Style("TableSmall", "Table Text Small", base="TableText", size=8, above=1, below=1)


def _contents(font: str) -> Iterator[Style]:
    yield Style("TOCHeading", "TOC Heading", after="BodyText", font=font, size=18, bold=True, above=14,
                below=6, keep=True, whole=False, own=False)  # fmt: skip
    for level in (1, 2, 3):
        yield Style(f"TOC{level}", f"toc {level}", below=2, left=12 * (level - 1), own=False)


def character_styles(colours: Mapping[str, str]) -> Iterator[Style]:
    """All styles of characters."""
    yield Style("Hyperlink", "Hyperlink", base="", colour=colours["accent"], underline="single", own=False)
    yield Style("Strong", "Strong", base="", bold=True, own=False)
    yield Style("Emphasis", "Emphasis", base="", italic=True, own=False)
    yield Style("Deleted", "Deleted", base="", strike=True)
    yield Style("Code", "Code", base="", font=MONOSPACE, size=9.5)
    yield Style("TermLink", "Glossary Link", base="", underline="dotted")
    yield Style("Unit", "Key Figure Unit", base="", size=13)
    yield Style("FootnoteReference", "footnote reference", base="", raised=True, own=False)
    yield Style("Quiet", "Quiet", base="", size=8.5, colour=colours["soft"])


def style_sheet(letters: Letters, colours: Mapping[str, str], locale: str) -> Iterator[Element]:
    """The content of a document's styles; `locale` is its language, as "nl-NL"."""
    defaults = w(
        "rPr",
        _fonts(FONTS[letters.text]),
        w("color", val=_hex(colours["ink"])),
        w("sz", val=21),
        w("szCs", val=21),
        w("lang", val=locale, eastAsia=locale, bidi="ar-SA"),
    )
    spaces = w("pPr", w("spacing", after=0, line=276, lineRule="auto"))
    yield w("docDefaults", w("rPrDefault", defaults), w("pPrDefault", spaces))
    for one in paragraph_styles(letters, colours):
        yield _style(one, "paragraph", _paragraph(one), _letters(one))
    yield w(
        "style",
        w("name", val="Default Paragraph Font"),
        type="character",
        styleId="DefaultParagraphFont",
        default=1,
    )
    for one in character_styles(colours):
        yield _style(one, "character", None, _letters(one))
    yield _no_list()
    yield from _table_styles(colours)


def _no_list() -> Element:
    return w("style", w("name", val="No List"), type="numbering", styleId="NoList", default=1)


def _style(one: Style, sort: str, *properties: Element | None) -> Element:
    own = {"customStyle": 1} if one.own else {}
    default = {"default": 1} if not one.base and sort == "paragraph" else {}
    return w(
        "style",
        w("name", val=one.name),
        when(one.base, "basedOn", val=one.base),
        when(one.after, "next", val=one.after),
        w("qFormat"),
        *properties,
        type=sort,
        styleId=one.id,
        **own,
        **default,
    )


def _paragraph(one: Style) -> Element:
    return w(
        "pPr",
        when(one.keep, "keepNext"),
        when(one.keep, "keepLines"),
        _borders(one),
        when(one.shade, "shd", val="clear", color="auto", fill=_hex(one.shade)),
        when(not one.whole, "suppressAutoHyphens"),
        _spacing(one),
        when(one.left, "ind", left=round(one.left * TWIPS)),
        when(one.outline, "outlineLvl", val=one.outline - 1),
    )


def _borders(one: Style) -> Element | None:
    top = when(one.over, "top", val="single", sz=4, space=6, color=_hex(one.over))
    left = when(one.side, "left", val="single", sz=18, space=8, color=_hex(one.side))
    if top is None and left is None:
        return None
    return w("pBdr", top, left)


def _spacing(one: Style) -> Element | None:
    found: dict[str, str | int] = {}
    if one.above is not None:
        found["before"] = round(one.above * TWIPS)
    if one.below is not None:
        found["after"] = round(one.below * TWIPS)
    if one.line:
        found |= {"line": round(one.line * 240), "lineRule": "auto"}
    if not found:
        return None
    return w("spacing", **found)


def _letters(one: Style) -> Element:
    return w(
        "rPr",
        _fonts(one.font),
        when(one.bold, "b"),
        when(one.italic, "i"),
        when(one.strike, "strike"),
        when(one.colour, "color", val=_hex(one.colour)),
        when(one.size, "sz", val=round(one.size * 2)),
        when(one.size, "szCs", val=round(one.size * 2)),
        when(one.underline, "u", val=one.underline),
        when(one.raised, "vertAlign", val="superscript"),
    )


def _fonts(name: str) -> Element | None:
    return when(name, "rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _table_styles(colours: Mapping[str, str]) -> Iterator[Element]:
    """A table without lines, from which programs start; and that of the report."""
    margins = w("tblCellMar", w("left", w=80, type="dxa"), w("right", w=80, type="dxa"))
    yield w(
        "style",
        w("name", val="Normal Table"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        styleId="NormalTable",
        default=1,
    )
    line, ink = _hex(colours["line"]), _hex(colours["ink"])
    rows = w("insideH", val="single", sz=4, space=0, color=line)
    foot = w("bottom", val="single", sz=4, space=0, color=line)
    head = w("tcBorders", w("bottom", val="single", sz=8, space=0, color=ink))
    yield w(
        "style",
        w("name", val="Report Table"),
        w("basedOn", val="NormalTable"),
        w("tblPr", w("tblBorders", foot, rows)),
        w("tblStylePr", w("rPr", w("b")), w("tcPr", head, w("vAlign", val="bottom")), type="firstRow"),
        type="table",
        styleId="ReportTable",
        customStyle=1,
    )


def font_table(names: Iterator[str]) -> Iterator[Element]:
    """What a program shows in place of a font that the reader has not."""
    for name in names:
        yield w("font", when(name in INSTEAD, "altName", val=INSTEAD.get(name, "")), name=name)


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()

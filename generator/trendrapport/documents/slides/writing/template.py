"""An empty presentation with a theme, a master and layouts of its own, in the colours of the report.

What python-pptx starts with is narrow and has eleven layouts; of these six stay, with other contents. No
text of a report is in here: shapes are written as XML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trendrapport.documents.slides.deck import Colours, Deck
from trendrapport.documents.slides.writing.library import Made, element, parsed
from trendrapport.documents.slides.writing.places import (
    BODY,
    BOTTOM,
    COLUMN,
    FOOT,
    HEIGHT,
    INDENT,
    MARGIN,
    NUMBER,
    ROOM,
    TITLE,
    UNIT,
    WIDTH,
    Box,
)
from trendrapport.language.facts import tag_of

if TYPE_CHECKING:
    from pptx.presentation import Presentation

POINT = 12_700
"""The units of the format (EMU) in a point."""
MAJOR, MINOR = "Georgia", "Arial"
"""The letters of titles and of text: those that every reader has, as a file cannot bring its own."""

ABOVE, SUMMARY, LIST, BELOW = 10, 11, 12, 13
"""The numbers of the placeholders beside the title."""


@dataclass(frozen=True)
class Place:
    """A placeholder of a layout."""

    kind: str
    number: int
    box: Box
    size: float
    colour: str = "tx1"
    anchor: str = "t"
    bold: bool = False
    font: str = "+mn-lt"
    bullets: bool = False


COVER, SECTION, CHART, WORDS, PLAIN, BESIDE = range(6)
"""The layouts, by their place."""

_COVER_TITLE = Box(MARGIN, 120, ROOM, 150)
_SECTION_TITLE = Box(MARGIN, 96, ROOM, 110)
LAYOUTS: dict[int, tuple[str, tuple[Place, ...]]] = {
    COVER: (
        "Cover",
        (
            Place("ctrTitle", 0, _COVER_TITLE, 44, "bg1", "b", font="+mj-lt", bold=True),
            Place("body", ABOVE, Box(MARGIN, 70, ROOM, 30), 16, "bg2"),
            Place("body", SUMMARY, Box(MARGIN, 284, ROOM, 110), 20, "bg1"),
            Place("body", BELOW, Box(MARGIN, 410, ROOM, 90), 14, "bg2", "b"),
        ),
    ),
    SECTION: (
        "Section",
        (
            Place("title", 0, _SECTION_TITLE, 38, anchor="b", font="+mj-lt", bold=True),
            Place("body", ABOVE, Box(MARGIN, 60, ROOM, 30), 16, "hlink"),
            Place("body", SUMMARY, Box(MARGIN, 222, ROOM, 150), 22),
            Place("body", LIST, Box(MARGIN, 384, ROOM, 112), 18, "tx2", bullets=True),
        ),
    ),
    CHART: (
        "Chart",
        (
            Place("title", 0, TITLE, 28, anchor="b", font="+mj-lt", bold=True),
            Place("body", ABOVE, UNIT, 16, "tx2"),
            Place("body", BELOW, Box(MARGIN, BOTTOM - 48, ROOM, 48), 12, "tx2", "b"),
        ),
    ),
    WORDS: (
        "Text",
        (
            Place("title", 0, TITLE, 30, anchor="b", font="+mj-lt", bold=True),
            Place("body", LIST, BODY, 22, bullets=True),
        ),
    ),
    BESIDE: (
        "Picture",
        (
            Place("title", 0, Box(MARGIN, 30, COLUMN, 160), 28, anchor="b", font="+mj-lt", bold=True),
            Place("body", ABOVE, Box(MARGIN, 198, COLUMN, 40), 16, "tx2"),
            Place("body", SUMMARY, Box(MARGIN, 246, COLUMN, 170), 16),
            Place("body", BELOW, Box(MARGIN, 424, COLUMN, 74), 12, "tx2", "b"),
        ),
    ),
    PLAIN: ("Title", (Place("title", 0, TITLE, 30, anchor="b", font="+mj-lt", bold=True),)),
}
"""The name and the placeholders of each layout; a title comes first, as it is read first."""


def blank(deck: Deck) -> Presentation:
    """A presentation without slides."""
    import pptx

    made = pptx.Presentation()
    made.slide_width, made.slide_height = WIDTH * POINT, HEIGHT * POINT
    language, master = tag_of(deck.language), made.slide_master
    for layout in list(master.slide_layouts)[len(LAYOUTS) :]:
        master.slide_layouts.remove(layout)
    _fill_theme(master.part, deck.colours)
    _fill(element(master), "Trendrapport", _master_shapes(language), _scheme("bg1"))
    _replace(element(master), "txStyles", _text_styles(language))
    for number, layout in enumerate(master.slide_layouts):
        name, places = LAYOUTS[number]
        paper = _scheme("bg1") if number != COVER else _shade(deck.colours.cover)
        shapes = "".join(_placeholder(index, one, language) for index, one in enumerate(places, 2))
        _fill(element(layout), name, shapes + _foot(language, place=number), paper)
        element(layout).attrib.pop("type", None)
        element(layout).set("preserve", "1")
    _set_language(element(made), language)
    return made


def _fill_theme(master: Made, colours: Colours) -> None:
    """The theme of a master: its colours and letters, by which what a reader adds looks like the rest."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", "Trendrapport")
    for name, colour in _shades(colours).items():
        slot = theme.find(f".//{{*}}clrScheme/{{*}}{name}")
        slot[:] = [parsed(_shade(colour))]
    for scheme, font in (("majorFont", MAJOR), ("minorFont", MINOR)):
        theme.find(f".//{{*}}{scheme}/{{*}}latin").set("typeface", font)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _shades(colours: Colours) -> dict[str, str]:
    """The colours of a theme by the names that the format gives them."""
    return {
        "dk1": colours.ink,
        "lt1": colours.paper,
        "dk2": colours.soft,
        "lt2": colours.wash,
        **{f"accent{place}": colour for place, colour in enumerate(colours.series[:6], 1)},
        "hlink": colours.accent,
        "folHlink": colours.soft,
    }


def _fill(part: Made, name: str, shapes: str, paper: str) -> None:
    """Gives a master or a layout other contents."""
    _replace(
        part,
        "cSld",
        f'<p:cSld name="{name}"><p:bg><p:bgPr><a:solidFill>{paper}</a:solidFill><a:effectLst/></p:bgPr>'
        '</p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree></p:cSld>",
    )


def _replace(part: Made, name: str, xml: str) -> None:
    """Replaces a part of a master or a layout."""
    former = part.find(f"{{*}}{name}")
    part.replace(former, parsed(xml))


def _scheme(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'


def _shade(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#").upper()}"/>'


def _frame(box: Box) -> str:
    left, top, width, height = (round(side * POINT) for side in vars(box).values())
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _placeholder(index: int, place: Place, language: str) -> str:
    """A placeholder with the look of its text."""
    first = _level(1, place, language, place.size)
    levels = first + (_level(2, place, language, place.size - 2) if place.bullets else "")
    named = f'type="{place.kind}"' + (f' idx="{place.number}"' if place.number else "")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{index}" name="{place.kind} {place.number}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {named}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_frame(place.box)}</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{place.anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{levels}</a:lstStyle>'
        f'<a:p><a:r><a:rPr lang="{language}"/><a:t> </a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _level(level: int, place: Place, language: str, size: float) -> str:
    """The look of the paragraphs of a level: those of the second are below a bullet of the first."""
    left = INDENT * level if place.bullets else 0
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if place.bullets else "<a:buNone/>"
    hanging = f' marL="{left * POINT}" indent="{-(INDENT if place.bullets else 0) * POINT}"'
    return (
        f'<a:lvl{level}pPr{hanging}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPct val="{40_000 if place.bullets else 0}"/></a:spcBef>{bullet}'
        f'<a:defRPr lang="{language}" sz="{round(size * 100)}" b="{int(place.bold)}">'
        f'<a:solidFill>{_scheme(place.colour)}</a:solidFill><a:latin typeface="{place.font}"/></a:defRPr>'
        f"</a:lvl{level}pPr>"
    )


def _master_shapes(language: str) -> str:
    """The band on top, and what layouts take over: the place of a title, a text and the foot."""
    band = Box(0, 0, WIDTH, 8)
    places = (
        Place("title", 0, TITLE, 30, anchor="b", font="+mj-lt", bold=True),
        Place("body", 1, BODY, 22, bullets=True),
    )
    shapes = "".join(_placeholder(index, one, language) for index, one in enumerate(places, 3))
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(band)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{_scheme('accent1')}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        f"{shapes}{_foot(language)}"
    )


def _foot(language: str, place: int | None = None) -> str:
    """The report's title and the number of the slide; the first slide has none."""
    if place == COVER:
        return ""
    return _foot_part("ftr", 21, FOOT, "l", "", language) + _foot_part(
        "sldNum", 22, NUMBER, "r", _NUMBER.format(language=language), language
    )


_NUMBER = (
    '<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    '<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld>'
)


def _foot_part(kind: str, index: int, box: Box, align: str, inside: str, language: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{index}" name="{kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_frame(box)}</p:spPr>"
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr lang="{language}" sz="1100"><a:solidFill>'
        f"{_scheme('tx2')}</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>"
        f"<a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def _text_styles(language: str) -> str:
    """The look of text that a reader adds."""
    title = Place("title", 0, TITLE, 30, font="+mj-lt", bold=True)
    body = Place("body", 1, BODY, 22, bullets=True)
    levels = "".join(_level(level, body, language, body.size - 2 * (level - 1)) for level in range(1, 6))
    other = Place("body", 1, BODY, 18)
    return (
        f"<p:txStyles><p:titleStyle>{_level(1, title, language, title.size)}</p:titleStyle>"
        f"<p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{_level(1, other, language, 18)}</p:otherStyle>"
        "</p:txStyles>"
    )


def _set_language(presentation: Made, language: str) -> None:
    """The language of text whose own is not known."""
    for look in presentation.iter("{*}defRPr"):
        look.set("lang", language)

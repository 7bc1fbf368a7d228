"""The words around a drawing that leaves its page, as SVG: its title, what is measured, and the source.

Everything is text: what has a meaning in markup is escaped. Colours are those of the light scheme, as files
have no page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from trendrapport.charts.theme import FONT, PALETTE, palette
from trendrapport.diagnostics import Language
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    from trendrapport.model.look import Look

SERIF = "Source Serif Pro"
"""The family of titles."""

WIDER = 1.12
"""The width of a title in the serif, in parts of the same text in the font of charts."""

Colours = Mapping[str, str]
"""The colours of the light scheme by the properties of a page, as files have no page."""

USUAL: dict[str, str] = {name: light for name, (light, _) in PALETTE.items()}
"""Those of a report without colours of its own."""


def light_colours(look: Look) -> dict[str, str]:
    """Those of a report."""
    return {name: light for name, (light, _) in palette(look).items()}


_PROPERTY, _TAG = re.compile(r"var\(--([a-z0-9-]+)\)"), re.compile(r"<[^<>]*>")
_SERIF = f' font-weight="600" font-family="{SERIF}, serif"'
_ROOT = re.compile(r'^<svg ([^>]*?)viewBox="0 0 (\S+) (\S+)" width="100%"([^>]*)>')


@dataclass(frozen=True)
class Frame:
    """The words around a drawing."""

    title: str
    subtitle: str
    credit: str
    """The source of the data, and the report."""
    notes: tuple[str, ...] = ()
    """The footnotes; a card has no room for them."""
    language: Language = "nl"
    """The language by whose rules words are broken."""
    colours: Colours = field(default_factory=lambda: USUAL)


@dataclass(frozen=True)
class Inside:
    """A drawing without its outer element: the attributes of that, its size in units, and its content."""

    attributes: str
    width: float
    height: float
    content: str


@dataclass(frozen=True)
class Lettering:
    """The style of a text: its size in units, its colour, and whether it is in the (semibold) serif."""

    size: float
    colour: str
    serif: bool = False

    @property
    def line(self) -> float:
        """The distance between lines."""
        spacing = 1.15 if self.serif else 1.3
        return round(self.size * spacing, 2)


@dataclass(frozen=True)
class Line:
    """A line of text, from the left end of its baseline on."""

    text: str
    x: float
    y: float
    lettering: Lettering


Bar = tuple[float, float, float, float, str]
"""Something filled: its left, top, width, height and colour."""


@dataclass(frozen=True)
class Sheet:
    """A drawing with the words around it, in units; a file of its own and a picture are made of it."""

    width: float
    height: float
    drawn: Inside
    place: tuple[float, float, float]
    """The position of the drawing from the left and from the top, and its scale."""
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...] = ()
    colours: Colours = field(default_factory=lambda: USUAL)


def inside(svg: str) -> Inside:
    """The parts of an SVG for a page; raises ValueError if it is none."""
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("not a drawing for a page")
    attributes, content = root[1] + root[4].strip(), svg[root.end() :].removesuffix("</svg>")
    return Inside(attributes, float(root[2]), float(root[3]), content)


def broken(text: str, lettering: Lettering, room: float, language: Language, most: int = 99) -> list[str]:
    """A text in lines no wider than `room`; a text of more than `most` lines ends in an ellipsis."""
    lines = wrapping.lines(text, lambda line: _width(line, lettering) <= room, language)
    if len(lines) <= most:
        return lines
    last = f"{lines[most - 1]}\u2026"
    while " " in last and _width(last, lettering) > room:
        last = last.rpartition(" ")[0] + "\u2026"
    return [*lines[: most - 1], last]


def _width(text: str, lettering: Lettering) -> float:
    width = wrapping.width(text, lettering.size)
    if lettering.serif:
        return width * WIDER
    return width


def lines_of(texts: Sequence[str], lettering: Lettering, x: float, top: float) -> tuple[Line, ...]:
    """Lines below each other from `top` on."""
    first = top + lettering.size
    return tuple(Line(text, x, first + index * lettering.line, lettering) for index, text in enumerate(texts))


def light(markup: str, colours: Colours) -> str:
    """The same with colours of the light scheme instead of the properties of a page; text stays as it is."""

    def coloured(tag: re.Match[str]) -> str:
        return _PROPERTY.sub(lambda name: colours[name[1]], tag[0])

    return _TAG.sub(coloured, markup)


def shade(colour: str, colours: Colours) -> str:
    """A property of a page as a colour of the light scheme; a colour as it is."""
    if not colour.startswith("var(--"):
        return colour
    return colours[colour.removeprefix("var(--").removesuffix(")")]


def written(lines: Sequence[Line]) -> str:
    """Lines as SVG."""
    return "".join(_written(line) for line in lines)


def _written(line: Line) -> str:
    lettering = line.lettering
    look = f'font-size="{lettering.size:g}" fill="{lettering.colour}"'
    if lettering.serif:
        look += _SERIF
    return f'<text x="{line.x:g}" y="{line.y:g}" {look}>{escape(line.text, quote=False)}</text>'


def whole(content: str, sheet: Sheet) -> bytes:
    """A file as large as a sheet with this content on paper."""
    drawn = Inside(sheet.drawn.attributes, sheet.width, sheet.height, content)
    return on_paper(drawn, f"{FONT}, Arial, Helvetica, sans-serif", sheet.colours).encode()


def on_paper(drawn: Inside, fonts: str, colours: Colours) -> str:
    """A drawing on paper as an SVG of its own."""
    width, height = drawn.width, drawn.height
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    paper = f'<rect width="{width:g}" height="{height:g}" fill="var(--chart-paper)"/>'
    svg = f'<svg {drawn.attributes} {size} font-family="{fonts}">{paper}{drawn.content}</svg>'
    return light(svg, colours)

"""What stands around a drawing that leaves its page, as SVG: its title, what is measured, where it comes
from.

Everything is text: what has a meaning in markup is escaped. Colours are those of the light scheme, as files
have no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from trendrapport.charts.theme import FONT, PALETTE
from trendrapport.diagnostics import Language
from trendrapport.placing import wrapping

SERIF = "Source Serif Pro"
"""The family of titles."""

WIDER = 1.12
"""How much wider a title in the serif is than the same text in the font of charts."""

_PROPERTY, _TAG = re.compile(r"var\(--([a-z0-9-]+)\)"), re.compile(r"<[^<>]*>")
_SERIF = f' font-weight="600" font-family="{SERIF}, serif"'
_ROOT = re.compile(r'^<svg ([^>]*?)viewBox="0 0 (\S+) (\S+)" width="100%"([^>]*)>')


@dataclass(frozen=True)
class Frame:
    """The words around a drawing."""

    title: str
    subtitle: str
    credit: str
    """Whose data, and in which report."""
    notes: tuple[str, ...] = ()
    """The footnotes; a card has no room for them."""
    language: Language = "nl"
    """By whose rules words are broken."""


@dataclass(frozen=True)
class Inside:
    """A drawing without its outer element: the attributes of that, its size in units, and its content."""

    attributes: str
    width: float
    height: float
    content: str


@dataclass(frozen=True)
class Lettering:
    """How a text is set: its size in units, colour and weight, and whether in the serif."""

    size: float
    colour: str
    serif: bool = False

    @property
    def line(self) -> float:
        """The distance between lines."""
        return round(self.size * (1.15 if self.serif else 1.3), 2)


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
    """A drawing with what stands around it, in units; a file of its own and a picture are made of it."""

    width: float
    height: float
    drawn: Inside
    place: tuple[float, float, float]
    """Where the drawing stands from the left and from the top, and how much larger than it was drawn."""
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...] = ()


def inside(svg: str) -> Inside:
    """The parts of an SVG for a page; raises ValueError if it is none."""
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("not a drawing for a page")
    return Inside(
        root[1] + root[4].strip(), float(root[2]), float(root[3]), svg[root.end() :].removesuffix("</svg>")
    )


def broken(text: str, lettering: Lettering, room: float, language: Language, most: int = 99) -> list[str]:
    """A text in lines no wider than `room`; what more than `most` lines would need ends in an ellipsis."""
    lines = wrapping.lines(text, lambda line: _width(line, lettering) <= room, language)
    if len(lines) <= most:
        return lines
    last = f"{lines[most - 1]}\u2026"
    while " " in last and _width(last, lettering) > room:
        last = last.rpartition(" ")[0] + "\u2026"
    return [*lines[: most - 1], last]


def _width(text: str, lettering: Lettering) -> float:
    return wrapping.width(text, lettering.size) * (WIDER if lettering.serif else 1)


def lines_of(texts: Sequence[str], lettering: Lettering, x: float, top: float) -> tuple[Line, ...]:
    """Lines below each other from `top` on."""
    return tuple(
        Line(text, x, top + lettering.size + index * lettering.line, lettering)
        for index, text in enumerate(texts)
    )


def light(markup: str) -> str:
    """The same with the colours of the light scheme in the place of the properties of a page; text stays as
    it is.
    """
    return _TAG.sub(lambda tag: _PROPERTY.sub(lambda name: shade(name[0]), tag[0]), markup)


def shade(colour: str) -> str:
    """A property of a page as a colour of the light scheme; a colour as it is."""
    name = colour.removeprefix("var(--").removesuffix(")")
    return PALETTE[name][0] if name != colour else colour


def written(lines: Sequence[Line]) -> str:
    """Lines as SVG."""
    return "".join(
        f'<text x="{line.x:g}" y="{line.y:g}" font-size="{line.lettering.size:g}" '
        f'fill="{line.lettering.colour}"'
        f"{_SERIF if line.lettering.serif else ''}>{escape(line.text, quote=False)}</text>"
        for line in lines
    )


def whole(content: str, attributes: str, width: float, height: float) -> bytes:
    """A file with this content on paper."""
    paper = f'<rect width="{width:g}" height="{height:g}" fill="var(--chart-paper)"/>'
    made = (
        f'<svg {attributes} viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        f' font-family="{FONT}, Arial, Helvetica, sans-serif">{paper}{content}</svg>'
    )
    return light(made).encode()

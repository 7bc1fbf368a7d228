"""Takes the plain texts out of a drawing, for a program that sets them faster than the one that draws the
rest.

What is more than plain - turned, clipped, outlined, half transparent, or with characters that not every font
has - stays in the drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from trendrapport.placing.hyphenation import SOFT_HYPHEN

_MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)", re.ASCII)
_PLAIN = re.compile(r"[ -\u024f\u2010-\u203a\u20ac\u2212]*")
"""Latin letters, digits and the marks of ordinary text."""
_SPACES = re.compile("  +")
"""SVG shows several spaces as one."""
_OTHERWISE = {"clip-path", "stroke", "font-style", "fill-opacity", "opacity"}
"""The attributes that make a text or all texts in a group more than plain."""


@dataclass(frozen=True)
class Letters:
    """A line of text, and the position in units of the start, middle or end of its baseline, by `anchor`."""

    text: str = ""
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    colour: str = "none"
    anchor: str = "start"
    semibold: bool = False


def apart(content: str) -> tuple[str, list[Letters]]:
    """The content of a drawing without its plain texts, and those; raises ParseError if it is no XML."""
    root = ElementTree.fromstring(f"<g>{content}</g>")  # noqa: S314 - written by formats/svg.py
    found = list(_taken(root, Letters()))
    return ElementTree.tostring(root, encoding="unicode"), found


def _taken(group: Element, usual: Letters) -> Iterator[Letters]:
    """Takes the plain texts out of a group, which inherits the style `usual`."""
    for part in list(group):
        if part.get("opacity") == "0":
            group.remove(part)
            continue
        style = _style(part, usual)
        if style is None:
            continue
        if part.tag == "g":
            yield from _taken(part, style)
        elif part.tag == "text" and (lines := _lines(part, style)):
            group.remove(part)
            yield from lines


def _style(part: Element, usual: Letters) -> Letters | None:
    """The style in an element; None when it does something with text that is not plain."""
    moved = _MOVED.fullmatch(part.get("transform", "translate(0,0)"))
    if moved is None or any(part.get(name, "none") != "none" for name in _OTHERWISE):
        return None
    semibold = usual.semibold
    if "font-weight" in part.attrib:
        semibold = part.get("font-weight") == "600"
    return replace(
        usual,
        x=usual.x + float(moved[1]),
        y=usual.y + float(moved[2]),
        size=float(part.get("font-size", usual.size)),
        colour=part.get("fill", usual.colour),
        anchor=part.get("text-anchor", usual.anchor),
        semibold=semibold,
    )


def _lines(text: Element, style: Letters) -> list[Letters]:
    """The lines of a text; none when one is not plain."""
    if style.colour == "none":
        return []
    down, found = 0.0, []
    for line in text.findall("tspan") or [text]:
        down += float(line.get("dy", 0))
        words = _SPACES.sub(" ", line.text or "").replace(SOFT_HYPHEN, "")
        if not _PLAIN.fullmatch(words) or line.get("x", "0") != "0":
            return []
        found.append(replace(style, text=words, y=style.y + down))
    return found

"""A drawing's plain texts apart from the rest of it, for a program that sets them faster than the one that
draws the rest.

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
"""What makes a text or all texts in a group more than plain."""


@dataclass(frozen=True)
class Letters:
    """A line of text, and where in units its baseline starts, is in the middle or ends, as `anchor` says."""

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
    """Takes the plain texts out of a group in which `usual` holds for what is not said."""
    for part in list(group):
        if part.get("opacity") == "0":
            group.remove(part)
        elif (told := _told(part, usual)) and part.tag == "g":
            yield from _taken(part, told)
        elif told and part.tag == "text" and (lines := _lines(part, told)):
            group.remove(part)
            yield from lines


def _told(part: Element, usual: Letters) -> Letters | None:
    """What holds in an element; None when it does something with text that is not plain."""
    moved = _MOVED.fullmatch(part.get("transform", "translate(0,0)"))
    if moved is None or any(part.get(name, "none") != "none" for name in _OTHERWISE):
        return None
    return replace(
        usual,
        x=usual.x + float(moved[1]),
        y=usual.y + float(moved[2]),
        size=float(part.get("font-size", usual.size)),
        colour=part.get("fill", usual.colour),
        anchor=part.get("text-anchor", usual.anchor),
        semibold=part.get("font-weight") == "600" if "font-weight" in part.attrib else usual.semibold,
    )


def _lines(text: Element, told: Letters) -> list[Letters]:
    """The lines of a text; none when one is not plain."""
    down, found = 0.0, []
    for line in [line for line in text if line.tag == "tspan"] or [text]:
        down += float(line.get("dy", 0))
        said = _SPACES.sub(" ", line.text or "").replace(SOFT_HYPHEN, "")
        if not _PLAIN.fullmatch(said) or line.get("x", "0") != "0" or told.colour == "none":
            return []
        found.append(replace(told, text=said, y=told.y + down))
    return found

"""A finished drawing to its shapes as readers see them: where each stands on the page, and what it is painted
with.

Reads the SVG only: nothing is known here of how it was made.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from trendrapport.placing import wrapping

Place = tuple[float, float]
_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?"
_MOVE = re.compile(rf"(translate|rotate|scale)\(({_NUMBER})(?:[, ]({_NUMBER}))?\)")
_STEP = re.compile(rf"([MLHVAZmlhvaz])|({_NUMBER})")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}
_PAINTS = ("fill", "stroke", "fill-opacity", "opacity", "stroke-dasharray", "text-anchor", "font-size")
_USUAL = {
    "fill": "none",
    "stroke": "none",
    "fill-opacity": "1",
    "opacity": "1",
    "stroke-dasharray": "",
    "text-anchor": "start",
}


@dataclass(frozen=True)
class Shape:
    """One shape or text, in the order of painting."""

    tag: str
    points: tuple[Place, ...]
    """The corners of its outline; of text the middle of its first line, where it is anchored."""
    outline: str
    """The path as it is written, without its place: alike for marks of one shape."""
    paint: dict[str, str]
    said: str = ""
    """What the mark says when it is pointed at."""
    text: str = ""

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        if self.tag == "text":
            return self._text_box
        across, down = zip(*self.points, strict=True)
        return min(across), min(down), max(across), max(down)

    @property
    def _text_box(self) -> tuple[float, float, float, float]:
        (x, y), size = self.points[0], self.size
        wide = wrapping.width(self.text, size)
        left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.paint["text-anchor"]]
        return left, y - size * 0.7, left + wide, y + size * (1.25 * self.text.count("\n") + 0.2)

    @property
    def size(self) -> float:
        """The size of its text, in units of the drawing."""
        return float(self.paint["font-size"])

    @property
    def middle(self) -> Place:
        """The middle of its box."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    @property
    def opacity(self) -> float:
        """How much of its filling covers what lies behind it."""
        return float(self.paint["fill-opacity"]) * float(self.paint["opacity"])

    def covers(self, place: Place) -> bool:
        """Whether its filling covers a point: by how often a line to the right crosses its outline."""
        x, y = place
        crossed = False
        for (x1, y1), (x2, y2) in zip(self.points, self.points[1:] + self.points[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
        return crossed


@dataclass(frozen=True)
class Drawn:
    """A whole drawing."""

    name: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def texts(self) -> list[Shape]:
        """What stands in it to be read."""
        return [shape for shape in self.shapes if shape.tag == "text"]

    @property
    def marks(self) -> list[Shape]:
        """The shapes that say what they are."""
        return [shape for shape in self.shapes if shape.said and shape.tag != "text"]


def read(svg: str) -> Drawn:
    """A drawing from its text."""
    root = ElementTree.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    found = tuple(_shapes(root, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), dict(_USUAL)))
    return Drawn(_child(root, "title"), _child(root, "desc"), width, height, found)


def _child(element: Element, tag: str) -> str:
    return next((child.text or "" for child in element if _tag(child) == tag), "")


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


Matrix = tuple[float, float, float, float, float, float]


def _moved(matrix: Matrix, transform: str) -> Matrix:
    for kind, first, second in _MOVE.findall(transform):
        one, other = float(first), float(second or 0)
        cos, sin = math.cos(math.radians(one)), math.sin(math.radians(one))
        step = {
            "translate": (1, 0, 0, 1, one, other),
            "rotate": (cos, sin, -sin, cos, 0, 0),
            "scale": (one, 0, 0, float(second or first), 0, 0),
        }[kind]
        a, b, c, d, e, f = matrix
        matrix = (
            a * step[0] + c * step[1],
            b * step[0] + d * step[1],
            a * step[2] + c * step[3],
            b * step[2] + d * step[3],
            a * step[4] + c * step[5] + e,
            b * step[4] + d * step[5] + f,
        )
    return matrix


def _shapes(element: Element, matrix: Matrix, paint: dict[str, str]) -> Iterator[Shape]:
    for child in element:
        tag = _tag(child)
        own = paint | {name: child.get(name, "") for name in _PAINTS if child.get(name)}
        here = _moved(matrix, child.get("transform", ""))
        if tag == "g":
            yield from _shapes(child, here, own)
        elif tag in {"path", "rect", "line", "circle", "text"}:
            places = _corners(child, tag)
            a, b, c, d, e, f = here
            yield Shape(
                tag,
                tuple((a * x + c * y + e, b * x + d * y + f) for x, y in places),
                child.get("d", tag),
                own,
                _child(child, "title"),
                _words(child) if tag == "text" else "",
            )


def _words(element: Element) -> str:
    lines = [part.text or "" for part in element if _tag(part) == "tspan"]
    return "\n".join(lines) if lines else element.text or ""


def _corners(element: Element, tag: str) -> list[Place]:
    if tag == "path":
        return _path(element.get("d", ""))
    get = {
        name: float(element.get(name, "0"))
        for name in ("x", "y", "x1", "y1", "x2", "y2", "width", "height", "r", "cx", "cy")
    }
    if tag == "line":
        return [(get["x1"], get["y1"]), (get["x2"], get["y2"])]
    if tag == "rect":
        x, y, right, bottom = get["x"], get["y"], get["x"] + get["width"], get["y"] + get["height"]
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    if tag == "circle":
        return [
            (
                get["cx"] + get["r"] * math.cos(turn / 8 * math.pi),
                get["cy"] + get["r"] * math.sin(turn / 8 * math.pi),
            )
            for turn in range(16)
        ]
    return [(get["x"], get["y"])]


def _path(text: str) -> list[Place]:
    """The corners of a path; of the arcs that circles are made of, both halves."""
    steps = list(_STEP.findall(text))
    found, at, index, letter = [], (0.0, 0.0), 0, "M"
    while index < len(steps):
        if steps[index][0]:
            letter, index = steps[index][0], index + 1
        count = _TAKES[letter.upper()]
        values = [float(number) for _, number in steps[index : index + count]]
        index += count
        if not count:
            continue
        before, at = at, _next(letter, values, at)
        found += _arc(before, at) if letter in "Aa" else [at]
    return found


def _next(letter: str, values: list[float], at: Place) -> Place:
    base = at if letter.islower() else (0.0, 0.0)
    if letter in "Hh":
        return base[0] + values[0], at[1]
    if letter in "Vv":
        return at[0], base[1] + values[0]
    return base[0] + values[-2], base[1] + values[-1]


def _arc(start: Place, end: Place) -> list[Place]:
    """Half a circle from one place to the other, by the clock."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    radius, first = math.dist(start, end) / 2, math.atan2(start[1] - y, start[0] - x)
    return [
        (x + radius * math.cos(first + part / 8 * math.pi), y + radius * math.sin(first + part / 8 * math.pi))
        for part in range(1, 9)
    ]

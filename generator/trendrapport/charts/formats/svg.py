"""The drawing for a page: small, coloured by the page's CSS, with a name, and nothing that runs or loads.

Vega names axes in English, repeats attributes on every mark and colours with numbers. Here the drawing is
built anew from what readers need: shapes, text, the description of each mark (as the tooltip that browsers
show without a script) and colours by name. What is not on a list below is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from trendrapport.charts.annotations.words import sentences
from trendrapport.charts.figure import Figure
from trendrapport.charts.plan import Plan
from trendrapport.charts.rendering.marks import row_of, way
from trendrapport.charts.rendering.vega_to_svg import render
from trendrapport.charts.theme import with_properties
from trendrapport.charts.vega.colours import is_colour

NAMESPACE = "http://www.w3.org/2000/svg"

_SHAPES = {
    "g",
    "path",
    "line",
    "rect",
    "circle",
    "text",
    "tspan",
    "clipPath",
    "defs",
    "linearGradient",
    "stop",
}
_KEPT = {
    "d",
    "transform",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "dx",
    "dy",
    "width",
    "height",
    "r",
    "cx",
    "cy",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "opacity",
    "clip-path",
    "text-anchor",
    "font-size",
    "font-weight",
    "font-style",
    "id",
    "offset",
    "stop-color",
    "gradientUnits",
}
_INHERITED = {
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "text-anchor",
    "font-size",
    "font-weight",
}
_USUAL = {
    "opacity": "1",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "transform": "translate(0,0)",
    "font-weight": "normal",
}
"""Values that change nothing, so that they need not be written."""
_DECIMALS = re.compile(r"-?(?:\d*\.\d+(?:e-?\d+)?|\d+e-?\d+)", re.ASCII)
_COLOURS = {"fill", "stroke", "stop-color"}
_LOCAL = re.compile(r"url\(#([\w-]+)\)")
_INK = {
    "#000": "chart-ink",
    "#000000": "chart-ink",
    "black": "chart-ink",
    "#fff": "chart-paper",
    "#ffffff": "chart-paper",
    "white": "chart-paper",
}
"""Colours for which every scheme has its own: black text cannot be read on a dark page."""


def write(figure: Figure) -> bytes:
    """The figure as an inline SVG; raises ValueError if it cannot be drawn."""
    return rebuilt(figure, render(figure.vega_lite, figure.plan.theme.language))


def rebuilt(figure: Figure, svg: str) -> bytes:
    """The inline SVG of a figure from what Vega drew of it."""
    plan = figure.plan
    drawn = ElementTree.fromstring(svg)  # noqa: S314 - Vega's own
    name = f"{'narrow' if plan.theme.narrow else 'chart'}-{plan.name}"
    root = _root(plan, drawn, name)
    if found := way(figure.vega_lite):
        root.set("data-walk", found)
    description = " ".join((plan.chart.description, *sentences(plan)))
    root.append(_text("title", plan.chart.title, f"{name}-title"))
    root.append(_text("desc", description, f"{name}-desc"))
    size = str(plan.theme.text_size)
    content = Element("g", {"font-size": size, "fill": "none"})
    content.extend(_Rebuilding(name, size, municipalities=plan.chart.places is not None).parts(drawn))
    root.append(content)
    return with_properties(ElementTree.tostring(root, encoding="unicode")).encode()


def _root(plan: Plan, drawn: Element, name: str) -> Element:
    """The outer element, without its content."""
    width = "narrow" if plan.theme.narrow else "wide"
    return Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": _box(drawn, plan.theme.width),
            "width": "100%",
            "role": "img",
            "class": f"chart {width} chart-{plan.chart.kind.replace('_', '-')}",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
        },
    )


def _box(drawn: Element, least: int) -> str:
    """The whole drawing, and at least the theme's width, so that text has one size in all charts."""
    width, height = float(drawn.get("width", "0")), float(drawn.get("height", "0"))
    return f"0 0 {max(width, least):g} {height:g}"


def _text(tag: str, text: str, name: str | None = None) -> Element:
    element = Element(tag)
    if name:
        element.set("id", name)
    element.text = text
    return element


def _rounded(text: str) -> str:
    """The same coordinates with two decimals at most."""
    return _DECIMALS.sub(_two_decimals, text)


def _two_decimals(found: re.Match[str]) -> str:
    # Adding 0 makes 0 of -0.
    return f"{round(float(found[0]), 2) + 0:.2f}".rstrip("0").rstrip(".")


class _Rebuilding:
    """One walk over a drawing."""

    def __init__(self, name: str, size: str, *, municipalities: bool) -> None:
        self._name = name
        self._size = size
        self._municipalities = municipalities
        """Whether marks can be of municipalities."""
        self._series: dict[Any, int] = {}
        """The numbers of the series, in the order of their first marks."""
        self._ids: dict[str, str] = {}

    def parts(self, element: Element) -> Iterator[Element]:
        """What remains of an element's children; a group that says nothing gives way to its content."""
        for child in element:
            tag = child.tag.removeprefix(f"{{{NAMESPACE}}}")
            if tag in _SHAPES and not _unseen(child, tag):
                yield from self._part(child, tag)

    def _part(self, child: Element, tag: str) -> Iterator[Element]:
        made = Element(tag, dict(self._attributes(child)))
        made.extend(self.parts(child))
        if tag == "g":
            _share(made)
        if tag in {"text", "tspan"}:
            made.text = child.text
        if (said := child.get("aria-label")) and tag != "g":
            made.append(_text("title", said))
            made.attrib |= self._row(child)
        if tag == "g" and not made.attrib:
            yield from made
        elif tag != "g" or len(made):
            yield made

    def _row(self, mark: Element) -> Iterator[tuple[str, str]]:
        """The municipality of a mark, and the number of its series but for the first, which needs none."""
        series, municipality = row_of(mark)
        if self._municipalities and municipality:
            yield "data-place", str(municipality)
        if series is not None and (number := self._series.setdefault(series, len(self._series))):
            yield "data-series", str(number)

    def _attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        for key, value in element.attrib.items():
            if key == "id":
                yield key, self._id(value)
            elif key == "font-size":
                size = value.removesuffix("px")
                if size != self._size:
                    yield key, size
            elif key in _COLOURS:
                yield key, self._colour(value)
            elif key in _KEPT and _USUAL.get(key) != value and _safe(value):
                yield key, _rounded(self._local(value))

    def _colour(self, value: str) -> str:
        """A colour as the page has it; none for what is no colour."""
        if value == "transparent" or not (is_colour(value) or _LOCAL.fullmatch(value)):
            return "none"
        if value in _INK:
            return f"var(--{_INK[value]})"
        return self._local(value)

    def _local(self, value: str) -> str:
        """A value with the names of this drawing."""
        return _LOCAL.sub(lambda found: f"url(#{self._id(found[1])})", value)

    def _id(self, old: str) -> str:
        """A name that no other drawing on the page has, and that is the same in every run."""
        return self._ids.setdefault(old, f"{self._name}-{len(self._ids) + 1}")


def _safe(value: str) -> bool:
    """Whether a value names nothing outside the drawing."""
    return _LOCAL.fullmatch(value) is not None or not re.search(r"[:\\]|url", value, re.IGNORECASE)


def _share(group: Element) -> None:
    """Moves attributes that all parts of a group have in common to the group."""
    for key in sorted(_INHERITED - set(group.keys())):
        values = {part.get(key) for part in group}
        if len(group) > 1 and len(values) == 1 and (value := values.pop()):
            group.set(key, value)
            for part in group:
                del part.attrib[key]


def _unseen(element: Element, tag: str) -> bool:
    """Whether an element draws nothing: hidden, without a shape, or an uncoloured area."""
    if element.get("display") == "none" or (tag == "path" and not element.get("d")):
        return True
    if tag != "rect" and element.get("class") not in {"background", "foreground"}:
        return False
    return element.get("fill", "none") in {"none", "transparent"} and "stroke" not in element.attrib

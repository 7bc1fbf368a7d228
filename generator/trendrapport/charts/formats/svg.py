"""The drawing for a page: small, themed by the page's CSS, with a name and description, and nothing that runs or loads.

vl-convert names axes in English, repeats the same attributes on every mark and colours with numbers. Here the
drawing is rebuilt from what readers need: shapes, text, what each mark says, and colours by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from trendrapport.charts.figure import Figure
from trendrapport.charts.rendering import render
from trendrapport.charts.theme import FONT, properties

NAMESPACE = "http://www.w3.org/2000/svg"

_KEPT = {"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "r", "cx", "cy", "rx", "ry", "fill", "fill-opacity",
         "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "clip-path",
         "text-anchor", "font-size", "font-weight", "font-style", "id", "offset", "stop-color", "gradientUnits"}
_SHAPES = {"g", "path", "line", "rect", "circle", "text", "tspan", "clipPath", "defs", "linearGradient", "stop"}
_USUAL = {"opacity": "1", "fill-opacity": "1", "stroke-opacity": "1", "x2": "0", "y2": "0", "stroke-width": "1",
          "transform": "translate(0,0)", "stroke-dasharray": "1,0", "font-weight": "normal"}
"""Values that change nothing, so that they need not be written."""
_NUMBER = re.compile(r"-?\d*\.\d{2,}(?:e-?\d+)?")
_LOCAL = re.compile(r"url\(#([\w-]+)\)")


def write(figure: Figure) -> bytes:
    """The figure as an inline SVG; raises ValueError if it cannot be drawn."""
    chart, theme = figure.plan.chart, figure.plan.theme
    drawn = ElementTree.fromstring(render(figure.vega_lite, theme.language))  # noqa: S314 - vl-convert's own output
    name = f"chart-{figure.plan.name}"
    root = Element("svg", {"xmlns": NAMESPACE, "viewBox": _rounded(drawn.get("viewBox", "")), "width": "100%", "role": "img",
                           "class": f"chart chart-{chart.kind}", "aria-labelledby": f"{name}-title", "aria-describedby": f"{name}-desc"})
    for tag, text in (("title", chart.title), ("desc", chart.description)):
        part = Element(tag, {"id": f"{name}-{tag}"})
        part.text = text
        root.append(part)
    top = Element("g", {"font-size": str(theme.text_size), "fill": "none"})
    top.extend(_Rebuilding(name, str(theme.text_size)).parts(drawn))
    root.append(top)
    return _coloured(ElementTree.tostring(root, encoding="unicode")).encode()


def _coloured(text: str) -> str:
    for number, value in properties().items():
        text = re.sub(re.escape(number), value, text, flags=re.IGNORECASE)
    return text


def _rounded(text: str) -> str:
    """The same coordinates with two decimals at most."""
    return _NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip(".") or "0", text).replace("-0,", "0,")


class _Rebuilding:
    """One walk over a drawing."""

    def __init__(self, name: str, size: str) -> None:
        self._name = name
        self._size = size
        self._ids: dict[str, str] = {}

    def parts(self, element: Element) -> Iterator[Element]:
        """What remains of an element's children; a group that says nothing gives way to its content."""
        for child in element:
            tag = child.tag.removeprefix(f"{{{NAMESPACE}}}")
            if tag not in _SHAPES or _invisible(child, tag):
                continue
            made = Element(tag, dict(self._attributes(child, tag)))
            made.extend(self.parts(child))
            if tag in {"text", "tspan"}:
                made.text = child.text
            elif said := _said(child, tag):
                made.append(said)
            if tag == "g" and not made.attrib:
                yield from made
            elif tag != "g" or len(made):
                yield made

    def _attributes(self, element: Element, tag: str) -> Iterator[tuple[str, str]]:
        for key, value in element.attrib.items():
            if key not in _KEPT or _USUAL.get(key) == value and not (tag == "text" and key in {"x2", "y2"}):
                continue
            if key == "id":
                yield key, self._id(value)
            elif key == "font-size":
                if value.removesuffix("px") != self._size:
                    yield key, value.removesuffix("px")
            elif value not in {"transparent"} or key == "fill":
                yield key, _LOCAL.sub(lambda found: f"url(#{self._id(found[1])})", _rounded(value)).replace("transparent", "none")

    def _id(self, old: str) -> str:
        """A name that no other drawing on the page has, and that is the same in every run."""
        return self._ids.setdefault(old, f"{self._name}-{len(self._ids) + 1}")


def _invisible(element: Element, tag: str) -> bool:
    if element.get("display") == "none" or (tag == "path" and not element.get("d")):
        return True
    classes = element.get("class", "").split()
    if "background" in classes or "foreground" in classes:
        return element.get("fill", "none") in {"none", "transparent"} and "stroke" not in element.attrib
    return tag == "rect" and element.get("fill") in {"transparent", "none"} and "stroke" not in element.attrib


def _said(element: Element, tag: str) -> Element | None:
    """What a mark says of itself, as the tooltip that a browser shows without a script."""
    if element.get("aria-roledescription") not in {"bar", "point", "rule", "area", "arc", "rect", "circle", "square", "mark", "line", "tick",
                                                   "geoshape", "text mark", "rect mark", "symbol"} or tag == "g":
        return None
    title = Element("title")
    title.text = element.get("aria-label")
    return title if title.text else None


assert FONT

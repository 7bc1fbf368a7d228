"""The drawings of a page for paper: the colours of the report instead of the properties of a page, and the
letters by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from trendrapport.charts.theme import FONT, palette
from trendrapport.model.config import Config
from trendrapport.pages.browser.look import painted

WIDTH, HEIGHT = 166.0, 205.0
"""The room for a drawing on a page (millimetres)."""
SHARE = 0.84
"""The part of that width that a drawing takes: text of 14 units is 8.6 points then."""

_TAG = re.compile(r"<[^<>]*>")
_PROPERTY = re.compile(r"var\(--([a-z0-9-]+)\)")
_EMPTY_LINE = re.compile(r'<tspan x="([^"]*)" dy="([^"]*)" /><tspan x="\1" dy="([^"]*)"')
"""A line without words, by which a label is lowered: only browsers move on for it."""
_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


def paper_colours(config: Config, *, dark: bool = False) -> dict[str, str]:
    """The colours of the report by name, in the light scheme on white paper, or in the dark one on the
    cover's colour.
    """
    look, side = config.look, int(dark)
    found = {name: getattr(look, name)[side] for name in type(look).colours()}
    found |= {name: pair[side] for name, pair in palette(look).items()}
    found |= {f"{paint}-{name}": colours[side] for paint, name, colours in painted(config)}
    paper = look.cover[0] if dark else "#ffffff"
    found |= {"paper": paper, "card": paper, "chart-paper": paper}
    return found | {"chart-ink": found["ink"], "chart-soft": found["soft"], "chart-line": found["line"]}


def printed(svg: str, colours: Mapping[str, str]) -> bytes:
    """A drawing of a page on paper; text stays as it is."""

    def coloured(tag: re.Match[str]) -> str:
        return _PROPERTY.sub(lambda found: colours[found[1]], tag[0])

    named = svg.replace("<svg ", f'<svg font-family="{FONT}" ', 1)
    return _TAG.sub(coloured, _lowered(named)).encode()


def _lowered(svg: str) -> str:
    """A drawing in which lines without words lower the line after them."""
    count = 1
    while count:
        svg, count = _EMPTY_LINE.subn(_joined, svg)
    return svg


def _joined(lines: re.Match[str]) -> str:
    return f'<tspan x="{lines[1]}" dy="{float(lines[2]) + float(lines[3]):g}"'


def share(svg: str) -> float:
    """The part of a page's width that a drawing takes, so that it is no higher than a page."""
    box = _BOX.search(svg)
    if box is None:
        return SHARE
    width, height = float(box[3]), float(box[4])
    return round(min(SHARE, HEIGHT * width / height / WIDTH), 3)

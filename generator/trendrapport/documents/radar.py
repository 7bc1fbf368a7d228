"""The radar of an edition for paper: the drawing of its page, with the styles that the site gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trendrapport.charts.theme import FONT
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.browser.templating import render
from trendrapport.pages.overviews.radar import edition_path, radar
from trendrapport.pages.parts.radar_drawings import SMALL, WIDE
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

_GROUP = re.compile(r"<(/?)a\b")
_STYLE = """
.band {{ fill: {wash}; fill-opacity: .5; stroke: {chart-muted}; stroke-width: 1 }}
line {{ stroke: {chart-muted} }}
.rim {{ fill: none; stroke: {ink}; stroke-width: 5 }}
.sector {{ fill: {ink}; font-weight: 600 }}
.horizon {{ fill: {soft}; text-anchor: middle; font-weight: 400; stroke: {paper}; stroke-width: 4;
  paint-order: stroke }}
.beside {{ fill: {ink}; stroke: {paper}; stroke-width: 3; paint-order: stroke }}
.mark {{ fill: {ink} }}
.mark .ring {{ fill: none; stroke: {ink}; stroke-width: 2 }}
.mark .dashed {{ stroke-dasharray: 4 3 }}
.mark text {{ fill: {paper}; text-anchor: middle }}
.mark .hit {{ fill: none }}
"""
"""As `styles/on_demand/radar.css` has it."""
_CATEGORY = """
.{name} .rim, .{name} .ring {{ stroke: {colour} }}
.{name} .sector, .{name} .mark {{ fill: {colour} }}
.{name} .mark .ring {{ fill: none }}
.{name} .mark .hit {{ fill: none }}
.{name} .mark text {{ fill: {paper} }}
"""


def wheel(view: View, edition: Entry[Edition], colours: Mapping[str, str], *, cover: bool = False) -> str:
    """The radar as SVG; empty for an edition with so many trends that there is no room for a wheel."""
    shown = radar(view, edition, edition_path(edition), (SMALL if cover else WIDE,))
    if shown is None or not shown.drawings:
        return ""
    svg = render("parts/wheel", radar=shown, drawing=shown.drawings[0]).strip()
    style = _STYLE.format(**colours)
    for sector in shown.sectors:
        name = f"{shown.paint}-{sector['slug']}"
        style += _CATEGORY.format(name=name, colour=colours[name], paper=colours["paper"])
    head, inside = _GROUP.sub(r"<\1g", svg).split(">", 1)
    named = head.replace("<svg", f'<svg xmlns="{_NAMESPACE}" font-family="{FONT}" font-weight="600"', 1)
    return f"{named}><style>{style}</style>{inside}"


_NAMESPACE = "http://www.w3.org/2000/svg"

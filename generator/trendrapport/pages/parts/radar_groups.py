"""The marks of a radar by sector and ring: for the list beside the drawing, for strips, and counted."""

from __future__ import annotations

from trendrapport.pages.parts.counts import CountedCell, CountRow, Counts, counted
from trendrapport.pages.parts.facets import shared
from trendrapport.pages.parts.radar_figure import RadarMark, in_ring
from trendrapport.pages.parts.shown_radar import MarkGroup, Strip, StripCell, Strips
from trendrapport.pages.view import View, Word


def groups(view: View, marks: list[RadarMark]) -> list[MarkGroup]:
    """The list beside the drawing: the marks by sector."""
    by_sector: dict[str, list[RadarMark]] = {}
    for mark in marks:
        by_sector.setdefault(mark.sector["slug"], []).append(mark)
    found = []
    for sector in view.sectors:
        if sector["slug"] in by_sector:
            found.append(MarkGroup(**sector, marks=by_sector[sector["slug"]]))
    return found


def strips(view: View, marks: list[RadarMark]) -> Strips:
    """The same without a wheel, where there is no room for all marks in one: a strip for each sector, with a
    cell for each ring.
    """
    sectors = []
    for group in groups(view, marks):
        cells = [_cell(group, ring) for ring in view.rings]
        sectors.append(Strip(**group, cells=cells))
    return Strips(tuple(ring["label"] for ring in view.rings), sectors)


def _cell(sector: MarkGroup, ring: Word) -> StripCell:
    found = in_ring(sector["marks"], ring["slug"])
    return StripCell(
        id=f"{sector['slug']}--{ring['slug']}",
        label=ring["label"],
        marks=found,
        shared=shared(found) if found else {},
    )


def counts(view: View, shown: Strips, title: str, radar: str) -> Counts:
    """How many trends each cell has; each number leads to their names in a radar, given its address."""
    rows = []
    for strip in shown.sectors:
        cells = [_counted(view, strip, cell, radar) for cell in strip["cells"]]
        rows.append(CountRow(strip["label"], strip["slug"], cells))
    return Counts(title=title, head=None, columns=list(shown.rings), rows=rows)


def _counted(view: View, strip: Strip, cell: StripCell, radar: str) -> CountedCell:
    where = f"{strip['label']}, {cell.label}"
    return counted(view, where, f"{radar}#{cell.id}", [mark.sector for mark in cell.marks])

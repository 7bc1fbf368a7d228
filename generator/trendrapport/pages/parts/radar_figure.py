"""The figure around a radar: what it shows in words, and its trends as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.changes import former
from trendrapport.pages.parts.facets import Listed, statuses
from trendrapport.pages.parts.overview_figure import Cell, OverviewFigure, columns, overview_figure
from trendrapport.pages.view import View, Word
from trendrapport.report.report import Entry

COLUMNS = ("number", "trend", "category", "horizon", "stance", "impact")
NUMBERS = ("number", "impact")


@dataclass(frozen=True)
class StripMark:
    """The radius of a mark in a strip, and the tip of one that moved."""

    size: float
    tip: str


@dataclass(frozen=True, kw_only=True)
class RadarMark(Listed):
    """A trend on the radar."""

    number: int
    slug: str
    title: str
    href: str
    form: str
    category: Word
    strip: StripMark
    ring: Word
    stance: Word
    impact: int
    status: str | None
    """What happened since the former edition."""
    status_label: str | None
    facts: list[str]
    description: str
    tip: str


def radar_figure(view: View, edition: Entry[Edition], page: str, marks: list[RadarMark]) -> OverviewFigure:
    """What is around the drawing; a column tells what changed where there is a former edition."""
    names = list(COLUMNS)
    rows = [_row(mark) for mark in marks]
    if former(view, edition):
        names.append("changed")
        for row, mark in zip(rows, marks, strict=True):
            row.append(Cell(text=mark.status_label or ""))
    return overview_figure(
        view,
        name="radar",
        page=page,
        title=_finding(view, edition, marks),
        subtitle=view.labels("radar_subtitle"),
        caption=edition.data.judgement,
        sentences=_sentences(view, marks),
        columns=columns(view, names, NUMBERS),
        rows=rows,
    )


def _row(mark: RadarMark) -> list[Cell]:
    return [
        {"text": str(mark.number), "number": mark.number},
        {"text": mark.title, "href": mark.href},
        {"text": mark.facts[0]},
        {"text": mark.ring["label"]},
        {"text": mark.stance["label"]},
        {"text": str(mark.impact), "number": mark.impact},
    ]


def _finding(view: View, edition: Entry[Edition], marks: list[RadarMark]) -> str:
    """The ring with most trends, in a sentence."""
    if len(marks) == 1:
        return view.title_in(edition, "radar")
    counts = {name: len(in_ring(marks, name)) for name in view.report.config.taxonomies.horizons}
    most = max(counts, key=lambda name: counts[name])
    return view.labels(
        "radar_all" if counts[most] == len(marks) else "radar_most",
        count=counts[most],
        all=len(marks),
        ring=view.term("horizons", most)["label"],
        edition=edition.slug,
    )


def _sentences(view: View, marks: list[RadarMark]) -> list[str]:
    """The trends of each ring, and those of each status, in sentences."""
    sentences = []
    for name in view.report.config.taxonomies.horizons:
        titles = _titles(in_ring(marks, name)) or view.labels("none")
        sentences.append(f"{view.term('horizons', name)['label']}: {titles}.")
    for name, label in statuses(view).items():
        titles = _titles(mark for mark in marks if mark.status == name)
        if titles:
            sentences.append(f"{label}: {titles}.")
    return sentences


def _titles(marks: Iterable[RadarMark]) -> str:
    return ", ".join(mark.title for mark in marks)


def in_ring(marks: Iterable[RadarMark], ring: str) -> list[RadarMark]:
    """The marks in a ring."""
    return [mark for mark in marks if mark.ring["slug"] == ring]

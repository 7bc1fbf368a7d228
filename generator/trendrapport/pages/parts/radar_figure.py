"""The figure around a radar: what it shows in words, and its trends as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.language.facts import within_sentence
from trendrapport.model.entries.editions import Edition
from trendrapport.model.taxonomies import Judged
from trendrapport.pages.analysis.changes import former
from trendrapport.pages.parts.facets import Listed, judged, statuses, taxonomy_of
from trendrapport.pages.parts.overview_figure import Cell, Column, OverviewFigure, columns, overview_figure
from trendrapport.pages.view import View, Word
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class StripMark:
    """The radius of a mark in a strip, the tip of one that moved, and what the mark says."""

    size: float
    tip: str
    says: str


@dataclass(frozen=True, kw_only=True)
class RadarMark(Listed):
    """A trend on the radar."""

    number: int
    slug: str
    title: str
    href: str
    form: str
    category: Word
    sector: Word
    strip: StripMark
    ring: Word
    stance: Word | None
    impact: int | None
    status: str | None
    """What happened since the former edition."""
    status_label: str | None
    facts: list[str]
    description: str
    tip: str


def radar_figure(
    view: View, edition: Entry[Edition], page: str, marks: list[RadarMark], *, brief: bool
) -> OverviewFigure:
    """What is around the drawing; a column tells what changed where there is a former edition. What is
    `brief` says how many trends there are instead of naming all: the list does so.
    """
    heads = [Column(title=view.labels("number"), number=True), *columns(view, ("trend",))]
    heads += [Column(title=name) for name in _names(view)]
    rows = [_row(view, mark) for mark in marks]
    if Judged.IMPACT in view.report.config.judgement:
        heads.append(Column(title=view.labels("impact"), number=True))
        for row, mark in zip(rows, marks, strict=True):
            row.append(Cell(text=str(mark.impact), number=mark.impact or 0))
    if former(view, edition):
        heads += columns(view, ("changed",))
        for row, mark in zip(rows, marks, strict=True):
            row.append(Cell(text=mark.status_label or ""))
    return overview_figure(
        view,
        name="radar",
        page=page,
        title=_finding(view, edition, marks),
        subtitle=_subtitle(view),
        caption=edition.data.judgement,
        sentences=_sentences(view, marks, brief=brief),
        columns=heads,
        rows=rows,
        brief=brief,
    )


def _subtitle(view: View) -> str:
    """What the radar shows, in the words of its sectors and rings."""
    radar = view.report.config.radar
    if view.rings_are_horizons and radar.sectors == "categories":
        return view.labels("radar_subtitle")
    sectors, rings = (
        within_sentence(view.taxonomy_name(name), view.labels.language)
        for name in (radar.sectors, radar.rings)
    )
    return view.labels("radar_subtitle_own", sectors=sectors, rings=rings)


def _names(view: View) -> list[str]:
    """What readers call each thing that the table says of a trend in words."""
    config = view.report.config
    used = [
        name
        for name in ("categories", "horizons", "stances", *config.taxonomies.own)
        if config.used_words(name)
    ]
    return [view.taxonomy_name(name) for name in used]


def _row(view: View, mark: RadarMark) -> list[Cell]:
    found: list[Cell] = [
        {"text": str(mark.number), "number": mark.number},
        {"text": mark.title, "href": mark.href},
    ]
    for name in judged(view):
        labels = [view.term(taxonomy_of(name), word)["label"] for word in mark.terms.get(name, ())]
        found.append({"text": ", ".join(labels)})
    return found


def _finding(view: View, edition: Entry[Edition], marks: list[RadarMark]) -> str:
    """The ring with most trends, in a sentence."""
    if len(marks) == 1:
        return view.title_in(edition, "radar")
    rings = {ring["slug"]: ring["label"] for ring in view.rings}
    counts = {name: len(in_ring(marks, name)) for name in rings}
    most = max(counts, key=lambda name: counts[name])
    return view.labels(
        "radar_all" if counts[most] == len(marks) else "radar_most",
        count=counts[most],
        all=len(marks),
        ring=rings[most],
        edition=view.short_name(edition),
    )


def _sentences(view: View, marks: list[RadarMark], *, brief: bool) -> list[str]:
    """The trends of each ring, and those of each status, in sentences."""
    sentences = []
    for ring in view.rings:
        found = in_ring(marks, ring["slug"])
        sentences.append(_sentence(view, ring["label"], found, brief=brief))
    for name, label in statuses(view).items():
        found = [mark for mark in marks if mark.status == name]
        if found:
            sentences.append(_sentence(view, label, found, brief=brief))
    return sentences


def _sentence(view: View, what: str, marks: list[RadarMark], *, brief: bool) -> str:
    if brief:
        return f"{what}: {view.labels.count('count_trends', len(marks))}."
    titles = ", ".join(mark.title for mark in marks)
    return f"{what}: {titles or view.labels('none')}."


def in_ring(marks: Iterable[RadarMark], ring: str) -> list[RadarMark]:
    """The marks in a ring."""
    return [mark for mark in marks if mark.ring["slug"] == ring]

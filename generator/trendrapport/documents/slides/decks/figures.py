"""A figure to a slide: its finding, its chart and where the data are from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.documents.slides.deck import Chart, Native, Picture
from trendrapport.documents.slides.native.choosing import native
from trendrapport.pages.parts.figure import Figure, figure
from trendrapport.pages.view import View

Drawings = Mapping[str, Drawing]


def chart_slide(view: View, name: str, drawings: Drawings) -> Chart | None:
    """The slide of a figure, which stays in the report's own language; None where readers do not get it."""
    own = View(view.report)
    shown = figure(own, name, "")
    if shown is None or name not in drawings:
        return None
    return Chart(
        title=shown.title,
        unit=shown.subtitle,
        drawn=_drawn(own, name, drawings),
        description=shown.description,
        below=(*shown.footnotes, credit(own, shown)),
        notes=tuple(notes(shown)),
        language=own.labels.language,
    )


def _drawn(view: View, name: str, drawings: Drawings) -> Native | Picture:
    chart = view.report.charts[name].data
    plan = Plan(name, chart, view.report.tables[chart.data], Theme(view.labels.language))
    return native(plan) or Picture(drawings[name].kept.name, partial(_svg, drawings[name]))


def _svg(drawing: Drawing) -> str:
    return drawing.texts["svg"]


def credit(view: View, shown: Figure) -> str:
    """Whose data it shows, when they were fetched, and under which licence."""
    label, source = view.labels, shown.source or {}
    who = source.get("who") or source.get("title") or ""
    when = f", {label('retrieved', date=shown.created)}" if shown.created else ""
    licence = shown.licence.get("title") or shown.licence["name"]
    return f"{label('source')}: {who}{when}. {label('licence')}: {licence}."


def notes(shown: Figure) -> Iterator[str]:
    """What whoever presents it has to know: the figure in words, what to mind, its source and its address."""
    for text in (shown.description, shown.caption, *shown.footnotes, shown.cite):
        if text:
            yield text

"""A figure to a slide: its finding, its chart and where the data are from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from trendrapport.charts.annotations.words import sentences
from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.charts.pictures.framing import light_colours
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.charts.words.footnotes import footnotes_of_plain_chart
from trendrapport.documents.slides.deck import Chart, Picture
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
    plan = _plan(own, name)
    made, marked = native(plan), sentences(plan)
    below = [*marked, *footnotes_of_plain_chart(plan)] if made else shown.footnotes
    return Chart(
        title=shown.title,
        unit=shown.subtitle,
        drawn=made or _picture(own, drawings[name]),
        description=shown.description,
        below=(*below, credit(own, shown)),
        notes=tuple(notes(shown, marked)),
        language=own.labels.language,
    )


def _picture(view: View, drawing: Drawing) -> Picture:
    return Picture(drawing.kept.name, partial(_svg, drawing), light_colours(view.report.config.look))


def _plan(view: View, name: str) -> Plan:
    chart = view.report.charts[name].data
    return Plan(name, chart, view.report.tables[chart.data], Theme(view.labels.language))


def _svg(drawing: Drawing) -> str:
    return drawing.texts["svg"]


def credit(view: View, shown: Figure) -> str:
    """Whose data it shows, when they were fetched, and under which licence."""
    label, source = view.labels, shown.source or {}
    who = source.get("who") or source.get("title") or ""
    when = f", {label('retrieved', date=shown.created)}" if shown.created else ""
    licence = shown.licence.get("title") or shown.licence["name"]
    return f"{label('source')}: {who}{when}. {label('licence')}: {licence}."


def notes(shown: Figure, marked: Sequence[str] = ()) -> Iterator[str]:
    """What whoever presents it has to know: the figure in words, what it marks, what to mind, its source and
    its address.
    """
    for text in (shown.description, shown.caption, *marked, *shown.footnotes, shown.cite):
        if text:
            yield text

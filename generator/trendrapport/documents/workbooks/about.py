"""What a workbook says of its figure: lines of a name and a text, and what each column of the data is."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.model.charts import TableField
from trendrapport.pages.parts.figure import Figure, figure, path
from trendrapport.pages.view import View


@dataclass(frozen=True)
class Line:
    """A line of the first sheet."""

    name: str
    text: str
    address: str = ""
    """Where the text leads, if anywhere."""


@dataclass(frozen=True)
class Column:
    """A column of the data, in words."""

    title: str
    unit: str
    sort: str
    explanation: str


@dataclass(frozen=True)
class About:
    """The first sheet of a workbook."""

    title: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]


def about(view: View, name: str) -> About:
    """What readers have to know to use the data of a figure, which must exist."""
    shown = figure(view, name, path(name))
    if shown is None:
        raise KeyError(name)
    fields = view.report.tables[view.report.charts[name].data.data].fields
    lines = [line for line in _lines(view, name, shown) if line.text]
    return About(shown.title, tuple(lines), tuple(_column(view, field) for field in fields))


def _lines(view: View, name: str, shown: Figure) -> list[Line]:
    label, chart = view.labels, view.report.charts[name].data
    package = view.report.packages[chart.data].data
    licence = package.licenses[0]
    sources = [Line(label("source"), one.title, one.path or "") for one in package.sources]
    notes = [Line(label("workbook.note"), note) for note in shown.footnotes]
    return [
        Line(label("workbook.shows"), shown.subtitle),
        Line(label("workbook.table"), package.title),
        Line(label("workbook.explanation"), package.description or ""),
        Line(label("workbook.note"), shown.caption or ""),
        *notes,
        *sources,
        Line(label("licence"), licence.title or licence.name, licence.path or ""),
        Line(label("workbook.retrieved"), shown.created or ""),
        Line(label("workbook.next"), label.date(package.next_update) if package.next_update else ""),
        Line(label("workbook.in_words"), shown.description),
        Line(label("cite"), shown.cite),
        Line(label("workbook.page"), shown.address, shown.address),
    ]


def _column(view: View, field: TableField) -> Column:
    sort = view.labels(f"workbook.types.{field.type}")
    return Column(field.title or field.name, field.unit or "", sort, field.description or "")

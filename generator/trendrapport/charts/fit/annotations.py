"""Annotations compared with the chart they mark: those that mark nothing, or something that the chart does
not have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from trendrapport.charts.annotations.words import when
from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.drawn_rows import has_columns
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.kinds import ChartKind, traits
from trendrapport.charts.parts.moments import SPANS, moment
from trendrapport.charts.parts.series import series_names
from trendrapport.charts.plan import TIMES, Record, all_named, named, selected
from trendrapport.charts.tables.rhythm import every
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Text, choose_from
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.annotation import Annotation, Form
from trendrapport.model.charts import Chart, Scalar, TableField
from trendrapport.model.periods import period

_FORM = (
    Text(
        nl="deze annotatie wijst geen plaats aan, of meer dan één",
        en="this annotation points at nothing, or at more than one thing",
    ),
    Text(
        nl="er zou niets worden gemarkeerd, of iets anders dan bedoeld",
        en="nothing would be marked, or something other than intended",
    ),
    Text(
        nl="Gebruik één van: at, from met to, value, point of milestone.",
        en="Use one of: at, from with to, value, point or milestone.",
    ),
)
_LABEL = (
    Text(nl="deze annotatie heeft geen label", en="this annotation has no label"),
    Text(
        nl="een lezer ziet een lijn zonder te weten waar die voor is",
        en="readers would see a line without knowing what it is for",
    ),
    Text(nl='Voeg toe: "label:" met een paar woorden.', en='Add "label:" with a few words.'),
)
_FORMS: dict[Form, Text] = {
    "moment": Text(nl="moment", en="moment"),
    "range": Text(nl="periode", en="range"),
    "value": Text(nl="waarde", en="value"),
    "point": Text(nl="punt", en="point"),
}
_PLACE = (
    Text(nl="in deze grafiek kan geen {nl} worden gemarkeerd", en="this chart cannot mark a {en}"),
    Text(nl="de grafiek heeft daar geen as of punt voor", en="the chart has no axis or point for it"),
    Text(
        nl="Markeer iets anders, of kies een soort grafiek met een tijdas, zoals lines.",
        en="Mark something else, or choose a kind of chart with a time axis, such as lines.",
    ),
)
_OUTSIDE = (
    Text(
        nl="{at} ligt buiten de grafiek, die loopt van {first} tot en met {last}",
        en="{at} is outside the chart, which runs from {first} to {last}",
    ),
    Text(nl="het zou buiten de tekening vallen", en="it would fall outside the drawing"),
    Text(
        nl="Kies een moment binnen de grafiek, of verwijder de annotatie.",
        en="Choose a moment within the chart, or remove the annotation.",
    ),
)
_NO_BAR = Text(nl="{at} is geen periode van deze grafiek", en="{at} is not one of the periods in this chart")
SLACK = 1e-3
"""Moments are rounded to less than this."""
FEW_MOMENTS = 12
"""The largest number of moments that are listed to choose from."""
_POINT = (
    Text(nl='er is geen punt "{name}" in deze grafiek', en='this chart has no point "{name}"'),
    Text(nl="er is niets waar het label bij kan staan", en="there is nothing for the label to label"),
)
_EMPTY = (
    Text(nl='het punt "{name}" heeft geen waarde', en='the point "{name}" has no value'),
    Text(nl="er is niets waar het label bij kan staan", en="there is nothing for the label to label"),
    Text(
        nl='Kies een punt met een waarde, of zet de reeks erbij: "series:".',
        en='Choose a point that has a value, or name the series too: "series:".',
    ),
)


def annotation_misfits(chart: Chart, table: Table, kind: ChartKind) -> Iterator[Misfit]:
    """What is wrong with each annotation of a chart whose fields exist."""
    if not chart.annotations or not has_columns(table, [*all_named(chart, chart.fields), *chart.filter]):
        return
    drawing = _drawing(chart, table)
    for index, annotation in enumerate(chart.annotations):
        path = ("annotations", index)
        form = annotation.form
        if form is None:
            yield at_value(path, "annotation-form", _FORM)
            continue
        if annotation.label is None and annotation.milestone is None:
            yield at_value(path, "annotation-without-label", _LABEL)
        if not _is_possible(form, drawing, kind):
            sort = _FORMS[form]
            yield at_value(path, "annotation-without-place", _PLACE, nl=sort.nl, en=sort.en)
        elif form == "point":
            yield from _point_misfits(annotation, path, drawing)
        elif form in {"moment", "range"}:
            yield from _moment_misfits(annotation, path, drawing)


@dataclass(frozen=True)
class _Drawing:
    """What an annotation is compared with."""

    chart: Chart
    table: Table
    rows: list[Record]
    column: TableField | None
    """The column along the axis, or that of the names of dots."""
    values: list[Scalar]
    """What that column has in the rows."""


def _drawing(chart: Chart, table: Table) -> _Drawing:
    rows, column = selected(chart, table), _column(chart, table)
    values: list[Scalar] = []
    if column:
        values = [row[column.name] for row in rows if row[column.name] is not None]
    return _Drawing(chart, table, rows, column, values)


def _column(chart: Chart, table: Table) -> TableField | None:
    roles = ("label", *PLACES) if traits(chart.kind).known_by_label else PLACES
    names = all_named(chart, roles)
    return table.field(names[0]) if names else None


def _is_possible(form: Form, drawing: _Drawing, kind: ChartKind) -> bool:
    """Whether a kind can mark this with these columns; horizontal bars have no time axis."""
    if form not in getattr(kind, "ANNOTATIONS", ()) or _lies(drawing.chart, drawing.column):
        return False
    return form not in {"moment", "range"} or _has_axis_of_time(drawing)


def _has_axis_of_time(drawing: _Drawing) -> bool:
    if drawing.column is None:
        return False
    if drawing.column.type in TIMES:
        return True
    return traits(drawing.chart.kind).time_axis and drawing.column.type == "integer"


def _lies(chart: Chart, column: TableField | None) -> bool:
    """Whether bars that can be vertical are horizontal; those have no annotations."""
    declared = chart.options.get("lying")
    if declared is not None:
        return bool(declared)
    return traits(chart.kind).horizontal_for_words and (column is None or column.type not in TIMES)


def _point_misfits(annotation: Annotation, path: DataPath, drawing: _Drawing) -> Iterator[Misfit]:
    """A point, or its series, that the chart does not have; or a point without a value."""
    if drawing.column is None:
        return
    code, column = "unknown-annotation-point", drawing.column.name
    names = {str(value) for value in drawing.values}
    if str(annotation.point) not in names:
        choice = choose_from(str(annotation.point), names)
        yield at_value((*path, "point"), code, (*_POINT, choice), name=annotation.point)
        return
    series = series_names(drawing.chart, drawing.table, drawing.rows)
    if annotation.series is not None and str(annotation.series) not in series:
        choice = choose_from(str(annotation.series), series)
        yield at_value((*path, "series"), code, (*_POINT, choice), name=annotation.series)
        return
    marked = [row for row in drawing.rows if str(row[column]) == str(annotation.point)]
    if not any(_has_value(row, annotation, drawing) for row in marked):
        yield at_value((*path, "point"), "annotation-point-without-value", _EMPTY, name=annotation.point)


def _has_value(row: Record, annotation: Annotation, drawing: _Drawing) -> bool:
    """Whether a row has a value in the series that an annotation names, or in any when it names none."""
    chart = drawing.chart
    series = named(chart, "series")
    if series and annotation.series is not None and str(row[series[0]]) != str(annotation.series):
        return False
    if any(row[name] is None for name in all_named(chart, ("x", "y"))):
        return False
    values = named(chart, "value")
    if not values:
        return True
    if not series and annotation.series is not None:
        title = str(annotation.series)
        return any(row[name] is not None for name in values if drawing.table.field(name).title == title)
    return any(row[name] is not None for name in values)


def _moment_misfits(annotation: Annotation, path: DataPath, drawing: _Drawing) -> Iterator[Misfit]:
    """Moments beside the chart, or of which it has no bar."""
    if drawing.column is None or not drawing.values or named(drawing.chart, "date"):
        return
    for key, value in _moments(annotation).items():
        if value is None:
            continue
        if not _is_within(value, drawing.column, drawing):
            yield _outside(value, (*path, key), drawing.values)
        elif not _has_bar(value, drawing.column, drawing):
            texts = (_NO_BAR, _OUTSIDE[1], _choices(value, drawing.values))
            yield at_value((*path, key), "annotation-outside", texts, at=value)


def _moments(annotation: Annotation) -> dict[str, Scalar]:
    """The moments of an annotation by their keys."""
    if annotation.form == "range":
        return {"from": annotation.start, "to": annotation.to}
    key = "milestone" if annotation.milestone else "at"
    return {key: annotation.at}


def _outside(value: Scalar, path: DataPath, values: Collection[Scalar]) -> Misfit:
    """A moment before the first of the chart or after the last."""
    first, last = _when(min(values, key=moment)), _when(max(values, key=moment))
    texts = (*_OUTSIDE[:2], _choices(value, values))
    return at_value(path, "annotation-outside", texts, at=value, first=first, last=last)


def _when(value: Scalar) -> Text:
    """A moment as readers see it."""
    return Text(*(when(value, language) for language in LANGUAGES))


def _choices(value: Scalar, values: Collection[Scalar]) -> Text:
    """The moments of a chart that has few of them."""
    known = set(map(str, values))
    if len(known) > FEW_MOMENTS:
        return _OUTSIDE[2]
    return choose_from(str(value), known)


def _is_within(value: Scalar, column: TableField, drawing: _Drawing) -> bool:
    """Whether a moment lies on the axis; the bar of a period is that whole period."""
    moments = [moment(known) for known in drawing.values]
    at, first, last = moment(value), min(moments), max(moments)
    if first <= at <= last:
        return True
    span = SPANS.get(column.type, 0.0) if traits(drawing.chart.kind).vertical else 0.0
    return first <= at < last + span - SLACK


def _has_bar(value: Scalar, column: TableField, drawing: _Drawing) -> bool:
    """Whether bars of periods have one for a period of their own sort; of a gap that is shown too."""
    found = period(value)
    if not traits(drawing.chart.kind).vertical or found is None or found.sort != column.type:
        return True
    shown = every(list(dict.fromkeys(drawing.values)), column.type)
    return found in set(map(period, shown))

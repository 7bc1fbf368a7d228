"""Annotations held against the chart they stand in: what marks nothing, or a place that the chart does not
have.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.annotations.words import when
from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.misfit import Misfit
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.parts.moments import SPANS, moment
from trendrapport.charts.parts.series import series_names
from trendrapport.charts.plan import TIMES, Record, named, selected
from trendrapport.charts.tables.rhythm import every
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Text, choose_from
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.annotation import Annotation, Form
from trendrapport.model.charts import Chart, Scalar, TableField
from trendrapport.model.periods import period

_FORM = (
    Text(
        nl="deze annotatie wijst geen of meer dan één plaats aan",
        en=("this annotation points at no place or at more than one"),
    ),
    Text(
        nl="er zou niets gemarkeerd worden, of iets anders dan bedoeld",
        en=("nothing would be marked, or something else than meant"),
    ),
    Text(
        nl="Geef één van: at, from met to, value, point of milestone.",
        en=("Give one of: at, from with to, value, point or milestone."),
    ),
)
_LABEL = (
    Text(nl="deze annotatie heeft geen label", en="this annotation has no label"),
    Text(
        nl="een lezer ziet een lijn zonder te weten waarvoor",
        en=("a reader sees a line without knowing what for"),
    ),
    Text(nl='Zet erbij: "label:" met een paar woorden.', en='Add "label:" with a few words.'),
)
_FORMS: dict[Form, Text] = {
    "moment": Text(nl="moment", en="moment"),
    "range": Text(nl="periode", en="range"),
    "value": Text(nl="waarde", en="value"),
    "point": Text(nl="punt", en="point"),
}
_PLACE = (
    Text(nl=("in deze grafiek kan geen {nl} gemarkeerd worden"), en="no {en} can be marked in this chart"),
    Text(nl="de grafiek heeft daar geen as of punt voor", en="the chart has no axis or point for that"),
    Text(
        nl="Kies iets anders om te markeren, of een soort met een as van tijd, zoals lines.",
        en="Mark something else, or choose a kind with an axis of time, such as lines.",
    ),
)
_OUTSIDE = (
    Text(
        nl="{at} ligt buiten de grafiek, die loopt van {first} tot en met {last}",
        en="{at} lies outside the chart, which runs from {first} to {last}",
    ),
    Text(nl="het zou buiten de tekening vallen", en="it would fall outside the drawing"),
    Text(
        nl="Kies een moment binnen de grafiek, of haal de annotatie weg.",
        en="Choose a moment within the chart, or remove the annotation.",
    ),
)
_NO_BAR = Text(nl="{at} is geen periode van deze grafiek", en="{at} is not a period of this chart")
BARS = frozenset({"bars", "grouped_bars", "stacked_bars"})
"""Kinds in which a moment has a bar as wide as it lasts."""
SLACK = 1e-3
"""Moments are rounded to less than this."""
FEW_MOMENTS = 12
"""So many moments are named to choose from."""
_POINT = (
    Text(nl='er is geen punt "{name}" in deze grafiek', en='there is no point "{name}" in this chart'),
    Text(nl="het label zou nergens bij staan", en="the label would stand beside nothing"),
)
_EMPTY = (
    Text(nl='bij het punt "{name}" is geen waarde', en='there is no value at the point "{name}"'),
    Text(nl="het label zou nergens bij staan", en="the label would stand beside nothing"),
    Text(
        nl='Kies een punt met een waarde, of zet de reeks erbij: "series:".',
        en='Choose a point with a value, or add the series: "series:".',
    ),
)


def annotation_misfits(chart: Chart, table: Table, kind: ChartKind) -> Iterator[Misfit]:
    """What is wrong with each annotation of a chart whose fields exist."""
    if any(name not in table.columns for role in chart.fields for name in named(chart, role)) or not set(
        chart.filter
    ) <= set(table.columns):
        return
    rows = selected(chart, table) if chart.annotations else []
    for index, one in enumerate(chart.annotations):
        at = ("annotations", index)
        if one.form is None:
            yield Misfit(at, False, "annotation-form", *_FORM)
            continue
        if one.label is None and one.milestone is None:
            yield Misfit(at, False, "annotation-without-label", *_LABEL)
        if not _possible(one.form, chart, table, kind):
            sort = _FORMS[one.form]
            yield Misfit(
                at, False, "annotation-without-place", _PLACE[0].filled(nl=sort.nl, en=sort.en), *_PLACE[1:]
            )
        else:
            yield from _inside(one, at, chart, table, rows)


def _possible(form: Form, chart: Chart, table: Table, kind: ChartKind) -> bool:
    """Whether a kind can mark such a thing with these columns; bars that lie have no axis of time."""
    if form not in getattr(kind, "ANNOTATIONS", ()):
        return False
    place = _place(chart, table)
    timed = place is not None and (
        place.type in TIMES or (chart.kind in {"lines", "area"} and place.type == "integer")
    )
    return not _lies(chart, place) and (form not in {"moment", "range"} or timed)


def _lies(chart: Chart, place: TableField | None) -> bool:
    """Whether bars lie that can also stand; those have no annotations."""
    told = chart.options.get("lying")
    return (
        bool(told)
        if told is not None
        else chart.kind in {"grouped_bars", "stacked_bars"} and (place is None or place.type not in TIMES)
    )


def _place(chart: Chart, table: Table) -> TableField | None:
    names = (
        [name for role in ("label", *PLACES) for name in named(chart, role)]
        if chart.kind == "scatter"
        else [name for role in PLACES for name in named(chart, role)]
    )
    return table.field(names[0]) if names else None


def _inside(
    one: Annotation, at: tuple[str, int], chart: Chart, table: Table, rows: list[Record]
) -> Iterator[Misfit]:
    place = _place(chart, table)
    values = [row[place.name] for row in rows if row[place.name] is not None] if place else []
    if one.form == "point" and place:
        names = {str(value) for value in values}
        if str(one.point) not in names:
            yield Misfit(
                (*at, "point"),
                False,
                "unknown-annotation-point",
                _POINT[0].filled(name=one.point),
                _POINT[1],
                choose_from(str(one.point), names),
            )
            return
        known = series_names(chart, table, rows)
        if one.series is not None and str(one.series) not in known:
            yield Misfit(
                (*at, "series"),
                False,
                "unknown-annotation-point",
                _POINT[0].filled(name=one.series),
                _POINT[1],
                choose_from(str(one.series), known),
            )
        elif not any(
            str(row[place.name]) == str(one.point) and _valued(row, one, chart, table) for row in rows
        ):
            yield Misfit(
                (*at, "point"),
                False,
                "annotation-point-without-value",
                _EMPTY[0].filled(name=one.point),
                *_EMPTY[1:],
            )
    elif place and values and chart.kind != "timeline":
        asked = (
            {"milestone" if one.milestone else "at": one.at}
            if one.form == "moment"
            else {"from": one.start, "to": one.to}
        )
        for key, value in asked.items() if one.form in {"moment", "range"} else ():
            if value is not None:
                yield from _moment_inside(value, (*at, key), values, chart, place)


def _moment_inside(
    value: Scalar, at: DataPath, values: list[Scalar], chart: Chart, place: TableField
) -> Iterator[Misfit]:
    """A moment beside the chart, or of which it has no bar."""
    if not _within(value, values, chart, place):
        ends = (min(values, key=moment), max(values, key=moment))
        shown = [Text(*(when(end, language) for language in LANGUAGES)) for end in ends]
        what = _OUTSIDE[0].filled(at=value, first=shown[0], last=shown[1])
        yield Misfit(at, False, "annotation-outside", what, _OUTSIDE[1], _choices(value, values, _OUTSIDE[2]))
    elif not _has_bar(value, values, chart, place):
        yield Misfit(
            at,
            False,
            "annotation-outside",
            _NO_BAR.filled(at=value),
            _OUTSIDE[1],
            _choices(value, values, _OUTSIDE[2]),
        )


def _choices(value: Scalar, values: list[Scalar], otherwise: Text) -> Text:
    """The moments of a chart that has few of them."""
    known = {str(known) for known in values}
    return choose_from(str(value), known) if len(known) <= FEW_MOMENTS else otherwise


def _valued(row: Record, one: Annotation, chart: Chart, table: Table) -> bool:
    """Whether a row has a value in the series that an annotation names, or in any when it names none."""
    series = named(chart, "series")
    if series and one.series is not None and str(row[series[0]]) != str(one.series):
        return False
    titled = {
        name
        for name in named(chart, "value")
        if series or one.series is None or table.field(name).title == str(one.series)
    }
    return all(row[name] is not None for role in ("x", "y") for name in named(chart, role)) and (
        not named(chart, "value") or any(row[name] is not None for name in titled)
    )


def _within(value: Scalar, values: list[Scalar], chart: Chart, place: TableField) -> bool:
    """Whether a moment lies on the axis; the bar of a period is that whole period."""
    moments = [moment(known) for known in values]
    last = max(moments) + (SPANS.get(place.type, 0.0) if chart.kind in BARS else 0.0)
    at = moment(value)
    return min(moments) <= at <= max(moments) or min(moments) <= at < last - SLACK


def _has_bar(value: Scalar, values: list[Scalar], chart: Chart, place: TableField) -> bool:
    """Whether bars of periods have one for a period of their own sort; of a gap that is shown too."""
    found = period(value)
    if chart.kind not in BARS or found is None or found.sort != place.type:
        return True
    return found in {period(known) for known in every(list(dict.fromkeys(values)), place.type)}

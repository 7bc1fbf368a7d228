"""Two moments side by side, joined by a line for each series: who rose, who fell and who passed whom.

Use it for change between two moments in three to about fifteen series. Each line has its name and both
values at its ends. A series that lacks one of the two has a dot without a line, and one that lacks both is
told
below.

Fields: `x` (year, month, date, whole number or text; of more than two, the first and the last are drawn),
`value` (one
column for each series, or one column together with `series`, the column that names the series), and
`provisional` (true or false): that value gets an *.

Options: `highlight` (series in colour while the others step back), `order` (of the series), `zero` (start the
scale at 0; false unless you say true), and for all numbers `divide_by`, `decimals` and `unit`.

    kind: slope
    data: vertrouwen_instituties
    fields: {x: jaar, series: institutie, value: vertrouwen_pct}
    filter: {institutie: [Rechters, Politie, Leger, Europese Unie]}
    options: {highlight: [Rechters]}
"""

from __future__ import annotations

from dataclasses import replace

from trendrapport.charts.parts.amounts import round_scale
from trendrapport.charts.parts.canvas import column, dots, height_of, lines, without, words
from trendrapport.charts.parts.layers import SHAPES, Layer, Row, beside, label, sized, told
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.naming import named_below
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    keys,
    names,
    points,
    series_colours,
)
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping
from trendrapport.placing.spacing import within

FIELDS = {"x": Role(WORDS), **SERIES_FIELDS}

HEAD, LEAST = 34, 260
"""The room for the names of the moments, and the least height of the lines."""
LEADER, GAP = 16, 12
LETTERS = 24
WIDEST = 0.6
"""On a narrow screen names at the ends take at most this part of the width; longer ones stand in a key."""


class Options(SeriesOptions):
    """The settings of slopes."""

    highlight: tuple[str | int, ...] = described(
        "reeksen in kleur; de andere treden terug", "series in colour; the others step back", default=()
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=False)


OPTIONS = Options
LIMITED = "series"


def draw(plan: Plan) -> Layer:
    """A line for each series between two columns of names."""
    options = plan.options(Options)
    series = names(points(plan, "x", options), options)[: plan.chart.limit]
    plan = shown(plan)
    found = points(plan, "x", options)
    places = _ordered(keys(found), plan)
    colours = series_colours(series, plan, options.highlight)
    sides = tuple(
        {
            point.series: point
            for point in found
            if point.key == key and point.amount is not None and point.series in series
        }
        for key in (places[0], places[-1])
    )
    columns = tuple(_column(side, plan, first=index == 0) for index, side in enumerate(sides))
    keyed = (
        sum(beside((row["text"] for row in rows), plan) for rows in columns) > plan.theme.width * WIDEST
        and plan.theme.narrow
    )
    if keyed:
        columns = tuple([{**row, "text": row["value"]} for row in rows] for rows in columns)
    rows = _placed(columns, options, plan)
    height = max((row["at"] for row in rows), default=0.0) + GAP
    head = _head(
        label(places[0], plan.column("x"), plan),
        label(places[-1], plan.column("x"), plan),
        _ends(columns, plan),
        plan,
    )
    none = [name for name in series if not any(name in side for side in sides)]
    listed = (
        [
            {"text": name, "colour": colours[name], "shape": _shape(name, series)}
            for name in series
            if name not in none
        ]
        if keyed
        else []
    )
    names_, height = named_below(listed, plan, height + GAP, 0) if listed else ([], height)
    below, bottom = column(without(none, plan), plan, height + GAP)
    return sized(
        [
            *words(head[:1], plan, "right"),
            *words(head[1:], plan),
            *_marks(rows, series, colours, plan),
            *names_,
            *below,
        ],
        plan,
        max(height, bottom),
    )


def shown(plan: Plan) -> Plan:
    """The same with only the rows of the first and the last place, which are all that is drawn."""
    name = plan.column("x").name
    places = _ordered(
        [key for key in dict.fromkeys(record[name] for record in plan.records()) if key is not None], plan
    )
    return (
        replace(
            plan,
            chart=plan.chart.model_copy(
                update={"filter": {**plan.chart.filter, name: (places[0], places[-1])}}
            ),
        )
        if places
        else plan
    )


def _ordered(places: list[Scalar], plan: Plan) -> list[Scalar]:
    return sorted(places, key=moment) if plan.column("x").type in TIMES else places


def _column(side: dict[str, Point], plan: Plan, *, first: bool) -> list[Row]:
    """The name and value at each end, from low to high."""
    letters = min(LETTERS, plan.theme.width // 24)
    ordered = sorted(side.values(), key=lambda point: point.amount or 0.0)
    rows = []
    for point in ordered:
        text = point.text + "*" * point.provisional
        rows.append(
            {
                "series": point.series,
                "value": text,
                "amount": point.amount,
                "first": first,
                "said": told(point.series, text),
                "text": wrapping.wrapped(
                    f"{point.series} {text}" if first else f"{text} {point.series}",
                    letters,
                    within=plan.theme.language,
                ),
            }
        )
    return rows


def _shape(name: str, series: list[str]) -> str:
    return SHAPES[series.index(name) % len(SHAPES)]


def _ends(columns: tuple[list[Row], ...], plan: Plan) -> tuple[float, float]:
    """Where the lines start and end: beside the widest names."""
    left, right = (beside((row["text"] for row in rows), plan) for rows in columns)
    return left + LEADER, plan.theme.width - 6 - right - LEADER


def _head(first: str, last: str, ends: tuple[float, float], plan: Plan) -> list[Row]:
    """The names of the two moments above the ends of the lines, or as near to them as stays within the
    drawing.
    """
    left = max(ends[0], wrapping.width(first, plan.theme.text_size))
    right = min(ends[1], plan.theme.width - 6 - wrapping.width(last, plan.theme.text_size))
    return [
        {"x": x, "y": 10, "text": text, "colour": plan.theme.soft}
        for text, x in ((first, left), (last, right))
    ]


def _placed(columns: tuple[list[Row], ...], options: Options, plan: Plan) -> list[Row]:
    """Each end with the height of its dot (`y`) and of its name (`at`), which stands clear of the others."""
    low, high, _ = round_scale((row["amount"] for rows in columns for row in rows), zero=options.zero)
    tall = max(LEAST, *(sum(height_of(row["text"], plan) for row in rows) for rows in columns))
    placed = []
    for rows, x in zip(columns, _ends(columns, plan), strict=True):
        up = [tall * (row["amount"] - low) / (high - low) for row in rows]
        ats = within(up, [height_of(row["text"], plan) for row in rows], tall)
        placed += [
            {**row, "x": x, "y": round(HEAD + tall - y, 2), "at": round(HEAD + tall - at, 2)}
            for row, y, at in zip(rows, up, ats, strict=True)
        ]
    return placed


def _marks(rows: list[Row], series: list[str], colours: dict[str, str], plan: Plan) -> list[Layer]:
    """The lines, a dot at each end with the shape of its series, and the names, with a thin line to those
    that had to move.
    """
    by_series = {name: [row for row in rows if row["series"] == name] for name in series}
    said = {name: "; ".join(row["said"] for row in ends) for name, ends in by_series.items()}
    joined = [
        {
            "x": ends[0]["x"],
            "y": ends[0]["y"],
            "x2": ends[1]["x"],
            "y2": ends[1]["y"],
            "colour": colours[name],
        }
        for name, ends in by_series.items()
        if len(ends) > 1
    ]
    ends = [
        {
            "x": row["x"],
            "y": row["y"],
            "colour": colours[row["series"]],
            "description": said[row["series"]],
            "shape": _shape(row["series"], series),
        }
        for row in rows
    ]
    out = {True: -LEADER, False: LEADER}
    moved = [
        {
            "x": row["x"] + out[row["first"]] / 3,
            "y": row["y"],
            "x2": row["x"] + out[row["first"]],
            "y2": row["at"],
            "colour": plan.theme.muted,
        }
        for row in rows
        if abs(row["y"] - row["at"]) > 2
    ]
    texts = [
        {
            "x": row["x"] + out[row["first"]] * 1.2,
            "y": row["at"],
            "text": row["text"],
            "first": row["first"],
            "colour": plan.theme.soft
            if colours[row["series"]] == plan.theme.muted
            else colours[row["series"]],
        }
        for row in rows
    ]
    return [
        *lines(moved, strokeWidth=1),
        *lines(joined, strokeWidth=2.5),
        *dots(ends, size=70),
        *words([row for row in texts if row["first"]], plan, "right"),
        *words([row for row in texts if not row["first"]], plan),
    ]

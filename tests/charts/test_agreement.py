"""Table, download, labels and drawing say the same: random values are read back from where their marks
stand.

Nothing is known of how a drawing is made: places come from the finished SVG, and a place is right if one
straight scale leads from all values to all places, the numbers along the axis included.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg, table
from trendrapport.charts.tables.table import Table

from .samples import chart_of, table_of
from .shapes import Drawn, Shape, read

NEAR = 0.75
"""How far from its place a mark may stand, in units of the drawing: coordinates are rounded, and layers set
apart by half a unit.
"""
TEXT_NEAR = 9
"""How far the middle of a number on an axis may stand from its mark."""

Values = dict[tuple[str, str], float | None]
"""The value of each place and series."""

QUICK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def amounts(low: float, high: float) -> st.SearchStrategy[float | None]:
    """Values with at most two decimals, as labels show them, some missing."""
    return (
        st.none()
        | st.integers(int(low), int(high)).map(float)
        | st.floats(low, high).map(lambda value: round(value, 1) + 0.0)
    )


def grids(
    places: list[str], *, low: float = -800, high: float = 3000, series: int = 3
) -> st.SearchStrategy[Values]:
    """Values for some places and series, of which at least one is known."""
    names = ["alfa", "beta", "gamma"]
    keys = st.tuples(st.integers(1, len(places)), st.integers(1, series)).map(
        lambda size: list(product(places[: size[0]], names[: size[1]]))
    )
    full = keys.flatmap(
        lambda found: st.tuples(*(amounts(low, high) for _ in found)).map(
            lambda row: dict(zip(found, row, strict=True))
        )
    )
    return full.filter(lambda values: any(value is not None for value in values.values()))


class Made(NamedTuple):
    """What readers get."""

    drawn: Drawn
    table: str
    source: Table

    def mark(self, start: str) -> Shape:
        """The one mark that says something that starts so."""
        [found] = [shape for shape in self.drawn.marks if shape.said.startswith(start)]
        return found


def made(kind: str, source: Table, **declared: object) -> Made:
    """A chart in the forms in which it is read back."""
    whole = figure(ChartJob("proef", "charts/proef.yml", chart_of(kind, **declared), source, "nl").plan)
    return Made(read(svg.write(whole).decode()), table.write(whole).decode(), source)


def long_table(values: Values, sort: str) -> Table:
    """A row for each value."""
    rows = "".join(
        f"{place},{name},{'' if value is None else value}\n" for (place, name), value in values.items()
    )
    return table_of(
        f"plaats,reeks,waarde\n{rows}", [("plaats", sort), ("reeks", "string"), ("waarde", "number")]
    )


def number(text: str) -> float | None:
    """The value of a Dutch number, or None if it is no number."""
    return (
        float(text.replace(".", "").replace(",", ".").replace("\u2212", "-"))
        if re.fullmatch(r"\u2212?\d{1,3}(\.\d{3})*(,\d+)?", text)
        else None
    )


def straight(pairs: list[tuple[float, float]], near: float = NEAR) -> Callable[[float], float]:
    """The straight scale on which all values have their places."""
    (low, start), (high, end) = min(pairs), max(pairs)
    slope = (end - start) / (high - low) if high != low else 0.0

    def at(value: float) -> float:
        return start + slope * (value - low)

    assert [(value, place) for value, place in pairs if abs(at(value) - place) > near] == []
    return at


def holds_axis(drawn: Drawn, at: Callable[[float], float], *, upright: bool) -> None:
    """Every number along the axis is at its point of the scale; where there are numbers, at least two."""
    boxes = [mark.box for mark in drawn.marks]
    if upright:
        left = min(box[0] for box in boxes) + 6
        ends = [text for text in drawn.texts if text.paint["text-anchor"] == "end"]
        texts = [text for text in ends if text.box[2] <= left]
    else:
        foot = max(box[3] for box in boxes)
        texts = [text for text in drawn.texts if text.box[1] >= foot]
    found = [(value, text) for text in texts if (value := number(text.text)) is not None]
    assert len(found) != 1
    for value, text in found:
        middle = (text.box[1] + text.box[3]) / 2 if upright else sum(text.box[::2]) / 2
        assert abs(middle - at(value)) < TEXT_NEAR, text.text


def said(mark: Shape) -> float | None:
    """The value that a mark says."""
    return number(mark.said.rpartition(": ")[2].split(" (")[0])


def holds_table(result: Made, values: Values) -> None:
    """The table and the download have every value, and a dash or nothing for what is missing."""
    shown = table_values(result.table)
    assert {key: value for key, value in shown.items() if key in values} == pytest.approx(values)
    cells = [line.rpartition(",")[2] for line in result.source.text.splitlines()[1:]]
    assert [float(cell) if cell else None for cell in cells] == list(values.values())


def table_values(html: str) -> Values:
    """The values of a table by place and series, with a row for each value or a column for each series."""
    head, *body = (cells_of(row) for row in re.findall(r"<tr>(.*?)</tr>", html))
    if head[1:2] == ["Reeks"] or "Waarde" in head:
        return {(row[0], row[1] if len(row) > 2 else "alfa"): number(row[-1]) for row in body}
    values = {}
    for row in body:
        for name, cell in zip(head[1:], row[1:], strict=True):
            values[row[0], name] = number(cell)
    return values


def cells_of(row: str) -> list[str]:
    """The texts of the cells in a row of HTML."""
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
    return [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in cells]


YEARS = ["2019", "2020", "2021", "2022", "2023"]
NAMES = ["noord", "oost", "zuid", "west", "midden"]
LONG = {"series": "reeks", "value": "waarde"}


def ends(mark: Shape, value: float, *, upright: bool) -> tuple[float, float]:
    """Where a bar starts and where it ends."""
    left, top, right, bottom = mark.box
    far, near = (top, bottom) if upright else (right, left)
    return (near, far) if value >= 0 else (far, near)


def holds_bars(result: Made, values: Values, start: Callable[[str, str], str], *, upright: bool) -> None:
    """Bars start at 0 and end at their values; what is missing has none."""
    pairs = []
    for (place, name), value in values.items():
        if value is None:
            assert not [
                mark
                for mark in result.drawn.marks
                if mark.said.startswith(start(place, name)) and (said(mark) is not None)
            ]
            continue
        mark = result.mark(start(place, name))
        assert said(mark) == value
        base, end = ends(mark, value, upright=upright)
        pairs += [(0.0, base), (value, end)]
    at = straight(pairs, near=1.6)
    if upright and len({value for value, _ in pairs}) > 1:
        holds_axis(result.drawn, at, upright=True)


@QUICK
@given(grids(YEARS, series=1))
def test_bars(values: Values) -> None:
    result = made("bars", long_table(values, "year"), fields={"category": "plaats", "value": "waarde"})
    holds_table(result, values)
    holds_bars(result, values, lambda place, _: f"{place}: ", upright=True)


@QUICK
@given(grids(NAMES, series=1))
def test_ranked_bars(values: Values) -> None:
    result = made(
        "ranked_bars", long_table(values, "string"), fields={"category": "plaats", "value": "waarde"}
    )
    holds_table(result, values)
    holds_bars(result, values, lambda place, _: f"{place}: ", upright=False)
    tops = {mark.said.partition(": ")[0]: mark.box[1] for mark in result.drawn.marks}
    known = sorted((value, -tops[place]) for (place, _), value in values.items() if value is not None)
    assert [top for _, top in known] == sorted(top for _, top in known) or len(
        {value for value, _ in known}
    ) < len(known)


@QUICK
@given(grids(YEARS), st.booleans())
def test_grouped_bars(values: Values, lying: bool) -> None:
    result = made(
        "grouped_bars",
        long_table(values, "year"),
        fields={"category": "plaats", **LONG},
        options={"lying": lying},
    )
    holds_table(result, values)
    holds_bars(result, values, lambda place, name: f"{place}, {name}: ", upright=not lying)


@QUICK
@given(grids(YEARS, low=0), st.booleans())
def test_stacked_bars(values: Values, lying: bool) -> None:
    result = made(
        "stacked_bars",
        long_table(values, "year"),
        fields={"category": "plaats", **LONG},
        options={"lying": lying},
    )
    holds_table(result, values)
    pairs = [(0.0, 0.0)]
    for (place, name), value in values.items():
        if value is not None:
            mark = result.mark(f"{place}, {name}: ")
            left, top, right, bottom = mark.box
            assert said(mark) == value
            pairs.append((value, right - left if lying else bottom - top))
    straight(pairs)


@QUICK
@given(grids(YEARS, low=0))
def test_diverging_bars(values: Values) -> None:
    result = made("diverging_bars", long_table(values, "year"), fields={"category": "plaats", **LONG})
    holds_table(result, values)
    pairs = [(0.0, 0.0)]
    for (place, name), value in values.items():
        if value is not None:
            mark = result.mark(f"{place}, {name}: ")
            left, _, right, _ = mark.box
            assert said(mark) == value
            pairs.append((value, right - left))
    straight(pairs)


@QUICK
@given(grids(YEARS), st.booleans())
def test_lines(values: Values, zero: bool) -> None:
    result = made("lines", long_table(values, "year"), fields={"x": "plaats", **LONG}, options={"zero": zero})
    holds_table(result, values)
    many = len({name for _, name in values}) > 1
    holds_dots(
        result, values, lambda place, name: f"{name}, {place}: " if many else f"{place}: ", upright=True
    )


def holds_dots(result: Made, values: Values, start: Callable[[str, str], str], *, upright: bool) -> None:
    """The middle of each dot stands at its value; what is missing has none."""
    known = {key: value for key, value in values.items() if value is not None}
    marks = {key: result.mark(start(*key)) for key in known}
    assert len(result.drawn.marks) == len(known)
    assert {key: said(mark) for key, mark in marks.items()} == known
    at = straight([(value, marks[key].middle[upright]) for key, value in known.items()], near=1.2)
    if len(set(known.values())) > 1:
        holds_axis(result.drawn, at, upright=upright)


@QUICK
@given(grids(NAMES))
def test_dots(values: Values) -> None:
    result = made("dots", long_table(values, "string"), fields={"category": "plaats", **LONG})
    holds_table(result, values)
    holds_dots(result, values, lambda place, name: f"{place}, {name}: ", upright=False)


@QUICK
@given(grids(YEARS, low=0))
def test_area(values: Values) -> None:
    result = made("area", long_table(values, "year"), fields={"x": "plaats", **LONG})
    holds_table(result, values)
    names, pairs = list(dict.fromkeys(name for _, name in values)), []
    for place in dict.fromkeys(place for place, _ in values):
        parts = [values[place, name] for name in names]
        if None in parts:
            assert not [mark for mark in result.drawn.marks if mark.said.startswith(f"{place}, ")]
            continue
        total = 0.0
        for name, part in zip(names, parts, strict=True):
            mark, total = result.mark(f"{place}, {name}: "), total + (part or 0.0)
            assert said(mark) == part
            pairs.append((total, mark.middle[1]))
    if pairs:
        straight(pairs)


@QUICK
@given(grids(YEARS[:2]))
def test_slope(values: Values) -> None:
    result = made("slope", long_table(values, "year"), fields={"x": "plaats", **LONG})
    holds_table(result, values)
    pairs = []
    places = list(dict.fromkeys(place for place, _ in values))
    for name in dict.fromkeys(name for _, name in values):
        known = [value for place in places if (value := values[place, name]) is not None]
        marks = sorted(
            (mark for mark in result.drawn.marks if mark.said.startswith(f"{name}: ")),
            key=lambda mark: mark.middle[0],
        )
        if len(places) == 2:
            assert len(marks) == len(known)
            pairs += [(value, mark.middle[1]) for value, mark in zip(known, marks, strict=True)]
            for mark in marks:
                parts = mark.said.split("; ")
                assert [number(part.rpartition(": ")[2]) for part in parts] == known
    if pairs:
        straight(pairs, near=1.5)


@QUICK
@given(grids(YEARS), st.sampled_from(["lines", "bars"]))
def test_small_multiples(values: Values, mark: str) -> None:
    result = made(
        "small_multiples", long_table(values, "year"), fields={"x": "plaats", **LONG}, options={"mark": mark}
    )
    holds_table(result, values)
    slopes = []
    for series in dict.fromkeys(name for _, name in values):
        known = {
            place: value for (place, name), value in values.items() if name == series and value is not None
        }
        marks = {place: result.mark(f"{series}, {place}: ") for place in known}
        assert {place: said(one) for place, one in marks.items()} == known
        pairs = [
            (value, marks[place].middle[1] if mark == "lines" else ends(marks[place], value, upright=True)[1])
            for place, value in known.items()
        ]
        if len({value for value, _ in pairs}) > 1:
            at = straight(pairs)
            slopes.append(at(1000) - at(0))
            if max(known.values()) - min(known.values()) < 200:
                slopes.pop()
    assert not slopes or max(slopes) - min(slopes) < 10, "all panels have one scale"


@QUICK
@given(st.lists(st.tuples(amounts(-50, 90), amounts(0, 9000)), min_size=1, max_size=20))
def test_scatter(rows: list[tuple[float | None, float | None]]) -> None:
    text = "".join(
        f"n{index},{'' if x is None else x},{'' if y is None else y}\n" for index, (x, y) in enumerate(rows)
    )
    source = table_of(f"naam,dwars,op\n{text}", [("naam", "string"), ("dwars", "number"), ("op", "number")])
    result = made("scatter", source, fields={"x": "dwars", "y": "op", "label": "naam"})
    known = {index: (x, y) for index, (x, y) in enumerate(rows) if x is not None and y is not None}
    marks = {index: result.mark(f"n{index}: ") for index in known}
    assert len(result.drawn.marks) == len(known)
    told = {index: re.fullmatch(r"n\d+: Dwars: (\S+); Op: (\S+)", mark.said) for index, mark in marks.items()}
    assert {index: tuple(map(number, found.groups())) for index, found in told.items() if found} == known
    if known:
        straight([(x, marks[index].middle[0]) for index, (x, _) in known.items()])
        straight([(y, marks[index].middle[1]) for index, (_, y) in known.items()])


@QUICK
@given(grids(NAMES))
def test_heat_map(values: Values) -> None:
    result = made(
        "heat_map", long_table(values, "string"), fields={"x": "plaats", "y": "reeks", "value": "waarde"}
    )
    marks = {(place, name): result.mark(f"{name}, {place}: ") for place, name in values}
    assert {key: said(mark) for key, mark in marks.items()} == values
    holds_colours([(value, marks[key]) for key, value in values.items()])


def holds_colours(pairs: list[tuple[float | None, Shape]]) -> None:
    """More is never paler, and what is missing has the colour of the paper."""
    steps = []
    for value, mark in sorted(pairs, key=lambda pair: pair[0] or 0.0):
        step = re.search(r"scale-(\d)", mark.paint["fill"])
        assert (step is None) == (value is None)
        steps += [int(step[1])] if step else []
    assert steps == sorted(steps)


PROVINCES = {"PV20": "Groningen", "PV21": "Fryslân", "PV22": "Drenthe", "PV26": "Utrecht", "PV31": "Limburg"}


@QUICK
@given(st.lists(amounts(-20, 100), min_size=5, max_size=5))
def test_tile_map(row: list[float | None]) -> None:
    text = "".join(
        f"{code},{'' if value is None else value}\n" for code, value in zip(PROVINCES, row, strict=True)
    )
    result = made(
        "tile_map",
        table_of(f"code,waarde\n{text}", [("code", "string"), ("waarde", "number")]),
        fields={"code": "code", "value": "waarde"},
        options={"areas": "provinces"},
    )
    marks = [result.mark(f"{name}: ") for name in PROVINCES.values()]
    assert [said(mark) for mark in marks] == row
    holds_colours(list(zip(row, marks, strict=True)))
    assert len(result.drawn.marks) == 12
    assert [said(mark) for mark in result.drawn.marks].count(None) == 12 - sum(
        value is not None for value in row
    )


@QUICK
@given(
    st.lists(amounts(-50, 400), min_size=1, max_size=60).filter(
        lambda row: any(value is not None for value in row)
    )
)
def test_histogram(row: list[float | None]) -> None:
    text = "".join(f"n{index},{'' if value is None else value}\n" for index, value in enumerate(row))
    result = made(
        "histogram",
        table_of(f"naam,waarde\n{text}", [("naam", "string"), ("waarde", "number")]),
        fields={"value": "waarde"},
    )
    counts = [int(mark.said.rpartition(": ")[2]) for mark in result.drawn.marks]
    known = [value for value in row if value is not None]
    assert sum(counts) == len(known)
    straight(
        [
            (0.0, 0.0),
            *(
                (count, mark.box[3] - mark.box[1])
                for count, mark in zip(counts, result.drawn.marks, strict=True)
            ),
        ]
    )
    for count, mark in zip(counts, result.drawn.marks, strict=True):
        limits = re.fullmatch(r"(\S+) (tot|tot en met) (\S+)", mark.said.rpartition(": ")[0])
        assert limits, mark.said
        low, high = number(limits[1]), number(limits[3])
        assert low is not None
        assert high is not None
        assert (
            sum(low <= value < high or (limits[2] == "tot en met" and value == high) for value in known)
            == count
        )


@QUICK
@given(st.lists(st.integers(0, 900), min_size=1, max_size=5).filter(any))
def test_waffle(row: list[int]) -> None:
    text = "".join(f"n{index},{value}\n" for index, value in enumerate(row))
    result = made(
        "waffle",
        table_of(f"naam,waarde\n{text}", [("naam", "string"), ("waarde", "integer")]),
        fields={"category": "naam", "value": "waarde"},
    )
    for index, value in enumerate(row):
        squares = [mark for mark in result.drawn.marks if mark.said.startswith(f"n{index}: ")]
        assert abs(len(squares) - 100 * value / sum(row)) < 1
        assert all(mark.said.endswith(f"({value})") for mark in squares)
    assert len(result.drawn.marks) == 100


@QUICK
@given(grids(YEARS))
def test_key_figures(values: Values) -> None:
    result = made(
        "key_figures",
        long_table(values, "year"),
        fields={"label": "reeks", "value": "waarde", "history": "plaats"},
    )
    for series in dict.fromkeys(name for _, name in values):
        known = [
            (place, value) for (place, name), value in values.items() if name == series and value is not None
        ]
        [big] = [text for text in result.drawn.texts if text.said.startswith(f"{series}: ")]
        assert number(big.text) == (known[-1][1] if known else None)
        if len(known) > 1:
            marks = [result.mark(f"{series}, {place}: ") for place, _ in known]
            assert [said(mark) for mark in marks] == [value for _, value in known]
            straight([(value, mark.middle[1]) for (_, value), mark in zip(known, marks, strict=True)])


@QUICK
@given(st.lists(st.dates(date(1950, 1, 1), date(2030, 12, 31)), min_size=2, max_size=8, unique=True))
def test_timeline(days: list[date]) -> None:
    text = "".join(f"{day.isoformat()},g{index}\n" for index, day in enumerate(days))
    result = made(
        "timeline",
        table_of(f"dag,wat\n{text}", [("dag", "date"), ("wat", "string")]),
        fields={"date": "dag", "label": "wat"},
    )
    marks = {int(mark.said.rpartition(": g")[2]): mark for mark in result.drawn.marks}
    places = {index: mark.middle for index, mark in sorted(marks.items())}
    assert list(places) == list(range(len(days)))
    assert all(str(day.year) in marks[index].said for index, day in enumerate(days))
    if len({round(y) for _, y in places.values()}) == 1:
        straight([(float(day.toordinal()), places[index][0]) for index, day in enumerate(days)], near=2)
    else:
        assert [days[index] for index in sorted(places, key=lambda index: places[index][1])] == sorted(days)


@pytest.mark.parametrize("pairs", [[(0.0, 0.0), (10.0, 100.0), (5.0, 52.0)], [(1.0, 10.0), (1.0, 12.0)]])
def test_a_place_beside_the_scale_is_found(pairs: list[tuple[float, float]]) -> None:
    with pytest.raises(AssertionError):
        straight(pairs)

"""Logarithmic scales, bands around lines, and projections. All content is invented."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.choosing.defaults import chosen
from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.fit.misfit import Misfit
from trendrapport.charts.formats import svg, table
from trendrapport.charts.parts.logarithmic import log, log_marks
from trendrapport.charts.words.footnotes import footnotes
from trendrapport.charts.words.sentences import in_words
from trendrapport.documents.slides.native.choosing import native

from .samples import chart_of, csv_of, table_of
from .shapes import Drawn, read


def flag(value: object) -> str:
    return str(value).lower()


SORTS = {"jaar": "year", "raming": "boolean", "voorlopig": "boolean", "wat": "string"}
GROWTH = csv_of(
    "jaar,wat,a",
    *(
        f"{2000 + at},{name},{start * 2**at}"
        for name, start in (("een", 3), ("twee", 500))
        for at in range(11)
    ),
)
SURVEY = csv_of(
    "jaar,wat,a,laag,hoog,voorlopig,raming",
    *(
        f"{year},{name},{20 + at},{18 + at - (year > 2022)},{22 + at},"
        f"{flag(year == 2022)},{flag(year > 2022)}"
        for at, name in enumerate(("jong", "oud"))
        for year in range(2018, 2026)
    ),
)
RANGED = {"x": "jaar", "series": "wat", "value": "a", "low": "laag", "high": "hoog"}
FLAGGED = {"x": "jaar", "series": "wat", "value": "a", "provisional": "voorlopig", "projected": "raming"}


def job(text: str, fields: dict[str, str], kind: str = "lines", **more: Any) -> ChartJob:
    names = text.split("\n", 1)[0].split(",")
    columns = [{"name": one, "type": SORTS.get(one, "number"), "title": one.title()} for one in names]
    return ChartJob(
        "proef", "charts/proef.yml", chart_of(kind, fields=fields, **more), table_of(text, columns), "nl"
    )


def logarithmic(text: str = GROWTH, **more: Any) -> ChartJob:
    return job(text, {"x": "jaar", "series": "wat", "value": "a"}, options={"logarithmic": True}, **more)


def drawn(made: ChartJob, *, wide: bool = True) -> Drawn:
    return read(svg.write(figure(made.plan if wide else made.narrow)).decode())


def codes(made: ChartJob) -> list[str]:
    return [one.code for one in misfits(made.chart, made.table)]


@pytest.mark.parametrize("wide", [True, False])
def test_growth_at_one_pace_is_a_straight_line(*, wide: bool) -> None:
    found = drawn(logarithmic(), wide=wide)
    dots = [mark.middle for mark in found.marks if mark.said.startswith("een, ")]
    assert len(dots) == 11
    slopes = {
        round((after[1] - before[1]) / (after[0] - before[0]), 2)
        for before, after in zip(dots, dots[1:], strict=False)
    }
    assert max(slopes) - min(slopes) < 0.05
    texts = {text.text for text in found.texts}
    assert {"1", "10", "100", "1.000", "10.000", "100.000", "1.000.000"} <= texts


def test_readers_are_told_how_to_read_the_scale() -> None:
    assert footnotes(logarithmic().plan) == [
        "Logaritmische schaal: van 1 naar 10 is even ver als van 10 naar 100."
    ]
    assert "tot 1.024 keer zoveel" in in_words(logarithmic().plan)[0]


@given(st.lists(st.floats(1e-30, 1e30), min_size=1, max_size=9))
def test_round_marks_hold_all_values_and_are_few(values: list[float]) -> None:
    marks = log_marks(values)
    assert marks[0] <= min(values)
    assert max(values) <= marks[-1]
    assert 2 <= len(marks) <= 9
    assert marks == sorted(set(marks))
    assert all(f"{mark:.12e}"[0] in "125" and math.isclose(mark, float(f"{mark:.0e}")) for mark in marks)
    assert len(set(map(log, marks))) == len(marks)


def test_what_is_not_above_0_is_told_at_its_row() -> None:
    [found] = misfits(*_of(logarithmic(csv_of("jaar,wat,a", "2020,een,5", "2021,een,0", "2022,een,-1"))))
    assert not isinstance(found, Misfit)
    assert (found.code, found.location.line) == ("no-logarithm", 3)
    line = [{"value": 0, "label": "niets"}]
    assert codes(logarithmic(annotations=line)) == ["no-logarithm"]
    assert codes(logarithmic(explore=["series"])) == ["explore-misfit"]
    assert codes(logarithmic()) == []


def _of(made: ChartJob) -> Any:
    return made.chart, made.table


@pytest.mark.parametrize(
    ("kind", "place"), [("bars", "category"), ("area", "x"), ("ranked_bars", "category")]
)
def test_kinds_that_start_at_0_name_those_that_can_have_it(kind: str, place: str) -> None:
    text = csv_of("jaar,a", "2020,1", "2021,5", "2022,900")
    made = job(text, {place: "jaar", "value": "a"}, kind, options={"logarithmic": True})
    [found] = misfits(made.chart, made.table)
    assert found.code == "unknown-chart-option"
    assert "lines of scatter" in found.fix.nl


@pytest.mark.parametrize("option", ["logarithmic", "x_logarithmic"])
def test_a_cloud_can_have_one_for_each_number(option: str) -> None:
    text = csv_of("wat,a,b", *(f"n{at},{10**at},{10**at}" for at in range(5)))
    made = job(text, {"x": "a", "y": "b", "label": "wat"}, "scatter", options={option: True})
    assert codes(made) == []
    axis = 0 if option == "x_logarithmic" else 1
    places = sorted(mark.middle[axis] for mark in drawn(made).marks)
    steps = {round(after - before) for before, after in zip(places, places[1:], strict=False)}
    assert max(steps) - min(steps) <= 1
    assert native(made.plan) is None
    assert codes(
        job(csv_of("wat,a,b", "x,0,0", "y,3,4"), made.chart.fields, "scatter", options={option: True})
    ) == ["no-logarithm"]


@pytest.mark.parametrize("options", [{}, {"logarithmic": True}])
def test_a_band_holds_its_line(options: dict[str, bool]) -> None:
    found = drawn(job(SURVEY, RANGED, options=options))
    bands = [shape for shape in found.shapes if shape.paint["fill-opacity"] == "0.2"]
    assert len(bands) == 2
    for dot in found.marks:
        x, y = dot.middle
        inside = [
            band
            for band in bands
            if band.box[1] <= y <= band.box[3] and band.box[0] - 1 <= x <= band.box[2] + 1
        ]
        assert inside, dot.said
    assert any("20 (18 tot 22)" in mark.said for mark in found.marks)


def test_a_band_goes_on_where_figures_become_projections() -> None:
    found = drawn(job(SURVEY, {**RANGED, **FLAGGED}))
    assert len([shape for shape in found.shapes if shape.paint["fill-opacity"] == "0.2"]) == 2


def test_a_band_is_told_and_a_value_without_neighbours_has_a_bar() -> None:
    made = job(SURVEY, RANGED)
    assert "Vlak om de lijn: laag tot hoog." in footnotes(made.plan)
    assert any("smalste bereik" in sentence for sentence in in_words(made.plan))
    text = table.write(figure(made.plan)).decode()
    assert text.count("<tr>") + text.count('<tr class="beyond">') == 17
    alone = job(
        csv_of("jaar,a,laag,hoog", "2018,5,4,6", "2019,,,", "2020,6,5,7"),
        {"x": "jaar", "value": "a", "low": "laag", "high": "hoog"},
    )
    found = drawn(alone)
    assert not [shape for shape in found.shapes if shape.paint["fill-opacity"] == "0.2"]
    upright = [
        shape for shape in found.shapes if shape.tag == "line" and shape.paint["stroke"] == "var(--chart-1)"
    ]
    assert len(upright) == 2
    assert native(made.plan) is None


@pytest.mark.parametrize("wide", [True, False])
def test_projections_differ_from_provisional_figures(*, wide: bool) -> None:
    made = job(SURVEY, FLAGGED)
    found = drawn(made, wide=wide)
    dashes = {shape.paint["stroke-dasharray"] for shape in found.shapes}
    assert {"5,4", "10,4,2,4"} <= dashes
    assert {"voorlopig", "raming"} <= {text.text for text in found.texts}
    assert any(mark.said.startswith("jong, 2025 (raming)") for mark in found.marks)
    assert not any(mark.said.startswith("jong, 2022 (raming)") for mark in found.marks)
    assert native(made.plan) is None


def test_projections_are_told_in_words_and_table() -> None:
    made = job(SURVEY, FLAGGED)
    assert footnotes(made.plan)[-1] == "Streep-stippellijn, met open punten, en †: raming (2023-2025)."
    text = table.write(figure(made.plan)).decode()
    assert text.count('<abbr title="raming">†</abbr>') == 6
    assert text.count('<abbr title="voorlopig">*</abbr>') == 2


def test_the_end_of_a_course_is_called_a_projection() -> None:
    text = csv_of("jaar,a,raming", "2020,5,false", "2021,6,false", "2030,9,true", "2040,12,true")
    made = job(text, {"x": "jaar", "value": "a", "projected": "raming"})
    assert "naar 12 (2040, raming)" in in_words(made.plan)[0]


def test_a_column_called_after_projections_is_used_as_such() -> None:
    text = csv_of("jaar,a,raming", "2020,5,false", "2021,6,false", "2022,9,true")
    made = job(text, {})
    found = chosen(made.chart.model_copy(update={"kind": ""}), made.table)
    assert (found.kind, found.fields.get("projected")) == ("lines", "raming")


def test_no_dashes_are_explained_where_there_are_no_projections() -> None:
    text = csv_of("jaar,a,voorlopig", "2020,5,false", "2021,6,true")
    found = drawn(job(text, {"x": "jaar", "value": "a", "provisional": "voorlopig"}))
    assert not {"voorlopig", "raming"} & {text.text for text in found.texts}

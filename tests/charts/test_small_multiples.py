"""Panels share a scale, keep clear of each other at any width, and show what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.panels import panels
from trendrapport.charts.theme import Theme

from .samples import table_of
from .test_kinds import rows_of, specification

FIELDS = {"x": "jaar", "series": "soort", "value": "aantal", "provisional": "voorlopig"}
GAPS = "jaar,soort,aantal\n2020,vol,-3\n2021,vol,4\n2020,half,2\n2020,leeg,\n2021,leeg,\n"


def gaps(job, **options):
    table = table_of(GAPS, [("jaar", "year"), ("soort", "string"), ("aantal", "integer")])
    return specification(
        job(
            "small_multiples",
            on=table,
            fields={"x": "jaar", "series": "soort", "value": "aantal"},
            options=options,
        )
    )


@pytest.mark.parametrize("width", [320, 480, 640, 900])
@pytest.mark.parametrize("count", [1, 2, 5, 12, 40])
def test_panels_stay_within_the_drawing_and_clear_of_each_other(job, width, count):
    plan = replace(job("small_multiples", fields=FIELDS).plan, theme=Theme("nl", width=width))
    made = panels(
        plan,
        Amounts(plan, AmountOptions()),
        [f"reeks {index}" for index in range(count)],
        [0, 50_000],
        columns=None,
        zero=True,
    )
    places = {(panel.left, panel.top) for panel in made.all}
    assert len(places) == count
    assert all(panel.left + made.wide <= width and panel.top + made.high <= made.height for panel in made.all)
    assert made.wide >= 90
    for column in {panel.left for panel in made.all}:
        tops = sorted(panel.top for panel in made.all if panel.left == column)
        assert all(after - before > made.high + 30 for before, after in zip(tops, tops[1:], strict=False))


def test_the_same_amount_stands_as_high_in_each_panel_of_a_row(job):
    spec = specification(
        job("small_multiples", fields={"x": "jaar", "value": ["aantal", "deel"]}, filter={"soort": "laag"})
    )
    numbers = [row for row in rows_of(spec, "text") if row["text"] in {"0", "1.500"}]
    first = min(row["x"] for row in numbers)
    scale = [row["text"] for row in numbers if row["x"] < first + 40]
    assert scale == ["0", "1.500"], "beside the first panel of the row alone"
    others = [row for row in numbers if row["x"] >= first + 40]
    assert all(row["text"] == "1.500" for row in others), "only the value of a point, not a scale"


def test_provisional_parts_are_dashed(job):
    spec = specification(job("small_multiples", fields=FIELDS))
    dashed = [layer for layer in spec["layer"] if layer["mark"].get("strokeDash")]
    assert len(dashed) == 1
    assert "laag, 2022*: 1.500" in [row.get("description") for row in rows_of(spec, "point")]


def test_a_series_without_values_says_so(job):
    spec = gaps(job)
    assert [row["text"] for row in rows_of(spec, "text")].count("geen gegevens") == 1
    assert {row["description"] for row in rows_of(spec, "point")} == {
        "vol, 2020: \u22123",
        "vol, 2021: 4",
        "half, 2020: 2",
    }


def test_a_missing_bar_has_a_dash_and_a_negative_one_hangs(job):
    spec = gaps(job, mark="bars")
    bars = {row["description"]: row for row in rows_of(spec, "rect")}
    assert len(bars) == 3
    assert bars["vol, 2020: \u22123"]["y"] > bars["vol, 2020: \u22123"]["y2"]
    assert [row["text"] for row in rows_of(spec, "text")].count("–") == 1


def test_only_highlighted_panels_have_the_first_colour(job):
    spec = specification(job("small_multiples", fields=FIELDS, options={"highlight": ["laag"]}))
    colours = {row["description"].split(",")[0]: row["colour"] for row in rows_of(spec, "point")}
    assert colours == {"laag": Theme("nl").series[0], "hoog & <b>": Theme("nl").muted}

"""What is too much for a table, and what has no place, is told before anything is drawn.

All content here is invented.
"""

from __future__ import annotations

import pytest

from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.fit.missing_points import places_missing
from trendrapport.charts.tables.cell_checks import LONGEST
from trendrapport.charts.tables.heading import MOST_COLUMNS
from trendrapport.charts.tables.rows import MOST_ROWS

from .samples import chart_of, declared_jobs, table_findings, table_of

FIELDS = [("naam", "string"), ("aantal", "integer")]
BARS = {"category": "naam", "value": "aantal"}


def test_a_table_of_too_many_columns_is_told_once():
    head = "naam,aantal," + ",".join(f"c{number}" for number in range(20_000))
    assert table_findings(f"{head}\na,1\n", FIELDS) == ["1:13 csv-columns"]
    many = "naam,aantal," + ",".join(f"c{number}" for number in range(MOST_COLUMNS - 2))
    assert {one.split(" ")[1] for one in table_findings(f"{many}\na,1\n", FIELDS)} == {
        "csv-unknown-column",
        "more-findings",
    }


def test_a_table_of_too_many_rows_is_not_read():
    assert table_findings("naam,aantal\n" + "a,1\n" * (MOST_ROWS + 1), FIELDS) == [
        f"{MOST_ROWS + 2}:1 csv-rows"
    ]


def test_a_cell_that_is_too_long_is_told():
    assert table_findings(f"naam,aantal\n{'a' * 10_000},1\n", FIELDS) == ["2:1 csv-long"]
    assert table_findings(f"naam,aantal\n{'a' * LONGEST},1\n", FIELDS) == []


@pytest.mark.parametrize("digits", ["\u0663\u0664", "\uff13\uff14"])
def test_digits_of_other_scripts_are_no_numbers(digits):
    assert table_findings(f"naam,aantal\na,{digits}\n", FIELDS) == ["2:3 csv-type"]
    assert table_findings(
        f"jaar,aantal\n{digits}{digits},1\n", [("jaar", "year"), ("aantal", "integer")]
    ) == ["2:1 csv-type"]
    assert table_findings(f"dag,aantal\n20{digits}-01-01,1\n", [("dag", "date"), ("aantal", "integer")]) == [
        "2:1 csv-type"
    ]


def missing(chart, table):
    return [one.location for one in places_missing(chart, table)]


@pytest.mark.parametrize(
    ("kind", "fields", "row", "expected"),
    [
        ("ranked_bars", BARS, ",1", [(0, "naam")]),
        ("ranked_bars", BARS, "a,", []),
        ("bars", BARS, ",1", [(0, "naam")]),
        ("key_figures", {"label": "naam", "value": "aantal"}, ",1", [(0, "naam")]),
        ("histogram", {"value": "aantal"}, ",1", []),
    ],
)
def test_a_value_without_a_place_is_told(kind, fields, row, expected):
    table = table_of(f"naam,aantal\n{row}\nb,2\n", FIELDS)
    assert missing(chart_of(kind, fields=fields), table) == [table.locate(*cell) for cell in expected]


def test_a_line_has_no_year_zero_and_an_event_may_have_no_date():
    years = table_of("jaar,naam,aantal\n2020,a,1\n,a,5\n2021,,7\n", [("jaar", "year"), *FIELDS])
    lines = chart_of("lines", fields={"x": "jaar", "series": "naam", "value": "aantal"})
    assert missing(lines, years) == [years.locate(1, "jaar"), years.locate(2, "naam")]
    events = table_of("dag,naam\n2020-01-01,a\n,b\n2021-01-01,\n", [("dag", "date"), ("naam", "string")])
    timeline = chart_of("timeline", fields={"date": "dag", "label": "naam"})
    assert missing(timeline, events) == [events.locate(2, "naam")]
    points = table_of("naam,aantal,deel\n,1,2\nb,,3\n", [*FIELDS, ("deel", "number")])
    assert (
        list(
            places_missing(chart_of("scatter", fields={"x": "aantal", "y": "deel", "label": "naam"}), points)
        )
        == []
    )


def test_charts_of_a_report_have_a_place_for_each_value():
    for job in declared_jobs():
        assert list(places_missing(job.chart, job.table)) == [], job.name


@pytest.mark.parametrize(
    "mark",
    [
        {"at": 2020, "label": "x"},
        {"from": 2020, "to": 2021, "label": "x"},
        {"point": 2020, "label": "x"},
        {"value": 3, "label": "x"},
    ],
)
def test_a_mark_in_a_column_without_values_stops_nothing(mark):
    table = table_of("jaar,aantal\n,1\n,2\n", [("jaar", "year"), ("aantal", "integer")])
    chart = chart_of("lines", fields={"x": "jaar", "value": "aantal"}, annotations=[mark])
    assert all(misfit.code for misfit in misfits(chart, table))
    assert [one.code for one in places_missing(chart, table)] == ["row-without-place"] * 2


@pytest.mark.parametrize(
    ("kind", "fields", "options", "expected"),
    [
        ("ranked_bars", BARS, {"highlight": ["a"]}, []),
        ("ranked_bars", BARS, {"highlight": ["a", "c"]}, [("options", "highlight", 1)]),
        (
            "lines",
            {"x": "jaar", "series": "naam", "value": "aantal"},
            {"highlight": ["A"]},
            [("options", "highlight", 0)],
        ),
        ("lines", {"x": "jaar", "series": "naam", "value": "aantal"}, {"order": ["b", "a"]}, []),
        ("lines", {"x": "jaar", "value": "aantal"}, {"highlight": ["Aantal"]}, []),
        (
            "grouped_bars",
            {"category": "naam", "series": "jaar", "value": "aantal"},
            {"order": [2021, 2022]},
            [("options", "order", 1)],
        ),
    ],
)
def test_a_name_that_a_chart_does_not_have_cannot_stand_out(kind, fields, options, expected):
    table = table_of("jaar,naam,aantal\n2020,a,1\n2021,b,2\n", [("jaar", "year"), *FIELDS])
    found = [
        one
        for one in misfits(chart_of(kind, fields=fields, options=options), table)
        if one.code == "unknown-chart-name"
    ]
    assert [one.path for one in found] == expected


@pytest.mark.parametrize("value", ["1e16", "-1e99", "1e-30", "0", "999999999999999"])
def test_equal_amounts_of_any_size_have_a_spread(value, job):
    made = job(
        "histogram",
        on=table_of(f"naam,deel\na,{value}\nb,{value}\n", [("naam", "string"), ("deel", "number")]),
        fields={"value": "deel"},
    )
    assert "NaN" not in figure(made.plan).vega_lite


DESCRIPTOR = """name: {name}
title: Verzonnen
licenses: [{{name: CC0-1.0}}]
sources: [{{title: Verzonnen}}]
resources:
  - name: voorbeeld
    path: {path}
    schema:
      fields:
        - {{name: jaar, type: year, title: Jaar}}
        - {{name: aantal, type: integer, title: Aantal}}
"""


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("voorbeeld", "voorbeeld.csv", []),
        ("anders", "voorbeeld.csv", ["1:7 other-table-name"]),
        ("voorbeeld", "../../../etc/passwd", ["7:11 path-elsewhere"]),
        ("voorbeeld", "data/voorbeeld.csv", ["7:11 path-elsewhere"]),
    ],
)
def test_a_descriptor_is_about_the_table_beside_it(findings, name, path, expected):
    found = findings(**{"charts/data/voorbeeld.datapackage.yml": DESCRIPTOR.format(name=name, path=path)})
    assert found == [f"charts/data/voorbeeld.datapackage.yml:{one}" for one in expected]


def test_a_row_without_a_year_is_told_at_its_cell(findings):
    assert findings(csv="jaar,aantal\n2023,1\n,2\n2024,3\n") == [
        ("charts/data/voorbeeld.csv:3:1 row-without-place")
    ]

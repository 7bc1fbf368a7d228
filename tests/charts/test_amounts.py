"""Amounts that contradict each other, and numbers that may have been read otherwise than meant, are told.

All content here is invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trendrapport.charts.fit import misread
from trendrapport.charts.fit.amounts import amount_misfits
from trendrapport.charts.tables.names import is_percent
from trendrapport.diagnostics import Diagnostic

from . import gallery
from .samples import chart_of, declared_jobs, table_of
from .test_fit import KINDS, of_gallery, whole


def column(name: str, sort: str, **more: object) -> dict[str, object]:
    return {"name": name, "type": sort, "title": name.replace("_", " ").capitalize(), **more}


def found(kind: str, text: str, columns, **more) -> list[str]:
    """What is found in the amounts of a chart: "line:column code" or "path/in/declaration code"."""
    table = table_of(text, columns)
    found = amount_misfits(chart_of(kind, **more), table)
    places = (
        f"{one.location.line}:{one.location.column}"
        if isinstance(one, Diagnostic)
        else "/".join(map(str, one.path))
        for one in list(found)
    )
    codes = (one.code for one in amount_misfits(chart_of(kind, **more), table))
    return [f"{place} {code}" for place, code in zip(places, codes, strict=True)]


YEAR = column("jaar", "year")
WEATHER = "jaar,regen,warmte\n2023,1060,11.8\n2024,980,11.9\n"
TWO = {"x": "jaar", "value": ["regen", "warmte"]}


@pytest.mark.parametrize(
    ("first", "second", "options", "expected"),
    [
        ("mm", "\u00b0C", {}, ["fields/value mixed-units"]),
        ("mm", "mm", {}, []),
        ("mm", "MM ", {}, []),
        (None, None, {}, []),
        ("mm", None, {}, []),
        ("%", None, {}, ["fields/value mixed-units"]),
        ("mm", "\u00b0C", {"unit": "punten"}, []),
    ],
)
def test_two_units_on_one_scale(first, second, options, expected):
    units = [{"unit": unit} if unit else {} for unit in (first, second)]
    columns = [YEAR, column("regen", "number", **units[0]), column("warmte", "number", **units[1])]
    assert found("lines", WEATHER, columns, fields=TWO, options=options) == expected
    assert found("lines", WEATHER, columns, fields={"x": "jaar", "value": "regen"}, options=options) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("a,5,6,9", ["2:3 value-outside-range"]),
        ("a,5,1,4", ["2:3 value-outside-range"]),
        ("a,4,5,3", ["2:5 range-upside-down"]),
        ("a,5,5,5", []),
        ("a,,6,9", []),
        ("a,5,,9", []),
        ("a,5,6,", ["2:3 value-outside-range"]),
        ("a,,9,6", ["2:4 range-upside-down"]),
    ],
)
def test_a_value_lies_in_its_own_range(row, expected):
    columns = [column("naam", "string"), *(column(name, "number") for name in ("aantal", "laag", "hoog"))]
    fields = {"category": "naam", "value": "aantal", "low": "laag", "high": "hoog"}
    assert found("dots", f"naam,aantal,laag,hoog\n{row}\n", columns, fields=fields) == expected


SHARES = [column("naam", "string"), column("deel", "number", unit="%")]
BAR = {"category": "naam", "value": "deel"}


@pytest.mark.parametrize(
    ("parts", "options", "expected"),
    [
        ("60 50", {}, ["3:3 more-than-whole"]),
        ("60 40", {}, []),
        ("33.4 33.4 33.3", {}, []),
        ("34 34 34", {}, ["4:3 more-than-whole"]),
        ("33.4 33.4 33.4", {}, ["4:3 more-than-whole"]),
        ("600 500", {"unit": "stuks"}, []),
        ("60 50", {"divide_by": 10}, []),
    ],
)
def test_parts_are_a_hundred_per_cent_at_most(parts, options, expected):
    text = "naam,deel\n" + "".join(
        f"{letter},{part}\n" for letter, part in zip("abc", parts.split(), strict=False)
    )
    assert found("waffle", text, SHARES, fields=BAR, options=options) == expected
    assert found("ranked_bars", text, SHARES, fields=BAR, options=options) == []


@pytest.mark.parametrize(("kind", "place"), [("stacked_bars", "category"), ("area", "x")])
def test_each_whole_is_looked_at(kind, place):
    columns = [YEAR, column("ja", "number", unit="%"), column("nee", "number", unit="%")]
    fields = {place: "jaar", "value": ["ja", "nee"]}
    assert found(kind, "jaar,ja,nee\n2023,60,40\n2024,60,50\n", columns, fields=fields) == [
        "3:9 more-than-whole"
    ]
    assert (
        found(kind, "jaar,ja,nee\n2023,60,40\n2024,50,60\n", columns, fields={place: "jaar", "value": "ja"})
        == []
    )
    long = "jaar,naam,deel\n2023,ja,60\n2023,nee,60\n2024,ja,60\n"
    assert found(kind, long, [YEAR, *SHARES], fields={place: "jaar", "series": "naam", "value": "deel"}) == [
        "3:10 more-than-whole"
    ]


COUNTS = [column("naam", "string"), column("aantal", "number")]
COUNT = {"category": "naam", "value": "aantal"}


@pytest.mark.parametrize(
    ("rows", "options", "expected"),
    [
        ("a,10 b,20 Totaal,30", {}, ["4:1 total-among-parts"]),
        ("Nederland,30 a,10 b,20", {}, ["2:1 total-among-parts"]),
        ("a,10.4 b,20.3 Totaal,31", {}, []),
        ("a,10.4 b,20.4 Totaal,30.9", {}, ["4:1 total-among-parts"]),
        ("a,10 b,25 Totaal,30", {}, []),
        ("a,3 b,4 c,1 Nederland,9", {}, []),
        ("a,10 b,20 c,30", {}, []),
        ("a,10 Totaal,10", {}, []),
        ("a,10 b,20 Totaal,30", {"highlight": ["Totaal"]}, []),
    ],
)
@pytest.mark.parametrize("kind", ["ranked_bars", "bars"])
def test_a_total_is_no_part(rows, options, expected, kind):
    text = "naam,aantal\n" + rows.replace(" ", "\n") + "\n"
    assert found(kind, text, COUNTS, fields=COUNT, options=options) == expected


def test_a_total_is_no_part_of_a_stack():
    columns = [YEAR, *(column(name, "integer") for name in ("ja", "nee", "totaal"))]
    fields = {"category": "jaar", "value": ["ja", "nee", "totaal"]}
    assert found(
        "stacked_bars", "jaar,ja,nee,totaal\n2023,6,4,10\n2024,6,5,11\n", columns, fields=fields
    ) == ["fields/value/2 total-among-parts"]
    assert (
        found("stacked_bars", "jaar,ja,nee,totaal\n2023,6,4,10\n2024,6,5,19\n", columns, fields=fields) == []
    )
    long = "jaar,naam,aantal\n2023,ja,6\n2023,nee,4\n2023,totaal,10\n"
    series = {"category": "jaar", "series": "naam", "value": "aantal"}
    assert found("stacked_bars", long, [YEAR, *COUNTS], fields=series) == ["4:6 total-among-parts"]
    assert (
        found("lines", long, [YEAR, *COUNTS], fields={"x": "jaar", "series": "naam", "value": "aantal"}) == []
    )


@pytest.mark.parametrize("name", KINDS)
def test_the_gallery_has_no_doubtful_amounts(name):
    assert list(amount_misfits(chart_of(name, **whole(name)), of_gallery(name))) == []
    assert gallery.CHARTS


def test_the_real_charts_have_none():
    for job in declared_jobs():
        assert list(amount_misfits(job.chart, job.table)) == [], job.name
        for doubts in (misread.thousands, misread.years, misread.codes):
            assert list(doubts(job.table)) == [], job.name


def numbers(cells: str, **more: object) -> list[str]:
    lines = "".join(f'x,"{cell}"\n' for cell in cells.split())
    table = table_of(f"naam,aantal\n{lines}", [column("naam", "string"), column("aantal", "number", **more)])
    return [f"{cell.line} {cell.text}" for _, cell in misread.thousands(table)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1.234 12.345 123.456", ["2 1.234"]),
        ("950 1.250", ["3 1.250"]),
        ("-1.234", ["2 -1.234"]),
        ("12.5 1.250", ["3 1.250"]),
        ("0.123 1.234", []),
        ("1.234 1500", []),
        ("1.234 1.2", []),
        ("12.50 1.250", []),
        ("1.2345 1.234", []),
        ("1.234e3", []),
        ("1 2 3", []),
        ("12.5 1.013", []),
        ("1234.567", []),
    ],
)
def test_a_point_may_stand_between_thousands(cells, expected):
    assert numbers(cells) == expected
    assert numbers(cells, decimalChar=".") == []


def test_a_percentage_with_three_decimals_is_none():
    assert numbers("1.234 12.345", unit="%") == []


def doubted(doubts: Callable, name: str, sort: str, cells: str, **more: object) -> bool:
    table = table_of(f"{name}\n" + cells.replace(" ", "\n") + "\n", [column(name, sort, **more)])
    return bool(list(doubts(table)))


@pytest.mark.parametrize(
    ("name", "sort", "cells", "more", "expected"),
    [
        ("jaar", "integer", "2023 2025", {}, True),
        ("meting", "integer", "2023 2024 2025", {}, True),
        ("jaar", "number", "2023 2025", {}, True),
        ("meting", "integer", "2023 2025", {}, False),
        ("aantal", "integer", "2023 2190", {}, False),
        ("jaar", "year", "2023 2025", {}, False),
        ("meldingen_per_jaar", "integer", "1950 2010", {}, False),
        ("jaar", "integer", "1 2 3", {}, False),
        ("jaar", "integer", "2023 2025", {"unit": "m"}, False),
        ("bouwjaar", "integer", "1950 2010", {}, False),
    ],
)
def test_years_that_were_declared_as_numbers(name, sort, cells, more, expected):
    assert doubted(misread.years, name, sort, cells, **more) is expected


@pytest.mark.parametrize(
    ("name", "sort", "cells", "more", "expected"),
    [
        ("code", "integer", "344 363", {}, True),
        ("gemeentecode", "integer", "344 363", {}, True),
        ("post_code", "number", "1011 1012", {}, True),
        ("code", "string", "344 363", {}, False),
        ("aantal_codes", "integer", "3 4", {}, False),
        ("code", "number", "1.5", {}, False),
        ("code", "integer", "3 4", {"unit": "stuks"}, False),
        ("decoder", "integer", "3 4", {}, False),
    ],
)
def test_codes_that_were_declared_as_numbers(name, sort, cells, more, expected):
    assert doubted(misread.codes, name, sort, cells, **more) is expected


DESCRIPTOR = """name: voorbeeld
title: Verzonnen
licenses: [{{name: CC0-1.0}}]
sources: [{{title: Verzonnen}}]
resources:
  - name: voorbeeld
    path: voorbeeld.csv
    schema:
      fields:
        - {{name: jaar, type: {year}}}
        - {{name: aantal, type: number, title: Aantal}}
"""


@pytest.mark.parametrize(
    ("year", "csv", "expected"),
    [
        (
            "integer, title: Jaar",
            "jaar,aantal\n2023,1\n2024,2\n",
            [("charts/data/voorbeeld.datapackage.yml:10:30 year-as-number")],
        ),
        (
            "integer, title: Postcode",
            "jaar,aantal\n1011,1\n1012,2\n",
            [("charts/data/voorbeeld.datapackage.yml:10:30 code-as-number")],
        ),
        (
            "year, title: Jaar",
            "jaar,aantal\n2023,1.234\n2024,2.345\n",
            [("charts/data/voorbeeld.csv:2:6 thousands-or-decimals")],
        ),
        (
            "year, title: Jaar",
            "jaar,aantal\n2023 ,1\n2024,2\n",
            ["charts/data/voorbeeld.csv:2:1 blank-around"],
        ),
    ],
)
def test_doubts_are_told_at_their_place(findings, year, csv, expected):
    assert (
        findings(csv=csv, **{"charts/data/voorbeeld.datapackage.yml": DESCRIPTOR.format(year=year)})
        == expected
    )


@pytest.mark.parametrize(
    ("unit", "percent"),
    [("%", True), ("procent", True), ("Per\u00a0cent", True), ("", False), (None, False), ("euro", False)],
)
def test_a_percentage_is_known_by_its_sign_or_its_word(unit: str | None, percent: bool) -> None:
    assert is_percent(unit) is percent

"""Periods and names in several ways of writing are one, and what keeps a column from being periods is told.

All content is invented.
"""

from __future__ import annotations

import pytest

from trendrapport.charts.fit.amounts import amount_misfits
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.fit.same_rows import same_misfits
from trendrapport.diagnostics import Diagnostic, Severity

from .samples import chart_of, table_of

BARS = {"category": "periode", "value": "aantal"}


def table(*values, sort="string"):
    return table_of(
        "periode,aantal\n" + "".join(f"{value},{index + 1}\n" for index, value in enumerate(values)),
        [("periode", sort), ("aantal", "integer")],
    )


def told(found):
    return [
        f"{one.location.line}:{one.location.column} {one.code}"
        for one in found
        if isinstance(one, Diagnostic)
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("2024-Q1", "2024Q1", "2024-Q2"), ["3:1 double-row"]),
        (("2024-Q1", "2024-Q2", "2024KW01"), ["4:1 double-row"]),
        (("2024-W05", "2024W05"), ["3:1 double-row"]),
        (("2024-Q1", "2024-Q2"), []),
        (("2024MM01", "2024M02"), []),
        (("2024MM01", "2024M01"), ["3:1 double-row"]),
    ],
)
def test_one_period_in_two_ways_of_writing_is_one_place(values, expected):
    on = table(*values)
    assert told(same_misfits(chart_of("bars", fields=BARS), on)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Noord Holland", "Noord-Holland", ["3:1 same-name"]),
        ("Man-vrouw", "man vrouw", ["3:1 same-name"]),
        ("10-20", "10 20", []),
        ("A - B", "A B", []),
        ("Zuid", "Zuid-Holland", []),
    ],
)
def test_a_hyphen_between_words_is_a_blank(one, other, expected):
    on = table(one, other)
    assert told(same_misfits(chart_of("ranked_bars", fields=BARS), on)) == expected


@pytest.mark.parametrize(
    ("values", "expected", "advice"),
    [
        (("2024-Q1", "2024-Q2", "Q3 2024"), ["4:1 odd-period"], '"2024-Q3"'),
        (("2024-W01", "2024-W02", "week 3 2024"), ["4:1 odd-period"], '"2024-W03"'),
        (("2024-Q1", "2024-Q2", "totaal"), ["4:1 odd-period"], "op dezelfde manier"),
        (("2024-Q1", "2024-Q2", "2024-Q5"), ["4:1 odd-period"], "op dezelfde manier"),
    ],
)
def test_a_value_that_is_no_period_among_periods_is_told_at_its_cell(values, expected, advice):
    on = table(*values)
    found = list(misfits(chart_of("lines", fields={"x": "periode", "value": "aantal"}), on))
    assert told(found) == expected
    assert advice in found[0].fix.nl


@pytest.mark.parametrize(
    "values", [("noord", "zuid"), ("2024-Q1", "noord", "zuid"), ("2024-Q1", "2024-W01", "noord", "zuid")]
)
def test_a_column_of_words_is_told_as_such(values):
    on = table(*values)
    assert [
        one.code for one in misfits(chart_of("lines", fields={"x": "periode", "value": "aantal"}), on)
    ] == ["wrong-column-type"]


@pytest.mark.parametrize(
    ("parts", "unit", "options", "expected"),
    [
        ("0.25 0.5 0.25", "%", {}, ["2:3 fractions-as-percentages"]),
        ("0.333 0.333 0.333", "%", {}, ["2:3 fractions-as-percentages"]),
        ("0.25 0.5", "%", {}, []),
        ("0.25 0.5 0.25", "euro", {}, []),
        ("25 50 25", "%", {}, []),
        ("0.25 0.5 0.25", "%", {"divide_by": 0.01}, []),
        ("1 0", "%", {}, []),
    ],
)
def test_fractions_that_are_called_percentages(parts, unit, options, expected):
    text = "naam,deel\n" + "".join(
        f"{letter},{part}\n" for letter, part in zip("abc", parts.split(), strict=False)
    )
    on = table_of(
        text,
        [
            {"name": "naam", "type": "string", "title": "Naam"},
            {"name": "deel", "type": "number", "title": "Deel", "unit": unit},
        ],
    )
    found = list(
        amount_misfits(chart_of("waffle", fields={"category": "naam", "value": "deel"}, options=options), on)
    )
    assert told(found) == expected
    assert all(one.severity is Severity.WARNING for one in found)

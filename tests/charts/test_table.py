"""Each finding in a CSV text has the line and column of its cell, and no text makes the reader stop."""

from __future__ import annotations

import csv
import io
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.tables.table import read_table
from trendrapport.diagnostics import MOST
from trendrapport.files.cells import BrokenQuote, rows

from .samples import FIELDS, TEXT, package, table_of

DEMANDING = [
    {
        "name": "code",
        "type": "string",
        "title": "Code",
        "constraints": {"required": True, "unique": True, "enum": ["a", "b"]},
    },
    {"name": "deel", "type": "number", "title": "Deel", "constraints": {"minimum": 0, "maximum": 100}},
    {"name": "dag", "type": "date", "title": "Dag"},
]


def findings(text: str, fields=FIELDS) -> list[tuple[str, int, int]]:
    table, found = read_table("t", "t.csv", text, package(fields))
    assert (table is None) == bool(found)
    return [(finding.code, finding.location.line, finding.location.column) for finding in found]


def test_a_right_table_has_typed_values():
    table = table_of(TEXT, FIELDS)
    assert table.rows[1] == (2021, "laag", 1300, None, False)
    assert table.column("deel")[:3] == (10.5, None, 14.0)
    assert table.records()[3]["soort"] == "hoog & <b>"
    assert len(table.digest) == 64


HEADER = "jaar,soort,aantal,deel,voorlopig\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEADER + "2020,a,1,2\n", [("csv-ragged", 2, 10)]),
        (HEADER + "2020,a,1,2,true,meer\n", [("csv-ragged", 2, 17)]),
        (HEADER + "2020,a,1.234,2,true\n", [("csv-type", 2, 8)]),
        (HEADER + '2020,"a, ""b""",x,2,true\n', [("csv-type", 2, 17)]),
        (HEADER + '2020,"twee\nregels",x,2,nee\n', [("csv-type", 3, 9), ("csv-type", 3, 13)]),
        (HEADER + '2020,"open,1,2,true\n', [("csv-quote", 2, 6)]),
        (HEADER + '2020,a"b,1,2,true\n', [("csv-quote", 2, 7)]),
        (HEADER + '2020,"a"b,1,2,true\n', [("csv-quote", 2, 9)]),
        (HEADER + "2020,=1+1,1,2,true\n", [("csv-formula", 2, 6)]),
        (HEADER, [("csv-empty", 1, 1)]),
        ("", [("csv-empty", 1, 1)]),
        (
            "jaar,soort,antal,deel,voorlopig\n2020,a,1,2,true\n",
            [("csv-unknown-column", 1, 12), ("csv-missing-column", 1, 1)],
        ),
        ("jaar,aantal,soort,deel,voorlopig\n2020,1,a,2,true\n", [("csv-order", 1, 6)]),
        ("jaar,soort,aantal,deel,voorlopig,jaar\n", [("csv-duplicate-column", 1, 34)]),
    ],
)
def test_a_finding_points_at_the_cell(text, expected):
    assert findings(text) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (",1,2024-01-31", [("csv-required", 2, 1)]),
        ("c,1,2024-01-31", [("csv-enum", 2, 1)]),
        ("a,101,2024-01-31", [("csv-range", 2, 3)]),
        ("a,1,2024-02-30", [("csv-type", 2, 5)]),
        ("a,1,\na,2,", [("csv-unique", 3, 1)]),
        ("a,,\n\nb,,", []),
    ],
)
def test_constraints_are_held(row, expected):
    assert findings(f"code,deel,dag\n{row}\n", DEMANDING) == expected


def test_a_dutch_number_gets_the_number_to_write():
    _, found = read_table("t", "t.csv", HEADER + '2020,a,1,"1.234,5",true\n', package(FIELDS))
    assert "1234.5" in found[0].fix.nl


def test_many_findings_are_counted():
    found = findings(HEADER + "x,a,1,2,true\n" * (MOST + 5))
    assert len(found) == MOST + 1
    assert found[-1][0] == "more-findings"


def test_braces_in_a_file_are_text():
    assert findings("{jaar},soort\n")[0][0] == "csv-unknown-column"


@given(
    st.text(alphabet=st.sampled_from('a1.,"\n{}é= -') | st.characters(exclude_categories=["Cs"]), max_size=80)
)
def test_any_text_gives_a_table_or_findings(text):
    table, found = read_table("t", "t.csv", text, package([("a", "string"), ("b", "number")]))
    assert (table is None) == bool(found)
    lines = text.split("\n")
    for finding in found:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1


@given(st.lists(st.lists(st.text(alphabet='ab,"\n 1', max_size=5), min_size=2, max_size=3), max_size=5))
def test_cells_are_those_of_the_csv_module(data):
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(data)
    read = list(rows(written.getvalue()))
    assert not any(isinstance(row, BrokenQuote) for row in read)
    assert texts(read) == data


@given(st.text("ab,\n ", max_size=60))
def test_a_text_without_quotation_marks_is_read_the_same_way_faster(text):
    lines = text.split("\n")
    found = list(rows(text))
    for cell in chain.from_iterable(found):
        assert lines[cell.line - 1][cell.column - 1 :].startswith(cell.text)
    assert texts(found) == [line.split(",") for line in lines if line]


def texts(found) -> list[list[str]]:
    """What is in each cell of each row."""
    read = []
    for row in found:
        read.append([cell.text for cell in row])
    return read

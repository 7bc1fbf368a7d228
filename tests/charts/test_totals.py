"""A total that is drawn among its parts is told in every kind in which that gives a wrong picture.

All content here is invented.
"""

from __future__ import annotations

import pytest

from trendrapport.charts.fit.amounts import amount_misfits
from trendrapport.diagnostics import Diagnostic, Severity

from .samples import chart_of, table_of
from .test_amounts import YEAR, column

LONG = [YEAR, column("naam", "string"), column("aantal", "integer")]
WIDE = [YEAR, *(column(name, "integer") for name in ("ja", "nee", "totaal"))]
ROWS = "jaar,naam,aantal\n2023,a,6\n2023,b,4\n2023,{name},10\n2024,a,7\n2024,b,5\n2024,{name},12\n"
KINDS = {
    "dots": {"category": "jaar", "series": "naam", "value": "aantal"},
    "grouped_bars": {"category": "jaar", "series": "naam", "value": "aantal"},
    "heat_map": {"x": "jaar", "y": "naam", "value": "aantal"},
    "slope": {"x": "jaar", "series": "naam", "value": "aantal"},
    "small_multiples": {"x": "jaar", "series": "naam", "value": "aantal"},
    "area": {"x": "jaar", "series": "naam", "value": "aantal"},
    "stacked_bars": {"category": "jaar", "series": "naam", "value": "aantal"},
}


def found(kind, text, columns, **more):
    table = table_of(text, columns)
    told = [one for one in amount_misfits(chart_of(kind, **more), table) if one.code == "total-among-parts"]
    cells = [one.location for one in told if isinstance(one, Diagnostic)]
    assert len(set(cells)) == len(cells)
    return [(_where(one), one.severity is Severity.WARNING) for one in told]


def _where(one):
    return one.location.line if isinstance(one, Diagnostic) else "/".join(map(str, one.path))


def fixes(kind, text, columns, **more):
    return [
        one.fix
        for one in amount_misfits(chart_of(kind, **more), table_of(text, columns))
        if one.code == "total-among-parts"
    ]


@pytest.mark.parametrize(
    "name",
    ["Totaal", "totaal", "Eindtotaal", "Total", "Grand total", "Alle gemeenten", "Nederland", "Leden totaal"],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_total_is_found_by_its_name_and_its_sum(kind, name):
    assert found(kind, ROWS.format(name=name), LONG, fields=KINDS[kind]) == [
        (4, kind not in {"area", "stacked_bars"})
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_sum_or_no_total_is_no_finding(kind):
    assert found(kind, ROWS.format(name="c"), LONG, fields=KINDS[kind]) == []
    assert found(kind, ROWS.format(name="Totaal").replace("12", "13"), LONG, fields=KINDS[kind]) == []
    percent = [YEAR, column("naam", "string"), column("aandeel", "number", unit="%")]
    mean = "jaar,naam,aandeel\n2023,a,60\n2023,b,40\n2023,Nederland,52\n"
    assert found(kind, mean, percent, fields={**KINDS[kind], "value": "aandeel"}) == []


def test_a_total_in_lines_is_told_apart_by_its_name():
    assert (
        found(
            "lines",
            ROWS.format(name="Totaal"),
            LONG,
            fields={"x": "jaar", "series": "naam", "value": "aantal"},
        )
        == []
    )


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("dots", {"options": {"order": ["Totaal"]}}),
        ("dots", {"filter": {"naam": ["a", "b", "Totaal"]}}),
        ("grouped_bars", {"options": {"order": ["Totaal", "a"]}}),
        ("heat_map", {"filter": {"naam": ["a", "b", "Totaal"]}}),
        ("slope", {"options": {"highlight": ["Totaal"]}}),
        ("small_multiples", {"options": {"highlight": ["Totaal"]}}),
    ],
)
def test_an_editor_says_that_a_total_is_meant(kind, more):
    assert found(kind, ROWS.format(name="Totaal"), LONG, fields=KINDS[kind], **more) == []


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("area", {"options": {"order": ["Totaal"]}}),
        ("stacked_bars", {"filter": {"naam": ["a", "b", "Totaal"]}}),
    ],
)
def test_a_total_can_never_be_one_of_the_parts_that_are_added_up(kind, more):
    assert found(kind, ROWS.format(name="Totaal"), LONG, fields=KINDS[kind], **more) == [(4, False)]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("dots", "options: {order: [Totaal]}"),
        ("grouped_bars", "options: {order: [Totaal]}"),
        ("heat_map", "naam: [a, b]"),
        ("slope", "options: {highlight: [Totaal]}"),
        ("small_multiples", "options: {highlight: [Totaal]}"),
        ("area", "naam: [a, b]"),
    ],
)
def test_the_finding_says_how_to_leave_it_out_and_how_to_say_that_it_is_meant(kind, words):
    (fix,) = fixes(kind, ROWS.format(name="Totaal"), LONG, fields=KINDS[kind])
    assert words in fix.nl
    assert words in fix.en


@pytest.mark.parametrize(
    ("kind", "place", "doubt"),
    [
        ("dots", "category", True),
        ("grouped_bars", "category", True),
        ("slope", "x", True),
        ("small_multiples", "x", True),
        ("area", "x", False),
    ],
)
def test_a_column_can_be_a_total_too(kind, place, doubt):
    fields = {place: "jaar", "value": ["ja", "nee", "totaal"]}
    text = "jaar,ja,nee,totaal\n2023,6,4,10\n2024,6,5,11\n"
    assert found(kind, text, WIDE, fields=fields) == [("fields/value/2", doubt)]
    assert found(kind, text.replace("11", "12"), WIDE, fields=fields) == []
    assert found(kind, text, WIDE, fields={place: "jaar", "value": ["ja", "nee"]}) == []
    if doubt:
        assert found(kind, text, WIDE, fields=fields, options={"order": ["Totaal"]}) == []


AREAS = [column("gemeente", "string"), column("leden", "integer"), column("vestigingen", "integer")]
AREA_ROWS = "gemeente,leden,vestigingen\nA,60,6\nB,40,3\nC,20,1\nNederland,120,10\n"


def test_a_total_counts_as_no_value_of_a_spread_and_as_no_dot():
    assert found("histogram", AREA_ROWS, AREAS, fields={"value": "leden"}) == [(5, False)]
    assert (
        found("histogram", AREA_ROWS, AREAS, fields={"value": "leden"}, filter={"gemeente": ["A", "B", "C"]})
        == []
    )
    dots = {"x": "leden", "y": "vestigingen", "label": "gemeente"}
    assert found("scatter", AREA_ROWS, AREAS, fields=dots) == [(5, True)]
    assert found("scatter", AREA_ROWS, AREAS, fields=dots, options={"highlight": ["Nederland"]}) == []
    assert found("scatter", AREA_ROWS.replace("120,10", "120,9"), AREAS, fields=dots) == []


def test_a_bar_of_all_among_the_bars_of_each_is_told_unless_shares_are_drawn():
    columns = [column("regio", "string"), column("ja", "integer"), column("nee", "integer")]
    text = "regio,ja,nee\nNoord,6,4\nZuid,5,5\nTotaal,11,9\n"
    fields = {"category": "regio", "value": ["ja", "nee"]}
    for kind in ("stacked_bars", "grouped_bars", "dots"):
        assert found(kind, text, columns, fields=fields) == [(4, True)]
        assert found(kind, text, columns, fields=fields, filter={"regio": ["Noord", "Zuid", "Totaal"]}) == []
    assert found("stacked_bars", text, columns, fields=fields, options={"share": True}) == []


def test_a_long_list_is_not_written_out_in_a_filter():
    rows = "".join(f"G{number},{number},1\n" for number in range(1, 11))
    (fix,) = fixes(
        "histogram", f"gemeente,leden,vestigingen\n{rows}Nederland,55,10\n", AREAS, fields={"value": "leden"}
    )
    assert fix.nl == "Verwijder deze rij uit de tabel."


def test_names_in_advice_can_be_copied_into_a_list():
    text = 'gemeente,leden,vestigingen\n"Noord, oost",6,1\n2024,4,1\nTotaal,10,2\n'
    (fix,) = fixes("dots", text, AREAS, fields={"category": "gemeente", "value": "leden"})
    assert '["Noord, oost", "2024"]' in fix.nl

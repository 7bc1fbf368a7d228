"""Two rows for one thing, and rows that a map has no tile for, are told at the row.

All content here is invented, but for names of places.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.fit.areas import area_misfits
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.fit.same_rows import same_misfits
from trendrapport.charts.tables.areas import areas, former
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Diagnostic

from .samples import chart_of, csv_of, declared_jobs, table_of

BARS = {"category": "naam", "value": "aantal"}
FIELDS = [("naam", "string"), ("aantal", "integer")]
YEARS = [("jaar", "year"), ("naam", "string"), ("aantal", "integer")]


def same(text: str, columns=FIELDS, kind: str = "ranked_bars", **more) -> list[tuple[int, int, str]]:
    table = table_of(text, columns)
    chart = chart_of(kind, **{"fields": BARS, **more})
    found = same_misfits(chart, table)
    return [(one.location.line, one.location.column, one.code) for one in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Den Haag", "Den\u00a0Haag"),
        ("Frysl\u00e2n", "Frysla\u0302n"),
        ("Noord-Holland", "Noord\u2011Holland"),
        ("'s-Gravenhage", "\u2019s-Gravenhage"),
        ("Utrecht", "UTRECHT"),
        ("Utrecht", "Utr\u00adecht"),
        ("Frysl\u00e2n", "Friesland"),
        ("'s-Gravenhage", "Den Haag"),
        ("a  b", "a b"),
        ("\u00c9\u00e9n", "\u00e9\u00e9n"),
    ],
)
def test_ways_to_write_a_name(first, second):
    text = csv_of("naam,aantal", f"{first},3", f"{second},5")
    assert same(text) == [(3, 1, "same-name")]
    found = next(same_misfits(chart_of("ranked_bars", fields=BARS), table_of(text, FIELDS)))
    assert "regel 2" in found.what.nl
    assert "line 2" in found.what.en


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Utrecht", "Utrechtse"),
        ("10\u00b2", "102"),
        ("Groningen", "Groningen (PV)"),
        ("a b", "ab"),
        ("\u00e9", "e"),
    ],
)
def test_other_names_are_other_things(first, second):
    assert same(csv_of("naam,aantal", f"{first},3", f"{second},5")) == []


def test_a_row_that_stands_twice_names_the_first():
    text = csv_of("naam,aantal", "a,12", "a ,5", "b,3")
    assert same(text) == [(3, 1, "double-row")]
    found = next(same_misfits(chart_of("ranked_bars", fields=BARS), table_of(text, FIELDS)))
    assert found.what.nl == "deze rij gaat over hetzelfde als regel 2: a"
    assert list(misfits(chart_of("ranked_bars", fields=BARS), table_of(text, FIELDS))) == []


def test_what_a_column_tells_apart_is_told_of_the_declaration():
    text = csv_of("jaar,naam,aantal", "2020,a,1", "2021,a,2")
    assert same(text, YEARS) == []
    found = list(misfits(chart_of("ranked_bars", fields=BARS), table_of(text, YEARS)))
    assert [one.code for one in found] == ["ambiguous-rows"]
    assert "De regels 2 en 3 verschillen in: jaar." in found[0].fix.nl


def test_a_line_whose_name_changes_is_told():
    text = csv_of("jaar,naam,aantal", "2020,a,1", "2021,A,2")
    assert same(text, YEARS, "lines", fields={"x": "jaar", "series": "naam", "value": "aantal"}) == [
        (3, 6, "same-name")
    ]


def test_rows_that_a_filter_passes_over_are_told():
    text = csv_of("jaar,naam,aantal", "2020,a,1", "2021,A,2", "2021,b,9")
    assert same(text, YEARS, "lines", fields={"x": "jaar", "value": "aantal"}, filter={"naam": "a"}) == [
        (3, 6, "same-name")
    ]


def test_a_descriptor_can_say_that_two_names_are_two_things():
    fields = [
        {"name": "naam", "type": "string", "title": "Naam", "constraints": {"enum": ["IT", "it"]}},
        {"name": "aantal", "type": "integer", "title": "Aantal"},
    ]
    assert same(csv_of("naam,aantal", "IT,1", "it,2"), fields) == []
    assert same(csv_of("naam,aantal", "IT,1", "it,2", "it,3"), fields) == [(4, 1, "double-row")]


def test_rows_of_empty_cells_do_not_count():
    table = table_of(csv_of("jaar,naam,aantal", "2020,a,1", ",,", "2021,b,2", " , ,", ",,"), YEARS)
    assert table.rows == ((2020, "a", 1), (2021, "b", 2))
    assert table.locate(1, "naam").line == 4


def lost(text: str, **more) -> list[str]:
    table = table_of(text, FIELDS)
    chart = chart_of("tile_map", **{"fields": {"name": "naam", "value": "aantal"}, **more})
    found = list(area_misfits(chart, table))
    at = [
        f"{one.location.line}:{one.location.column}" if isinstance(one, Diagnostic) else str(one.path)
        for one in found
    ]
    return [f"{place} {one.code}: {one.what.nl}. {one.fix.nl}" for place, one in zip(at, found, strict=True)]


def test_a_code_without_its_letters_is_told_once():
    found = lost(csv_of("naam,aantal", "344,1", "GM0363,2", "14,3", "0200,5"))
    assert len(found) == 1
    assert found[0].startswith('2:1 short-code: "344" is geen code van het CBS')
    assert 'Bedoelt u Utrecht? Schrijf dan "GM0344"' in found[0]
    assert 'voor regel 4 en 5: "GM0014" en "GM0200".' in found[0]


@pytest.mark.parametrize(
    ("word", "code"),
    [("gm344", "GM0344"), ("GM 344", "GM0344"), ("0344", "GM0344"), ("pv20", "PV20"), ("344.0", "GM0344")],
)
def test_how_a_code_should_be_written(word, code):
    found = lost(csv_of("naam,aantal", "GM0363,2", f"{word},1"))
    assert f'"{code}"' in found[0]


def test_bare_numbers_of_provinces_are_provinces():
    assert '"PV26"' in lost(csv_of("naam,aantal", "26,1", "27,2"))[0]
    assert '"GM0014"' in lost(csv_of("naam,aantal", "26,1", "14,2"))[0]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Bergen", '"Bergen (NH.)" en "Bergen (L.)"'),
        ("Weesp", "sinds 2022 geen gemeente meer"),
        ("weesp", "Amsterdam"),
        ("Amsterdm", '"Amsterdam"'),
        ("Onbekend", "elsewhere: [Onbekend]"),
        ("GM0457", "heeft geen tegel"),
    ],
)
def test_a_name_without_a_tile_is_told_at_its_row(word, said):
    found = lost(csv_of("naam,aantal", "Almere,1", f"{word},2", "Breda,3"))
    assert len(found) == 1
    assert found[0].startswith("3:1 no-tile")
    assert said in found[0]


@pytest.mark.parametrize(
    "word", ["Nederland", "NL", "NL01", "Groningen (PV)", "Zeeland", "CR17", "Noord-Nederland (LD)", "Totaal"]
)
def test_what_needs_no_tile_is_not_told(word):
    assert lost(csv_of("naam,aantal", "Almere,1", "Amsterdam,2", f"{word},3")) == []


def test_an_editor_can_say_what_stands_below_the_map():
    assert (
        lost(csv_of("naam,aantal", "Almere,1", "Breda,3", "Onbekend,2"), options={"elsewhere": ["onbekend"]})
        == []
    )


def test_a_map_on_which_hardly_any_row_lands_is_told():
    found = lost(csv_of("naam,aantal", "Almere,1", "Breda,3", "Tilburg,4"), options={"areas": "provinces"})
    assert [one.split(":")[0] for one in found] == ["('fields',) empty-map"]


@pytest.mark.parametrize(
    ("word", "part", "name"),
    [
        ("Gemeente Utrecht", "municipalities", "Utrecht"),
        ("Sudwest-Fryslan", "municipalities", "S\u00fadwest-Frysl\u00e2n"),
        ("Groningen (gemeente)", "municipalities", "Groningen"),
        ("Groningen (PV)", "provinces", "Groningen"),
        ("ZH", "provinces", "Zuid-Holland"),
        ("Provincie Utrecht", "provinces", "Utrecht"),
        ("Rijswijk (ZH)", "municipalities", "Rijswijk (ZH.)"),
    ],
)
def test_an_area_is_found_by_how_it_is_marked(word, part, name):
    assert areas(part).of(word).name == name


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("Groningen (PV)", "municipalities"),
        ("Utrecht (CR)", "municipalities"),
        ("Utrecht (CR)", "provinces"),
        ("Groningen (gemeente)", "provinces"),
        ("Gemeente Groningen", "provinces"),
    ],
)
def test_another_sort_of_area_does_not_land(word, part):
    assert areas(part).of(word) is None


def test_two_names_of_one_tile_are_one_place():
    found = same(
        csv_of("naam,aantal", "Utrecht,1", "Provincie Utrecht,2", "Zeeland,4"),
        kind="tile_map",
        fields={"name": "naam", "value": "aantal"},
    )
    assert found == [(3, 1, "double-row")]


def test_former_municipalities_went_into_present_ones():
    present = {area.name for area in areas("municipalities").all}
    assert len(former()) > 100
    for one in former().values():
        assert set(one.into) <= present, one
        assert areas("municipalities").of(one.name) is None, one


@given(st.text(max_size=12))
def test_folding_is_done_once(text):
    assert folded(folded(text)) == folded(text)


@given(
    st.lists(
        st.text("a\u00e9e\u0301 GMPV034().\u0663", min_size=1, max_size=8).filter(lambda word: word.strip()),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_stands_in_a_map_the_findings_have_a_place(words):
    text = csv_of("naam,aantal", *(f"{word},1" for word in words))
    table = table_of(text, FIELDS)
    chart = chart_of("tile_map", fields={"name": "naam", "value": "aantal"})
    for misfit in [*area_misfits(chart, table), *same_misfits(chart, table)]:
        if isinstance(misfit, Diagnostic):
            assert 2 <= misfit.location.line <= len(words) + 1


def test_the_real_charts_have_one_row_for_each_place():
    for job in declared_jobs():
        assert [*same_misfits(job.chart, job.table), *area_misfits(job.chart, job.table)] == [], job.name

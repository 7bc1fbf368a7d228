"""Sentences tell what is drawn and what is not: pairs without a row, areas by their names, both numbers of
dots. All content is invented.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg
from trendrapport.charts.theme import NARROW, Theme
from trendrapport.charts.words.sentences import in_words

from .samples import table_of
from .shapes import read

PAIRS = table_of(
    "naam,groep,aantal\nNoord,man,5\nNoord,vrouw,6\nZuid,man,7\nOost,vrouw,2\n",
    [("naam", "string"), ("groep", "string"), ("aantal", "integer")],
)
PLACES = {"grouped_bars": "category", "dots": "category", "stacked_bars": "category", "small_multiples": "x"}


@pytest.mark.parametrize("kind", PLACES)
def test_a_pair_for_which_the_table_has_no_row_is_told(job, kind):
    sentences = in_words(
        job(kind, on=PAIRS, fields={PLACES[kind]: "naam", "series": "groep", "value": "aantal"}).plan
    )
    assert "Man: geen gegevens voor Oost." in sentences
    assert "Vrouw: geen gegevens voor Zuid." in sentences


def test_a_bar_for_which_the_table_has_no_row_says_so(job):
    made = job("grouped_bars", on=PAIRS, fields={"category": "naam", "series": "groep", "value": "aantal"})
    texts = [text.text for text in read(svg.write(figure(made.plan)).decode()).texts]
    assert texts.count("geen gegevens") == 2


def test_a_cell_of_the_last_column_without_a_row_is_told(job):
    table = table_of(
        "jaar,regio,deel\n2020,Noord,1\n2021,Noord,2\n2020,Zuid,3\n",
        [("jaar", "year"), ("regio", "string"), ("deel", "integer")],
    )
    sentences = in_words(job("heat_map", on=table, fields={"x": "jaar", "y": "regio", "value": "deel"}).plan)
    assert "Zuid: geen gegevens voor 2021." in sentences
    assert not any("Noord: geen gegevens" in one for one in sentences)


def test_shares_of_a_whole_with_a_part_that_has_no_row_are_not_known(job):
    table = table_of(
        "jaar,soort,aantal\n2020,a,5\n2020,b,5\n2021,a,7\n",
        [("jaar", "year"), ("soort", "string"), ("aantal", "integer")],
    )
    sentences = in_words(
        job(
            "stacked_bars",
            on=table,
            fields={"category": "jaar", "series": "soort", "value": "aantal"},
            options={"share": True},
        ).plan
    )
    assert "A: geen aandeel bekend voor 2021." in sentences


@pytest.mark.parametrize(
    ("language", "both", "years"),
    [
        ("nl", "M: beide waarden zijn 8.", "M: beide waarden (2020 en 2021) zijn 8."),
        ("en", "M: both values are 8.", "M: both values (2020 and 2021) are 8."),
    ],
)
def test_two_equal_values_are_both(job, language, both, years):
    named = table_of(
        "naam,groep,aantal\nA,m,8\nB,m,8\n", [("naam", "string"), ("groep", "string"), ("aantal", "integer")]
    )
    fields = {"category": "naam", "series": "groep", "value": "aantal"}
    assert both in in_words(job("dots", on=named, fields=fields, language=language).plan)
    timed = table_of(
        "jaar,groep,aantal\n2020,m,8\n2021,m,8\n",
        [("jaar", "year"), ("groep", "string"), ("aantal", "integer")],
    )
    assert years in in_words(
        job(
            "lines", on=timed, fields={"x": "jaar", "series": "groep", "value": "aantal"}, language=language
        ).plan
    )


def test_a_map_tells_areas_by_name_and_apart_what_has_no_tile(job):
    table = table_of(
        "code,aantal\nPV20,10\nPV21,\nPV26,30\nNL,400\n", [("code", "string"), ("aantal", "integer")]
    )
    sentences = in_words(job("tile_map", on=table, fields={"code": "code", "value": "aantal"}).plan)
    assert sentences[0] == "Aantal: 2 waarden; hoogste 30 (Utrecht), laagste 10 (Groningen)."
    assert "Frysl\u00e2n" in sentences[1]
    assert "Limburg" in sentences[1]
    assert sentences[2] == "Niet op de kaart: NL: 400."


def test_a_map_of_municipalities_does_not_list_those_that_the_table_leaves_out(job):
    table = table_of("code,aantal\nGM0344,10\nGM0363,\n", [("code", "string"), ("aantal", "integer")])
    sentences = in_words(job("tile_map", on=table, fields={"code": "code", "value": "aantal"}).plan)
    assert sentences == ["Aantal: 10 (Utrecht).", "Aantal: geen gegevens voor Amsterdam."]


CLOUD = table_of(
    "naam,inkomen,deel\nA,1000,5\nB,,6\nC,3000,7\nD,2000,\n",
    [("naam", "string"), ("inkomen", "integer"), ("deel", "integer")],
)


def test_both_numbers_of_dots_are_told_and_which_are_not_drawn(job):
    fields = {"x": "inkomen", "y": "deel", "label": "naam"}
    made = job(
        "scatter", on=CLOUD, fields=fields, options={"x_divide_by": 1000, "x_unit": "mille", "unit": "%"}
    )
    assert in_words(made.plan) == [
        "Inkomen: 2 waarden van 1,0\u00a0mille tot en met 3,0\u00a0mille; de middelste is 2,0\u00a0mille.",
        "Deel: 2 waarden van 5\u00a0% tot en met 7\u00a0%; de middelste is 6\u00a0%.",
        "Niet getekend, want een van de twee waarden ontbreekt: B en D.",
    ]


def test_dots_without_names_tell_how_many_are_not_drawn(job):
    assert (
        in_words(job("scatter", on=CLOUD, fields={"x": "inkomen", "y": "deel"}).plan)[-1]
        == "2 waarden ontbreken."
    )


def test_a_heat_map_of_whole_numbers_tells_its_values_and_not_its_rows(job):
    table = table_of(
        "jaar,leeftijd,deel\n2020,20,5\n2021,20,6\n2020,40,7\n2021,40,9\n",
        [("jaar", "year"), ("leeftijd", "integer"), ("deel", "integer")],
    )
    sentences = in_words(
        job("heat_map", on=table, fields={"x": "jaar", "y": "leeftijd", "value": "deel"}).plan
    )
    assert [sentence.split(":")[0] for sentence in sentences] == ["20", "40"]
    assert "van 7 (2020) naar 9 (2021)" in sentences[1]


@pytest.mark.parametrize("kind", ["ranked_bars", "grouped_bars"])
def test_the_line_at_zero_does_not_cross_names_that_stand_above_bars(job, kind):
    table = table_of(
        (
            "naam,groep,aantal\nEen naam die op een telefoon boven zijn staaf staat,m,-12\nNog zo'n lange "
            "naam van een gemeente,m,30\n"
        ),
        [("naam", "string"), ("groep", "string"), ("aantal", "integer")],
    )
    fields = {
        "category": "naam",
        "value": "aantal",
        **({"series": "groep"} if kind == "grouped_bars" else {}),
    }
    plan = job(kind, on=table, fields=fields).plan
    drawn = read(svg.write(figure(replace(plan, theme=Theme("nl", width=NARROW)))).decode())
    names = [text.box for text in drawn.texts if "naam" in text.text]
    rules = [
        shape.box
        for shape in drawn.shapes
        if shape.tag == "line" and shape.box[0] == pytest.approx(shape.box[2], abs=0.5)
    ]
    assert len(rules) == 2
    assert not any(
        rule[1] < name[3] - 1 and name[1] + 1 < rule[3] and name[0] < rule[0] < name[2]
        for rule in rules
        for name in names
    )

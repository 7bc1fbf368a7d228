"""A unit of many letters stands once in a drawing, so that it leaves room for the marks.

All content here is invented.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from trendrapport.charts import kinds
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg
from trendrapport.charts.notation import with_unit
from trendrapport.charts.theme import NARROW, Theme
from trendrapport.charts.words.sentences import in_words
from trendrapport.runtime.plugins import modules

from .samples import table_of
from .shapes import read

UNIT = "kilogram per inwoner per jaar"
YEARS = table_of(
    "jaar,groep,aantal,meer\n"
    + "".join(
        f'{year},"{group}",{1000 + 37 * (year - 2016) + 211 * index},{5 * index + year}\n'
        for year in range(2016, 2025)
        for index, group in enumerate(("Huishoudens", "Bedrijven en instellingen", "Overheid"))
    ),
    [("jaar", "year"), ("groep", "string"), ("aantal", "integer"), ("meer", "integer")],
)
PROVINCES = table_of("code,aantal\nPV20,1200\nPV26,3400\n", [("code", "string"), ("aantal", "integer")])
RANGES = table_of(
    "groep,aantal,laag,hoog\nHuishoudens,30,20,40\nBedrijven en instellingen,45,41,60\n",
    [("groep", "string"), *((name, "integer") for name in ("aantal", "laag", "hoog"))],
)
SERIES = {"series": "groep", "value": "aantal"}
LAST, ENDS = {"jaar": 2024}, {"jaar": [2016, 2024]}
CASES = {
    "area": (YEARS, {"x": "jaar", **SERIES}, {}),
    "lines": (YEARS, {"x": "jaar", **SERIES}, {}),
    "slope": (YEARS, {"x": "jaar", **SERIES}, {}),
    "small_multiples": (YEARS, {"x": "jaar", **SERIES}, {}),
    "stacked_bars": (YEARS, {"category": "jaar", **SERIES}, {}),
    "diverging_bars": (YEARS, {"category": "jaar", **SERIES}, {}),
    "pyramid": (YEARS, {"category": "groep", "series": "jaar", "value": "aantal"}, ENDS),
    "heat_map": (YEARS, {"x": "jaar", "y": "groep", "value": "aantal"}, {}),
    "key_figures": (YEARS, {"label": "groep", "value": "aantal"}, LAST),
    "bars": (YEARS, {"category": "jaar", "value": "aantal"}, {"groep": "Overheid"}),
    "dots": (RANGES, {"category": "groep", "value": "aantal", "low": "laag", "high": "hoog"}, {}),
    "ranked_bars": (YEARS, {"category": "groep", "value": "aantal"}, LAST),
    "tile_map": (PROVINCES, {"code": "code", "value": "aantal"}, {}),
    "grouped_bars": (YEARS, {"category": "groep", "series": "jaar", "value": "aantal"}, ENDS),
}
MORE = {
    "histogram": (YEARS, {"value": "aantal"}, {}),
    "scatter": (YEARS, {"x": "meer", "y": "aantal", "label": "groep"}, LAST),
}


def drawn(job, kind, width, unit=UNIT, **options):
    table, fields, rows = {**CASES, **MORE}[kind]
    made = job(kind, on=table, fields=fields, filter=rows, options={"unit": unit, **options})
    plan = made.plan
    return read(
        svg.write(figure(replace(plan, theme=Theme(plan.theme.language, width=width)))).decode()
    ), plan


def texts(found):
    return [text.text.replace("\n", " ") for text in found.texts]


def test_every_kind_with_one_unit_has_a_case():
    assert set(CASES) == {name for name in modules(kinds) if kinds.traits(name).one_unit}


@pytest.mark.parametrize("width", [640, NARROW])
@pytest.mark.parametrize("kind", CASES)
def test_a_long_unit_stands_once_above_the_drawing(job, kind, width):
    found, plan = drawn(job, kind, width)
    assert [text for text in texts(found) if "kilogram" in text] == [UNIT]
    assert found.width <= width + 12
    assert any(UNIT in sentence for sentence in in_words(plan))


@pytest.mark.parametrize("kind", CASES)
def test_each_mark_tells_its_unit(job, kind):
    """Who points at a mark, or hears it, does not read what stands above the drawing."""
    table, fields, rows = CASES[kind]
    made = job(kind, on=table, fields=fields, filter=rows, options={"unit": UNIT})
    datasets = json.loads(figure(made.plan).vega_lite)["datasets"].values()
    told = [row["description"] for rows in datasets for row in rows if "description" in row]
    numbers = [one for one in told if one[-1].isdigit() or UNIT in one]
    assert numbers
    assert all(UNIT in one for one in told if re.search(r": \d", one))
    assert all(one.count(UNIT) <= 1 for one in told)


@pytest.mark.parametrize(
    "unit", ["% van de huishoudens", "miljoen euro per inwoner", "€ per hectare per jaar"]
)
def test_a_mark_tells_any_unit_as_words_do(job, unit):
    made = job("bars", on=YEARS, fields={"category": "jaar", "value": "aantal"}, filter={"groep": "Overheid"},
               options={"unit": unit})  # fmt: skip
    datasets = json.loads(figure(made.plan).vega_lite)["datasets"].values()
    told = [row["description"] for rows in datasets for row in rows if "description" in row]
    assert f"2016: {with_unit('1.422', unit, 'nl')}" in told


@pytest.mark.parametrize("width", [640, NARROW])
@pytest.mark.parametrize("kind", MORE)
def test_a_scale_has_a_long_unit_in_its_name(job, kind, width):
    found, _ = drawn(job, kind, width)
    assert [text for text in texts(found) if "kilogram" in text] == [f"Aantal ({UNIT})"]
    assert found.width <= width + 12


@pytest.mark.parametrize(
    ("unit", "width", "apart"),
    [
        ("kWh", NARROW, False),
        ("miljoen euro", 640, False),
        ("miljoen euro", NARROW, True),
        ("aantal meldingen bij gemeenten", 640, False),
        ("% van alle huishoudens", 640, True),
    ],
)
def test_a_unit_stands_apart_only_if_it_would_take_too_much_room(job, unit, width, apart):
    found, _ = drawn(job, "ranked_bars", width, unit=unit)
    assert (unit in texts(found)) is apart


def test_percentages_keep_their_sign_beside_a_unit_that_stands_apart(job):
    found, _ = drawn(job, "ranked_bars", 640, unit="% van alle huishoudens")
    assert "1.718\u00a0%" in texts(found)


def test_shares_have_no_unit_of_amounts_above_them(job):
    found, _ = drawn(job, "stacked_bars", 640, share=True)
    assert UNIT not in texts(found)

"""Charts in a file of their own, in Vega-Lite or Altair: all of them is in the drawing, in the colours of the
page, the same on every machine.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from trendrapport.charts.drawing.draw import draw
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg

from .samples import Kept, table_of
from .shapes import read
from .test_narrow import drawn

SECTORS = (
    "Bouwnijverheid",
    "Financiële dienstverlening",
    "Gezondheidszorg",
    "Handel",
    "Informatie en communicatie",
    "Onderwijs",
    "Openbaar bestuur",
)
TABLE = table_of(
    "jaar,jaartal,maand,sector,aantal\n"
    + "".join(
        f"{year},{year},{year}-0{1 + index % 3},{name},{index + 2}\n"
        for year in (2023, 2024, 2025)
        for index, name in enumerate(SECTORS)
    ),
    [
        ("jaar", "year"),
        ("jaartal", "integer"),
        ("maand", "yearmonth"),
        ("sector", "string"),
        ("aantal", "integer"),
    ],
)
X, Y = {"field": "jaar", "type": "ordinal"}, {"field": "aantal", "type": "quantitative"}
COLOUR = {"field": "sector", "type": "nominal"}
LEGEND = {"mark": "bar", "encoding": {"x": X, "y": Y, "color": COLOUR}}
FACETS = {"mark": "bar", "encoding": {"x": X, "y": Y, "facet": {**COLOUR, "columns": 3}}}
BESIDE = {
    "hconcat": [
        {"mark": "bar", "encoding": {"x": X, "y": Y}},
        {"mark": "point", "encoding": {"x": Y, "y": Y}},
    ]
}
PYTHON = """import altair as alt

def draw(table, theme):
    rows = alt.InlineData(values=table.records())
    return alt.Chart(rows).mark_bar().encode(x="jaar:O", y="aantal:Q", color="sector:N")
"""


def plan_of(job, spec):
    return job("vega_lite", on=TABLE, code=json.dumps(spec)).plan


def inside(found):
    return all(
        shape.box[0] >= -1 and shape.box[2] <= found.width + 1 and shape.box[3] <= found.height + 1
        for shape in found.texts
    )


@pytest.mark.parametrize("width", [640, 312])
@pytest.mark.parametrize("spec", [LEGEND, FACETS, BESIDE], ids=["legend", "facets", "beside"])
def test_legends_and_panels_are_inside_the_drawing(spec, width, job):
    found = read(drawn(plan_of(job, spec), width))
    assert found.width <= width + 1, "they share the width"
    assert inside(found)
    if spec is not BESIDE:
        assert set(SECTORS) <= {text.text for text in found.texts}


@pytest.mark.parametrize("width", [640, 312])
def test_a_legend_of_altair_is_inside_the_drawing(width, job):
    found = read(drawn(job("altair", on=TABLE, code=PYTHON).plan, width))
    assert inside(found)
    assert set(SECTORS) <= {text.text for text in found.texts}


def test_panels_for_which_there_is_no_room_stand_below_each_other(job):
    found = read(drawn(plan_of(job, {**FACETS, "width": 400}), 640))
    assert found.width <= 641
    assert inside(found)


def test_what_cannot_share_the_width_makes_the_drawing_wider_and_is_told(job):
    wide = {"hconcat": [{"width": 400, "mark": "bar", "encoding": {"x": X, "y": Y}}] * 3}
    own = job("vega_lite", on=TABLE, code=json.dumps(wide))
    drawings, found = draw([own], store := Kept(), workers=0)
    assert [(one.code, one.location.path, one.severity.value) for one in found] == [
        ("wide-drawing", "charts/proef.py", "warning")
    ]
    whole = read(drawings["proef"].texts["svg"])
    assert whole.width > 1200
    assert inside(whole)
    assert not drawings["proef"].texts["narrow"]
    assert draw([own], store, workers=0)[1] == found, "it is told again of a drawing that was kept"


def test_every_category_of_an_axis_has_its_name(job):
    spec = {"mark": "bar", "encoding": {"x": {"field": "sector", "type": "nominal"}, "y": Y}}
    for width in (640, 312):
        found = read(drawn(plan_of(job, spec), width))
        assert set(SECTORS) <= {text.text for text in found.texts}


INKS = {
    "title": {
        "title": {"text": "Een titel", "subtitle": "Een ondertitel"},
        "mark": "bar",
        "encoding": {"x": X, "y": Y},
    },
    "heading": {"mark": "bar", "encoding": {"x": X, "y": Y, "column": {**COLOUR, "title": "Sector"}}},
    "rule": {
        "layer": [{"mark": "bar"}, {"mark": "rule", "encoding": {"y": {"datum": 4}}}],
        "encoding": {"x": X, "y": Y},
    },
    "text": {"mark": "text", "encoding": {"x": X, "y": Y, "text": Y}},
    "box": {"mark": "boxplot", "encoding": {"x": X, "y": Y}},
    "error": {"mark": {"type": "errorbar", "ticks": True}, "encoding": {"x": X, "y": Y}},
    "black": {"mark": {"type": "bar", "fill": "black", "stroke": "#ffffff"}, "encoding": {"x": X, "y": Y}},
    "axis": {
        "mark": "bar",
        "encoding": {"x": X, "y": {**Y, "title": "Aantal"}},
        "config": {"axis": {"labelAngle": 0}, "title": {"fontSize": 20}},
    },
    "legend": {"mark": "point", "encoding": {"x": X, "y": Y, "size": {**Y, "title": "Aantal"}}},
}


@pytest.mark.parametrize("spec", INKS.values(), ids=INKS)
def test_all_ink_is_that_of_the_scheme(spec, job):
    drawing = drawn(plan_of(job, spec), 640)
    inks = set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawing))
    assert inks <= {"none", *(ink for ink in inks if ink.startswith("var(--chart-"))}


def test_text_is_as_large_as_in_other_charts(job):
    spec = {
        "mark": {"type": "text", "fontSize": 6},
        "title": {"text": "Titel", "subtitle": "Onder", "subtitleFontSize": 8},
        "encoding": {
            "x": {**X, "axis": {"labelFontSize": 7, "title": "Jaar", "titleFontSize": 5}},
            "y": Y,
            "text": Y,
        },
    }
    found = read(drawn(plan_of(job, spec), 640))
    assert min(text.size for text in found.texts) >= 14


@pytest.mark.parametrize(
    "address",
    [
        "url(http://voorbeeld.nl/x.svg#x)",
        "u\\72l(//voorbeeld.nl/x)",
        "image(x)",
        "url(#x) red",
        "var(--x, url(//voorbeeld.nl))",
    ],
)
def test_only_colours_are_written(address, job):
    spec = {
        "mark": {"type": "bar", "stroke": address},
        "background": address,
        "encoding": {"x": X, "y": Y, "color": {"value": address}},
    }
    drawing = svg.write(figure(plan_of(job, spec))).decode()
    assert "voorbeeld.nl" not in drawing
    assert not re.search(r"(?:fill|stroke)=\"(?!none|var\(--chart-)", drawing)


def test_a_colour_from_the_table_is_only_a_colour(job):
    columns = [("naam", "string"), ("kleur", "string"), ("aantal", "integer")]
    table = table_of('naam,kleur,aantal\na,"url(http://voorbeeld.nl/x#x)",1\nb,#0b5c66,2\n', columns)
    fill = {"field": "kleur", "type": "nominal", "scale": None}
    spec = {"mark": "bar", "encoding": {"x": {"field": "naam", "type": "nominal"}, "y": Y, "fill": fill}}
    drawing = svg.write(figure(job("vega_lite", on=table, code=json.dumps(spec)).plan)).decode()
    assert not re.search(r'="[^"]*voorbeeld', drawing)
    assert 'fill="#0b5c66"' in drawing


@pytest.mark.parametrize("field", ["jaar", "jaartal"])
def test_years_on_an_axis_of_time_are_years(field, job):
    spec = {
        "mark": "bar",
        "encoding": {"x": {"field": field, "type": "temporal", "timeUnit": "year"}, "y": Y},
    }
    texts = {text.text for text in read(drawn(plan_of(job, spec), 640)).texts}
    assert {"2023", "2024", "2025"} <= texts
    assert "1970" not in texts


MOMENTS = """
import json, os
from trendrapport.charts.rendering.vega_to_svg import render

rows = [{"at": at, "n": 1} for at in ("2024-01", "2024-02-01", "2024-03-31T23:30:00", "Apr 1, 2024")]
spec = {"data": {"values": rows}, "mark": "text", "encoding": {"y": {"field": "n", "type": "quantitative"},
        "x": {"field": "at", "type": "temporal", "timeUnit": "yearmonthdatehours", "axis": None},
        "text": {"field": "at", "type": "temporal", "timeUnit": "yearmonthdatehours",
                 "format": "%Y-%m-%d %H"}},
        "transform": [{"calculate": "datetime(2024, 0, 31, 23)", "as": "made"},
                      {"filter": "hours(datum.made) == 23"}]}
print(render(json.dumps(spec), "nl"), flush=True)
os._exit(0)
"""
"""V8 is not asked to end: that can take for ever."""


def test_a_drawing_is_the_same_in_every_time_zone():
    made = {
        zone: subprocess.run(
            [sys.executable, "-c", MOMENTS],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("UTC", "America/Los_Angeles", "Pacific/Kiritimati")
    }
    assert len(set(made.values())) == 1
    assert all(
        day in made["UTC"] for day in ("2024-01-01 00", "2024-02-01 00", "2024-03-31 23", "2024-04-01 00")
    )

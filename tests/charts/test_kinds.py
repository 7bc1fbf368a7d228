"""Each kind draws what its stored specification says; `UPDATE=1 pytest` writes the files anew."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path

import pytest

from trendrapport.charts import kinds
from trendrapport.charts.figure import figure
from trendrapport.runtime.plugins import modules

from .samples import FIELDS, areas, chart_of, events, table_of

STORED = Path(__file__).parent / "vega_lite"
SERIES = {"series": "soort", "value": "aantal", "provisional": "voorlopig"}
CODE = """import altair as alt

def draw(table, theme):
    rows = alt.InlineData(values=table.records())
    return alt.Chart(rows).mark_bar(color=theme.series[0]).encode(x="jaar:O", y="aantal:Q")
"""
SPECIFICATION = """{"mark": "bar", "encoding": {"x": {"field": "jaar", "type": "ordinal"},
 "y": {"field": "aantal", "type": "quantitative"}, "color": {"value": "chart-2"}}}"""
AGES = table_of(
    "leeftijd,vrouw,man\n0 tot 20,400,420\n20 tot 40,510,\n40 tot 60,480,470\n60 of ouder,300,220\n",
    [("leeftijd", "string"), ("vrouw", "integer"), ("man", "integer")],
)
CASES = {
    "bars": {
        "fields": {"category": "jaar", "value": "deel", "provisional": "voorlopig"},
        "filter": {"soort": "laag"},
        "options": {"unit": "%", "breaks": [2022]},
    },
    "ranked_bars": {
        "fields": {"category": "soort", "value": "aantal"},
        "filter": {"jaar": 2020},
        "options": {"highlight": ["laag"]},
    },
    "lines": {"fields": {"x": "jaar", **SERIES}, "options": {"breaks": [2021]}},
    "stacked_bars": {
        "fields": {"category": "jaar", **SERIES},
        "options": {"totals": True, "divide_by": 1000},
    },
    "heat_map": {"fields": {"x": "jaar", "y": "soort", "value": "deel"}, "options": {"sort": "descending"}},
    "histogram": {"fields": {"value": "deel"}, "options": {"counted": "rijen", "bins": 3}},
    "timeline": {
        "on": events(),
        "fields": {"date": "dag", "label": "wat"},
        "options": {"highlight": ["Eerste moment"]},
    },
    "waffle": {"fields": {"category": "soort", "value": "deel"}, "filter": {"jaar": 2022}},
    "scatter": {"fields": {"x": "aantal", "y": "deel", "label": "soort"}, "options": {"highlight": ["laag"]}},
    "slope": {"fields": {"x": "jaar", **SERIES}},
    "area": {"fields": {"x": "jaar", **SERIES}},
    "grouped_bars": {"fields": {"category": "jaar", **SERIES}, "options": {"breaks": [2022]}},
    "dots": {"fields": {"category": "jaar", "series": "soort", "value": "deel"}},
    "key_figures": {
        "fields": {"label": "soort", "value": "aantal", "period": "jaar"},
        "filter": {"jaar": 2022},
    },
    "small_multiples": {"fields": {"x": "jaar", **SERIES}, "options": {"columns": 2, "highlight": ["laag"]}},
    "diverging_bars": {"fields": {"category": "jaar", **SERIES}},
    "pyramid": {"on": AGES, "fields": {"category": "leeftijd", "value": ["vrouw", "man"]}},
    "tile_map": {"on": areas(), "fields": {"code": "code", "name": "naam", "value": "aantal"}},
    "altair": {"code": CODE},
    "vega_lite": {"code": SPECIFICATION},
}


def specification(job) -> dict:
    """What a job is drawn from, with each layer's rows beside it."""
    spec = json.loads(figure(job.plan).vega_lite)
    for layer in spec.get("layer", []):
        data = layer.get("data") or spec["data"]
        layer["data"] = {"values": spec["datasets"][data["name"]]}
    return spec


def rows_of(spec: dict, mark: str) -> list[dict]:
    """The rows of each layer with one mark."""
    return [
        row for layer in spec["layer"] if layer["mark"]["type"] == mark for row in layer["data"]["values"]
    ]


def texts(spec: dict) -> list[str]:
    """Every text that a specification puts in the drawing."""
    rows = [row for layer in spec["layer"] for row in layer["data"]["values"]]
    return [
        str(value) for row in rows for key, value in row.items() if key in {"text", "name", "words", "period"}
    ]


def test_every_kind_has_a_case():
    assert set(CASES) == set(modules(kinds))


@pytest.mark.parametrize("kind", CASES)
def test_a_kind_draws_as_stored(kind, job):
    spec = specification(job(kind, **CASES[kind]))
    spec.pop("config")
    made = json.dumps(spec, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path = STORED / f"{kind}.json"
    if os.environ.get("UPDATE"):
        path.write_text(made, encoding="utf-8", newline="\n")
    assert path.read_text("utf-8") == made, "run with UPDATE=1 if this change is meant"


@pytest.mark.parametrize("kind", sorted(set(CASES) - {"altair", "vega_lite"}))
def test_a_kind_is_valid_vega_lite(kind, job):
    import altair as alt

    alt.LayerChart.from_dict(specification(job(kind, **CASES[kind])))


@pytest.mark.parametrize("name", modules(kinds))
def test_a_kind_keeps_its_contract(name):
    module = modules(kinds)[name]
    assert module.__doc__
    assert module.draw.__doc__
    assert all(f"`{role}`" in module.__doc__ for role in module.FIELDS), "the manual names each field"
    assert all(f"`{option}`" in module.__doc__ for option in module.OPTIONS.model_fields), "and each option"
    tops = [
        node
        for node in ast.parse(Path(module.__file__).read_text("utf-8")).body
        if isinstance(node, ast.Import)
    ]
    assert not any(
        alias.name in {"altair", "vl_convert", "pypdfium2"} for node in tops for alias in node.names
    )


def test_a_missing_value_is_told_and_never_zero(job):
    spec = specification(job("bars", **CASES["bars"]))
    assert "geen\ngegevens" in texts(spec)
    bars = spec["layer"][0]["data"]["values"]
    assert [row["value"] for row in bars] == [10.5, None, 14.0]


def test_a_year_that_the_table_leaves_out_keeps_its_place():
    table = table_of("jaar,aantal\n2019,1\n2021,3\n", [("jaar", "year"), ("aantal", "integer")])
    from trendrapport.charts.drawing.draw import ChartJob

    chart = chart_of("bars", fields={"category": "jaar", "value": "aantal"})
    spec = specification(ChartJob("x", "charts/x.yml", chart, table, "nl"))
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == ["2019", "2020", "2021"]


def test_a_provisional_figure_is_marked(job):
    spec = specification(job("lines", **CASES["lines"]))
    dashed = [
        layer for layer in spec["layer"] if "strokeDash" in layer["mark"] and layer["mark"]["type"] == "line"
    ]
    assert {row["x"] for row in dashed[0]["data"]["values"]} == {2021.0, 2022.0}
    assert any(
        "2022*" in row.get("description", "") for layer in spec["layer"] for row in layer["data"]["values"]
    )


def test_a_line_is_interrupted_at_a_break(job):
    spec = specification(
        job("lines", fields={"x": "jaar", "series": "soort", "value": "aantal"}, options={"breaks": [2022]})
    )
    line = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "line")
    assert {row["x"] for row in line["data"]["values"]} == {2020.0, 2021.0}
    rule = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "rule")
    assert [row["x"] for row in rule["data"]["values"]] == [2021.5]


@pytest.mark.parametrize(
    ("amounts", "zero"),
    [((-5, -3, -4), True), ((5, 3, -3), True), ((-5, -3, -4), False), ((105, 103, 104), False)],
)
def test_a_name_stands_beside_the_end_of_its_line(job, amounts, zero):
    on = table_of(
        "jaar,aantal\n" + "".join(f"{2020 + at},{amount}\n" for at, amount in enumerate(amounts)),
        FIELDS[:1] + FIELDS[2:3],
    )
    spec = specification(job("lines", on=on, fields={"x": "jaar", "value": "aantal"}, options={"zero": zero}))
    assert [row["value"] for row in rows_of(spec, "text") if "name" in row] == [pytest.approx(amounts[-1])]


def test_names_at_line_ends_do_not_cover_each_other():
    from trendrapport.placing.spacing import upwards

    assert upwards([0, 1, 50], [20, 20, 20]) == [10, 30, 50]


def test_bars_lie_in_order_with_missing_values_last(job):
    spec = specification(
        job("ranked_bars", fields={"category": "soort", "value": "aantal"}, filter={"jaar": [2020, 2021]})
    )
    assert [row["value"] for row in spec["layer"][0]["data"]["values"]] == [2500, 1300, 1200, None]


def test_an_incomplete_bar_has_no_total(job):
    spec = specification(job("stacked_bars", **CASES["stacked_bars"]))
    assert "onvolledig" in texts(spec)


def test_no_more_than_four_key_figures(job):
    spec = specification(job("key_figures", fields={"label": "soort", "value": "deel"}))
    assert len([row for row in rows_of(spec, "text") if "description" in row]) == 4


@pytest.mark.parametrize(("language", "expected"), [("nl", "1.200"), ("en", "1,200")])
def test_numbers_are_those_of_the_language(job, language, expected):
    spec = specification(
        job(
            "ranked_bars",
            language=language,
            fields={"category": "soort", "value": "aantal"},
            filter={"jaar": 2020},
        )
    )
    assert expected in texts(spec)


@pytest.mark.parametrize(("lying", "words"), [(True, "geen gegevens"), (False, "–")])
def test_a_missing_bar_in_a_group_is_shown_and_a_negative_one_has_its_value_outside(job, lying, words):
    table = table_of(
        "jaar,een,ander\n2020,-3,\n2021,4,5\n", [("jaar", "year"), ("een", "integer"), ("ander", "integer")]
    )
    spec = specification(
        job(
            "grouped_bars",
            on=table,
            fields={"category": "jaar", "value": ["een", "ander"]},
            options={"lying": lying},
        )
    )
    assert len(rows_of(spec, "bar")) == 3
    assert words in texts(spec)
    [negative] = [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text" and layer["data"]["values"][0]["text"] == "\u22123"
    ]
    assert (negative["mark"].get("align"), negative["mark"].get("baseline")) == (
        ("right", None) if lying else (None, "top")
    )
    assert [layer["mark"]["type"] for layer in spec["layer"]].count("rule") == 1, "the line at 0"


def test_shares_are_of_the_sum_and_an_incomplete_bar_has_none(job):
    table = table_of(
        "naam,een,ander\na,1,3\nb,,5\nc,0,0\nd,,\n",
        [("naam", "string"), ("een", "integer"), ("ander", "integer")],
    )
    spec = specification(
        job(
            "stacked_bars",
            on=table,
            fields={"category": "naam", "value": ["een", "ander"]},
            options={"share": True, "totals": True},
        )
    )
    assert [(row["from"], row["to"], row["description"]) for row in rows_of(spec, "bar")] == [
        (0, 25, "a, Een: 25\u00a0% (1)"),
        (25, 100, "a, Ander: 75\u00a0% (3)"),
    ]
    ends = {row["category"]: row["text"] for row in rows_of(spec, "text") if "series" not in row}
    assert ends == {"a": "4", "b": "onvolledig", "c": "0", "d": "geen gegevens"}


def test_a_part_of_a_whole_cannot_be_negative():
    from trendrapport.charts.fit.declaration import misfits

    table = table_of("naam,aantal\na,1\nb,-5\n", [("naam", "string"), ("aantal", "integer")])
    for kind, at in (("stacked_bars", "category"), ("waffle", "category")):
        chart = chart_of(kind, fields={at: "naam", "value": "aantal"})
        assert [(misfit.code, misfit.path) for misfit in misfits(chart, table)] == [
            ("negative-chart-value", ("fields", "value"))
        ]
        kept = chart_of(kind, fields={at: "naam", "value": "aantal"}, filter={"naam": "a"})
        assert list(misfits(kept, table)) == []


def test_an_area_is_interrupted_where_a_part_is_missing(job):
    spec = specification(job("area", **CASES["area"]))
    assert {row["x"] for row in rows_of(spec, "area")} == {2021.0, 2022.0}, "2020 lacks a part"
    assert {row["x"] for row in rows_of(spec, "point")} == {2021.0, 2022.0}
    [gap] = [row for row in rows_of(spec, "text") if row.get("text") == "–"]
    assert gap["x"] == 2020.0
    [paler] = [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == "area" and layer["mark"]["fillOpacity"] < 1
    ]
    assert {row["key"] for row in paler["data"]["values"]} == {2021, 2022}


def test_areas_as_shares_fill_the_drawing(job):
    spec = specification(job("area", fields={"x": "jaar", **SERIES}, options={"share": True}))
    assert max(row["to"] for row in rows_of(spec, "area")) == 100
    assert "laag: 35\u00a0% (1.500)" in {
        f"{row['series']}: {row['description'].partition(': ')[2]}" for row in rows_of(spec, "point")
    }


def test_a_slope_without_one_end_has_no_line_and_without_both_is_told(job):
    text = "naam,jaar,aantal\na,2020,-3\na,2021,5\na,2022,4\nb,2020,\nb,2022,7\nc,2021,1\n"
    table = table_of(text, [("naam", "string"), ("jaar", "year"), ("aantal", "integer")])
    spec = specification(job("slope", on=table, fields={"x": "jaar", "series": "naam", "value": "aantal"}))
    assert len([row for row in rows_of(spec, "rule") if row["x2"] - row["x"] > 100]) == 1
    assert [row["description"] for row in rows_of(spec, "point")] == [
        "a: \u22123; a: 4",
        "a: \u22123; a: 4",
        "b: 7",
    ]
    assert {"2020", "2022", "Geen gegevens: c"} <= set(texts(spec))


def test_a_range_is_drawn_and_told_and_half_of_one_is_told_as_such(job):
    table = table_of(
        "naam,w,l,h\na,39,35,43\nb,20,,25\nc,,1,2\nd,5,,\n",
        [("naam", "string"), *((name, "integer") for name in "wlh")],
    )
    fields = {"category": "naam", "value": "w", "low": "l", "high": "h"}
    spec = specification(job("dots", on=table, fields=fields, options={"unit": "%"}))
    told = [
        "a, W: 39\u00a0% (35 tot 43\u00a0%)",
        "b, W: 20\u00a0% (onbekend tot 25\u00a0%)",
        "d, W: 5\u00a0%",
    ]
    assert [row["description"] for row in rows_of(spec, "point")] == told
    assert sorted(row["end"] for row in rows_of(spec, "tick")) == [25, 35, 43]
    assert "geen gegevens" in texts(spec)


def test_a_dot_without_one_of_its_numbers_is_told_below(job):
    spec = specification(job("scatter", **CASES["scatter"]))
    assert len(rows_of(spec, "point")) == 4
    assert "Geen gegevens: laag, hoog & <b>" in texts(spec)
    assert "laag: Aantal: 1.200; Deel: 10,5" in [row["description"] for row in rows_of(spec, "point")]


def test_highlighted_dots_have_names_that_stay_clear(job):
    rows = "".join(f"n{index},{index % 3},{index % 5}\n" for index in range(30))
    table = table_of("naam,a,b\n" + rows, [("naam", "string"), ("a", "integer"), ("b", "integer")])
    chosen = [f"n{index}" for index in range(10)]
    spec = specification(
        job("scatter", on=table, fields={"x": "a", "y": "b", "label": "naam"}, options={"highlight": chosen})
    )
    names = [row for row in rows_of(spec, "text") if row["text"] in chosen]
    assert len(names) == 10
    boxes = [(row["x"], row["y"]) for row in names]
    assert all(
        abs(one[0] - other[0]) > 14 or abs(one[1] - other[1]) > 14
        for index, one in enumerate(boxes)
        for other in boxes[index + 1 :]
    )


def test_a_heat_map_prints_each_value_on_a_colour_on_which_it_can_be_read(job):
    from trendrapport.charts.theme import Theme

    spec, theme = specification(job("heat_map", **CASES["heat_map"])), Theme("nl")
    cells = {row["description"]: row for row in rows_of(spec, "rect") if "description" in row}
    assert set(cells) == {
        "hoog & <b>, 2020: 20,0",
        "hoog & <b>, 2021: 22,5",
        "hoog & <b>, 2022: 25,0",
        "laag, 2020: 10,5",
        "laag, 2021: geen gegevens",
        "laag, 2022: 14,0",
    }
    assert {"20,0", "–", "14,0"} <= set(texts(spec))
    for cell in cells.values():
        step = theme.scale.index(cell["colour"]) if cell["colour"] in theme.scale else None
        assert cell["ink"] == (theme.soft if step is None else theme.on_scale(step))
    assert cells["laag, 2021: geen gegevens"]["colour"] == theme.paper


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        ([1, 2, 3, 4, 10], (2, 4, 6, 8)),
        ([5, 5, 5], ()),
        ([None, 3], ()),
        ([], ()),
        ([-2, 3], (-1, 0, 1, 2)),
        ([1] * 40 + [2] * 30 + [3] * 20 + [1000], (2, 3)),
    ],
)
def test_classes_have_round_limits(values, limits):
    from trendrapport.charts.parts.classes import classes

    assert classes(values, 5).limits == limits


def test_the_lowest_and_highest_amount_have_the_ends_of_the_classes():
    from trendrapport.charts.parts.classes import classes

    made = classes([0, 100], 2)
    assert (made.limits, made.of(0), made.of(49.9), made.of(50), made.of(100)) == ((50,), 0, 0, 1, 1)


@pytest.mark.parametrize(("language", "head"), [("nl", "Aantal rijen"), ("en", "Number of rijen")])
def test_a_histogram_says_what_it_counts(job, language, head):
    assert head in texts(specification(job("histogram", language=language, **CASES["histogram"])))


def test_a_histogram_counts_every_known_value_and_tells_the_others(job):
    spec = specification(job("histogram", **CASES["histogram"]))
    told = [row["description"] for row in rows_of(spec, "rect")]
    assert told == ["10 tot 15: 2 rijen", "15 tot 20: 0 rijen", "20 tot en met 25: 3 rijen"]
    assert {"Geen gegevens: 1 rij", "mediaan 20,0", "Aantal rijen"} <= set(texts(spec))


@pytest.mark.parametrize(
    ("values", "about", "whole", "expected"),
    [
        ([3], None, True, (3, 1, (1,))),
        ([1, 2, 2, 4], None, True, (1, 1, (1, 2, 0, 1))),
        ([0, 100], 10, True, (0, 10, (1, *[0] * 8, 1))),
        ([-1.5, 2.5], 4, False, (-2, 1, (1, 0, 0, 0, 1))),
        ([0.1, 0.2, 0.3], 2, False, (0.1, 0.1, (1, 2))),
        ([5.0], 3, False, (5, 1, (1,))),
    ],
)
def test_bins_are_round_and_hold_all(values, about, whole, expected):
    from trendrapport.charts.parts.bins import bins

    made = bins(values, about, whole=whole)
    assert (pytest.approx(made.low), made.step, made.counts) == expected
    assert sum(made.counts) == len(values)


@pytest.mark.parametrize(
    ("amounts", "whole", "expected"),
    [
        ([1, 1, 1], 3, [34, 33, 33]),
        ([0.4, 99.6], 100, [0, 100]),
        ([0.5, 0.5], 100, [1, 0]),
        ([5], 5, [100]),
        ([1, 2], None, [0, 0]),
        ([25, 20], 100, [25, 20]),
        ([0, 0], 0, [0, 0]),
    ],
)
def test_squares_add_up(amounts, whole, expected):
    from trendrapport.charts.kinds.waffle import squares

    assert squares(amounts, whole) == expected


def waffle(job, values, **more):
    rows = "".join(f"{name},{value}\n" for name, value in values.items())
    table = table_of("naam,aantal\n" + rows, [("naam", "string"), ("aantal", "integer")])
    spec = specification(job("waffle", on=table, fields={"category": "naam", "value": "aantal"}, **more))
    return rows_of(spec, "rect")[:100], texts(spec)


@pytest.mark.parametrize("size", [1e-15, 1e-9, 0.001, 1e9, 1e99])
def test_bins_have_a_width_whatever_the_size_of_values(size):
    from trendrapport.charts.parts.bins import bins

    made = bins([0.0, size, size / 3], None, whole=False)
    assert all(made.limits(index)[0] < made.limits(index)[1] for index in range(len(made.counts)))
    assert sum(made.counts) == 3


def test_a_waffle_with_a_missing_part_stays_open(job):
    squares, told = waffle(job, {"een": 3, "ander": ""})
    assert {row["description"] for row in squares} == {""}
    assert "2 ander: geen gegevens" in [" ".join(text.split()) for text in told]


def test_what_is_left_of_the_whole_stays_open(job):
    squares, told = waffle(job, {"een": 3, "ander": 1}, options={"total": 8})
    assert [row["description"] for row in squares].count("een: 38\u00a0% (3)") == 38
    assert "overig: 50\u00a0% (4)" in told
    assert [row["description"] for row in waffle(job, {"een": 3, "ander": 1}, limit=1)[0]].count(
        "overig: 25\u00a0% (1)"
    ) == 25


@pytest.mark.parametrize("listed", [True, False])
def test_a_timeline_is_in_order_and_tells_what_has_no_date(job, listed):
    spec = specification(
        job("timeline", on=events(), fields={"date": "dag", "label": "wat"}, options={"listed": listed})
    )
    marks = rows_of(spec, "point")
    assert [row["description"].partition(":")[0] for row in marks] == [
        "24 mei 2016",
        "25 mei 2018",
        "1 aug 2024",
    ]
    assert "Geen gegevens: Ooit" in texts(spec)
    along = [row["y" if listed else "x"] for row in marks]
    assert along == sorted(along)
    assert len({row["x" if listed else "y"] for row in marks}) == 1


def test_a_key_figure_is_the_last_known_value_of_its_history(job):
    text = "naam,jaar,aantal\na,2022,\na,2020,3\na,2021,-5\na,2019,4\nleeg,2020,\n"
    table = table_of(text, [("naam", "string"), ("jaar", "year"), ("aantal", "integer")])
    spec = specification(
        job("key_figures", on=table, fields={"label": "naam", "value": "aantal", "history": "jaar"})
    )
    assert [row["description"] for row in rows_of(spec, "text") if "description" in row] == [
        "a: \u22125 (2021)",
        "leeg: geen gegevens",
    ]
    assert {row["description"] for row in rows_of(spec, "point")} == {
        "a, 2019: 4",
        "a, 2020: 3",
        "a, 2021: \u22125",
    }
    assert len(rows_of(spec, "line")) == 3


@pytest.mark.parametrize("name", modules(kinds))
def test_traits_name_roles_and_options_of_the_kind(name):
    module, traits = modules(kinds)[name], kinds.traits(name)
    assert {*traits.compared, traits.part_role, traits.highlighted} - {""} <= set(module.FIELDS)
    assert bool(traits.highlighted) == ("highlight" in module.OPTIONS.model_fields)
    assert bool(traits.part_role) == any(role.parts for role in module.FIELDS.values())
    assert traits.horizontal_for_words == ("lying" in module.OPTIONS.model_fields)

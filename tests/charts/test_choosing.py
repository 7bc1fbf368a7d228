"""What a declaration leaves out follows from its table, or is asked for. All content here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts import kinds
from trendrapport.charts.choosing.defaults import RULES, chosen
from trendrapport.charts.choosing.subtitle import subtitle
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.plan import Plan
from trendrapport.charts.theme import Theme
from trendrapport.runtime.plugins import modules

from .samples import chart_of, csv_of, declared_jobs, table_of

TYPES = {
    "jaar": "year",
    "maand": "yearmonth",
    "dag": "date",
    "groep": "string",
    "naam": "string",
    "code": "string",
    "wat": "string",
    "aantal": "integer",
    "deel": "number",
    "voorlopig": "boolean",
}


def table(text: str):
    return table_of(text, [(name, TYPES[name]) for name in text.split("\n", 1)[0].split(",")])


GROUPS = [f"{year},g{group},{group}" for year in (2020, 2021, 2022) for group in range(8)]


@pytest.mark.parametrize(
    ("text", "declared", "kind", "fields"),
    [
        (csv_of("jaar,aantal", "2020,1", "2021,2"), {}, "lines", {"x": "jaar", "value": "aantal"}),
        (
            csv_of("jaar,aantal,voorlopig", "2020,1,false", "2021,2,true"),
            {},
            "lines",
            {"x": "jaar", "value": "aantal", "provisional": "voorlopig"},
        ),
        (
            csv_of(
                "maand,groep,deel", *(f"2020-0{month},{group},1" for month in (1, 2, 3) for group in "ab")
            ),
            {},
            "lines",
            {"x": "maand", "series": "groep", "value": "deel"},
        ),
        (
            csv_of("jaar,groep,aantal", "2020,a,1", "2021,a,2", "2020,b,1", "2021,b,2"),
            {},
            "dots",
            {"category": "groep", "series": "jaar", "value": "aantal"},
        ),
        (
            csv_of("jaar,groep,aantal", *GROUPS),
            {},
            "small_multiples",
            {"x": "jaar", "series": "groep", "value": "aantal"},
        ),
        (
            csv_of("jaar,groep,aantal", *GROUPS),
            {"filter": {"jaar": 2021}},
            "bars",
            {"category": "groep", "value": "aantal"},
        ),
        (csv_of("groep,aantal", "a,1", "b,2"), {}, "ranked_bars", {"category": "groep", "value": "aantal"}),
        (
            csv_of("groep,aantal", "12 tot 25,1", "25 of meer,2"),
            {},
            "bars",
            {"category": "groep", "value": "aantal"},
        ),
        (
            csv_of("groep,naam,aantal", "a,x,1", "a,y,2", "b,x,3", "b,y,4"),
            {},
            "grouped_bars",
            {"category": "groep", "series": "naam", "value": "aantal"},
        ),
        (
            csv_of("groep,naam,aantal", *(f"{a},{b},1" for a in "abcdef" for b in "vwxyz")),
            {},
            "heat_map",
            {"x": "groep", "y": "naam", "value": "aantal"},
        ),
        (
            csv_of("code,naam,aantal", "PV20,Groningen,1", "PV26,Utrecht,2"),
            {},
            "tile_map",
            {"code": "code", "name": "naam", "value": "aantal"},
        ),
        (
            csv_of("naam,aantal,deel", "a,1,2.5", "b,2,3.5"),
            {},
            "scatter",
            {"x": "aantal", "y": "deel", "label": "naam"},
        ),
        (csv_of("aantal,deel", "1,2.5", "2,3.5"), {}, "scatter", {"x": "aantal", "y": "deel"}),
        (csv_of("aantal", "1", "2"), {}, "histogram", {"value": "aantal"}),
        (
            csv_of("dag,wat", "2020-01-01,x", "2021-01-01,y"),
            {},
            "timeline",
            {"date": "dag", "label": "wat"},
        ),
        (csv_of("naam,aantal", "a,1"), {}, "key_figures", {"label": "naam", "value": "aantal"}),
        (
            csv_of("jaar,aantal,deel", "2020,1,2.5", "2021,2,3.5"),
            {"fields": {"value": "deel"}},
            "lines",
            {"x": "jaar", "value": "deel"},
        ),
        (
            csv_of("jaar,aantal,deel", "2020,1,2.5", "2021,2,3.5"),
            {"fields": {"value": ["deel", "aantal"]}},
            "lines",
            {"x": "jaar", "value": ("deel", "aantal")},
        ),
        (
            csv_of("jaar,aantal", "2020,1", "2021,2"),
            {"fields": {"category": "jaar", "value": "aantal"}},
            "bars",
            {"category": "jaar", "value": "aantal"},
        ),
        (
            csv_of("jaar,groep,aantal", "2020,a,1", "2021,b,2"),
            {"fields": {"category": "groep", "value": "aantal"}},
            "ranked_bars",
            {"category": "groep", "value": "aantal"},
        ),
        (
            csv_of("naam,aantal,deel", "a,1,2.5", "b,2,3.5"),
            {"fields": {"value": ["aantal", "deel"]}},
            "dots",
            {"category": "naam", "value": ("aantal", "deel")},
        ),
        (
            csv_of("jaar,aantal", "2020,1", "2021,2"),
            {"kind": "area"},
            "area",
            {"x": "jaar", "value": "aantal"},
        ),
        (
            csv_of("jaar,groep,aantal", "2020,a,1", "2021,a,2", "2020,b,1", "2021,b,2"),
            {"kind": "stacked_bars"},
            "stacked_bars",
            {"category": "jaar", "series": "groep", "value": "aantal"},
        ),
    ],
)
def test_the_kind_and_fields_follow(text, declared, kind, fields):
    seen = table(text)
    made = chosen(chart_of(**{"kind": "", **declared}), seen)
    assert (made.kind, made.fields) == (kind, fields)
    assert list(misfits(made, seen)) == []
    assert figure(Plan("x", made, seen, Theme("nl"))).vega_lite


@pytest.mark.parametrize(
    ("units", "count", "kind"),
    [
        (("%", "%"), 5, "dots"),
        (("%", "%", "%"), 5, "dots"),
        (("%", "kWh"), 5, "scatter"),
        (("%", "%"), 60, "scatter"),
        (("", ""), 5, "scatter"),
    ],
)
def test_two_measures_of_one_unit_are_compared_and_not_a_cloud(units, count, kind):
    fields = [
        {"name": "naam", "type": "string", "title": "Naam"},
        *(
            {"name": f"m{index}", "type": "number", "title": f"Maat {index}"}
            | ({"unit": unit} if unit else {})
            for index, unit in enumerate(units)
        ),
    ]
    head = ",".join(field["name"] for field in fields)
    seen = table_of(csv_of(head, *(f"n{row}{',1.5' * len(units)}" for row in range(count))), fields)
    made = chosen(chart_of(""), seen)
    assert made.kind == kind
    assert list(misfits(made, seen)) == []
    if kind == "dots":
        assert made.fields == {"category": "naam", "value": tuple(f"m{index}" for index in range(len(units)))}


def test_every_rule_is_tried_above():
    mark = test_the_kind_and_fields_follow.pytestmark[0]
    assert {rule.kind for rule in RULES} <= {case[2] for case in mark.args[1]}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (csv_of("jaar,aantal,deel", "2020,1,2.5", "2021,2,3.5"), "value: aantal, deel"),
        (csv_of("jaar,maand,aantal", "2020,2021-01,1", "2021,2021-02,2"), "x: jaar, maand"),
        (csv_of("groep,naam,aantal", "a,x,1", "b,y,2"), "category: groep, naam"),
        (csv_of("jaar,groep,aantal", "2020,a,1", "2020,a,2", "2021,b,1"), "filter"),
        (csv_of("groep", "a", "b"), "kind:"),
    ],
)
def test_what_does_not_follow_is_asked_for(text, named):
    seen = table(text)
    made = chosen(chart_of(""), seen)
    found = [misfit for misfit in misfits(made, seen) if misfit.code == "unclear-chart-kind"]
    assert len(found) == 1
    role, _, columns = named.partition(": ")
    assert role in found[0].fix.en
    assert columns in found[0].fix.en


@pytest.mark.parametrize(("own", "kind"), [([".py"], "altair"), ([".vl.json"], "vega_lite")])
def test_a_file_of_its_own_decides(own, kind):
    assert chosen(chart_of(""), table(csv_of("jaar,aantal", "2020,1")), own).kind == kind


def test_a_whole_declaration_stays_as_it_is():
    for job in declared_jobs():
        assert chosen(job.chart, job.table) == job.chart, job.name


@given(
    st.dictionaries(
        st.sampled_from(sorted(TYPES)),
        st.lists(st.integers(1, 3), min_size=4, max_size=4),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["", *modules(kinds)]),
)
def test_whatever_the_table_nothing_is_chosen_that_does_not_fit(columns, kind):
    shown = {
        "year": "202{}",
        "yearmonth": "2020-0{}",
        "date": "2020-01-0{}",
        "string": "w{}",
        "integer": "{}",
        "number": "{}.5",
    }

    def cell(name: str, value: int) -> str:
        if TYPES[name] == "boolean":
            return "true" if value > 1 else "false"
        return shown[TYPES[name]].format(value)

    lines = []
    for values in zip(*columns.values(), strict=True):
        lines.append(",".join(map(cell, columns, values)))
    seen = table(csv_of(",".join(columns), *lines))
    made = chosen(chart_of(kind), seen)
    codes = {misfit.code for misfit in misfits(made, seen)}
    assert codes <= ({"unclear-chart-kind"} if not kind else {"missing-chart-field"})
    used = []
    for role in made.fields.values():
        used += [role] if isinstance(role, str) else role
    assert len(used) == len(set(used))


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        (csv_of("jaar,aantal", "2020,1", "2022,2"), {}, "Aantal, 2020-2022"),
        (csv_of("jaar,groep,aantal", "2020,a,1", "2021,b,2"), {"filter": {"jaar": 2020}}, "Aantal, 2020"),
        (
            csv_of("maand,aantal", "2020-01,1", "2020-03,1"),
            {"options": {"unit": "GW"}},
            "Aantal (GW), jan 2020 tot en met mrt 2020",
        ),
        (csv_of("aantal,deel", "1,2.5", "2,3.5"), {}, "Deel en aantal"),
    ],
)
def test_a_subtitle_says_what_unit_and_period(text, declared, expected):
    seen = table(text)
    made = chosen(chart_of("", **declared), seen)
    assert subtitle(made, seen, "nl") == expected

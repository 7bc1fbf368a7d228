"""The drawing for narrow screens: as narrow as it has to be, with all that the wide one says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from trendrapport.charts import kinds
from trendrapport.charts.drawing.making import WIDEST
from trendrapport.charts.figure import figure
from trendrapport.charts.formats import svg
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import NARROW, Theme
from trendrapport.runtime.plugins import modules

from .samples import declared_jobs, table_of
from .shapes import read
from .test_kinds import CASES

GROUPS = (
    "Heel tevreden met de dienstverlening",
    "Niet tevreden en niet ontevreden",
    "Ontevreden over de gemeente",
)
NAMES = (
    "Specialistische zakelijke diensten",
    "Arbeidsongeschiktheidsverzekeringen",
    "ICT",
    "Cultuur, sport en recreatie",
)
OVER_TIME = table_of(
    "jaar,dag,groep,aantal\n"
    + "".join(
        f'{year},{year}-03-01,"{group}",{(year * 7919 + 31 * index) % 90_000}\n'
        for year in range(2012, 2025)
        for index, group in enumerate(GROUPS)
    ),
    [("jaar", "year"), ("dag", "date"), ("groep", "string"), ("aantal", "integer")],
)
BY_NAME = table_of(
    "naam,groep,aantal,deel\n"
    + "".join(
        f'"{name}","{group}",{(17 * place + 31 * index) % 100},{3 * place + index}\n'
        for place, name in enumerate(NAMES)
        for index, group in enumerate(GROUPS)
    ),
    [("naam", "string"), ("groep", "string"), ("aantal", "integer"), ("deel", "integer")],
)
SERIES = {"series": "groep", "value": "aantal"}
ONE = {"groep": GROUPS[0]}
LONG = {
    "area": (OVER_TIME, {"fields": {"x": "jaar", **SERIES}}),
    "bars": (BY_NAME, {"fields": {"category": "naam", "value": "aantal"}, "filter": ONE}),
    "diverging_bars": (BY_NAME, {"fields": {"category": "naam", **SERIES}}),
    "dots": (BY_NAME, {"fields": {"category": "naam", **SERIES}}),
    "grouped_bars": (BY_NAME, {"fields": {"category": "naam", **SERIES}}),
    "heat_map": (BY_NAME, {"fields": {"x": "groep", "y": "naam", "value": "aantal"}}),
    "histogram": (
        BY_NAME,
        {"fields": {"value": "aantal"}, "options": {"counted": "bedrijfstakken in heel Nederland"}},
    ),
    "key_figures": (BY_NAME, {"fields": {"label": "naam", "value": "aantal"}, "filter": ONE}),
    "lines": (OVER_TIME, {"fields": {"x": "jaar", **SERIES}, "options": {"breaks": [2023]}}),
    "pyramid": (BY_NAME, {"fields": {"category": "naam", **SERIES}, "filter": {"groep": GROUPS[:2]}}),
    "ranked_bars": (BY_NAME, {"fields": {"category": "naam", "value": "aantal"}, "filter": ONE}),
    "scatter": (BY_NAME, {"fields": {"x": "aantal", "y": "deel", "label": "naam"}, "filter": ONE}),
    "slope": (OVER_TIME, {"fields": {"x": "jaar", **SERIES}, "filter": {"jaar": [2012, 2024]}}),
    "small_multiples": (BY_NAME, {"fields": {"x": "groep", "series": "naam", "value": "aantal"}}),
    "stacked_bars": (BY_NAME, {"fields": {"category": "naam", **SERIES}}),
    "timeline": (OVER_TIME, {"fields": {"date": "dag", "label": "groep"}, "limit": 8}),
    "waffle": (BY_NAME, {"fields": {"category": "naam", "value": "deel"}, "filter": ONE}),
}


def drawn(plan, width: int = NARROW) -> str:
    return svg.write(figure(replace(plan, theme=Theme(plan.theme.language, width=width)))).decode()


def width(drawing: str) -> float:
    return float(re.search(r'viewBox="0 0 (\S+) ', drawing)[1])


def texts(drawing: str) -> str:
    return " ".join(re.findall(r">([^<]+)</(?:text|tspan)>", drawing)).replace("- ", "")


@pytest.mark.parametrize("kind", CASES)
def test_a_kind_is_as_narrow_as_asked(kind, job):
    assert width(drawn(job(kind, **CASES[kind]).plan)) <= WIDEST


@pytest.mark.parametrize("kind", LONG)
def test_long_names_make_no_kind_wider(kind, job):
    table, case = LONG[kind]
    drawing = drawn(job(kind, on=table, **case).plan)
    assert width(drawing) <= WIDEST
    if kind not in {"histogram", "scatter"}:  # a name beside a dot is left out where there is no room for it
        shown = texts(drawing).replace(" ", "")
        assert (GROUPS[0] if table is OVER_TIME else NAMES[1]).replace(" ", "") in shown


def test_every_kind_has_long_names():
    # which have none of their own
    assert set(LONG) == set(modules(kinds)) - {"altair", "tile_map", "vega_lite"}


@pytest.mark.parametrize("job", declared_jobs(), ids=lambda job: job.name)
def test_charts_of_a_report_are_as_narrow_as_asked(job):
    assert width(drawn(job.plan)) <= WIDEST


def test_a_narrow_drawing_has_names_of_its_own(job):
    plan = job("bars", **CASES["bars"]).plan
    names = [set(re.findall(r'id="([^"]+)"', drawn(plan, width))) for width in (NARROW, 640)]
    assert names[0]
    assert not names[0] & names[1]


def test_marks_say_the_same_at_every_width(job):
    for kind, case in CASES.items():
        if kind == "timeline":
            continue  # the same words, in another order of marks
        plan = job(kind, **case).plan
        narrow, wide = (set(re.findall(r"<title>([^<]+)</title>", drawn(plan, at))) for at in (NARROW, 640))
        assert narrow == wide, kind


@pytest.mark.parametrize("kind", ["bars", "grouped_bars", "stacked_bars"])
@pytest.mark.parametrize("sort", ["year", "yearmonth"])
@pytest.mark.parametrize("count", [7, 12, 26, 40])
def test_the_last_moment_has_its_name_inside_the_drawing(kind, sort, count, job):
    moments = [
        f"{2000 + index}" if sort == "year" else f"{2020 + index // 12}-{index % 12 + 1:02}"
        for index in range(count)
    ]
    rows = "".join(
        f"{moment},een,5,{str(index == count - 1).lower()}\n" for index, moment in enumerate(moments)
    )
    columns = [("wanneer", sort), ("groep", "string"), ("aantal", "integer"), ("voorlopig", "boolean")]
    table = table_of(f"wanneer,groep,aantal,voorlopig\n{rows}", columns)
    series = {} if kind == "bars" else {"series": "groep"}
    drawing = drawn(
        job(
            kind,
            on=table,
            fields={"category": "wanneer", "value": "aantal", "provisional": "voorlopig", **series},
        ).plan
    )
    assert re.search(r">[^<]*\d{4}\*</(?:text|tspan)>", drawing)
    assert width(drawing) <= WIDEST


def test_a_stack_that_lacks_a_part_says_so_where_words_do_not_fit(job):
    rows = "".join(
        f"{year},{name},{'' if (year, name) == (2014, 'b') else 4}\n"
        for year in range(2010, 2022)
        for name in "ab"
    )
    table = table_of(
        f"jaar,deel,aantal\n{rows}", [("jaar", "year"), ("deel", "string"), ("aantal", "integer")]
    )
    case = {"fields": {"category": "jaar", "series": "deel", "value": "aantal"}, "options": {"totals": True}}
    drawing = drawn(job("stacked_bars", on=table, **case).plan)
    assert drawing.count(">\u2013</text>") == 1


STATEMENT = "Ik vind het belangrijk dat de gemeente mij op tijd en in duidelijke taal laat weten wat er "


def statements(*lengths: int) -> Table:
    """Statements of a survey, all made up; each length is the number of times that the words are repeated."""
    rows = [
        f'"{STATEMENT * times}{at}",{group},{10 + at}\n'
        for at, times in enumerate(lengths)
        for group in ("a", "b")
    ]
    fields = [("stelling", "string"), ("groep", "string"), ("aantal", "integer")]
    return table_of("stelling,groep,aantal\n" + "".join(rows), fields)


@pytest.mark.parametrize("lengths", [(1, 1, 3, 1, 1, 2), (3, 3), (3, 1, 3), (2, 1, 1, 3)])
@pytest.mark.parametrize(("wide", "line"), [(NARROW, 1.25), (640, 1.15)])
@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("ranked_bars", {"fields": {"category": "stelling", "value": "aantal"}, "filter": {"groep": "a"}}),
        ("dots", {"fields": {"category": "stelling", "series": "groep", "value": "aantal"}}),
        ("grouped_bars", {"fields": {"category": "stelling", "series": "groep", "value": "aantal"}}),
        ("stacked_bars", {"fields": {"category": "stelling", "series": "groep", "value": "aantal"}}),
    ],
)
def test_names_of_many_lines_stand_clear_of_each_other(job, kind, more, wide, line, lengths):
    shown = read(drawn(job(kind, on=statements(*lengths), **more).plan, wide))
    names = sorted(
        (text.box[1], text.box[1] + text.size * (0.9 + line * text.text.count("\n")))
        for text in shown.texts
        if "belangrijk" in text.text
    )
    assert len(names) == len(lengths)
    assert all(foot <= head for (_, foot), (head, _) in pairwise(names))
    assert names[0][0] >= 0 and names[-1][1] <= shown.height + 1

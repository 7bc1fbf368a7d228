"""Every category is named in every drawing, and no name or value is cut off, however long."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from trendrapport.charts.parts.moments import moment_axis, regular
from trendrapport.charts.parts.series import points

from .samples import table_of
from .shapes import read
from .test_narrow import drawn

WIDTHS = (640, 312)
SECTORS = (
    "Gezondheidszorg",
    "Onderwijs",
    "Overheid",
    "Financiële dienstverlening",
    "Informatie en communicatie",
    "Bouwnijverheid",
    "Handel",
    "Horeca",
    "Landbouw",
)
LONG = (
    "Arbeidsongeschiktheidsverzekeringsmaatschappijen in het buitenland",
    "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
    "ICT",
)
UNEVEN = (2000, 2003, 2004, 2009, 2010, 2011, 2015, 2016, 2017, 2021, 2022, 2024)
DAYS = ("2024-01-05", "2024-03-09", "2024-03-28", "2024-07-01", "2024-09-30", "2024-11-02", "2024-12-24")


def grouped(names, sort="string"):
    rows = "".join(
        f'"{name}",{group},{7 * index % 23 + 3}\n'
        for index, name in enumerate(names)
        for group in ("man", "vrouw")
    )
    return table_of(
        f"naam,groep,aantal\n{rows}", [("naam", sort), ("groep", "string"), ("aantal", "integer")]
    )


def words(drawing):
    """What stands in a drawing, in one line without spaces and hyphens."""
    return re.sub(r"[\s-]", "", " ".join(shape.text for shape in read(drawing).texts))


KINDS = {
    "bars": {"fields": {"category": "naam", "value": "aantal"}, "filter": {"groep": "man"}},
    "broken": {
        "kind": "bars",
        "fields": {"category": "naam", "value": "aantal"},
        "filter": {"groep": "man"},
        "options": {"breaks": ["LAST"]},
    },
    "grouped_bars": {
        "fields": {"category": "naam", "series": "groep", "value": "aantal"},
        "options": {"lying": False},
    },
    "stacked_bars": {
        "fields": {"category": "naam", "series": "groep", "value": "aantal"},
        "options": {"lying": False},
    },
    "diverging_bars": {"fields": {"category": "naam", "series": "groep", "value": "aantal"}},
    "ranked_bars": {"fields": {"category": "naam", "value": "aantal"}, "filter": {"groep": "man"}},
    "dots": {"fields": {"category": "naam", "series": "groep", "value": "aantal"}},
    "heat_map": {"fields": {"x": "naam", "y": "groep", "value": "aantal"}},
    "small_multiples": {
        "fields": {"x": "naam", "series": "groep", "value": "aantal"},
        "options": {"mark": "bars"},
    },
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    ("names", "sort"),
    [(SECTORS, "string"), (LONG, "string"), (UNEVEN, "year"), (DAYS, "date")],
    ids=["sectors", "long", "years", "days"],
)
def test_every_category_has_its_name(name, names, sort, width, job):
    case = {"kind": name, **KINDS[name]}
    options = {"breaks": [names[-1]]} if "LAST" in str(case) else case.get("options", {})
    plan = job(
        case["kind"],
        on=grouped(names, sort),
        **{key: case[key] for key in ("fields", "filter") if key in case},
        options=options,
    ).plan
    drawing = drawn(plan, width)
    shown = words(drawing)
    expected = (
        [str(key) for key in names] if sort != "date" else ["5jan2024", "9mrt2024", "28mrt2024", "24dec2024"]
    )
    missing = [key for key in expected if re.sub(r"[\s-]", "", key) not in shown]
    if sort == "year" and name not in {"ranked_bars", "dots"}:
        missing = []  # years that the table leaves out have a place, so that a reader can count
    assert missing == []
    found = read(drawing)
    assert all(text.box[0] >= -1 and text.box[2] <= found.width + 1 for text in found.texts), (
        "nothing is cut off"
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("unit", ["miljoen euro per inwoner", "%"])
@pytest.mark.parametrize(
    "kind", ["bars", "ranked_bars", "dots", "grouped_bars", "stacked_bars", "lines", "small_multiples"]
)
def test_no_value_is_cut_off(kind, unit, width, job):
    rows = "".join(
        f"{year},{group},{1_409_000 + 31 * year}.5\n"
        for year in range(2019, 2025)
        for group in ("man", "vrouw")
    )
    table = table_of(
        f"jaar,groep,aantal\n{rows}", [("jaar", "year"), ("groep", "string"), ("aantal", "number")]
    )
    place = "x" if kind in {"lines", "small_multiples"} else "category"
    fields = {
        place: "jaar",
        "value": "aantal",
        **({} if kind in {"bars", "ranked_bars"} else {"series": "groep"}),
    }
    only = {"groep": "man"} if kind in {"bars", "ranked_bars"} else {}
    found = read(drawn(job(kind, on=table, fields=fields, filter=only, options={"unit": unit}).plan, width))
    assert all(text.box[0] >= -1 and text.box[2] <= found.width + 1 for text in found.texts)


def test_values_near_zero_do_not_touch_names(job):
    table = table_of(
        'naam,groep,aantal\n"Een tamelijk lange naam",man,0\n"Een tamelijk lange naam",vrouw,100000\n',
        [("naam", "string"), ("groep", "string"), ("aantal", "integer")],
    )
    plan = job(
        "dots",
        on=table,
        fields={"category": "naam", "series": "groep", "value": "aantal"},
        options={"unit": "euro per inwoner"},
    ).plan
    for width in WIDTHS:
        texts = read(drawn(plan, width)).texts
        name = next(text for text in texts if text.text.startswith("Een"))
        assert not [
            text
            for text in texts
            if text is not name
            and text.box[0] < name.box[2]
            and text.box[2] > name.box[0]
            and text.box[1] < name.box[3]
            and text.box[3] > name.box[1]
        ]


def test_a_long_name_in_a_key_is_broken_so_that_a_phone_shows_the_drawing(job):
    rows = "".join(
        f'{year},"{group}",{year % 7 + 1}\n'
        for year in range(2020, 2025)
        for group in ("Eens", "Niet eens en niet oneens, weet het niet of wil geen antwoord geven")
    )
    table = table_of(
        f"jaar,groep,aantal\n{rows}", [("jaar", "year"), ("groep", "string"), ("aantal", "integer")]
    )
    for kind in ("grouped_bars", "stacked_bars", "dots"):
        found = read(
            drawn(job(kind, on=table, fields={"category": "jaar", "series": "groep", "value": "aantal"}).plan)
        )
        assert found.width <= 324, kind
        assert "Nieteensennietoneens,weethetnietofwilgeenantwoordgeven" in re.sub(
            r"\s", "", " ".join(text.text for text in found.texts)
        )


@pytest.mark.parametrize(
    ("keys", "sort", "expected"),
    [
        ([2020, 2021, 2022], "year", True),
        ([2000, 2005, 2010], "year", True),
        (list(UNEVEN), "year", False),
        (["2024-01", "2024-02", "2024-03"], "yearmonth", True),
        (["2024-01", "2024-02", "2024-06"], "yearmonth", False),
        (["2024-01-01", "2024-02-01", "2024-03-01"], "date", True),
        (["2024-02-28", "2024-02-29", "2024-03-01"], "date", True),
        (list(DAYS), "date", False),
        (["a", "b"], "string", False),
        ([1, 2, 3], "integer", True),
        ([None, 2], "year", False),
    ],
)
def test_only_names_that_a_reader_can_count_are_left_out(keys, sort, expected):
    assert regular(keys, sort) is expected


def lines_of(job, moments, sort="year"):
    rows = "".join(f"{at},{index % 9 + 1}\n" for index, at in enumerate(moments))
    table = table_of(f"jaar,aantal\n{rows}", [("jaar", sort), ("aantal", "integer")])
    return job("lines", on=table, fields={"x": "jaar", "value": "aantal"}).plan


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        (range(1950, 2036, 5), [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020, 2030]),
        (range(1995, 2025), [1995, 2000, 2005, 2010, 2015, 2020]),
        (range(2006, 2025), [2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]),
    ],
)
def test_an_axis_has_round_years(moments, expected, job):
    from trendrapport.charts.parts.series import SeriesOptions

    plan = lines_of(job, moments)
    assert moment_axis(points(plan, "x", SeriesOptions()), plan)["values"] == expected


def test_many_dots_do_not_hide_their_line(job):
    months = [f"{1995 + index // 12}-{index % 12 + 1:02}" for index in range(348)]
    found = read(drawn(lines_of(job, months, "yearmonth"), 640))
    dots = [shape for shape in found.shapes if shape.said]
    assert len(dots) == 348, "each value still says what it is"
    assert [dot.opacity for dot in dots].count(1.0) == 1, "the last one is seen"
    few = read(drawn(lines_of(job, months[:24], "yearmonth"), 640))
    assert all(dot.opacity == 1 for dot in few.shapes if dot.said)
    assert all(
        one.points[0][0] < other.points[0][0]
        for one, other in pairwise(sorted(dots, key=lambda dot: dot.points[0][0]))
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_names_and_values_leave_a_third_to_the_scale(width, job):
    table = table_of(
        'naam,aantal,laag,hoog\n"Vervoer en opslag",51.5,48.5,55.5\n"Zorg",12.5,9.5,16.5\n"Horeca",80,,\n',
        [("naam", "string"), ("aantal", "number"), ("laag", "number"), ("hoog", "number")],
    )
    fields = {"category": "naam", "value": "aantal", "low": "laag", "high": "hoog"}
    texts = read(drawn(job("dots", on=table, fields=fields, options={"unit": "%"}).plan, width)).texts
    marks = [text.middle[0] for text in texts if re.fullmatch(r"\d0?\s%", text.text)]
    assert max(marks) - min(marks) > width / 4

"""Years, quarters, months and weeks: read in each notation, in order, with gaps where the table leaves one
out. All content is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.choosing.defaults import chosen
from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import svg, table
from trendrapport.charts.notation import shown
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.tables.rhythm import every, rhythm
from trendrapport.charts.words.footnotes import footnotes
from trendrapport.charts.words.sentences import in_words
from trendrapport.model.periods import Period, at, period, sort_of

from .samples import chart_of, csv_of, table_of
from .shapes import read

PERIODS = st.one_of(
    st.builds(Period, st.just("year"), st.integers(1, 9900)),
    st.builds(Period, st.just("yearmonth"), st.integers(1, 9900), st.integers(1, 12)),
    st.builds(Period, st.just("quarter"), st.integers(1, 9900), st.integers(1, 4)),
    st.builds(Period, st.just("week"), st.integers(1, 9900), st.integers(1, 52)),
)


def job(text: str, kind: str = "lines", language="nl", fields=None, **more) -> ChartJob:
    """A chart of a table of which the first column says when."""
    names = text.split("\n", 1)[0].split(",")
    sorts = {"jaar": "year", "maand": "yearmonth", "dag": "date", "aantal": "number"}
    on = table_of(text, [(name, sorts.get(name, "string")) for name in names])
    place = "x" if kind in {"lines", "area", "small_multiples", "slope"} else "category"
    roles = {place: names[0], "value": "aantal"} | ({"series": "groep"} if "groep" in names else {})
    return ChartJob("proef", "charts/proef.yml", chart_of(kind, fields=fields or roles, **more), on, language)


def drawn_lines(made: ChartJob) -> list[tuple[tuple[int, ...], list[float]]]:
    """The dashes of each line of a drawing and the moments that it joins."""
    spec = json.loads(figure(made.plan).vega_lite)
    return list(_lines(spec))


def _lines(spec: dict) -> Iterator[tuple[tuple[int, ...], list[float]]]:
    for layer in spec["layer"]:
        if layer["mark"]["type"] != "line":
            continue
        found = spec["datasets"][layer["data"]["name"]]
        for run in dict.fromkeys(row["run"] for row in found):
            yield tuple(layer["mark"].get("strokeDash", ())), [row["x"] for row in found if row["run"] == run]


@pytest.mark.parametrize(
    ("text", "sort", "nl", "en", "first"),
    [
        ("2024-Q1", "quarter", "1e kw. 2024", "Q1 2024", date(2024, 1, 1)),
        ("2024Q4", "quarter", "4e kw. 2024", "Q4 2024", date(2024, 10, 1)),
        ("2024KW02", "quarter", "2e kw. 2024", "Q2 2024", date(2024, 4, 1)),
        ("2024-W05", "week", "week 5 van 2024", "week 5 of 2024", date(2024, 1, 29)),
        ("2020W53", "week", "week 53 van 2020", "week 53 of 2020", date(2020, 12, 28)),
        ("2024MM03", "yearmonth", "mrt 2024", "Mar 2024", date(2024, 3, 1)),
        ("2024M11", "yearmonth", "nov 2024", "Nov 2024", date(2024, 11, 1)),
        ("2024JJ00", "year", "2024", "2024", date(2024, 1, 1)),
    ],
)
def test_a_period_is_read_in_each_notation(text, sort, nl, en, first):
    found = period(text)
    assert found is not None
    assert (found.sort, found.start) == (sort, first)
    assert sort_of([text, None]) == sort
    assert (shown(text, sort, "nl"), shown(text, sort, "en")) == (nl, en)


@pytest.mark.parametrize(
    "text",
    [
        "2024-Q5",
        "2024KW05",
        "2024-W54",
        "2021-W53",
        "2024-13",
        "2024MM13",
        "0000-Q1",
        "Q1 2024x",
        "2024-W00",
        "2024KW1",
    ],
)
def test_what_is_no_period_stays_text(text):
    assert period(text) is None
    assert sort_of([text]) is None


@pytest.mark.parametrize(
    "values", [["2024", "2025"], ["2024-01"], ["2024-Q1", "later"], ["2024-Q1", "2024-W01"], [None], []]
)
def test_text_that_may_be_something_else_stays_text(values):
    assert sort_of(values) is None


@given(PERIODS)
def test_a_period_has_one_place_and_one_notation(one):
    assert at(one.index, one.sort) == one
    assert period(one.year if one.sort == "year" else one.iso) == one


@given(PERIODS, st.integers(1, 60))
def test_later_periods_have_later_moments(one, steps):
    later = at(one.index + steps, one.sort)
    assert moment(one.iso) < moment(later.iso)


@pytest.mark.parametrize(
    ("head", "periods"),
    [
        ("kwartaal", ["2024-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
        ("kwartaal", ["2024KW03", "2023KW04", "2024KW01", "2024KW02"]),
        ("maand_cbs", ["2024MM02", "2023MM11", "2023MM12", "2024MM01"]),
        ("week", ["2021-W02", "2020-W52", "2020-W53", "2021-W01"]),
    ],
)
def test_periods_in_text_are_drawn_in_order_as_one_line(head, periods):
    made = job(csv_of(f"{head},aantal", *(f"{one},{index}" for index, one in enumerate(periods))))
    assert list(misfits(made.chart, made.table)) == []
    assert drawn_lines(made) == [((), sorted(map(moment, periods)))]
    assert chosen(chart_of(""), made.table).kind == "lines"
    first = shown(sorted(periods, key=moment)[0], made.plan.column("x").type, "nl")
    assert f"({first})" in in_words(made.plan)[0]
    assert first in {text.text for text in read(svg.write(figure(made.plan)).decode()).texts}


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("kwartaal", "2024KW02", '<time datetime="2024-04">2e kw. 2024</time>'),
        ("week", "2024W05", '<time datetime="2024-W05">week 5 van 2024</time>'),
        ("maand_cbs", "2024MM03", '<time datetime="2024-03">mrt 2024</time>'),
        ("jaar_cbs", "2024JJ00", "2024</th>"),
    ],
)
def test_a_period_in_the_table_can_be_sorted_by(head, text, expected):
    assert (
        expected
        in table.write(
            figure(job(csv_of(f"{head},aantal", f"{text},1", f"{text.replace('2024', '2023')},1")).plan)
        ).decode()
    )


def test_a_filter_and_a_break_name_a_quarter_as_the_table_does():
    text = csv_of(
        "kwartaal,groep,aantal",
        *(f"2024KW0{number},{group},{number}" for number in (1, 2, 3, 4) for group in "ab"),
    )
    made = job(text, filter={"groep": "a"}, options={"breaks": ["2024KW03"]})
    assert list(misfits(made.chart, made.table)) == []
    assert [len(places) for _, places in drawn_lines(made)] == [2, 2]
    assert footnotes(made.plan)[0].startswith("Trendbreuk in 3e kw. 2024")


@pytest.mark.parametrize(
    ("keys", "sort", "absent"),
    [
        ([2015, 2020, 2025], "year", []),
        ([2019, 2020, 2022], "year", [2021]),
        (["2021-01", "2021-02", "2021-04"], "yearmonth", ["2021-03"]),
        (["2021-01", "2021-04", "2021-10"], "yearmonth", ["2021-07"]),
        (["2024-Q1", "2024-Q2", "2024-Q4"], "quarter", ["2024-Q3"]),
        (["2020-W52", "2020-W53", "2021-W02"], "week", ["2021-W01"]),
        ([1995, 2000, 2018, 2019], "year", []),
        ([1995, 2000, 2018, 2019, 2020], "year", [*range(1996, 2000), *range(2001, 2018)]),
        (["2021-Q1", "2021-Q4", "2022-Q1", "2023-Q1"], "quarter", []),
        ([2020], "year", []),
        ([], "year", []),
        (["2021-01-01", "2021-06-01"], "date", []),
    ],
)
def test_what_is_left_out_between_two_is_a_gap(keys, sort, absent):
    assert rhythm(keys, sort).missing(keys) == absent


@pytest.mark.parametrize(
    ("keys", "even"),
    [
        (["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"], True),
        (["2021-01-31", "2021-02-28", "2021-03-31", "2021-05-31"], False),
        (["2019-12-31", "2020-12-31", "2021-12-31", "2024-12-31"], False),
        (["2021-01-01", "2021-03-09"], True),
        (["2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09"], True),
        (["2021-01-01", "2021-01-03", "2022-01-01", "2024-06-01"], True),
    ],
)
def test_days_have_a_gap_only_when_they_are_regular(keys, even):
    assert rhythm(keys, "date").evenly(keys) is even


@pytest.mark.parametrize(
    ("kind", "head", "keys", "absent"),
    [
        ("bars", "maand", ["2021-01", "2021-02", "2021-04"], "mrt 2021"),
        ("bars", "kwartaal", ["2023-Q3", "2023-Q4", "2024-Q2"], "1e kw. 2024"),
        ("grouped_bars", "jaar", ["2019", "2020", "2022"], "2021"),
        ("stacked_bars", "maand", ["2021-04", "2021-02", "2021-01"], "mrt 2021"),
    ],
)
def test_a_bar_that_the_table_leaves_out_keeps_its_place(kind, head, keys, absent):
    lines = (
        [f"{key},{group},5" for key in keys for group in ("a", "b")]
        if kind != "bars"
        else [f"{key},5" for key in keys]
    )
    made = job(csv_of(f"{head},groep,aantal" if kind != "bars" else f"{head},aantal", *lines), kind)
    spec = json.loads(figure(made.plan).vega_lite)
    names = next(
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in spec["layer"]
        if "scale" in layer["encoding"].get("x", {})
    )
    sort = made.plan.column("category").type
    assert [name.replace("\n", " ") for name in names] == sorted(
        {*(shown(period(key).iso, sort, "nl") for key in keys), absent},
        key=[name.replace("\n", " ") for name in names].index,
    )
    assert absent in [name.replace("\n", " ") for name in names]
    assert len(names) == len(keys) + 1


def test_values_of_a_survey_at_odd_years_are_joined_as_they_are_all_there_is():
    years = (1995, 2000, 2005, 2010, 2018, 2019, 2020)
    made = job(csv_of("jaar,aantal", *(f"{year},{year - 1990}" for year in years)))
    assert drawn_lines(made) == [((), [float(year) for year in years])]
    assert not any("geen gegevens" in sentence for sentence in in_words(made.plan))
    assert not any("zonder onderbreking" in sentence for sentence in in_words(made.plan))
    assert len(every(years, "year")) == 26


@pytest.mark.parametrize(
    ("years", "named"),
    [
        (range(1961, 2022, 4), {"1965", "1973", "1981", "1989", "1997", "2005", "2013", "2021"}),
        (range(1950, 2036, 5), {str(year) for year in range(1950, 2036, 10)}),
    ],
)
def test_years_below_an_axis_are_years_of_the_table(years, named):
    made = job(csv_of("jaar,aantal", *(f"{year},{year - 1900}" for year in years)))
    texts = {text.text for text in read(svg.write(figure(made.plan)).decode()).texts}
    assert {text for text in texts if len(text) == 4} == named


def test_bars_of_every_fifth_year_stand_beside_each_other():
    assert every([2015, 2020, 2025], "year") == [2015, 2020, 2025]
    assert every([2020, 2015, 2030], "year") == [2015, 2020, 2025, 2030]


@pytest.mark.parametrize("kind", ["lines", "small_multiples"])
def test_a_gap_is_open_until_it_is_joined_and_then_dotted_and_told(kind):
    text = csv_of(
        "jaar,groep,aantal",
        *(f"{year},a,{year - 1990}" for year in (1995, 2000, 2005, 2018, 2019, 2020)),
        "2021,a,",
        "2022,a,9",
    )
    apart, joined = job(text, kind), job(text, kind, options={"join": True})
    assert drawn_lines(apart)
    assert all(not dashes for dashes, _ in drawn_lines(apart))
    dotted = [places for dashes, places in drawn_lines(joined) if dashes == (1, 4)]
    assert sum(len(places) - 1 for places in dotted) == 4
    assert footnotes(apart.plan) == []
    assert footnotes(joined.plan) == [
        "Stippellijn: loopt door waar geen cijfers zijn (1996-1999, 2001-2004, 2006-2017, 2021)."
    ]


def test_a_break_is_never_joined():
    made = job(
        csv_of("jaar,aantal", "2018,1", "2019,2", "2022,3", "2023,4"),
        options={"join": True, "breaks": [2022]},
    )
    assert [places for _, places in drawn_lines(made)] == [[2018.0, 2019.0], [2022.0, 2023.0]]


def test_a_series_has_a_gap_where_only_others_have_a_year():
    made = job(
        csv_of("jaar,groep,aantal", *(f"{year},a,1" for year in (2020, 2021, 2022)), "2020,b,2", "2022,b,3")
    )
    assert [places for _, places in drawn_lines(made)] == [[2020.0, 2021.0, 2022.0]]


def test_weeks_of_half_a_year_have_names_on_the_axis():
    made = job(csv_of("week,aantal", *(f"2024-W{week:02},{week}" for week in range(5, 31))))
    texts = [text.text for text in read(svg.write(figure(made.plan)).decode()).texts]
    assert sum(text.startswith("week ") for text in texts) >= 3

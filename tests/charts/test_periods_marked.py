"""Quarters and weeks are moments wherever a declaration names one. All content here is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.choosing.same_periods import in_words_of
from trendrapport.charts.drawing.making import WIDEST
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import svg
from trendrapport.charts.theme import NARROW, Theme
from trendrapport.charts.words.sentences import in_words
from trendrapport.files.source import Source
from trendrapport.model.annotation import Annotation
from trendrapport.model.periods import at, period
from trendrapport.report.validation import parse

from .samples import chart_of, table_of
from .shapes import read
from .test_kinds import rows_of, specification, texts

FIELDS = {
    "lines": {"x": "periode", "value": "aantal"},
    "area": {"x": "periode", "value": "aantal"},
    "bars": {"category": "periode", "value": "aantal"},
}
WRITTEN = {
    "quarter": ("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3"),
    "eurostat": ("2023Q4", "2024Q1", "2024Q2", "2024Q3"),
    "cbs": ("2023KW04", "2024KW01", "2024KW02", "2024KW03"),
    "week": ("2023-W52", "2024-W01", "2024-W02", "2024-W03"),
}


def of(periods):
    rows = "".join(f"{name},{10 + index * 7}\n" for index, name in enumerate(periods))
    return table_of(f"periode,aantal\n{rows}", [("periode", "string"), ("aantal", "integer")])


def made(job, kind, periods, **more):
    """A chart as it is after loading."""
    one = job(kind, on=of(periods), fields=FIELDS[kind], **more)
    return replace(one, chart=in_words_of(one.table, one.chart))


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("sort", WRITTEN)
def test_an_event_stands_at_its_quarter_or_week(job, kind, sort):
    marked = "2024-W02" if sort == "week" else "2024-Q2"
    one = made(job, kind, WRITTEN[sort], annotations=[{"at": marked, "label": "iets"}])
    assert list(misfits(one.chart, one.table)) == []
    assert "iets" in texts(specification(one))
    assert in_words(one.plan)[-1] == (
        "Gemarkeerd, week 2 van 2024: iets." if sort == "week" else "Gemarkeerd, 2e kw. 2024: iets."
    )


@pytest.mark.parametrize("sort", WRITTEN)
def test_bars_of_quarters_and_weeks_are_marked_in_their_middle(job, sort):
    places = []
    for marked in (
        ["2024-W01", "2024-W02", "2024-W03"] if sort == "week" else ["2024-Q1", "2024-Q2", "2024-Q3"]
    ):
        one = made(job, "bars", WRITTEN[sort], annotations=[{"at": marked, "label": "x"}])
        places.append(next(row["x"] for row in rows_of(specification(one), "rule") if row.get("description")))
    assert places[1] - places[0] == pytest.approx(places[2] - places[1])
    assert places[0] == pytest.approx((places[1] - places[0]) * 1.5)


@pytest.mark.parametrize(
    ("start", "to", "first", "last"),
    [
        ("2024-Q1", "2024-Q2", 1, 3),
        ("2024", "2024", 1, 4),
        ("2024-Q3", "2024-Q3", 3, 4),
        ("2023-Q4", "2024-Q1", 0, 2),
    ],
)
def test_a_range_of_quarters_covers_their_bars(job, start, to, first, last):
    one = made(job, "bars", WRITTEN["cbs"], annotations=[{"from": start, "to": to, "label": "x"}])
    band = next(row for row in rows_of(specification(one), "rect") if "x2" in row and row.get("description"))
    wide = (band["x2"] - band["x"]) / (last - first)
    assert band["x"] == pytest.approx(first * wide, abs=0.1)
    assert band["x2"] == pytest.approx(last * wide, abs=0.1)


def test_a_quarter_among_months_covers_three_bars(job):
    table = table_of(
        "periode,aantal\n" + "".join(f"2024-{month:02},{month}\n" for month in range(1, 7)),
        [("periode", "yearmonth"), ("aantal", "integer")],
    )
    one = job(
        "bars",
        on=table,
        fields=FIELDS["bars"],
        annotations=[{"from": "2024-Q1", "to": "2024-Q1", "label": "x"}],
    )
    band = next(row for row in rows_of(specification(one), "rect") if "x2" in row and row.get("description"))
    total = job(
        "bars",
        on=table,
        fields=FIELDS["bars"],
        annotations=[{"from": "2024-Q1", "to": "2024-Q2", "label": "x"}],
    )
    both = next(
        row for row in rows_of(specification(total), "rect") if "x2" in row and row.get("description")
    )
    assert band["x"] == both["x"] == 0
    assert both["x2"] == pytest.approx(2 * band["x2"])


@pytest.mark.parametrize(
    ("kind", "annotation", "choices"),
    [
        ("bars", {"at": "2025-Q1"}, "2023KW04, 2024KW01, 2024KW02, 2024KW03"),
        ("lines", {"at": "2025-Q1"}, "2023KW04, 2024KW01"),
        ("bars", {"at": "2024-Q4"}, "2024KW03"),
        ("area", {"from": "2023-Q3", "to": "2024-Q1"}, "2023KW04"),
    ],
)
def test_a_quarter_beside_the_chart_is_told_with_those_that_it_has(job, kind, annotation, choices):
    one = made(job, kind, WRITTEN["cbs"], annotations=[{**annotation, "label": "x"}])
    found = list(misfits(one.chart, one.table))
    assert [misfit.code for misfit in found] == ["annotation-outside"]
    assert choices in found[0].fix.nl
    assert "Q4 2023 to Q3 2024" in found[0].what.en
    assert "4e kw. 2023 tot en met 3e kw. 2024" in found[0].what.nl


def test_a_year_after_the_last_bar_is_not_drawn_at_that(job):
    table = table_of("jaar,aantal\n2022,1\n2023,2\n", [("jaar", "year"), ("aantal", "integer")])
    for at_, expected in ((2024, ["annotation-outside"]), ("2023-Q4", []), ("2023-12-31", []), (2023, [])):
        one = job(
            "bars",
            on=table,
            fields={"category": "jaar", "value": "aantal"},
            annotations=[{"at": at_, "label": "x"}],
        )
        assert [misfit.code for misfit in misfits(one.chart, one.table)] == expected


@pytest.mark.parametrize("sort", ["quarter", "eurostat", "cbs"])
def test_breaks_points_highlights_and_filters_name_quarters_in_any_notation(job, sort):
    one = made(
        job,
        "bars",
        WRITTEN[sort],
        options={
            "breaks": ["2024Q1", {"at": "2024-Q3", "reason": "anders geteld"}],
            "highlight": ["2024KW02"],
        },
        annotations=[{"point": "2024-Q2", "label": "let op"}],
        filter={"periode": ["2024KW01", "2024-Q2", "2024Q3"]},
    )
    assert list(misfits(one.chart, one.table)) == []
    spec = specification(one)
    assert "let op" in texts(spec)
    bars = {row["category"]: row["colour"] for row in rows_of(spec, "bar") if "colour" in row}
    assert len(bars) == 3
    assert len(set(bars.values())) == 2


def test_a_break_at_no_quarter_is_told_with_those_there_are(job):
    one = made(job, "bars", WRITTEN["cbs"], options={"breaks": ["2022-Q1"]})
    found = list(misfits(one.chart, one.table))
    assert [misfit.code for misfit in found] == ["break-outside"]
    assert "2024KW01" in found[0].fix.nl


@pytest.mark.parametrize(
    ("written", "expected", "advice"),
    [
        ("2024-Q2", None, ""),
        ("2024KW02", None, ""),
        ("2024-W05", None, ""),
        ("2024W53", "bad-moment", ""),
        ("2024-Q5", "bad-moment", ""),
        ("2020-W53", None, ""),
        ("Q2 2024", "bad-moment", '"2024-Q2"'),
        ("2e kwartaal 2024", "bad-moment", '"2024-Q2"'),
        ("week 5 2024", "bad-moment", '"2024-W05"'),
        ("2024 week 5", "bad-moment", '"2024-W05"'),
        ("2024-K3", "bad-moment", '"2024-Q3"'),
        ("1 mei 2024", "bad-moment", '"2024-05-01"'),
        ("5e kwartaal 2024", "bad-moment", ""),
        ("ooit", "bad-moment", "2021-Q4"),
        ("0999-Q1", "bad-moment", ""),
        ("2024-13", "bad-moment", ""),
    ],
)
def test_what_is_no_moment_is_told_with_what_was_meant(written, expected, advice):
    found = _findings({"at": written, "label": "x"})
    assert [one.code for one in found] == ([expected] if expected else [])
    assert all(advice in one.fix.nl for one in found)


def _findings(data):
    text = "".join(f'{key}: "{value}"\n' for key, value in data.items())
    source = Source("x.yml", text, data, yaml_text=text)
    return parse(Annotation, source, data)[1]


@given(st.sampled_from(["quarter", "week"]), st.integers(4000, 9000))
def test_each_period_ends_where_the_next_begins(sort, index):
    one = at(index if sort == "quarter" else index * 12, sort)
    assert one.after == at(one.index + 1, sort).start
    assert period(one.iso) == one


def test_a_declaration_without_periods_stays_as_it_is():
    table = table_of("naam,aantal\na,1\nb,2\n", [("naam", "string"), ("aantal", "integer")])
    chart = chart_of(
        "bars",
        fields={"category": "naam", "value": "aantal"},
        filter={"naam": ["a", "b"]},
        options={"highlight": ["a"]},
    )
    assert in_words_of(table, chart) == chart


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("lines", {"x": "week", "value": "aantal", "series": "groep"}),
        ("area", {"x": "week", "value": "aantal", "series": "groep"}),
        ("slope", {"x": "week", "value": "aantal", "series": "groep"}),
        ("heat_map", {"x": "week", "y": "groep", "value": "aantal"}),
        ("small_multiples", {"x": "week", "value": "aantal", "series": "groep"}),
        ("grouped_bars", {"category": "week", "value": "aantal", "series": "groep"}),
    ],
)
def test_weeks_make_no_drawing_for_phones_too_wide(job, kind, fields, language):
    rows = "".join(
        f"{week},{group},{index + len(group)}\n"
        for index, week in enumerate(WRITTEN["week"])
        for group in ("noord", "westelijk")
    )
    table = table_of(
        f"week,groep,aantal\n{rows}", [("week", "string"), ("groep", "string"), ("aantal", "integer")]
    )
    plan = job(kind, on=table, fields=fields, language=language).plan
    drawn = read(svg.write(figure(replace(plan, theme=Theme(language, width=NARROW)))).decode())
    assert drawn.width <= WIDEST
    assert all(text.box[0] >= -1 for text in drawn.texts)


def test_the_newest_of_many_columns_has_its_name(job):
    rows = "".join(
        f"2024-W{week:02},{group},{week}\n" for week in range(1, 12) for group in ("noord", "zuid")
    )
    table = table_of(
        f"week,groep,aantal\n{rows}", [("week", "string"), ("groep", "string"), ("aantal", "integer")]
    )
    spec = specification(job("heat_map", on=table, fields={"x": "week", "y": "groep", "value": "aantal"}))
    named = [text.replace("\n", " ") for text in texts(spec) if text.startswith("week")]
    assert named == [f"week {week} van 2024" for week in (1, 3, 5, 7, 9, 11)]


@pytest.mark.parametrize("year", ["0000", "0001", "9999"])
def test_a_year_at_the_end_of_the_calendar_can_stand_beside_a_range(job, year):
    table = table_of(f"jaar,aantal\n{year},1\n2020,2\n2021,3\n", [("jaar", "year"), ("aantal", "integer")])
    one = job(
        "bars",
        on=table,
        fields={"category": "jaar", "value": "aantal"},
        annotations=[{"from": "2020", "to": "2021", "label": "x"}],
    )
    assert list(misfits(one.chart, one.table)) == []
    assert "x" in texts(specification(one))

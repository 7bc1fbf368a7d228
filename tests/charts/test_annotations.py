"""What is marked in a chart: where it stands, that labels keep clear, and that it is told.

All content here is invented.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trendrapport.charts.annotations.words import letters
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import svg
from trendrapport.charts.words.sentences import in_words
from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box, Name, nearest_free

from .samples import table_of
from .test_kinds import rows_of, specification, texts

YEARS = table_of(
    "jaar,groep,aantal\n"
    + "".join(
        f"{year},{group},{year % 7 * 10 + index * 9}\n"
        for year in range(2010, 2021)
        for index, group in enumerate(("een", "twee"))
    ),
    [("jaar", "year"), ("groep", "string"), ("aantal", "integer")],
)
SERIES = {"series": "groep", "value": "aantal"}
EVERY = [
    {"at": "2015-07-01", "label": "iets"},
    {"from": 2012, "to": 2013, "label": "periode"},
    {"value": 30, "label": "grens"},
]
TIMED = {
    "lines": {"x": "jaar", **SERIES},
    "area": {"x": "jaar", **SERIES},
    "stacked_bars": {"category": "jaar", **SERIES},
    "grouped_bars": {"category": "jaar", **SERIES},
    "bars": {"category": "jaar", "value": "aantal"},
    "small_multiples": {"x": "jaar", **SERIES},
}


def marked(job, kind, annotations, **more):
    more = {"fields": TIMED[kind], **more} if kind in TIMED else more
    return job(kind, **{"on": YEARS, **more}, annotations=annotations)


@pytest.mark.parametrize("kind", TIMED)
def test_a_moment_a_range_and_a_value_are_drawn_and_told(kind, job):
    made = marked(job, kind, EVERY, **({"filter": {"groep": "een"}} if kind == "bars" else {}))
    assert list(misfits(made.chart, made.table)) == []
    drawn = svg.write(figure(made.plan)).decode()
    sentences = [
        "Gemarkeerd, 1 jul 2015: iets.",
        "Gemarkeerd, 2012 tot en met 2013: periode.",
        "Hulplijn bij 30: grens.",
    ]
    assert in_words(made.plan)[-3:] == sentences
    desc = re.findall(r"<desc[^>]*>(.*?)</desc>", drawn)[0]
    assert all(sentence in desc for sentence in sentences)
    assert {f"<title>{sentence}</title>" for sentence in sentences} <= set(
        re.findall(r"<title>[^<]*</title>", drawn)
    )


def test_a_point_is_named_in_its_series(job):
    made = marked(job, "lines", [{"point": 2015, "series": "twee", "label": "let op"}])
    assert "let op" in texts(specification(made))
    assert in_words(made.plan)[-1] == "Gemarkeerd, twee, 2015: let op."


def test_a_reference_line_widens_the_scale(job):
    made = marked(job, "lines", [{"value": 95, "label": "ver weg"}])
    assert specification(made)["layer"][1]["encoding"]["y"]["scale"]["domain"][1] >= 95


def test_the_bar_of_a_year_is_that_year(job):
    table = table_of("jaar,aantal\n2020,1\n2021,2\n", [("jaar", "year"), ("aantal", "integer")])
    places = {}
    for at in (2020, "2020-01-01", "2020-12-31", 2021):
        made = job(
            "bars",
            on=table,
            fields={"category": "jaar", "value": "aantal"},
            annotations=[{"at": at, "label": "x"}],
        )
        places[at] = next(row["x"] for row in rows_of(specification(made), "rule"))
    assert places["2020-01-01"] == 0
    assert places["2020-01-01"] < places[2020] < places["2020-12-31"] < places[2021]
    assert places["2020-12-31"] == pytest.approx(places[2020] * 2, rel=0.02)


def test_dots_and_dots_by_two_numbers_have_lines_at_values(job):
    lying = marked(
        job,
        "dots",
        [{"value": 40, "label": "doel"}],
        fields={"category": "groep", "series": "jaar", "value": "aantal"},
        filter={"jaar": [2019, 2020]},
    )
    assert (
        next(
            row for row in rows_of(specification(lying), "rule") if "Hulplijn" in row.get("description", "")
        )["x"]
        > 0
    )
    across = marked(
        job,
        "scatter",
        [{"value": 40, "label": "doel"}, {"point": "een", "label": "deze"}],
        fields={"x": "jaar", "y": "aantal", "label": "groep"},
        filter={"jaar": 2020},
        on=replace_year(),
    )
    assert {"doel", "deze"} <= set(texts(specification(across)))


def replace_year():
    return table_of(YEARS.text, [("jaar", "integer"), ("groep", "string"), ("aantal", "integer")])


def test_a_timeline_takes_events_among_its_own(job):
    from .samples import events

    made = job(
        "timeline",
        on=events(),
        fields={"date": "dag", "label": "wat"},
        annotations=[{"at": "2020", "label": "erbij"}],
    )
    said = [row["description"] for row in rows_of(specification(made), "point")]
    assert said.index("2020: erbij") == 2


MARKS = st.lists(
    st.tuples(
        st.dates(
            min_value=__import__("datetime").date(2010, 1, 1),
            max_value=__import__("datetime").date(2019, 12, 31),
        ),
        st.text("abcde fgh", min_size=1, max_size=60).filter(str.strip),
    ),
    min_size=1,
    max_size=20,
)


@settings(max_examples=40, deadline=None)
@given(MARKS, st.sampled_from([640, 320]))
def test_labels_above_a_drawing_touch_no_label_and_no_line(found, width):
    from trendrapport.charts.annotations.placing import annotated
    from trendrapport.charts.drawing.draw import ChartJob
    from trendrapport.charts.parts.plots import time_plot
    from trendrapport.charts.parts.series import SeriesOptions, points

    from .samples import chart_of

    chart = chart_of(
        "lines", fields=TIMED["lines"], annotations=[{"at": str(day), "label": text} for day, text in found]
    )
    plan = ChartJob("x", "charts/x.yml", chart, YEARS, "nl").plan
    plan = replace(plan, theme=replace(plan.theme, width=width))
    plot = time_plot(plan, points(plan, "x", SeriesOptions()), [], (0, 100), 300, left=40, right=60)
    made = annotated(plot)
    rows = [row for layer in made.behind for row in layer.data.values]
    rules = [row for row in rows if "y2" in row]
    labels = [(row, layer.mark.align) for layer in made.behind for row in layer.data.values if "text" in row]
    boxes = [_box(row, align, plan) for row, align in labels]
    assert len(labels) == len(found)
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))
    assert not made.key or len(made.key) == len(found)
    if not made.key:
        assert not any(
            box.left < rule["x"] < box.right and rule["y"] < box.bottom - 1 for box in boxes for rule in rules
        )


def _box(row, align, plan):

    wide = wrapping.width(row["text"], plan.theme.text_size) - 1
    high = (row["text"].count("\n") + 1) * plan.theme.text_size
    left = {"left": row["x"], "right": row["x"] - wide, "center": row["x"] - wide / 2}[str(align)]
    top = row["y"] - plan.theme.text_size / 2
    return Box(left, top, left + wide, top + high)


@given(st.lists(st.tuples(st.integers(0, 180), st.integers(0, 90)), max_size=12))
def test_the_nearest_free_place_is_free(places):
    taken = [Box(x, y, x + 20, y + 20) for x, y in places]
    found = nearest_free(Name(50, 50, 40, 12), Box(0, 0, 200, 110), taken)
    assert found is None or not any(found.touches(box) for box in taken)


def test_many_marks_get_letters_and_a_list(job):
    made = marked(
        job,
        "lines",
        [
            {"at": f"{year}-0{month}", "label": f"gebeurtenis {year}-{month} van veel woorden"}
            for year in range(2010, 2019)
            for month in (1, 6)
        ],
    )
    seen = texts(specification(made))
    assert {"A", "B", "R"} <= set(seen)
    assert any(
        text.startswith("A  jan 2010: gebeurtenis 2010-1")
        for text in " ".join(seen).split("\n")
        for text in [text[text.find("A  ") :]]
    )


def test_markup_in_a_label_stays_text(job):
    drawn = svg.write(figure(marked(job, "lines", [{"at": 2015, "label": "<script>x</script> & <b>"}]).plan))
    assert b"<script" not in drawn
    ElementTree.fromstring(drawn)


@pytest.mark.parametrize(
    ("kind", "one", "code"),
    [
        ("lines", {"label": "x"}, "annotation-form"),
        ("lines", {"at": 2015, "value": 3, "label": "x"}, "annotation-form"),
        ("lines", {"from": 2015, "label": "x"}, "annotation-form"),
        ("lines", {"at": 2015}, "annotation-without-label"),
        ("lines", {"at": 2031, "label": "x"}, "annotation-outside"),
        ("lines", {"from": 2009, "to": 2012, "label": "x"}, "annotation-outside"),
        ("lines", {"point": 2031, "label": "x"}, "unknown-annotation-point"),
        ("lines", {"point": 2015, "series": "dire", "label": "x"}, "unknown-annotation-point"),
        ("small_multiples", {"point": 2015, "label": "x"}, "annotation-without-place"),
        ("heat_map", {"at": 2015, "label": "x"}, "annotation-without-place"),
    ],
)
def test_a_mark_without_a_place_is_told(kind, one, code, job):
    fields = {"heat_map": {"x": "jaar", "y": "groep", "value": "aantal"}}.get(kind, TIMED.get(kind))
    made = job(kind, on=YEARS, fields=fields, annotations=[one])
    assert [misfit.code for misfit in misfits(made.chart, made.table)] == [code]


@pytest.mark.parametrize("kind", ["grouped_bars", "stacked_bars"])
def test_a_point_of_bars_in_parts_is_the_bar_or_part_itself(kind, job):
    made = marked(job, kind, [{"point": 2013, "series": "twee", "label": "hier"}])
    assert list(misfits(made.chart, made.table)) == []
    label = next(row for row in rows_of(specification(made), "text") if row.get("text") == "hier")
    band = specification(made)["width"] / 11
    assert 3 * band - 40 < label["x"] < 4 * band + 10
    assert in_words(made.plan)[-1] == "Gemarkeerd, twee, 2013: hier."


def test_words_that_fit_nowhere_get_a_letter_rather_than_hide_bars(job):
    long = "woorden die boven deze hoge staven nergens passen omdat er geen plaats is"
    full = table_of(
        "jaar,groep,aantal\n"
        + "".join(f"{year},{group},100\n" for year in range(2010, 2021) for group in ("een", "twee")),
        [("jaar", "year"), ("groep", "string"), ("aantal", "integer")],
    )
    made = marked(job, "grouped_bars", [{"point": 2013, "series": "twee", "label": long}], on=full)
    seen = texts(specification(made))
    assert "A" in seen
    assert any(text.startswith("A  twee, 2013: woorden") for text in seen)


def test_a_reference_line_gets_a_letter_rather_than_hide_bars(job):
    full = table_of(
        "jaar,groep,aantal\n"
        + "".join(f"{year},{group},100\n" for year in range(2010, 2021) for group in ("een", "twee")),
        [("jaar", "year"), ("groep", "string"), ("aantal", "integer")],
    )
    long = "woorden die op deze lijn midden in alle staven nergens passen, geheel nergens"
    made = marked(
        job,
        "grouped_bars",
        [{"value": 50, "label": long}, {"point": 2013, "series": "twee", "label": long}],
        on=full,
    )
    seen = texts(specification(made))
    assert {"A", "B"} <= set(seen)
    assert any(text.startswith("A  50: woorden") for text in seen)
    assert any(text.startswith("B  twee, 2013: woorden") for text in seen)


def test_bars_that_lie_have_no_annotations(job):
    place = table_of(
        "plaats,groep,aantal\nhier,een,1\nhier,twee,2\n",
        [("plaats", "string"), ("groep", "string"), ("aantal", "integer")],
    )
    for kind in ("grouped_bars", "stacked_bars"):
        for options, codes in (
            ({}, ["annotation-without-place"]),
            ({"lying": True}, ["annotation-without-place"]),
            ({"lying": False}, []),
        ):
            made = job(
                kind,
                on=place,
                fields={"category": "plaats", **SERIES},
                options=options,
                annotations=[{"value": 1, "label": "grens"}],
            )
            assert [misfit.code for misfit in misfits(made.chart, made.table)] == codes
            assert ("grens" in texts(specification(made))) is not bool(codes)


def test_a_point_without_a_value_is_told(job):
    gap = table_of(
        "jaar,groep,aantal\n2010,een,1\n2011,een,\n2010,twee,3\n",
        [("jaar", "year"), ("groep", "string"), ("aantal", "integer")],
    )
    for one in ({"point": 2011, "series": "een"}, {"point": 2011, "series": "twee"}, {"point": 2011}):
        made = job("lines", on=gap, fields=TIMED["lines"], annotations=[{**one, "label": "x"}])
        assert [misfit.code for misfit in misfits(made.chart, made.table)] == [
            "annotation-point-without-value"
        ]


def test_letters_are_never_the_same():
    found = letters(800)
    assert found[:2] + found[25:28] == ["A", "B", "Z", "AA", "AB"]
    assert len(set(found)) == 800


def test_sixty_marks_in_panels_all_have_a_letter(job):
    made = marked(
        job,
        "small_multiples",
        [{"at": f"{2010 + index // 6}-{index % 6 + 1:02}", "label": f"iets {index}"} for index in range(60)],
    )
    seen = texts(specification(made))
    assert {"A", "Z", "AA", "BH"} <= set(seen)

"""Of many series the chosen ones are in front, with their names; the others are grey lines behind them.

All content is invented.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import svg, table
from trendrapport.charts.parts.crowds import CROWD, behind, in_front
from trendrapport.charts.plan import Plan
from trendrapport.charts.words.sentences import in_words
from trendrapport.diagnostics import Severity
from trendrapport.documents.slides.native.choosing import native
from trendrapport.model.charts import Chart

from .samples import chart_of, csv_of, table_of
from .shapes import Drawn, read

COUNT, YEARS = 120, (2020, 2021, 2022, 2023)
CHOSEN = ["land 7", "land 90"]
FIELDS = {"x": "jaar", "series": "land", "value": "deel"}


def value(land: int, year: int) -> float:
    return round(10 + land * 0.5 + (year - 2020) * (1 + land % 5), 1)


TEXT = csv_of(
    "land,jaar,deel",
    *(
        f"land {land},{year},{'' if (land, year) == (3, 2023) else value(land, year)}"
        for land in range(COUNT)
        for year in YEARS
    ),
)
COLUMNS = [
    {"name": "land", "type": "string", "title": "Land"},
    {"name": "jaar", "type": "year", "title": "Jaar"},
    {"name": "deel", "type": "number", "title": "Deel", "unit": "%"},
]


def job(kind: str = "lines", highlight: list[str] = CHOSEN, language="nl") -> ChartJob:
    chart = chart_of(kind, fields=FIELDS, options={"highlight": highlight})
    return ChartJob("proef", "charts/proef.yml", chart, table_of(TEXT, COLUMNS), language)


def drawn(plan: Plan) -> Drawn:
    return read(svg.write(figure(plan)).decode())


@pytest.fixture(scope="module", params=["lines", "slope"])
def made(request: pytest.FixtureRequest) -> ChartJob:
    return job(request.param)


@pytest.mark.parametrize("wide", [True, False])
def test_only_the_chosen_are_named_and_coloured(made: ChartJob, *, wide: bool) -> None:
    found = drawn(made.plan if wide else made.narrow)
    words = " ".join(text.text.replace("\n", " ") for text in found.texts)
    assert set(re.findall(r"land \d+", words)) == set(CHOSEN)
    assert "118 andere" in words
    assert found.width <= (640 if wide else 312) + 12
    assert found.height < 520
    colours = {mark.paint["stroke"] for mark in found.shapes if mark.tag in {"path", "line"}}
    assert {f"var(--chart-{number})" for number in (1, 2)} | {"var(--chart-muted)"} <= colours
    assert "var(--chart-3)" not in colours


def test_each_line_tells_its_name_when_its_end_is_pointed_at(made: ChartJob) -> None:
    said = [mark.said for mark in drawn(made.plan).marks]
    named = {found[0] for found in map(re.compile(r"land \d+").match, said) if found}
    assert named >= {f"land {land}" for land in range(COUNT) if land != 3}
    assert len(said) < COUNT + 2 * len(CHOSEN) * len(YEARS)


def test_the_words_tell_of_the_chosen_and_what_the_others_range_over(made: ChartJob) -> None:
    first, second, rest = in_words(made.plan)
    assert first.startswith("Land 7: van")
    assert second.startswith("Land 90: van")
    last = sorted(value(land, 2023) for land in range(COUNT) if land not in {3, 7, 90})
    low, high, middle = (f"{one:.1f} %".replace(".", ",") for one in (last[0], last[-1], last[58]))
    assert rest.replace("\u00a0", " ") == (
        "118 andere, waarvan 117 met een cijfer, in grijs: "
        f"in 2023 van {low} (land 0) tot {high} (land 119), de middelste {middle}."
    )


def test_the_table_has_a_row_for_each_series_and_the_chosen_first() -> None:
    text = table.write(figure(job().plan)).decode()
    names = re.findall(r'<th scope="row">(.*?)</th>', text)
    assert names[:3] == [*CHOSEN, "land 0"]
    assert len(names) == len(set(names)) == COUNT
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', text) == [
        "Land",
        *(f"{year} (%)" for year in YEARS),
    ]
    assert "de gekozene en daarna de hoogste" in text
    printed = re.findall(r'<tr><th scope="row">(.*?)</th>', text)
    assert printed[:2] == CHOSEN
    assert "land 119" in printed


def test_a_chart_that_chooses_none_is_told_and_one_that_chooses_too_many() -> None:
    def found(highlight: list[str]) -> list[tuple[str, Severity]]:
        one = job(highlight=highlight)
        return [(each.code, each.severity) for each in misfits(one.chart, one.table)]

    assert found([]) == [("too-many-series", Severity.WARNING)]
    assert found(CHOSEN) == []
    assert found([f"land {land}" for land in range(9)]) == [("too-many-series", Severity.ERROR)]


def test_a_slide_shows_many_lines_as_drawn(made: ChartJob) -> None:
    assert native(made.plan) is None


@given(st.lists(st.text(min_size=1), unique=True, max_size=30), st.data())
def test_each_series_is_either_in_front_or_behind(names: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from([*names, "elders"]), unique=True))
    chart: Chart = chart_of("lines", options={"highlight": chosen})
    front, rest = in_front(names, chart), behind(names, chart)
    assert [name for name in names if name in {*front, *rest}] == names
    assert not set(front) & set(rest)
    assert rest == [] or set(front) == set(chosen) & set(names)
    if len(names) <= CROWD:
        assert front == names

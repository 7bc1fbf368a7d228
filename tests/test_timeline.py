"""The timeline: names never overlap, dates are as exact as known, links to each; invented milestones."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import invented
from trendrapport.pages.overviews.timeline import LANES, overview
from trendrapport.pages.overviews.timeline import extent as span
from trendrapport.pipeline import Options, build
from trendrapport.placing.dots import Box
from trendrapport.placing.lanes import Band, Event, drawing
from trendrapport.placing.mark_names import extent

DAYS = st.dates(date(1998, 1, 1), date(2027, 12, 31))
WORDS = ("Gemeenten", "beginnen", "met", "de", "Informatiebeveiligingsdienst", "en", "een", "wet")
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)


@st.composite
def events(draw: st.DrawFn) -> Event:
    start = draw(DAYS)
    title = " ".join(draw(TITLES))
    return Event(
        draw(st.integers(0, 6)), start, start + timedelta(days=draw(st.sampled_from((1, 30, 365)))), title
    )


@given(st.lists(events(), min_size=1, max_size=40), st.lists(DAYS, max_size=6))
@settings(max_examples=60, deadline=None)
def test_names_never_overlap_and_stay_in_their_lane(found: list[Event], editions: list[date]) -> None:
    bands = [Band(day, day + timedelta(days=30), f"Editie {day.year}") for day in editions]
    made = drawing(LANES, found, [f"Soort {lane}" for lane in range(7)], bands)
    boxes = []
    for event, one in zip(found, made["events"], strict=True):
        x, y, width, height = one["box"]
        box, lane = Box(x, y + 0.1, x + width, y + height - 0.1), made["lanes"][event.lane]
        assert Box(LANES.left, lane["y"], LANES.width, lane["y"] + lane["height"]).holds(box)
        wide, high = extent([line["text"] for line in one["lines"]], LANES.text)
        left = one["text_x"] - (wide if one["anchor"] == "end" else 0)
        assert Box(box.left - 0.2, box.top, box.right + 0.2, box.bottom).holds(
            Box(left, one["y"] - high / 2, left + wide, one["y"] + high / 2)
        )
        assert left >= one["start"] + one["length"] or left + wide <= one["start"]
        assert height >= 14
        boxes.append(box)
    assert not any(a.touches(b) for a, b in combinations(boxes, 2))
    heads = [Box(*band["taken"]) for band in made["bands"]]
    assert not any(a.touches(b) for a, b in combinations(heads, 2))
    assert all(head.bottom <= made["top"] for head in heads)


@given(st.lists(events(), min_size=2, max_size=20))
@settings(max_examples=40, deadline=None)
def test_time_runs_to_the_right(found: list[Event]) -> None:
    made = drawing(LANES, found, ["Soort"] * 7, [])
    middles = sorted(
        (event.start.toordinal() + event.end.toordinal(), one["x"])
        for event, one in zip(found, made["events"], strict=True)
    )
    assert all(left[1] <= right[1] + 0.2 for left, right in zip(middles, middles[1:], strict=False))
    years = [year["x"] for year in made["years"]]
    assert years == sorted(years)


@pytest.mark.parametrize(
    ("when", "first", "after"),
    [
        ("2021", date(2021, 1, 1), date(2022, 1, 1)),
        ("2021-12", date(2021, 12, 1), date(2022, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
    ],
)
def test_a_date_is_as_long_as_it_is_known(when: str, first: date, after: date) -> None:
    assert span(when) == (first, after)


def test_a_year_is_drawn_longer_than_a_day(sample: Path) -> None:
    milestones(sample, {"jaar": "2021", "dag": "2021-06-30"})
    made = overview(invented.view(sample))
    assert made
    whole, day = made.drawing["events"][0], made.drawing["events"][1]
    assert whole["length"] > 5 * day["length"]
    assert abs(whole["x"] - day["x"]) < 1
    assert [one.exact for one in made.milestones] == [False, True]


def test_marks_lead_to_the_list_below(sample: Path) -> None:
    milestones(sample, {"eerste": "2022", "tweede": "2025-03"})
    assert build(sample, Options()).built
    page = (sample / "site/milestones.html").read_text("utf-8")
    assert page.count('<a href="#eerste"') == 2  # in the drawing and in the table
    assert '<li id="eerste" data-item data-type="law">' in page
    assert 'href="2026/index.html"' in page
    assert "2 mijlpalen, van 2022 tot en met 2025" in page
    assert (
        (sample / "site/timeline.csv").read_text("utf-8").startswith("Wat er gebeurde,Wanneer,Soort,Trends")
    )


def test_without_milestones_there_is_no_timeline(sample: Path) -> None:
    assert overview(invented.view(sample)) is None


def milestones(sample: Path, dates: dict[str, str]) -> None:
    found = {
        slug: {
            "title": slug.capitalize(),
            "date": when,
            "type": "law",
            "explanation": "Verzonnen.",
            "sources": ["voorbeeldbron"],
        }
        for slug, when in dates.items()
    }
    (sample / "content/milestones.yml").write_text(yaml.safe_dump(found, sort_keys=False), "utf-8")

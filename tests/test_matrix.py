"""The impact-certainty matrix: each mark and its name apart from others, in its cell; invented trends."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import invented
from trendrapport.pages.overviews.matrix import GRIDS, LEVELS, overview
from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import extent
from trendrapport.placing.matrix import Grid, Item, drawing


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    chance = random.Random(draw(st.integers(0, 10_000)))
    crowded, count = draw(st.booleans()), draw(st.one_of(st.integers(1, 12), st.integers(1, 60)))
    return [
        Item(
            3 if crowded else chance.randrange(LEVELS),
            1 if crowded else chance.randrange(LEVELS),
            " ".join(chance.choices(invented.WORDS, k=chance.randint(1, 6))),
        )
        for _ in range(count)
    ]


@given(items(), st.sampled_from(GRIDS))
@settings(max_examples=80, deadline=None)
def test_marks_with_their_names_never_overlap_and_stay_in_their_cell(found: list[Item], grid: Grid) -> None:
    made = drawing(grid, found, LEVELS)
    boxes = []
    for item, one in zip(found, made["items"], strict=True):
        x, y, width, height = one["box"]
        box = Box(x + 0.1, y + 0.1, x + width - 0.1, y + height - 0.1)
        cell = Box(
            made["columns"][item.column],
            made["rows"][item.row],
            made["columns"][item.column + 1],
            made["rows"][item.row + 1],
        )
        assert cell.holds(box)
        assert min(width, height) >= 24
        assert box.left <= one["x"] - grid.size + 0.3
        assert one["x"] + grid.size <= box.right + 0.3
        if grid.named:
            lines = [line["text"] for line in one["lines"]]
            wide, high = extent(lines, grid.text)
            assert box.holds(
                Box(one["text_x"], one["y"] - high / 2, one["text_x"] + wide, one["y"] + high / 2)
            )
            assert one["text_x"] >= one["x"] + grid.size
            assert "".join(lines).replace("-", "").replace(" ", "") == item.title.replace(" ", "")
        boxes.append(box)
    assert not any(a.touches(b) for a, b in combinations(boxes, 2))
    assert made["width"] == pytest.approx(grid.width, abs=0.5)


def test_impact_is_upwards_and_certainty_to_the_right(sample: Path) -> None:
    invented.edition(
        sample,
        "2027",
        {
            "laag": {"impact": 1, "certainty": 1},
            "zeker": {"impact": 1, "certainty": 5},
            "groot": {"impact": 5, "certainty": 2},
            "kern": {"impact": 5, "certainty": 5},
        },
    )
    view = invented.view(sample)
    made = overview(view, view.editions[0])
    assert made
    assert [mark.slug for mark in made.marks] == ["kern", "groot", "zeker", "laag"]
    places = {
        mark.slug: (one["x"], one["y"])
        for mark, one in zip(made.marks, made.drawings[0]["items"], strict=True)
    }
    assert places["laag"][0] < places["groot"][0] < places["zeker"][0]
    assert places["kern"][1] == places["groot"][1] < places["laag"][1] == places["zeker"][1]
    assert made.figure.title == "Eén van de 4 trends van 2027 heeft veel impact en is vrij zeker: Kern"


def test_one_trend_has_no_matrix(sample: Path) -> None:
    view = invented.view(sample)
    assert overview(view, view.editions[0]) is None


def test_categories_differ_in_shape(sample: Path) -> None:
    names = invented.categories(sample, [f"Soort {number}" for number in range(1, 9)])
    invented.edition(sample, "2027", {f"trend-{name}": {"categories": [name]} for name in names})
    view = invented.view(sample)
    made = overview(view, view.editions[0])
    assert made
    assert len({one["shape"] for one in made.key}) == len({mark.shape for mark in made.marks}) == 8

"""Whoever does not see colours as most do still tells the series of a drawing apart.

Decided for each drawing from its finished SVG. Two colours are told apart by how they look in greyscale and
with protanopia and deuteranopia, or by the shape of their marks, or by names in the same colour beside
them. Series that are three or more places apart in the key and nowhere touch are told apart by their order,
which is that of the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from trendrapport.charts.theme import DARK_TEXT, PALETTE
from trendrapport.model.contrast import contrast
from trendrapport.model.sight import APART, SIGHTS, STEPS_APART, difference, lab

from .conftest import Examples
from .shapes import Drawn, Shape
from .test_contrast import SCHEMES, one, worth

SYMBOL, TOUCH, FAR = 18, 4, 3
"""Marks no larger than a symbol have a shape of their own; how near is touching, in units; and so many places
are far apart in a key.
"""


def by_colour(drawn: Drawn) -> dict[str, list[Shape]]:
    """The marks that say what they are, by the colour of a series."""
    found: dict[str, list[Shape]] = {}
    for shape in drawn.marks:
        paint = next(
            (
                paint
                for of in ("stroke", "fill")
                if re.search(r"chart-(?:\d|muted)\)", paint := shape.paint[of])
            ),
            None,
        )
        if paint:
            found.setdefault(paint, []).append(shape)
    return found


def forms(shapes: list[Shape]) -> set[str]:
    """The outlines of symbols, whatever their size; of larger marks only that they are no symbols."""
    found = set()
    for shape in shapes:
        left, top, right, bottom = shape.box
        if max(right - left, bottom - top) > SYMBOL:
            found.add("large")
            continue
        middle = shape.middle
        found.add(
            " ".join(
                f"{(x - middle[0]) / (right - left):.1f},{(y - middle[1]) / (bottom - top):.1f}"
                for x, y in shape.points
            )
        )
    return found


def touch(first: Shape, second: Shape) -> bool:
    left, top, right, bottom = first.box
    other_left, other_top, other_right, other_bottom = second.box
    return (left - TOUCH < other_right and other_left - TOUCH < right) and (
        top - TOUCH < other_bottom and other_top - TOUCH < bottom
    )


def named(paint: str, drawn: Drawn) -> bool:
    """Whether a name stands in a colour."""
    return any(text.paint["fill"] == paint for text in drawn.texts)


def far(first: str, second: str, marks: dict[str, list[Shape]]) -> bool:
    """Whether two series are far apart in the key and nowhere near each other in the drawing."""
    places = [int(found[0]) for paint in (first, second) if (found := re.findall(r"chart-(\d)", paint))]
    return (
        len(places) == 2
        and abs(places[0] - places[1]) >= FAR
        and not any(touch(one, other) for one in marks[first] for other in marks[second])
    )


def alike(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """The pairs of series that someone cannot tell apart."""
    marks = by_colour(drawn)
    for first, second in combinations(marks, 2):
        seen = (
            min(difference(worth(first, scheme), worth(second, scheme)) for scheme in SCHEMES.values())
            >= APART
        )
        other_shape = not forms(marks[first]) & forms(marks[second])
        if not (
            seen or other_shape or (named(first, drawn) and named(second, drawn)) or far(first, second, marks)
        ):
            yield first, second


def test_series_are_told_apart_without_colour(examples: Examples) -> None:
    assert {name: found for name, example in examples.items() if (found := list(alike(example.drawn)))} == {}
    assert sum(len(by_colour(example.drawn)) > 1 for example in examples.values()) > 10


@pytest.mark.parametrize("scheme", [0, 1])
def test_neighbours_in_the_palette_differ_in_every_sight(scheme: int) -> None:
    series = [PALETTE[f"chart-{index}"][scheme] for index in range(1, 9)]
    for step in (1, 2):
        for first, second in zip(series, series[step:], strict=False):
            assert difference(first, second) >= APART, (first, second)
    assert difference(series[0], PALETTE["chart-muted"][scheme]) >= APART


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_steps_of_the_scale_rise_in_every_sight(scheme: int) -> None:
    steps = [PALETTE[f"chart-scale-{index}"][scheme] for index in range(1, 6)]
    for seen in SIGHTS.values():
        lights = [lab(seen(step))[0] for step in steps]
        assert lights == sorted(lights, reverse=scheme == 0)
    for first, second in zip(steps, steps[1:], strict=False):
        assert difference(first, second) >= STEPS_APART
    paper = PALETTE["chart-paper"][scheme]
    assert all(contrast(step, paper) >= 3 for step in steps[DARK_TEXT:])


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([("M0,0h9v40h-9Z", 1), ("M9,0h9v40h-9Z", 4)], 1),
        ([("M0,0h9v40h-9Z", 1), ("M9,0h9v40h-9Z", 2)], 0),
        ([("M0,0h9v40h-9Z", 1), ("M90,0h9v40h-9Z", 4)], 0),
        ([("M0,0h9v9h-9Z", 1), ("M0,0L9,9L0,9Z", 4)], 0),
        ([("M0,0h9v9h-9Z", 1), ("M4,0h9v9h-9Z", 4)], 1),
    ],
)
def test_alike_series_are_found(marks: list[tuple[str, int]], expected: int) -> None:
    content = "".join(
        f'<path d="{path}" fill="var(--chart-{index})"><title>a</title></path>' for path, index in marks
    )
    assert len(list(alike(one(content)))) == expected


def test_the_sights_are_those_of_the_source() -> None:
    """White and grey stay as they are; who lacks red or green sees both alike when equally light."""
    for seen in SIGHTS.values():
        assert seen("#808080") == pytest.approx(SIGHTS["grey"]("#808080"), abs=1e-4)
    assert lab((1.0, 1.0, 1.0)) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab(SIGHTS["all colours"]("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert (
        difference("#c80000", "#4d7a00")
        < 30
        < 90
        < max(
            abs(a - b)
            for a, b in zip(
                lab(SIGHTS["all colours"]("#c80000")), lab(SIGHTS["all colours"]("#4d7a00")), strict=True
            )
        )
    )

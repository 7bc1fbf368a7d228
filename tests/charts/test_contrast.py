"""What is drawn can be seen in both schemes: text at 4.5:1 and marks at 3:1 with what lies behind them, and
text of 12 pixels or more.

All of it is computed from the finished SVG and from what the page's custom properties are worth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
import yaml

from trendrapport.charts.theme import PALETTE, Theme
from trendrapport.model.config import Config
from trendrapport.model.contrast import MARK, TEXT, contrast
from trendrapport.pages.browser.look import scheme

from .colour import over
from .conftest import Examples
from .photos import STATES, Photos
from .samples import DUTCH
from .shapes import Drawn, Shape, read

SMALLEST = 12
Colours = dict[str, str]


def colours(dark: int) -> Colours:
    """What the custom properties of that report's page are worth in a scheme."""
    config = Config.model_validate_json(
        json.dumps(yaml.safe_load((DUTCH / "site_config.yml").read_text("utf-8")))
    )
    return dict(re.findall(r"--([\w-]+):(#\w+);", scheme(config, dark)))


SCHEMES = {"light": colours(0), "dark": colours(1)}


def worth(paint: str, scheme: Colours) -> str:
    """The colour of a paint."""
    return scheme[paint.removeprefix("var(--").removesuffix(")")]


def behind(place: tuple[float, float], shapes: list[Shape], scheme: Colours) -> str:
    """The colour at a place on which these shapes are painted."""
    colour = scheme["chart-paper"]
    for shape in shapes:
        if shape.paint["fill"] != "none" and shape.tag not in {"text", "line"} and shape.covers(place):
            colour = over(worth(shape.paint["fill"], scheme), shape.opacity, colour)
    return colour


def pale_texts(drawn: Drawn, scheme: Colours) -> Iterator[tuple[str, float]]:
    """The texts that stand out too little from what lies behind their start, middle or end."""
    for index, shape in enumerate(drawn.shapes):
        if shape.tag == "text" and shape.text.strip():
            left, top, right, bottom = shape.box
            y = (top + bottom) / 2
            grounds = [
                behind((x, y), list(drawn.shapes[:index]), scheme)
                for x in (left + 2, (left + right) / 2, right - 2)
            ]
            least = min(contrast(worth(shape.paint["fill"], scheme), ground) for ground in grounds)
            if least < TEXT:
                yield shape.text, round(least, 2)


def pale_marks(drawn: Drawn, scheme: Colours) -> Iterator[tuple[str, float]]:
    """The marks of which neither the filling nor the outline stands out from the paper."""
    paper = scheme["chart-paper"]
    for shape in drawn.shapes:
        if shape.tag == "text" or not (shape.said or series(shape)):
            continue
        paints = (
            [over(worth(shape.paint["fill"], scheme), shape.opacity, paper)]
            if shape.paint["fill"] != "none"
            else []
        )
        paints += [worth(shape.paint["stroke"], scheme)] if shape.paint["stroke"] != "none" else []
        if (most := max(contrast(paint, paper) for paint in paints)) < MARK:
            yield shape.said or shape.outline[:30], round(most, 2)


def series(shape: Shape) -> bool:
    """Whether a shape has the colour of a series, so that it carries meaning, whether or not it says so."""
    return any(re.fullmatch(r"var\(--chart-(?:\d|muted)\)", shape.paint[of]) for of in ("fill", "stroke"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out(examples: Examples, scheme: str) -> None:
    assert {
        name: found
        for name, example in examples.items()
        if (found := list(pale_texts(example.drawn, SCHEMES[scheme])))
    } == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_stand_out(examples: Examples, scheme: str) -> None:
    assert {
        name: found
        for name, example in examples.items()
        if (found := list(pale_marks(example.drawn, SCHEMES[scheme])))
    } == {}


def test_text_is_large_enough_in_the_drawing(examples: Examples) -> None:
    for name, example in examples.items():
        assert (
            min(shape.size for shape in example.drawn.texts) * Theme("nl").width / example.drawn.width
            >= SMALLEST
        ), name


@pytest.mark.parametrize("state", [state for state in STATES if state != "narrow"])
def test_text_is_large_enough_on_the_page(photos: Photos, state: str) -> None:
    assert {name: shots[state].text for name, shots in photos.items() if shots[state].text < SMALLEST} == {}


def one(content: str) -> Drawn:
    """A drawing of a few shapes."""
    return read(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 100"><g font-size="14" '
        f'fill="none">{content}</g></svg>'
    )


def test_what_is_too_pale_is_found() -> None:
    light = SCHEMES["light"]
    bar = '<path d="M0,0h60v60h-60Z" fill="var(--chart-{})" stroke="none"><title>a: 1</title></path>'
    text = (
        '<g transform="translate(20,20)"><text fill="var(--chart-{})" '
        'transform="translate(2,10)">12</text></g>'
    )
    assert list(pale_texts(one(bar.format(1) + text.format("paper")), light)) == []
    assert [found for found, _ in pale_texts(one(bar.format(1) + text.format("ink")), light)] == ["12"]
    assert [found for found, _ in pale_texts(one(text.format("paper") + bar.format(1)), light)] == ["12"], (
        "what comes later is not behind"
    )
    assert [found for found, _ in pale_marks(one(bar.format("scale-1")), light)] == ["a: 1"]
    assert list(pale_marks(one(bar.format("scale-1").replace("none", "var(--chart-soft)")), light)) == []


def test_every_colour_of_a_drawing_is_one_of_the_page() -> None:
    assert set(PALETTE) <= set(SCHEMES["light"])

"""Bars on both sides of a middle, and pyramids: which side, how long, and what is told.

All content is invented.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.figure import figure
from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.formats import svg
from trendrapport.charts.parts.sides import sides
from trendrapport.charts.words.sentences import in_words
from trendrapport.documents.slides.native.choosing import native
from trendrapport.documents.slides.writing.chart_text import number_format

from .samples import chart_of, csv_of, table_of
from .shapes import Drawn, Shape, read

ANSWERS = ("oneens", "beetje", "neutraal", "best", "eens")
SHARES = {"een": (8, 17, 20, 40, 15), "twee": (20, 31, 10, 25, 14), "drie": (3, 9, 32, 36, 20)}


def job(text: str, kind: str, fields: dict[str, Any], **more: Any) -> ChartJob:
    first, *others = text.split("\n", 1)[0].split(",")
    columns = [{"name": first, "type": "string", "title": first.title()}]
    columns += [{"name": one, "type": "number", "title": one, "unit": "%"} for one in others]
    chart = chart_of(kind, fields=fields, **more)
    return ChartJob("proef", "charts/proef.yml", chart, table_of(text, columns), "nl")


def likert(answers: tuple[str, ...] = ANSWERS, **options: Any) -> ChartJob:
    rows = (f"{name},{','.join(map(str, shares))}" for name, shares in SHARES.items())
    text = csv_of(f"stelling,{','.join(ANSWERS)}", *rows)
    return job(text, "diverging_bars", {"category": "stelling", "value": list(answers)}, options=options)


def pyramid(count: int = 9, missing: int | None = None, **more: Any) -> ChartJob:
    rows = (
        f"{at} tot {at + 1},{50 - at % 40},{'' if at == missing else 40 - at % 30}" for at in range(count)
    )
    text = csv_of("leeftijd,vrouw,man", *rows)
    return job(text, "pyramid", {"category": "leeftijd", "value": ["vrouw", "man"]}, **more)


def drawn(made: ChartJob, *, wide: bool = True) -> Drawn:
    return read(svg.write(figure(made.plan if wide else made.narrow)).decode())


def mark(found: Drawn, start: str) -> Shape:
    return next(one for one in found.marks if one.said.startswith(start))


def codes(made: ChartJob) -> list[str]:
    return [one.code for one in misfits(made.chart, made.table)]


@pytest.mark.parametrize("wide", [True, False])
def test_bars_share_one_middle_with_the_neutral_answer_half_on_each_side(*, wide: bool) -> None:
    found = drawn(likert(), wide=wide)
    middles = {round(mark(found, f"{name}, neutraal").middle[0], 1) for name in SHARES}
    assert max(middles) - min(middles) < 0.2
    middle = middles.pop()
    for name in SHARES:
        parts = [mark(found, f"{name}, {answer}: ").box for answer in ANSWERS]
        assert [left for left, *_ in parts] == sorted(left for left, *_ in parts)
        assert parts[1][2] <= middle <= parts[3][0]
    texts = [text.text.replace("\u00a0", " ") for text in found.texts]
    assert {"25 %", "55 %", "51 %", "39 %"} <= set(texts)


def test_without_a_neutral_answer_both_sides_meet() -> None:
    found = drawn(likert(("oneens", "beetje", "best", "eens")))
    meeting = {round(mark(found, f"{name}, beetje").box[2], 1) for name in SHARES}
    meeting |= {round(mark(found, f"{name}, best").box[0], 1) for name in SHARES}
    assert max(meeting) - min(meeting) < 0.2


def test_the_sums_of_both_sides_are_told_and_can_sort() -> None:
    told = in_words(likert().plan)
    assert "Best en eens samen" not in told[0]
    both = [sentence.replace("\u00a0", " ") for sentence in told if "samen" in sentence]
    assert both == [
        "oneens en beetje samen: 3 waarden; hoogste 51 % (twee), laagste 12 % (drie).",
        "best en eens samen: 3 waarden; hoogste 56 % (drie), laagste 39 % (twee).",
    ]
    tops = {name: mark(drawn(likert(sort="descending")), f"{name}, eens").middle[1] for name in SHARES}
    assert sorted(tops, key=tops.__getitem__) == ["drie", "een", "twee"]


def test_a_missing_answer_is_told_at_its_bar() -> None:
    text = csv_of("stelling,a,b,c", "een,10,,20", "twee,30,40,30")
    made = job(text, "diverging_bars", {"category": "stelling", "value": ["a", "b", "c"]})
    assert "onvolledig" in {text.text for text in drawn(made).texts}
    assert "B: geen gegevens voor een." in in_words(made.plan)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (likert(), []),
        (likert(("eens",)), ["two-sides"]),
        (likert(neutral=["neutral"]), ["unknown-chart-name"]),
        (likert(neutral="neutraal"), ["wrong-chart-option"]),
        (likert(neutral=["neutraal"]), []),
        (pyramid(), []),
    ],
)
def test_what_does_not_fit_is_told(made: ChartJob, expected: list[str]) -> None:
    assert codes(made) == expected


def test_a_pyramid_of_three_groups_names_them() -> None:
    text = csv_of("leeftijd,a,b,c", "0 tot 9,1,2,3", "10 tot 19,1,2,3")
    made = job(text, "pyramid", {"category": "leeftijd", "value": ["a", "b", "c"]})
    [found] = misfits(made.chart, made.table)
    assert (found.code, "a, b en c" in found.fix.nl) == ("two-sides", True)


@pytest.mark.parametrize("wide", [True, False])
def test_a_pyramid_has_one_scale_for_both_sides_and_the_young_at_the_bottom(*, wide: bool) -> None:
    found = drawn(pyramid(), wide=wide)
    young, old = mark(found, "0 tot 1, vrouw"), mark(found, "8 tot 9, vrouw")
    assert young.middle[1] > old.middle[1]
    left, right = mark(found, "0 tot 1, vrouw").box, mark(found, "0 tot 1, man").box
    assert left[2] == pytest.approx(right[0], abs=0.5)
    assert (left[2] - left[0]) / 50 == pytest.approx((right[2] - right[0]) / 40, rel=0.01)
    assert not [text.text for text in found.texts if "\u2212" in text.text]


def test_many_ages_have_a_scale_instead_of_numbers() -> None:
    found = drawn(pyramid(100))
    numbers = [text for text in found.texts if text.text.replace("\u00a0%", "").isdigit()]
    assert len(numbers) <= 7
    assert [text.text for text in found.texts if " tot " in text.text] == [
        f"{at} tot {at + 1}" for at in range(90, -1, -10)
    ]
    assert found.height < 640
    texts = [text.text.replace("\u00a0", " ") for text in found.texts]
    assert texts.count("20") == 2 or texts.count("20 %") + texts.count("20") == 2


def test_a_missing_group_is_a_dash_and_told() -> None:
    made = pyramid(missing=3)
    assert "–" in {text.text for text in drawn(made).texts}
    assert "Man: geen gegevens voor 3 tot 4." in in_words(made.plan)


def test_a_slide_draws_a_pyramid_without_a_minus() -> None:
    made = native(pyramid().plan)
    assert made
    assert made.mirrored
    assert all((value or 0) <= 0 for value in made.series[0].values)
    assert ";" in number_format(made)
    assert native(pyramid(100).plan) is None
    assert native(likert().plan) is None


@given(st.lists(st.text(min_size=1, max_size=3), unique=True, max_size=9), st.data())
def test_each_answer_is_on_one_side_in_order(answers: list[str], data: st.DataObject) -> None:
    neutral = data.draw(st.lists(st.sampled_from([*answers, "x" * 4]), max_size=2))
    found = sides(answers, neutral)
    assert found.all == answers
    assert set(neutral) & set(answers) <= set(found.middle)
    if not neutral:
        assert len(found.left) == len(found.right)

"""Words on a line touch no other words and no lead, and stay within the line; too many are not forced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trendrapport.placing.flags import MOST, flags

LINE = 620.0


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, LINE), st.floats(40, 160)), max_size=14))
def test_words_keep_clear(found):
    ordered = sorted(found)
    made = flags([x for x, _ in ordered], [width for _, width in ordered], LINE)
    if made is None:
        return
    assert [flag.x for flag in made] == [x for x, _ in ordered]
    for flag in made:
        assert 0 <= flag.left <= flag.x <= flag.right <= LINE
        others = [other for other in made if other is not flag and other.side == flag.side]
        assert not any(
            other.lane == flag.lane and other.left < flag.right and flag.left < other.right
            for other in others
        )
        assert not any(other.lane > flag.lane and flag.left < other.x < flag.right for other in others), (
            "a lead through words"
        )


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([0, 300, LINE], [(0, -1), (0, -1), (0, -1)]),
        ([0, 10], [(0, -1), (0, 1)]),
        ([0, 10, 20], [(1, -1), (0, 1), (0, -1)]),
    ],
)
def test_words_stand_as_near_to_the_line_as_they_can(places, expected):
    made = flags(places, [100.0] * len(places), LINE)
    assert [(flag.lane, flag.side) for flag in made] == expected


def test_what_does_not_fit_is_left_to_another_layout():
    assert flags([10.0] * 7, [100.0] * 7, LINE) is None
    assert flags([10.0] * (MOST + 1), [1.0] * (MOST + 1), LINE) is None
    assert flags([10.0], [LINE + 1], LINE) is None

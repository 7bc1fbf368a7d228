"""Names are kept apart, in order and within their line, and move no further than they need to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trendrapport.placing.spacing import within


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 40)), max_size=20))
def test_no_two_overlap_and_none_leaves_the_line(found):
    ordered = sorted(found)
    places, sizes = [place for place, _ in ordered], [size for _, size in ordered]
    most = max(300.0, sum(sizes))
    moved = within(places, sizes, most)
    ends = [(at - size / 2, at + size / 2) for at, size in zip(moved, sizes, strict=True)]
    assert all(low >= -1e-6 and high <= most + 1e-6 for low, high in ends)
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(ends))


def test_what_is_clear_stays_where_it_is():
    assert within([10, 50, 90], [20, 20, 20], 100) == [10, 50, 90]


def test_neighbours_share_the_way():
    assert within([50, 50], [20, 20], 100) == [40, 60]

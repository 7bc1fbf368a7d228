"""A name touches no other name and no dot, and stays in the drawing; one that finds no place is left out."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from trendrapport.placing.dots import Box, Name, dot_box, placed

INSIDE = Box(0, 0, 400, 300)
PLACES = st.tuples(st.floats(0, 400), st.floats(0, 300))


@given(st.lists(PLACES, max_size=40), st.booleans())
def test_names_keep_clear(dots, far):
    names = [Name(x, y, 60, 17) for x, y in dots]
    boxes = [box for box in placed(names, dots, INSIDE, far=far) if box]
    assert all(INSIDE.holds(box) for box in boxes)
    assert not any(box.touches(dot_box(*dot)) for box, dot in product(boxes, dots))
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))


def test_the_first_choice_is_to_the_right():
    [box] = placed([Name(100, 100, 60, 17)], [(100, 100)], INSIDE, far=False)
    assert box.left > 100
    assert box.nearest(100, 100) == (box.left, 100)


def test_a_name_wider_than_the_drawing_is_left_out():
    assert placed([Name(100, 100, 600, 17)], [(100, 100)], INSIDE, far=True) == [None]

"""Places in an order, held against the plainest way to count them."""

from __future__ import annotations

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from trendrapport.pages.analysis.ranking import FEW, middle, ranks

VALUES = st.dictionaries(
    st.text(max_size=3), st.none() | st.integers(-5, 5).map(float) | st.floats(-1e9, 1e9), max_size=30
)


@given(VALUES, st.booleans())
def test_a_place_is_one_more_than_how_many_are_better(values: dict[str, float | None], highest: bool) -> None:
    known = [value for value in values.values() if value is not None]
    found = ranks(values, highest=highest)
    assert found.keys() == {name for name, value in values.items() if value is not None}
    for name, place in found.items():
        own = values[name]
        assert own is not None
        assert place.rank == 1 + sum(other > own if highest else other < own for other in known)
        assert place.tied == (known.count(own) > 1)
        assert (place.of, place.missing) == (len(known), len(values) - len(known))


@given(VALUES)
def test_turning_the_order_mirrors_the_places(values: dict[str, float | None]) -> None:
    up, down = ranks(values, highest=False), ranks(values, highest=True)
    for name, place in up.items():
        same = sum(value == values[name] for value in values.values())
        assert place.rank + down[name].rank + same - 1 == place.of + 1


@given(st.lists(st.none() | st.floats(-1e9, 1e9), max_size=30))
def test_the_middle_ignores_what_is_missing_and_is_silent_on_few(values: list[float | None]) -> None:
    known = [value for value in values if value is not None]
    assert middle(values) == (median(known) if len(known) >= FEW else None)

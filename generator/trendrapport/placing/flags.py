"""Words at places on a line, staggered above and below it so that no words touch other words or the lines
that lead to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

LANES = 3
"""So many rows of words can stand on each side of the line."""

MOST, TRIES = 16, 20_000
"""More words than these are not tried, nor more ways to place them."""

SPACE = 12
"""The least distance between two words in a row."""


@dataclass(frozen=True)
class Flag:
    """Words that start or, near the end of the line, stop at the place they belong to."""

    x: float
    left: float
    right: float
    side: int
    """-1 above the line, 1 below it."""
    lane: int
    """Counted from the line, from 0."""


def flags(
    places: Sequence[float], widths: Sequence[float], most: float, sides: Sequence[int] = (-1, 1)
) -> list[Flag] | None:
    """A flag for each ascending place on a line from 0 to `most`; None if no way is found in which all fit on
    these sides.
    """
    if len(places) > MOST:
        return None
    choices = [_choices(x, width, most, sides) for x, width in zip(places, widths, strict=True)]
    found = _search(choices, [], iter(range(TRIES)))
    return None if found is None else _inward(found)


def _choices(x: float, width: float, most: float, sides: Sequence[int]) -> list[Flag]:
    """The flags that a place can have; first those furthest out, for later leads would cross words nearer to
    the line.
    """
    return [
        Flag(x, left, right, side, lane)
        for lane in reversed(range(LANES))
        for left, right in ((x, x + width), (x - width, x))
        for side in sides
        if left >= 0 and right <= most
    ]


def _search(choices: Sequence[list[Flag]], made: list[Flag], tries: Iterator[int]) -> list[Flag] | None:
    """The first way to fill all places, going back on a choice when a later place has none left; until the
    tries are over.
    """
    if len(made) == len(choices):
        return made
    for flag in choices[len(made)]:
        if next(tries, None) is None:
            return None
        if _free(flag, made) and (found := _search(choices, [*made, flag], tries)):
            return found
    return None


def _inward(made: list[Flag]) -> list[Flag]:
    """The same flags, each as near to the line as the others let it."""
    moved = list(made)
    for _ in range(LANES):
        for index, flag in enumerate(moved):
            others = moved[:index] + moved[index + 1 :]
            nearer = (replace(flag, lane=lane) for lane in range(flag.lane))
            moved[index] = next((one for one in nearer if _free(one, others)), flag)
    return moved


def _free(flag: Flag, made: Sequence[Flag]) -> bool:
    """Whether words and lead touch nothing of the flags on their side."""
    for other in made:
        if other.side != flag.side:
            continue
        if other.lane == flag.lane and flag.left < other.right + SPACE and other.left < flag.right + SPACE:
            return False
        inner, outer = (flag, other) if flag.lane < other.lane else (other, flag)
        if flag.lane != other.lane and inner.left - SPACE / 2 < outer.x < inner.right + SPACE / 2:
            return False
    return True

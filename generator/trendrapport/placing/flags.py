"""Words at points on a line, staggered above and below it so that no words touch other words or the lines
that lead to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

LANES = 3
"""How many rows of words there can be on each side of the line."""

MOST, TRIES = 16, 20_000
"""The most words, and the most arrangements of them, that are tried."""

SPACE = 12
"""The least distance between two words in a row."""


@dataclass(frozen=True)
class Flag:
    """Words that start or, near the end of the line, stop at the point they belong to."""

    x: float
    left: float
    right: float
    side: int
    """-1 above the line, 1 below it."""
    lane: int
    """Counted from the line, from 0."""


def flags(
    points: Sequence[float], widths: Sequence[float], most: float, sides: Sequence[int] = (-1, 1)
) -> list[Flag] | None:
    """A flag for each of ascending points on a line from 0 to `most`; None if no way is found in which all
    fit on these sides.
    """
    if len(points) > MOST:
        return None
    choices = [list(_choices(x, width, most, sides)) for x, width in zip(points, widths, strict=True)]
    found = _search(choices, [], iter(range(TRIES)))
    return None if found is None else _inward(found)


def _choices(x: float, width: float, most: float, sides: Sequence[int]) -> Iterator[Flag]:
    """The flags that a point can have; first those furthest out, as later leads would cross words nearer to
    the line.
    """
    extents = [(x, x + width), (x - width, x)]
    inside = [(left, right) for left, right in extents if left >= 0 and right <= most]
    for lane in reversed(range(LANES)):
        for left, right in inside:
            for side in sides:
                yield Flag(x, left, right, side, lane)


def _search(choices: Sequence[list[Flag]], made: list[Flag], tries: Iterator[int]) -> list[Flag] | None:
    """The first way to give each point a flag, going back on a choice when a later point has none left; until
    the tries are over.
    """
    if len(made) == len(choices):
        return made
    for flag in choices[len(made)]:
        if next(tries, None) is None:
            return None
        if not _is_free(flag, made):
            continue
        found = _search(choices, [*made, flag], tries)
        if found:
            return found
    return None


def _inward(made: list[Flag]) -> list[Flag]:
    """The same flags, each as near to the line as the others let it."""
    moved = list(made)
    for _ in range(LANES):
        for index, flag in enumerate(moved):
            others = moved[:index] + moved[index + 1 :]
            moved[index] = _nearest(flag, others)
    return moved


def _nearest(flag: Flag, others: Sequence[Flag]) -> Flag:
    """A flag in the free lane that is nearest to the line."""
    for lane in range(flag.lane):
        nearer = replace(flag, lane=lane)
        if _is_free(nearer, others):
            return nearer
    return flag


def _is_free(flag: Flag, made: Sequence[Flag]) -> bool:
    """Whether words and lead touch nothing of the flags on their side."""
    return not any(_touch(flag, other) for other in made if other.side == flag.side)


def _touch(one: Flag, two: Flag) -> bool:
    """Whether two flags on one side touch with their words, or the outer one with its lead."""
    if one.lane == two.lane:
        return one.left < two.right + SPACE and two.left < one.right + SPACE
    inner, outer = sorted((one, two), key=lambda flag: flag.lane)
    return inner.left - SPACE / 2 < outer.x < inner.right + SPACE / 2

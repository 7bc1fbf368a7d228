"""The pieces of an entry beside the paragraphs that came back: which became which, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

ALIKE = 0.3
"""Two texts with at least this part of their words in common are the same paragraph, changed."""
_BARELY = 0.02
"""What it counts that two texts without a word in common are beside each other."""
T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True)
class Shown:
    """A paragraph as it is compared: its words, and what it is."""

    text: str
    kind: str


Pair = tuple[int | None, int | None]
"""The number of a paragraph before and after; None for one that is new or gone."""


def paired(before: Sequence[Shown], after: Sequence[Shown]) -> list[Pair]:
    """Which paragraph became which. Those that are the same come first; what is between is matched by the
    words in common, in the same order.
    """
    same = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    found: list[Pair] = []
    for tag, first, end, start, stop in same.get_opcodes():
        if tag == "equal":
            found += zip(range(first, end), range(start, stop), strict=True)
        else:
            gap = _matched(before[first:end], after[start:stop])
            found += [(_moved(one, first), _moved(other, start)) for one, other in gap]
    return found


def _moved(number: int | None, by: int) -> int | None:
    if number is None:
        return None
    return number + by


def _matched(before: Sequence[Shown], after: Sequence[Shown]) -> list[Pair]:
    """The pairs with the most in common, of all that keep the order."""
    counted = [Counter(one.text.casefold().split()) for one in after]
    scores = [[0.0] * (len(after) + 1)]
    steps: list[list[str]] = []
    for number, one in enumerate(before):
        own = Counter(one.text.casefold().split())
        row, step = [0.0], []
        for other in range(len(after)):
            worth = _worth(own, counted[other], same_kind=one.kind == after[other].kind)
            both = scores[number][other] + worth
            options = [(both, "both"), (scores[number][other + 1], "gone"), (row[other], "new")]
            best = max(options, key=lambda option: option[0])
            row.append(best[0])
            step.append(best[1])
        scores.append(row)
        steps.append(step)
    return _path(steps, len(before), len(after))


def _path(steps: Sequence[Sequence[str]], before: int, after: int) -> list[Pair]:
    found: list[Pair] = []
    while before or after:
        step = "new"
        if not after:
            step = "gone"
        elif before:
            step = steps[before - 1][after - 1]
        if step != "new":
            before -= 1
        if step != "gone":
            after -= 1
        found.append((None if step == "new" else before, None if step == "gone" else after))
    return found[::-1]


def _worth(one: Counter[str], other: Counter[str], *, same_kind: bool) -> float:
    total = sum(one.values()) + sum(other.values())
    alike = 2 * sum((one & other).values()) / total if total else 0.0
    if alike >= ALIKE:
        return alike + 0.1 * same_kind
    if same_kind:
        return _BARELY + alike / 10
    return -1.0

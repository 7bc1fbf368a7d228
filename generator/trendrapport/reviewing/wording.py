"""Two versions of a paragraph to what stayed, and what was put in the place of what, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from trendrapport.reviewing.signs import Sign, Signs, key_of, words


@dataclass(frozen=True)
class Turn:
    """A part of a paragraph: as it was and as it is."""

    old: Signs
    new: Signs

    @property
    def same(self) -> bool:
        """Whether it shows the same."""
        return key_of(self.old) == key_of(self.new)


def turns(old: Sequence[Sign], new: Sequence[Sign]) -> list[Turn]:
    """The parts of a paragraph in their order; two changes with only a space between are one."""
    before, after = words(old), words(new)
    matcher = SequenceMatcher(None, [key_of(one) for one in before], [key_of(one) for one in after], False)
    found: list[Turn] = []
    for _, first, end, start, stop in matcher.get_opcodes():
        part = Turn(_joined(before[first:end]), _joined(after[start:stop]))
        found.append(part)
    return _merged(found)


def _joined(parts: Sequence[Signs]) -> Signs:
    return tuple(chain.from_iterable(parts))


def _merged(parts: Sequence[Turn]) -> list[Turn]:
    found: list[Turn] = []
    for place, part in enumerate(parts):
        is_space = part.same and key_of(part.old).isspace()
        is_between = is_space and 0 < place < len(parts) - 1
        if found and not found[-1].same and (is_between or not part.same):
            last = found.pop()
            part = Turn(last.old + part.old, last.new + part.new)
        found.append(part)
    return found

"""Two versions of a paragraph to what stayed, and what was put in the place of what, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from trendrapport.reviewing.signs import Sign, Signs, key_of, text_of, words

AROUND = 40
"""How many characters of what stays are shown beside a change."""
_CUT = re.compile(r"\S*$"), re.compile(r"^\S*")


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


@dataclass(frozen=True)
class Part:
    """A part of a paragraph as a person is shown it, as it was and as it is."""

    old: str
    new: str
    same: bool


def parts(turns: Sequence[Turn]) -> list[Part]:
    """A paragraph as it is shown: all that changes, and of what stays only what is near."""
    found = []
    for number, turn in enumerate(turns):
        old, new = text_of(turn.old), text_of(turn.new)
        if turn.same:
            old = new = _near(old, first=number == 0, last=number == len(turns) - 1)
        found.append(Part(old, new, turn.same))
    return found


def _near(text: str, *, first: bool, last: bool) -> str:
    """What stays, without what is far from a change."""
    if first and last:
        return text
    if first and len(text) > AROUND:
        return "… " + _CUT[1].sub("", text[-AROUND:]).lstrip()
    if last and len(text) > AROUND:
        return _CUT[0].sub("", text[:AROUND]).rstrip() + " …"
    if not first and not last and len(text) > 2 * AROUND:
        return _CUT[0].sub("", text[:AROUND]) + "… " + _CUT[1].sub("", text[-AROUND:]).lstrip()
    return text

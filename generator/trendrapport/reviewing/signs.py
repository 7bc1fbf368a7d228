"""The signs of a text: each with how it looks, and with the characters of a file that make it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from trendrapport.documents.cleaning import clean
from trendrapport.importing.mending import mended

NOTE = "\ufdd2"
"""Begins the sign of a note: what follows is how the text refers to it (Unicode: a noncharacter)."""
BREAK = "\n"
STRONG, EMPHASIS, DELETED, CODE = "strong", "emphasis", "deleted", "code"
UNSURE = "unsure"
"""The look of a link of which a program does not say whether it is in italics."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Sign:
    """A character that readers see, or a mark that leads to a note."""

    shown: str
    start: int = 0
    end: int = 0
    """The characters that make it: of the file's text, or of a field's value."""
    face: frozenset[str] = field(default=frozenset())
    link: str = ""
    """The address on the web to which it leads."""
    fixed: bool = False
    """Whether it is made of something that cannot be changed in Word."""

    @property
    def is_note(self) -> bool:
        """Whether it leads to a note."""
        return self.shown.startswith(NOTE)


Signs = tuple[Sign, ...]


@dataclass(frozen=True)
class Wrapper:
    """What sets words apart: the characters before and after them."""

    opening: tuple[int, int]
    closing: tuple[int, int]
    face: str = ""
    """How they look; empty for a link."""


def plain(text: str) -> Signs:
    """The signs of a text, each made of the character at its own place in it."""
    return tuple(Sign(sign, place, place + 1) for place, sign in enumerate(text))


def settled(signs: Iterable[Sign]) -> Signs:
    """The signs as they can be compared: one space where there are more, none at the ends or before a note,
    and nothing that word processors add or leave out.
    """
    found: list[Sign] = []
    for sign in signs:
        if sign.is_note:
            found.append(replace(sign, start=_without_space(found, sign.start)))
            continue
        shown = mended(clean(sign.shown)).replace("\t", " ")
        is_second = not found or found[-1].shown.isspace()
        if not shown or (shown == " " and is_second):
            continue
        if shown == BREAK and found and found[-1].shown == " ":
            found.pop()
        found.append(replace(sign, shown=shown))
    _without_space(found, 0)
    while found and found[0].shown.isspace():
        found.pop(0)
    return tuple(found)


def _without_space(found: list[Sign], start: int) -> int:
    """Takes the spaces from the end, and gives where they began; `start` if there are none."""
    while found and found[-1].shown.isspace():
        start = found.pop().start
    return start


def text_of(signs: Iterable[Sign]) -> str:
    """What the signs show; a note as the text refers to it."""
    return "".join(sign.shown.removeprefix(NOTE) for sign in signs)


def key_of(signs: Iterable[Sign]) -> str:
    """The same, in which a note is never taken for words."""
    return "".join(sign.shown for sign in signs)


def words(signs: Sequence[Sign]) -> list[Signs]:
    """The signs as words, with each sign between words apart."""
    found: list[Signs] = []
    last = False
    for sign in signs:
        is_letter = len(sign.shown) == 1 and bool(_WORD.match(sign.shown))
        if is_letter and last:
            found[-1] = (*found[-1], sign)
        else:
            found.append((sign,))
        last = is_letter
    return found

"""Lists of a document: each numbered list has a number of its own, so that it begins where it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trendrapport.documents.word.elements import Element, w

BULLETS, NUMBERS = 1, 2
LEVELS = 9
"""Deeper lists look like the deepest."""
INDENT, HANGING = 360, 300
"""The indent of a level, and its sign before that (twips)."""
SIGNS = ("\u2022", "\u2013", "\u00b7")


@dataclass
class Numbering:
    """The lists of one document."""

    starts: list[int | None] = field(default_factory=list)
    """With what number each begins; None for one with bullets."""

    def new(self, start: int | None) -> int:
        """The number of a list that begins here. All lists with bullets are one."""
        if start is None and None in self.starts:
            return self.starts.index(None) + 1
        self.starts.append(start)
        return len(self.starts)

    def elements(self) -> Iterator[Element]:
        """The definitions: first how lists look, then each list."""
        yield w(
            "abstractNum", w("multiLevelType", val="hybridMultilevel"), *_bullets(), abstractNumId=BULLETS
        )
        yield w("abstractNum", w("multiLevelType", val="multilevel"), *_numbers(), abstractNumId=NUMBERS)
        for number, start in enumerate(self.starts, 1):
            yield _list(number, start)


def _list(number: int, start: int | None) -> Element:
    if start is None:
        return w("num", w("abstractNumId", val=BULLETS), numId=number)
    begins = [w("lvlOverride", w("startOverride", val=start), ilvl=level) for level in range(LEVELS)]
    return w("num", w("abstractNumId", val=NUMBERS), *begins, numId=number)


def _bullets() -> Iterator[Element]:
    for level in range(LEVELS):
        yield _level(level, "bullet", SIGNS[level % len(SIGNS)])


def _numbers() -> Iterator[Element]:
    for level in range(LEVELS):
        yield _level(level, "decimal", f"%{level + 1}.")


def _level(level: int, form: str, sign: str) -> Element:
    indent = w("ind", left=left(level), hanging=HANGING)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", indent),
        ilvl=level,
    )


def left(level: int) -> int:
    """The indent of the words of a level (twips)."""
    return INDENT * (min(level, LEVELS - 1) + 1)

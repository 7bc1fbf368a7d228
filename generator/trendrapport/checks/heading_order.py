"""A heading of the wrong level, or a first-level heading in the text (`heading-order`).

The page's title is its only first-level heading. In the text, a chapter starts with `##`, and each deeper
level adds one `#`. Screen readers jump from heading to heading, and a skipped level sounds like a missing
part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Diagnostic, Text, finding, shortened
from trendrapport.prose.outline import Heading
from trendrapport.report.report import Entry, Report

CHAPTER = 2
"""The level of a chapter, the first in a text."""

_ONLY = Text(
    nl='de kop "{text}" heeft niveau {level}, maar hier mag alleen niveau {most}',
    en='the heading "{text}" has level {level}, but only level {most} is allowed here',
)
_WHAT = Text(
    nl='de kop "{text}" heeft niveau {level}, maar hier mag niveau 2 tot en met {most}',
    en='the heading "{text}" has level {level}, but only levels 2 to {most} are allowed here',
)
_WHY = Text(
    nl="schermlezers springen van kop naar kop; de titel is al niveau 1",
    en="screen readers jump from heading to heading; the title is already level 1",
)
_FIX = Text(nl='Begin de kop met "{marks} ".', en='Start the heading with "{marks} ".')


def check(report: Report) -> Iterator[Diagnostic]:
    """Every heading of level 1 and every skipped level."""
    for entry in report.texts:
        before = 1
        for heading in entry.outline.headings:
            wanted = _wanted(heading.level, before)
            if heading.level != wanted:
                yield _wrong_level(entry, heading, before + 1, wanted)
            # What follows is judged as if this were mended.
            before = wanted


def _wanted(level: int, before: int) -> int:
    """The level that a heading should have; the title's own level begins a chapter, wherever it is."""
    if level == 1:
        return CHAPTER
    return min(level, before + 1)


def _wrong_level(entry: Entry[Any], heading: Heading, deepest: int, wanted: int) -> Diagnostic:
    what = _WHAT if deepest > CHAPTER else _ONLY
    filled = what.filled(text=shortened(heading.text), level=heading.level, most=deepest)
    return finding(
        entry.in_text(heading.at), "heading-order", (filled, _WHY, _FIX.filled(marks="#" * wanted))
    )

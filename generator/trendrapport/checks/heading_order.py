"""A heading of the wrong level, or a first-level heading in the text (`heading-order`).

The page's title is its only heading of the first level. In the text a chapter starts with `##` and each
deeper level adds one `#`. Screen readers jump from heading to heading; a skipped level sounds like a missing
part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Diagnostic, Text, shortened
from trendrapport.prose.outline import Heading
from trendrapport.report.report import Entry, Report

_ONLY = Text(
    nl='de kop "{text}" is van niveau {level}, maar hier kan alleen niveau {most}',
    en='the heading "{text}" has level {level}, but only level {most} can stand here',
)
_WHAT = Text(
    nl='de kop "{text}" is van niveau {level}, maar hier kan niveau 2 tot en met {most}',
    en='the heading "{text}" has level {level}, but only level 2 to {most} can stand here',
)
_WHY = Text(
    nl="schermlezers springen van kop naar kop; de titel is al niveau 1",
    en="screen readers jump from heading to heading; the title has level 1 already",
)
_FIX = Text(nl='Begin de kop met "{marks} ".', en='Start the heading with "{marks} ".')


def check(report: Report) -> Iterator[Diagnostic]:
    """Every heading of level 1 and every skipped level."""
    for entry in report.texts:
        before = 1
        for heading in entry.outline.headings:
            most = before + 1
            right = 2 <= heading.level <= most  # noqa: PLR2004 - the text's first level
            # The title's own level begins a chapter, wherever it stands; what follows is seen as if this were
            # mended.
            wanted = heading.level if right else 2 if heading.level == 1 else most
            if not right:
                yield _wrong(entry, heading, most, wanted)
            before = wanted


def _wrong(entry: Entry[Any], heading: Heading, most: int, wanted: int) -> Diagnostic:
    at = entry.in_text(heading.at)
    what = (_WHAT if most > 2 else _ONLY).filled(text=shortened(heading.text), level=heading.level, most=most)  # noqa: PLR2004 - as above
    return Diagnostic(at, "heading-order", what, _WHY, _FIX.filled(marks="#" * wanted))

"""Letters that a program garbled before the text was saved (`garbled-letters`).

If a UTF-8 file is opened as Windows-1252 and saved again, it contains `Ã©` instead of `é` and `â€™` instead
of an apostrophe. A letter that a program could not read has become `�`. The file is still valid UTF-8, so
nothing else notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, mended_by, warning
from trendrapport.diagnostics.changes import Edit
from trendrapport.report.report import Report

_WHAT = Text(nl='"{shown}" lijkt beschadigd', en='"{shown}" looks garbled')
_WHY = Text(
    nl="lezers zien deze tekens in plaats van de oorspronkelijke letter",
    en="readers see these characters instead of the original letter",
)
_FIX = Text(
    nl='Schrijf "{meant}", en bewaar het bestand als UTF-8.',
    en='Write "{meant}", and save the file as UTF-8.',
)
_UNKNOWN = Text(
    nl="Schrijf de letter die hier hoort, en bewaar het bestand als UTF-8.",
    en="Write the letter that belongs here, and save the file as UTF-8.",
)

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""The letters of Windows-1252 that a byte from 0x80 to 0x9F becomes."""
_REST = rf"[\u00a0-\u00bf{_CP1252}]"
_GARBLED = re.compile(rf"[ÃÅÄ]{_REST}|Â(?=[\u00a0-\u00bf])[\u00a0-\u00bf]|â€{_REST}|\ufffd")


def check(report: Report) -> Iterator[Diagnostic]:
    """The first such letter on each line of each text and table."""
    texts = {entry.source.path: entry.source.text for entry in (*report.texts, *report.charts.values())}
    texts |= {table.path: table.written for table in report.tables.values()}
    for path, text in texts.items():
        if not _GARBLED.search(text):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if match := _GARBLED.search(line):
                found = warning(
                    Location(path, number, match.start() + 1), "garbled-letters", _texts(match[0])
                )
                yield mended_by(found, *_ungarbled(path, number, line))


def _ungarbled(path: str, number: int, line: str) -> list[Edit]:
    """The letters that were garbled on a line; nothing if one of them is lost."""
    edits = []
    for match in _GARBLED.finditer(line):
        meant = _meant(match[0])
        if meant is None:
            return []
        edits.append(Edit(Location(path, number, match.start() + 1), match[0], meant))
    return edits


def _meant(shown: str) -> str | None:
    try:
        return shown.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def _texts(shown: str) -> Texts:
    meant = _meant(shown)
    if meant is None:
        return _WHAT.filled(shown=shown), _WHY, _UNKNOWN
    return _WHAT.filled(shown=shown), _WHY, _FIX.filled(meant=meant)

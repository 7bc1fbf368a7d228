"""Signs in cells that stand for a missing value, and signs behind a value that say it is provisional."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text

PROVISIONAL = re.compile(
    r"\s*(?:\*{1,2}|\((?:nader )?voorlopig\)|\(provisional\)|\([pv]\))$", re.IGNORECASE | re.ASCII
)
"""The sign of a provisional figure: * and ** of Statistics Netherlands, (p) of Eurostat."""
NOTE_SIGN = re.compile(r"(?<=[\w)%])(?:\s*[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]+|\s+\d{1,2}\))$")
"""The number of a footnote behind a value."""


@dataclass(frozen=True)
class Mark:
    """A sign for a missing value: how it is written in a table, and what it means."""

    sign: str
    means: Text


_UNKNOWN = Text(nl="onbekend", en="unknown")
_SECRET = Text(nl="geheim", en="secret")
_NOT_APPLICABLE = Text(nl="niet van toepassing", en="not applicable")
_NONE = Text(nl="geen waarde", en="no value")
_UNAVAILABLE = Text(nl="niet beschikbaar", en="not available")

_BY_WORD: dict[str, Mark] = {
    "-": Mark("-", _NONE),
    "--": Mark("-", _NONE),
    "---": Mark("-", _NONE),
    ".": Mark(".", _UNKNOWN),
    "..": Mark("..", _UNAVAILABLE),
    "...": Mark("...", _UNAVAILABLE),
    "\u2026": Mark("...", _UNAVAILABLE),
    ":": Mark(":", _UNAVAILABLE),
    "?": Mark("?", _UNKNOWN),
    "x": Mark("x", _SECRET),
    "geheim": Mark("x", _SECRET),
    "vertrouwelijk": Mark("x", _SECRET),
    "n.v.t.": Mark("nvt", _NOT_APPLICABLE),
    "nvt": Mark("nvt", _NOT_APPLICABLE),
    "n.v.t": Mark("nvt", _NOT_APPLICABLE),
    "n/a": Mark("n/a", _NOT_APPLICABLE),
    "na": Mark("n/a", _NOT_APPLICABLE),
    "#n/a": Mark("n/a", _NOT_APPLICABLE),
    "n.b.": Mark("n/b", _UNAVAILABLE),
    "n.b": Mark("n/b", _UNAVAILABLE),
    "nb": Mark("n/b", _UNAVAILABLE),
    "n/b": Mark("n/b", _UNAVAILABLE),
    "#n/b": Mark("n/b", _UNAVAILABLE),
    "onbekend": Mark("onbekend", _UNKNOWN),
    "unknown": Mark("unknown", _UNKNOWN),
    "geen": Mark("-", _NONE),
    "null": Mark("", _NONE),
    "none": Mark("", _NONE),
    "nan": Mark("", _NONE),
}
"""By how it is written, in lower case; those of Statistics Netherlands and Eurostat among them."""
_LEGEND = re.compile(
    r"(?:^|[;,.]\s|\s)(?P<sign>[-.x:?]|\.\.\.?|n/b|n\.b\.|nb|nvt|n\.v\.t\.)\s*[=:]\s*(?P<means>[^;,]{3,60})"
)
ZERO = re.compile(r"nihil|\bnul\b|\bzero\b|\bnone\b", re.IGNORECASE)


def mark(text: str) -> Mark | None:
    """The sign for a missing value that a cell is, if it is one."""
    if len(text) > len("vertrouwelijk") or (text[-1:].isdecimal() and text[:1].isdecimal()):
        return None
    return _BY_WORD.get(folded(text))


def is_legend(note: str) -> bool:
    """Whether a note says what signs mean, and begins with one."""
    return bool(_LEGEND.match(note))


def legend(notes: tuple[str, ...]) -> dict[str, str]:
    """What the notes of a table say that a sign means, by sign: "- = nihil", "x: geheim"."""
    found: dict[str, str] = {}
    for note in notes:
        for entry in _LEGEND.finditer(note.replace("\u2013", "-")):
            known = mark(entry["sign"])
            if known:
                found.setdefault(known.sign, entry["means"].strip())
    return found

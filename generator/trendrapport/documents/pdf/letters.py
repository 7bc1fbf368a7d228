"""Text that every font lacks letters for, as text that can be shown.

A PDF for archives may hold no empty boxes: a character without a letter becomes its number, such as [U+4E2D],
and one that only steers a machine goes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from trendrapport.charts.pictures.lettered import lacking
from trendrapport.documents.pdf.typesetting import compiled

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""Characters that steer machines, and those that turn the direction of all that follows."""

_LONG = re.compile(r"[^\s\u00ad\u200b/?&=.-]{41,}")
"""A word that may be longer than a line."""

_TRIAL = """#set document(title: "trial")
#set text(font: ("Source Sans Pro", "Libertinus Serif", "DejaVu Sans Mono"))
"""


def displayable(value: Any) -> Any:  # noqa: ANN401
    """Plain data in which every text can be shown."""
    if isinstance(value, dict):
        return {key: displayable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [displayable(inner) for inner in value]
    if isinstance(value, str):
        return shown(value)
    return value


def shown(text: str) -> str:
    """A text with a letter for each character, and with places at which a very long word can be broken."""
    text = _LONG.sub(_with_breaks, _CONTROL.sub("", text))
    odd = lacking(text)
    if not odd:
        return text
    letters = list(text)
    for index in odd:
        if not _has_letter(letters[index]):
            letters[index] = f"[U+{ord(letters[index]):04X}]"
    return "".join(letters)


def _with_breaks(word: re.Match[str]) -> str:
    parts = [word[0][start : start + 20] for start in range(0, len(word[0]), 20)]
    return "\u200b".join(parts)


@lru_cache(maxsize=4096)
def _has_letter(character: str) -> bool:
    """Whether Typst finds a font with that character: it is asked, as only it knows the fonts it brings."""
    import typst

    if unicodedata.category(character) in {"Co", "Cn", "Cs"}:
        return False
    source = f"{_TRIAL}#str.from-unicode({ord(character)})"
    try:
        compiled({"main.typ": source.encode()}, day=0)
    except typst.TypstError:
        return False
    return True

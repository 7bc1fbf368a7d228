"""Which letters of a text the fonts of pictures lack; reads no fonts, for `letters.txt` has what they hold
(`docs/letters.py`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_USUAL = re.compile(
    r"[\s -~\u00a0-\u012b\u0141-\u0148\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026"
    r"\u20ac\u2212]*"
)
"""The characters of nearly every text, which each font has."""
UNSEEN = {"Cf", "Mn", "Cc"}
"""Sorts of characters that show nothing by themselves."""


def lacking(text: str) -> list[int]:
    """The indices in a text of characters that show as an empty box in a picture."""
    if _USUAL.fullmatch(text):
        return []
    return [index for index, letter in enumerate(text) if not _shows(letter)]


def _shows(letter: str) -> bool:
    """Whether a font has a character, or it needs none."""
    return letter.isspace() or ord(letter) in _known() or unicodedata.category(letter) in UNSEEN


def plainer(letter: str) -> str:
    """The same in letters that fonts have, such as IJ for its ligature; else nothing."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and not lacking(plain) else ""


@cache
def _known() -> frozenset[int]:
    """The characters of `letters.txt`: a line has the first and the last of a range, in hexadecimal."""
    text = files("trendrapport.charts.pictures").joinpath("letters.txt").read_text("utf-8")
    known = set[int]()
    for line in text.split("\n"):
        if line:
            first, last = line.split()
            known.update(range(int(first, 16), int(last, 16) + 1))
    return frozenset(known)

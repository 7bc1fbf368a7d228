"""Which letters of a text the fonts of pictures lack; reads no fonts, for `letters.txt` has what they hold
(`docs/letters.py`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_USUAL = re.compile(r"[\s -~\u00a0-\u012b\u0141-\u0148\u2010-\u2026\u20ac\u2212]*")
"""What nearly every text consists of, and each font has."""
UNSEEN = {"Cf", "Mn", "Cc"}
"""Sorts of characters that show nothing by themselves."""


def lacking(text: str) -> list[int]:
    """The places in a text of characters that show as an empty box in a picture."""
    if _USUAL.fullmatch(text):
        return []
    known = _known()
    return [
        index
        for index, letter in enumerate(text)
        if not letter.isspace() and ord(letter) not in known and unicodedata.category(letter) not in UNSEEN
    ]


def plainer(letter: str) -> str:
    """The same in letters that fonts have, such as IJ for its ligature; else nothing."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and not lacking(plain) else ""


@cache
def _known() -> frozenset[int]:
    lines = files("trendrapport.charts.pictures").joinpath("letters.txt").read_text("utf-8").split("\n")
    ends = [[int(end, 16) for end in line.split()] for line in lines if line]
    return frozenset(code for first, last in ends for code in range(first, last + 1))

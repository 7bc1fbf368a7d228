"""The letters that all fonts of pictures have, as ranges of code points, one in a line."""

from __future__ import annotations

from itertools import chain

from PIL import ImageFont

from trendrapport.charts.pictures import fonts

RANGES = (range(0x20, 0x3000), range(0xFB00, 0xFB07))
"""Where letters of European languages and signs stand; no font of ours has others."""
NONE = "\U0010ffff"
"""No font has a letter for this."""
SIZE = 24


def letters() -> bytes:
    """The ranges of the letters for which each font draws something else than for what it lacks."""
    known = set.intersection(*(_of(name) for name in fonts.files()))
    ends: list[list[int]] = []
    for code in sorted(known):
        if ends and code == ends[-1][1] + 1:
            ends[-1][1] = code
        else:
            ends.append([code, code])
    return "".join(f"{first:04x} {last:04x}\n" for first, last in ends).encode()


def _of(name: str) -> set[int]:
    font = ImageFont.truetype(str(fonts.files()[name]), SIZE, layout_engine=ImageFont.Layout.BASIC)
    wide, lacking = font.getlength(NONE), bytes(font.getmask(NONE))
    return {
        code
        for code in chain(*RANGES)
        if font.getlength(chr(code)) != wide or bytes(font.getmask(chr(code))) != lacking
    }

"""How wide a text is in the font of charts, and the lines in which it fits."""

from __future__ import annotations

import textwrap
from collections import defaultdict

from trendrapport.diagnostics import Language
from trendrapport.placing.hyphenation import parts

# Widths of characters in the chart's font, in parts of the font size, as in its own tables.
_USUAL_WIDTH = 0.54
_WIDTHS = defaultdict(
    lambda: _USUAL_WIDTH,
    {
        character: width
        for width, characters in (
            (0.2, " \u00a0"),
            (0.26, "ijlI.,:;'\u2019|"),
            (0.31, "f()-[]"),
            (0.35, "tr/"),
            (0.42, "sz*"),
            (0.47, "cvxyJY"),
            (0.57, "bdpqCPRKBEDX"),
            (0.63, "GHNUOQ&"),
            (0.74, "wM"),
            (0.83, "mW%\u2026"),
        )
        for character in characters
    },
)


def width(text: str, size: float) -> float:
    """About how wide the longest line of a text is, a little more rather than less."""
    return max(sum(map(_WIDTHS.__getitem__, line)) for line in text.split("\n")) * size


def filled(text: str, room: float, size: float, language: Language) -> str:
    """A text in lines that are no wider than `room`, and have no more letters than go there on average;
    longer words are broken.
    """

    def fits(part: str) -> bool:
        return max(width(part, size), len(part) * width("n", size)) <= room

    lines = [""]
    for part in (part for word in text.split(" ") for part in parts(word, fits, language)):
        longer = f"{lines[-1]} {part}" if lines[-1] else part
        if lines[-1] and not fits(longer):
            lines.append(part)
        else:
            lines[-1] = longer
    return "\n".join(line.rstrip() for line in lines)


def wrapped(text: str, characters: int, *, within: Language | None = None) -> str:
    """A text in lines of at most so many characters where it has spaces to break at; with a language also
    `within` longer words, by its rules.
    """
    if within:
        text = " ".join(
            part
            for word in text.split(" ")
            for part in parts(word, lambda part: len(part) <= max(2, characters), within)
        )
    return "\n".join(textwrap.wrap(text, characters, break_long_words=False, break_on_hyphens=False)) or text

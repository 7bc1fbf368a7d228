"""How wide a text is in the font of charts, and the lines in which it fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from trendrapport.diagnostics import Language
from trendrapport.placing.hyphenation import Fits, parts, words

_USUAL_WIDTH = 0.54
_CHARACTERS = (
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
"""Widths of characters in the chart's font, in parts of the font size, as in its own tables."""

_WIDTHS: defaultdict[str, float] = defaultdict(lambda: _USUAL_WIDTH)
for _width, _characters in _CHARACTERS:
    _WIDTHS.update(dict.fromkeys(_characters, _width))


def width(text: str, size: float) -> float:
    """About how wide the longest line of a text is, a little more rather than less."""
    return max(sum(map(_WIDTHS.__getitem__, line)) for line in text.split("\n")) * size


def filled(text: str, room: float, size: float, language: Language) -> str:
    """A text in lines that are no wider than `room`, and have no more letters than fit there on average;
    longer words are broken.
    """

    def fits(line: str) -> bool:
        return max(width(line, size), len(line) * width("n", size)) <= room

    return "\n".join(lines(text, fits, language))


def wrapped(text: str, characters: int, *, within: Language | None = None) -> str:
    """A text in lines of at most `characters` where it has spaces to break at; with a language, longer words
    are broken too, by its rules.
    """
    most = max(2, characters)
    return "\n".join(lines(text, lambda line: len(line) <= most, within))


def lines(text: str, fits: Fits, language: Language | None) -> list[str]:
    """A text in lines that fit, each filled before the next one starts; without a language, a word that is
    too long by itself sticks out.
    """
    found = [""]
    for part in _parts(text, fits, language):
        if not found[-1]:
            found[-1] = part
        elif fits(f"{found[-1]} {part}"):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return [line.rstrip() for line in found]


def _parts(text: str, fits: Fits, language: Language | None) -> Iterator[str]:
    """The words, and the parts of those that are broken."""
    for word in words(text):
        if language:
            yield from parts(word, fits, language)
        else:
            yield word

"""Amounts to characters of one width: bars of blocks, levels of a sparkline, shades; knows no charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle

from trendrapport.diagnostics import Language, Text

BLOCK, EIGHTHS = "█", " ▏▎▍▌▋▊▉"
LEVELS = "▁▂▃▄▅▆▇█"
SHADES = "░▒▓█"
MISSING, MORE = "·", "…"
MOST_LINES = 6
"""More lines of one chart would push the next off the screen."""
NAMES = 24
"""The letters of the longest name before a bar."""

_OTHERS = Text(nl="… en nog {count}", en="… and {count} more")


def bar(amount: float, whole: float, width: int) -> str:
    """A bar for an amount from 0 to `whole`, which is `width` characters; an amount that is not 0 is seen."""
    if whole <= 0 or amount <= 0:
        return ""
    eighths = max(1, round(amount / whole * width * 8))
    return BLOCK * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def step(amount: float, low: float, high: float, signs: str) -> str:
    """The one of a row of signs, from little to much, for an amount from `low` to `high`."""
    if high <= low:
        return signs[len(signs) // 2]
    place = int((amount - low) / (high - low) * len(signs))
    return signs[min(len(signs) - 1, max(0, place))]


def line(amounts: Sequence[float | None], low: float, high: float) -> str:
    """A sparkline; a missing amount is a dot."""
    signs = ""
    for amount in amounts:
        signs += shade(amount, low, high, LEVELS)
    return signs


def shade(amount: float | None, low: float, high: float, signs: str) -> str:
    """The sign for an amount, as `step` chooses it; a missing one is a dot."""
    if amount is None:
        return MISSING
    return step(amount, low, high, signs)


def thinned(amounts: Sequence[float | None], most: int) -> list[float | None]:
    """No more amounts than this: the first, the last, and of the others as many as fit, evenly spread."""
    if len(amounts) <= most:
        return list(amounts)
    kept: list[float | None] = []
    for index in range(most):
        position = round(index * (len(amounts) - 1) / (most - 1))
        kept.append(amounts[position])
    return kept


def names(texts: Sequence[str], most: int = NAMES) -> list[str]:
    """Names of one width, the longest of them shortened."""
    cut = [_cut(text, most) for text in texts]
    width = max(map(len, cut), default=0)
    return [text.ljust(width) for text in cut]


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[: most - 1] + MORE


def legend(signs: Mapping[str, str]) -> str:
    """Which sign is which name, on one line; `signs` are by name."""
    return "  ".join(f"{sign} {name}" for name, sign in signs.items())


def signs_of(names: Iterable[str], signs: str) -> dict[str, str]:
    """A sign for each name; from the beginning again where there are more names than signs."""
    return dict(zip(names, cycle(signs), strict=False))


def few(lines: Sequence[str], language: Language, most: int = MOST_LINES) -> list[str]:
    """The first lines, and how many are left out."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], _OTHERS.filled(count=len(lines) - most + 1).of(language)]

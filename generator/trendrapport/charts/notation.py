"""Values to the text that readers see, in the report's language; knows no charts and no markup."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING

from trendrapport.charts.hyphenation import parts
from trendrapport.charts.periods import SORTS, period
from trendrapport.diagnostics import Language, Text
from trendrapport.labels import Labels, own_decimals

if TYPE_CHECKING:
    from trendrapport.charts.declaration import FieldType, Scalar

NO_DATA = Text(nl="geen gegevens", en="no data")
PROVISIONAL = Text(nl="voorlopig", en="provisional")
BREAK = Text(nl="trendbreuk", en="break in series")
ALL = Text(nl="alle waarden", en="all values")
INCOMPLETE = Text(nl="onvolledig", en="incomplete")
_YES, _NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")

MOST_DECIMALS = 2
"""More decimals than these say nothing in a report, but for a value that would be written as 0:"""

LEAST, VANISHES = 1e-6, 0.005
"""from the first of these, below which a number is what a computer loses in reckoning, to the second. One makes its whole column longer."""

# Widths of characters in the chart's font, in parts of the font size, as in its own tables.
_USUAL_WIDTH = 0.54
_WIDTHS = defaultdict(lambda: _USUAL_WIDTH, {character: width for width, characters in (
    (0.2, " \u00a0"), (0.26, "ijlI.,:;'\u2019|"), (0.31, "f()-[]"), (0.35, "tr/"), (0.42, "sz*"), (0.47, "cvxyJY"),
    (0.57, "bdpqCPRKBEDX"), (0.63, "GHNUOQ&"), (0.74, "wM"), (0.83, "mW%\u2026")) for character in characters})


def number(value: float, decimals: int, language: Language) -> str:
    """A number with the language's marks: 1.234,5 in Dutch."""
    return Labels(language).number(value, decimals)


def suffix(unit: str, language: Language) -> str:
    """What follows a number with that unit: 12,3 % and 28,0 GW in Dutch, 12.3% in English."""
    return Labels(language).unit(unit)


def decimals(values: Iterable[Scalar]) -> int:
    """How many decimals show these values as they are written, so that a column has the same number throughout."""
    written = [value for value in values if isinstance(value, float) and isfinite(value) and abs(value) >= LEAST]
    least = min((Decimal(repr(value)).adjusted() for value in written if abs(value) < VANISHES), default=0)
    return min(max(MOST_DECIMALS, -least), max(map(own_decimals, written), default=0))


def day(value: str, language: Language) -> str:
    """An ISO date or month as 31 jan 2021 or jan 2021."""
    from babel.dates import format_date

    whole = date.fromisoformat(value if len(value) > len("2021-01") else f"{value}-01")
    pattern = "d MMM y" if len(value) > len("2021-01") else "MMM y"
    return str(format_date(whole, pattern, locale=language))


def shown(value: Scalar, sort: FieldType, language: Language, places: int = 0) -> str:
    """A value of a column as text; `places` is the number of decimals of that column."""
    if value is None:
        return NO_DATA.of(language)
    if isinstance(value, bool):
        return (_YES if value else _NO).of(language)
    if sort == "date":
        return day(str(value), language)
    if sort in SORTS and (found := period(value)):
        return day(found.iso, language) if found.sort == "yearmonth" else found.text(language)
    if sort == "year" or isinstance(value, str):
        return str(value)
    return number(value, places, language)


def width(text: str, size: float) -> float:
    """About how wide the longest line of a text is, a little more rather than less."""
    return max(sum(map(_WIDTHS.__getitem__, line)) for line in text.split("\n")) * size


def filled(text: str, room: float, size: float, language: Language) -> str:
    """A text in lines that are no wider than `room`, and have no more letters than go there on average; longer words are broken."""
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
    """A text in lines of at most so many characters where it has spaces to break at; with a language also `within` longer words, by its rules."""
    if within:
        text = " ".join(part for word in text.split(" ") for part in parts(word, lambda part: len(part) <= max(2, characters), within))
    return "\n".join(textwrap.wrap(text, characters, break_long_words=False, break_on_hyphens=False)) or text

"""Values to the text that readers see, in the report's language; knows no charts and no markup."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from trendrapport.charts import digits as digits_
from trendrapport.charts.hyphenation import parts
from trendrapport.charts.periods import SORTS, period
from trendrapport.diagnostics import Language, Text
from trendrapport.labels import Labels

if TYPE_CHECKING:
    from trendrapport.charts.declaration import FieldType, Scalar

NO_DATA = Text(nl="geen gegevens", en="no data")
PROVISIONAL = Text(nl="voorlopig", en="provisional")
BREAK = Text(nl="trendbreuk", en="break in series")
ALL = Text(nl="alle waarden", en="all values")
INCOMPLETE = Text(nl="onvolledig", en="incomplete")
_YES, _NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")

MINUS = "\u2212"
_LESS, _MORE = Text(nl="minder dan {limit}", en="less than {limit}"), Text(nl="meer dan {limit}", en="more than {limit}")
_COUNTED = re.compile(r"(?:aantal|getal|index|score|number|count)\b", re.IGNORECASE)
_MONEY = re.compile(r"(?:(?P<scale>[^\W\d]\S*) )?(?P<sign>[A-Z]{0,3}[$\u20ac\u00a3\u00a5]|EUR|USD|GBP)(?P<rest>(?:[ /].*)?)")

# Widths of characters in the chart's font, in parts of the font size, as in its own tables.
_USUAL_WIDTH = 0.54
_WIDTHS = defaultdict(lambda: _USUAL_WIDTH, {character: width for width, characters in (
    (0.2, " \u00a0"), (0.26, "ijlI.,:;'\u2019|"), (0.31, "f()-[]"), (0.35, "tr/"), (0.42, "sz*"), (0.47, "cvxyJY"),
    (0.57, "bdpqCPRKBEDX"), (0.63, "GHNUOQ&"), (0.74, "wM"), (0.83, "mW%\u2026")) for character in characters})


def number(value: float, decimals: int, language: Language) -> str:
    """A number with the language's marks: 1.234,5 in Dutch."""
    return Labels(language).number(value, decimals)


def affixes(unit: str, language: Language) -> tuple[str, str]:
    """What stands before and behind a number with that unit: 12,3 % and € 5 miljoen in Dutch, 12.3% and US$5 million in English.

    What only says that something is counted stands nowhere: 342, not 342 aantal.
    """
    if not unit or _COUNTED.match(unit):
        return "", ""
    if money := _MONEY.fullmatch(unit):
        apart = "\u00a0" if language == "nl" or money["sign"].isalpha() else ""
        scale = f"\u00a0{money['scale']}" if money["scale"] else ""
        return money["sign"] + apart, scale + money["rest"]
    if unit[0].isdigit():
        return "", f"\u00a0\u00d7\u00a0{unit}"
    return "", f"{Labels(language).unit('%')}{unit[1:]}" if unit.startswith("%") else Labels(language).unit(unit)


def with_unit(text: str, unit: str, language: Language) -> str:
    """A number in words with its unit; in English a minus comes before a currency."""
    before, after = affixes(unit, language)
    minus = MINUS if before and language == "en" and text.startswith(MINUS) else ""
    return minus + before + text.removeprefix(minus) + after


def falsely_whole(part: float, rounded: float) -> bool:
    """Whether a percentage would be rounded to none or all although it is neither."""
    return part not in {0, 100} and rounded in {0, 100}


def percentage(part: float, language: Language, places: int = 0) -> str:
    """A percentage that is not rounded to 0 % or 100 % when it is neither."""
    whole = digits_.rounded(part, places)
    close = falsely_whole(part, whole) and not places
    finer = digits_.rounded(part, 1) if close else whole
    if close and finer in {0, 100}:
        limit = with_unit(number(0.1 if finer == 0 else 99.9, 1, language), "%", language)
        return (_LESS if finer == 0 else _MORE).filled(limit=limit).of(language)
    return with_unit(number(part, 1 if close else places, language), "%", language)


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

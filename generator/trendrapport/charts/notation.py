"""Values to the text that readers see, in the report's language; knows no charts and no markup."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from trendrapport.charts.tables import digits as digits_
from trendrapport.diagnostics import Language, Text
from trendrapport.language import NO_BREAK_SPACE
from trendrapport.language.labels import Labels
from trendrapport.model.periods import SORTS, period

if TYPE_CHECKING:
    from trendrapport.model.charts import FieldType, Scalar

NO_DATA = Text(nl="geen gegevens", en="no data")
PROVISIONAL = Text(nl="voorlopig", en="provisional")
BREAK = Text(nl="trendbreuk", en="break in series")
ALL = Text(nl="alle waarden", en="all values")
INCOMPLETE = Text(nl="onvolledig", en="incomplete")
_YES, _NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")

MINUS = "\u2212"

_LESS = Text(nl="minder dan {limit}", en="less than {limit}")
_MORE = Text(nl="meer dan {limit}", en="more than {limit}")
_WHOLE = 100
_COUNTED = re.compile(r"(?:aantal|getal|index|score|number|count)\b", re.IGNORECASE)
_SCALE = r"(?:(?P<scale>[^\W\d]\S*) )?"
_CURRENCY = r"(?P<sign>[A-Z]{0,3}[$\u20ac\u00a3\u00a5]|EUR|USD|GBP)"
_MONEY = re.compile(_SCALE + _CURRENCY + r"(?P<rest>(?:[ /].*)?)")


def number(value: float, decimals: int, language: Language) -> str:
    """A number with the language's marks: 1.234,5 in Dutch."""
    return Labels(language).number(value, decimals)


def affixes(unit: str, language: Language) -> tuple[str, str]:
    """The text before and after a number with that unit: 12,3 % and € 5 miljoen in Dutch, 12.3% and US$5
    million in English.

    A unit that only says that something is counted is not shown: 342, not 342 aantal.
    """
    if not unit or _COUNTED.match(unit):
        return "", ""
    if money := _MONEY.fullmatch(unit):
        return _around_money(money, language)
    if unit[0].isdigit():
        return "", f"{NO_BREAK_SPACE}\u00d7{NO_BREAK_SPACE}{unit}"
    if unit.startswith("%"):
        return "", Labels(language).unit("%") + unit[1:]
    return "", Labels(language).unit(unit)


def _around_money(money: re.Match[str], language: Language) -> tuple[str, str]:
    """The currency before an amount, and its scale and the rest of its unit behind it."""
    before, after = money["sign"], money["rest"]
    if language == "nl" or before.isalpha():
        before += NO_BREAK_SPACE
    if money["scale"]:
        after = NO_BREAK_SPACE + money["scale"] + after
    return before, after


def with_unit(text: str, unit: str, language: Language) -> str:
    """A written number with its unit; in English a minus comes before a currency."""
    before, after = affixes(unit, language)
    if before and language == "en" and text.startswith(MINUS):
        return MINUS + before + text.removeprefix(MINUS) + after
    return before + text + after


def falsely_whole(part: float, rounded: float) -> bool:
    """Whether a percentage would be rounded to none or all although it is neither."""
    return part not in {0, _WHOLE} and rounded in {0, _WHOLE}


def percentage(part: float, language: Language, decimals: int = 0) -> str:
    """A percentage that is not rounded to 0 % or 100 % when it is neither."""
    if decimals or not falsely_whole(part, digits_.rounded(part, decimals)):
        return _percent(part, decimals, language)
    finer = digits_.rounded(part, 1)
    if finer == 0:
        return _LESS.filled(limit=_percent(0.1, 1, language)).of(language)
    if finer == _WHOLE:
        return _MORE.filled(limit=_percent(99.9, 1, language)).of(language)
    return _percent(part, 1, language)


def _percent(part: float, decimals: int, language: Language) -> str:
    return with_unit(number(part, decimals, language), "%", language)


def day(value: str, language: Language) -> str:
    """An ISO date or month as 31 jan 2021 or jan 2021."""
    from babel.dates import format_date

    if len(value) > len("2021-01"):
        return str(format_date(date.fromisoformat(value), "d MMM y", locale=language))
    return str(format_date(date.fromisoformat(f"{value}-01"), "MMM y", locale=language))


def shown(value: Scalar, sort: FieldType, language: Language, decimals: int = 0) -> str:
    """A value of a column as text; a number has that many `decimals`."""
    if value is None:
        return NO_DATA.of(language)
    if value is True:
        return _YES.of(language)
    if value is False:
        return _NO.of(language)
    if sort == "date":
        return day(str(value), language)
    if sort in SORTS and (found := period(value)):
        if found.sort == "yearmonth":
            return day(found.iso, language)
        return found.text(language)
    if sort == "year" or isinstance(value, str):
        return str(value)
    return number(value, decimals, language)

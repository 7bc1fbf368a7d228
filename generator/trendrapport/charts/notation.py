"""Values to the text that readers see, in the report's language; knows no charts and no markup."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from trendrapport.charts.tables import digits as digits_
from trendrapport.diagnostics import Language, Text
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
_LESS, _MORE = (
    Text(nl="minder dan {limit}", en="less than {limit}"),
    Text(nl="meer dan {limit}", en="more than {limit}"),
)
_COUNTED = re.compile(r"(?:aantal|getal|index|score|number|count)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:(?P<scale>[^\W\d]\S*) )?(?P<sign>[A-Z]{0,3}[$\u20ac\u00a3\u00a5]|EUR|USD|GBP)(?P<rest>(?:[ "
    r"/].*)?)"
)


def number(value: float, decimals: int, language: Language) -> str:
    """A number with the language's marks: 1.234,5 in Dutch."""
    return Labels(language).number(value, decimals)


def affixes(unit: str, language: Language) -> tuple[str, str]:
    """What stands before and behind a number with that unit: 12,3 % and € 5 miljoen in Dutch, 12.3% and US$5
    million in English.

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
    return "", f"{Labels(language).unit('%')}{unit[1:]}" if unit.startswith("%") else Labels(language).unit(
        unit
    )


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

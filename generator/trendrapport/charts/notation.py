"""Values to the text that readers see, in the report's language; knows no charts and no markup."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trendrapport.charts.tables import digits as digits_
from trendrapport.diagnostics import Language, Text
from trendrapport.language.facts import locale_of
from trendrapport.language.labels import Labels
from trendrapport.language.units import with_unit
from trendrapport.model.periods import SORTS, period

if TYPE_CHECKING:
    from trendrapport.model.charts import FieldType, Scalar

NO_DATA = Text(nl="geen gegevens", en="no data")
PROVISIONAL = Text(nl="voorlopig", en="provisional")
PROJECTED = Text(nl="raming", en="projection")
BREAK = Text(nl="trendbreuk", en="break in series")
ALL = Text(nl="alle waarden", en="all values")
INCOMPLETE = Text(nl="onvolledig", en="incomplete")
_YES, _NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")

_OF = Text(nl="{name}: {told}", en="{name}: {told}")

_LESS = Text(nl="minder dan {limit}", en="less than {limit}")
_MORE = Text(nl="meer dan {limit}", en="more than {limit}")
_WHOLE = 100


def told_of(name: object, told: object, language: Language) -> str:
    """Something said of what has a name, with the colon as the language writes it: "Utrecht: 12 %"."""
    return _OF.filled(name=name, told=told).of(language)


def number(value: float, decimals: int, language: Language) -> str:
    """A number with the language's marks: 1.234,5 in Dutch."""
    return Labels(language).number(value, decimals)


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
    from babel.dates import format_skeleton

    if len(value) > len("2021-01"):
        return str(format_skeleton("yMMMd", date.fromisoformat(value), locale=locale_of(language)))
    return str(format_skeleton("yMMM", date.fromisoformat(f"{value}-01"), locale=locale_of(language)))


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

"""Units as a language writes them beside a number: 12,3 % and € 5 miljoen in Dutch, 12.3% and US$5 million in
English, 5 Millionen € in German.
"""

from __future__ import annotations

import re

from trendrapport.diagnostics import Language
from trendrapport.language import MINUS, NO_BREAK_SPACE
from trendrapport.language.facts import currency_comes_last, currency_is_apart, percent_is_apart

_COUNTED = re.compile(r"(?:aantal|getal|index|score|number|count)\b", re.IGNORECASE)
_SCALE = r"(?:(?P<scale>[^\W\d]\S*) )?"
_SIGNS = "$\u00a3\u00a5\u20a6\u20a9\u20aa\u20ab\u20ac\u20b1\u20b4\u20b9\u20ba\u20bd\u0e3f"
_CODES = "EUR|USD|GBP|CHF|JPY|CNY|INR|KRW|CAD|AUD|NZD|BRL|MXN|ZAR|TRY|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON"
_CURRENCY = rf"(?P<sign>[A-Z]{{0,3}}[{_SIGNS}]|{_CODES})"
_MONEY = re.compile(_SCALE + _CURRENCY + r"(?P<rest>(?:[ /].*)?)")


def after_number(unit: str | None, language: Language) -> str:
    """A unit after the space that keeps it with its number, which in Dutch also a percent sign has."""
    if not unit:
        return ""
    if unit == "%" and not percent_is_apart(language):
        return unit
    return f"{NO_BREAK_SPACE}{unit}"


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
        return "", after_number("%", language) + unit[1:]
    return "", after_number(unit, language)


def _around_money(money: re.Match[str], language: Language) -> tuple[str, str]:
    """The currency before an amount, and its scale and the rest of its unit behind it."""
    before, after = money["sign"], money["rest"]
    if currency_comes_last(language):
        scale = f"{NO_BREAK_SPACE}{money['scale']}" if money["scale"] else ""
        return "", f"{scale}{NO_BREAK_SPACE}{before}{after}"
    if currency_is_apart(language) or before.isalpha():
        before += NO_BREAK_SPACE
    if money["scale"]:
        after = NO_BREAK_SPACE + money["scale"] + after
    return before, after


def with_unit(text: str, unit: str, language: Language) -> str:
    """A written number with its unit; a minus comes before a currency that touches the number."""
    before, after = affixes(unit, language)
    if before and not currency_is_apart(language) and text.startswith(MINUS):
        return MINUS + before + text.removeprefix(MINUS) + after
    return before + text + after

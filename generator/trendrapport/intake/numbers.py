"""Numbers as offices write them to numbers as a table writes them, by one way of writing for a whole file.

A point and a comma can each stand for decimals or between thousands. Which it is shows from numbers that can
be read in one way only; if there is none, it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from trendrapport.charts.tables.meaning import Cause
from trendrapport.charts.tables.suggested_numbers import unwrapped
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.marks import NOTE_SIGN, PROVISIONAL, mark
from trendrapport.intake.sheet import Place

DecimalMark = Literal[",", "."]
MARKS: tuple[DecimalMark, DecimalMark] = (",", ".")
_BODIES: dict[DecimalMark, re.Pattern[str]] = {
    ",": re.compile(r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|\d+)?(?:,(?P<decimals>\d+))?", re.ASCII),
    ".": re.compile(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.(?P<decimals>\d+))?", re.ASCII),
}
_SCIENTIFIC = re.compile(r"(?P<number>[+-]?[\d.,]+)[eE](?P<power>[+-]?\d{1,2})", re.ASCII)
_IN_BRACKETS = re.compile(r"([^()\d]*)\(([^()]*\d[^()]*)\)([^()\d]*)")
_MINUS_BEHIND = re.compile(r"(.*\d)\s*-")
"""How bookkeepers write what is below zero: (1.200) and 1.200-."""
_CURRENCY = re.compile(r"€|eur|euro", re.IGNORECASE)
_MONEY_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_FITTING = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?", re.ASCII)

_QUESTION = Text(
    nl='Wat is "{text}": {comma} of {point}?',
    en='What is "{text}": {comma} or {point}?',
)
_COMMA = Text(
    nl="komma voor decimalen, punt tussen duizendtallen: {text} is {number}",
    en="comma for decimals, point between thousands: {text} is {number}",
)
_POINT = Text(
    nl="punt voor decimalen, komma tussen duizendtallen: {text} is {number}",
    en="point for decimals, comma between thousands: {text} is {number}",
)
_SHOWN_BY = Text(nl="{mark} is het decimaalteken: {text}", en="{mark} is the decimal mark: {text}")
_NAMES = {",": Text(nl="de komma", en="the comma"), ".": Text(nl="de punt", en="the point")}
_VALUES: dict[str, DecimalMark] = {"comma": ",", "point": "."}


@dataclass(frozen=True)
class Written:
    """A number as it was written: the digits and marks, and the unit around it."""

    body: str
    negative: bool
    unit: str
    money: bool


@lru_cache(maxsize=32768)
def taken_apart(text: str) -> Written:
    """The number in a text without what is around it; the body of what is no number is never read as one."""
    plain = without_signs(text)
    below_zero = _IN_BRACKETS.fullmatch(plain) or _MINUS_BEHIND.fullmatch(plain)
    if below_zero:
        plain = "".join(below_zero.groups())
    digits, signs = unwrapped(plain)
    negative = bool(below_zero) or digits.startswith("-")
    money = any(cause == "currency" for cause, _ in signs)
    return Written(digits.lstrip("+-"), negative, _unit(signs), money)


@lru_cache(maxsize=65536)
def without_signs(text: str) -> str:
    """A value without the sign of a provisional figure or a footnote."""
    return NOTE_SIGN.sub("", PROVISIONAL.sub("", text)).strip()


def _unit(signs: Sequence[tuple[Cause, str]]) -> str:
    """The unit in the signs around a number: %, €, or a word, with what it counts in before a currency."""
    found: list[str] = []
    for cause, sign in signs:
        if cause == "percent":
            found.append("%")
        elif cause == "unit":
            found.insert(0, sign)
        elif cause == "currency" and _CURRENCY.search(sign):
            found.append("€")
        elif cause == "currency" and sign in {"$", "£"}:
            found.append(sign)
    return " ".join(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def number(text: str, decimal: DecimalMark) -> str | None:
    """The number that a text is, as a table writes it, by a decimal mark; None if it is none."""
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        base = number(scientific["number"], decimal)
        if base:
            return plain_number(Decimal(base).scaleb(int(scientific["power"])))
        return None
    written = taken_apart(text)
    found = _BODIES[decimal].fullmatch(written.body)
    if not found or not written.body:
        return None
    whole = re.sub(r"[.,]", "", found["whole"] or "0")
    decimals = found["decimals"]
    plain = whole.lstrip("0") or "0"
    if decimals:
        plain = f"{plain}.{decimals}"
    if not re.search(r"\d", plain):
        return None
    if written.negative and plain.strip("0."):
        return f"-{plain}"
    return plain


def plain_number(value: float | Decimal) -> str:
    """A number of a spreadsheet as a table writes it: its 15 digits; only if it is very small or large,
    with an exponent.
    """
    short = f"{value:.15g}"
    long = f"{Decimal(short):f}"
    text = long
    if "." in long:
        text = long.rstrip("0").rstrip(".")
    if fits(text):
        return text
    return short


def fits(plain: str) -> bool:
    """Whether a table can have a number: more digits would be rounded without a word."""
    return bool(_FITTING.fullmatch(plain))


def is_number(text: str) -> bool:
    """Whether a text is a number by either decimal mark."""
    return any(number(text, mark_) is not None for mark_ in MARKS)


def forced(text: str) -> DecimalMark | None:
    """The decimal mark of a number that can be read in one way only, if it has a mark at all."""
    if len(text) > 60 or text.isdecimal():  # noqa: PLR2004 - longer than any number
        return None
    readings = {mark_: number(text, mark_) for mark_ in MARKS}
    possible = [mark_ for mark_ in MARKS if readings[mark_] is not None]
    if len(possible) == 1:
        return possible[0]
    written = taken_apart(text)
    if len(set(readings.values())) > 1 and written.money and _MONEY_GROUPED.fullmatch(written.body):
        return ","
    return None


def is_ambiguous(text: str) -> bool:
    """Whether a number has two readings: 1.234 and 1,234."""
    return len({number(text, mark_) for mark_ in MARKS}) > 1 and forced(text) is None


Texts = Sequence[tuple[str, Place]]
"""Texts with their places."""


def decimal_mark(columns: Iterable[Texts], dialogue: Dialogue, *, likely: DecimalMark | None) -> DecimalMark:
    """The decimal mark of all numbers of a file that do not show it themselves.

    `likely` is proposed when nothing shows which it is.
    """
    shown: dict[DecimalMark, tuple[str, Place]] = {}
    doubtful: tuple[str, Place] | None = None
    for text, place in _of_numbers(columns):
        mark_ = forced(text)
        if mark_:
            shown.setdefault(mark_, (text, place))
        elif doubtful is None and is_ambiguous(text):
            doubtful = (text, place)
    if doubtful is None:
        return _told(shown, dialogue)
    certain = None
    if len(shown) == 1:
        certain = next(iter(shown))
    doubt = _doubt(*doubtful, certain or likely)
    return _VALUES[dialogue.ask_unless(certain is not None, doubt)]


def _of_numbers(columns: Iterable[Texts]) -> Iterable[tuple[str, Place]]:
    """The texts of columns in which most are numbers or signs for a missing one."""
    for column in columns:
        numbers = [one for one in column if is_number(one[0])]
        missing = sum(mark(text) is not None for text, _ in column)
        if numbers and (len(numbers) + missing) * 2 > len(column):
            yield from numbers


def _told(shown: dict[DecimalMark, tuple[str, Place]], dialogue: Dialogue) -> DecimalMark:
    """The decimal mark that numbers show; a file can have both, each in its own column."""
    for mark_, (text, place) in shown.items():
        dialogue.tell("numbers", place, _SHOWN_BY.filled(mark=_NAMES[mark_], text=text))
    return next(iter(shown), ".")


def _doubt(text: str, place: Place, proposed: DecimalMark | None) -> Doubt:
    comma, point = str(number(text, ",")), str(number(text, "."))
    values = {
        "text": shortened(text),
        "comma": Text(comma.replace(".", ","), comma),
        "point": Text(point.replace(".", ","), point),
    }
    choices = (
        Choice("comma", _COMMA.filled(text=text, number=values["comma"])),
        Choice("point", _POINT.filled(text=text, number=values["point"])),
    )
    name = next((value for value, mark_ in _VALUES.items() if mark_ == proposed), None)
    return Doubt("numbers", place, _QUESTION.filled(**values), choices, name)

"""Numbers as people and spreadsheets write them, to numbers as a table writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trendrapport.charts.tables.meaning import FOOTNOTE, Cause, Habits, Meant

_MINUS = re.compile(r"^\s*[\u2212\u2013\u2014\u2011](?=\s*[\d\u20ac$.,])")
_PERCENT = re.compile(r"\s*(?:%|procent|percent|pct\.?)$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?P<sign>[+-]?)\s*(?:\u20ac|eur|euro|us\$|\$|\u00a3)\s*(?=[+-]?[\d.,])", re.IGNORECASE
)
_AFTER = re.compile(r"(?:\s*(?:\u20ac|eur|euro)|,-{1,2}|,=)$", re.IGNORECASE)
_UNIT = re.compile(r"\s*(?P<unit>[a-z\u00b5\u00b0][a-z\u00b0/\u00b2\u00b3. ]{0,20})$", re.IGNORECASE)
_NUMERIC = re.compile(r"[+-]?[0-9.,]*[0-9][0-9.,]*")
_SPACED = re.compile(r"(?<=[0-9])['\u2019\s](?=[0-9]{3}(?![0-9]))")
_THREE = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_MISSING = frozenset(
    {
        "-",
        "\u2013",
        "\u2014",
        ".",
        "..",
        "...",
        "x",
        "?",
        "n.v.t.",
        "nvt",
        "n.b.",
        "nb",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "geen",
        "geheim",
        "onbekend",
        "unknown",
        "#n/b",
        "#n/a",
        "#waarde!",
        "#value!",
        "#deel/0!",
        "#div/0!",
        "#verw!",
        "#ref!",
        "#naam?",
        "#name?",
    }
)
"""Signs of a missing number, also those of a formula that failed."""
_DIGITS_OF_GROUP = 3


def has_thousands(number: str, cause: Cause | None) -> bool:
    """Whether a number has a point between thousands."""
    return number.count(".") > 1 or (cause == "currency" and bool(_THREE.fullmatch(number)))


def decimal_marks(number: str) -> Iterator[str]:
    """The decimal mark of a number, if it can be nothing else."""
    last = max(number.rfind(","), number.rfind("."))
    if last < 0 or not _NUMERIC.fullmatch(number) or number.count(number[last]) > 1:
        return
    whole, decimals = number[:last].lstrip("+-"), number[last + 1 :]
    if len(decimals) != _DIGITS_OF_GROUP or "," in whole or "." in whole or whole in {"", "0"}:
        yield number[last]


def in_thousands(cell: str) -> str | None:
    """The whole number that a cell is when its point separates thousands."""
    return cell.replace(".", "") if _THREE.fullmatch(cell) else None


def number(cell: str, seen: Habits, *, whole: bool) -> Meant | None:
    """What a cell was meant to be in a column of numbers; None if that is not certain."""
    if cell.casefold() in _MISSING:
        return Meant("missing", ())
    digits, cause = bare(cell)
    if not _NUMERIC.fullmatch(digits):
        return None
    readings = tuple(dict.fromkeys(_readings(digits, seen, whole=whole, money=cause == "currency")))
    if not readings:
        return None
    if whole and all("." in reading for reading in readings):
        return Meant("fraction", readings)
    return Meant(cause or "thousands", readings)


_AROUND: tuple[tuple[Cause, re.Pattern[str]], ...] = (
    ("mark", FOOTNOTE),
    ("percent", _PERCENT),
    ("currency", _AFTER),
    ("currency", _BEFORE),
    ("unit", _UNIT),
)
"""What can surround a number, from the outside in."""


def bare(cell: str) -> tuple[str, Cause | None]:
    """A number without the signs around it, and which those are."""
    number, signs = unwrapped(cell)
    cause: Cause | None = "minus" if _MINUS.match(cell.strip()) else None
    return number, signs[-1][0] if signs else cause


def unwrapped(cell: str) -> tuple[str, list[tuple[Cause, str]]]:
    """A number without the signs around it, and each of those as it is written, from the outside in."""
    number = _MINUS.sub("-", cell.strip())
    signs: list[tuple[Cause, str]] = []
    for name, pattern in _AROUND:
        found = pattern.search(number)
        if found and found[0] != number:
            parts = found.groupdict()
            sign = parts.get("sign") or ""
            number = (sign + number[: found.start()] + number[found.end() :]).strip()
            signs.append((name, (parts.get("unit") or found[0]).strip()))
    return _SPACED.sub("", number), signs


def _readings(number: str, seen: Habits, *, whole: bool, money: bool) -> Iterator[str]:
    """The numbers that points and commas can make of digits, as a table writes them."""
    body = number.lstrip("+-")
    sign = "-" if number.startswith("-") else ""
    marks = [mark for mark in ".," if mark in body]
    if not marks:
        bodies = iter([body])
    elif len(marks) > 1:
        bodies = _both_marks(body)
    else:
        bodies = _one_mark(body, marks[0], seen, whole=whole, money=money)
    for reading in bodies:
        yield sign + reading


def _both_marks(body: str) -> Iterator[str]:
    """The number in digits with points and commas: the last of these is the decimal mark."""
    last, other = (".", ",") if body.rfind(".") > body.rfind(",") else (",", ".")
    before, _, decimals = body.rpartition(last)
    if last not in before and _is_grouped(before.split(other)):
        yield f"{before.replace(other, '')}.{decimals}"


def _one_mark(body: str, mark: str, seen: Habits, *, whole: bool, money: bool) -> Iterator[str]:
    """The numbers in digits with points or commas."""
    if body.count(mark) > 1:
        yield from _repeated_mark(body, mark)
        return
    before, _, last = body.partition(mark)
    is_grouped = _is_grouped([before, last])
    if is_grouped and (whole or _is_between_thousands(mark, seen, money=money)):
        yield before + last
        return
    if is_grouped and mark == "," and seen.decimal != ",":
        yield before + last
    if last:
        yield f"{before or '0'}.{last}"


def _repeated_mark(body: str, mark: str) -> Iterator[str]:
    """The number in digits with a mark between thousands; after the last a point may stand for decimals."""
    *before, last = body.split(mark)
    if _is_grouped([*before, last]):
        yield body.replace(mark, "")
    elif mark == "." and last and _is_grouped(before):
        yield f"{''.join(before)}.{last}"


def _is_between_thousands(mark: str, seen: Habits, *, money: bool) -> bool:
    """Whether the rest of a column, or an amount of money, shows that a mark separates thousands."""
    if mark == ".":
        return seen.thousands or money
    return seen.decimal == "."


def _is_grouped(parts: Sequence[str]) -> bool:
    """Whether digits are parted as thousands are."""
    first, *rest = parts
    if not 0 < len(first) <= _DIGITS_OF_GROUP or first == "0":
        return False
    return all(len(part) == _DIGITS_OF_GROUP for part in rest)

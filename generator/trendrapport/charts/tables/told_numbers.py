"""A number as its column's descriptor says that it is written, to the text that a tidy table has for it."""

from __future__ import annotations

import re
from functools import lru_cache

from trendrapport.model.charts import TableField

_AROUND = re.compile(
    r"(?P<before>[^0-9]*?)(?P<number>[+-]?[.,]?[0-9](?:.*[0-9])?)(?P<after>[^0-9]*)", re.DOTALL
)
_BEFORE = re.compile(r"[-\u2212\u2013]?\s*[^-\u2212\u2013(<>\u2264\u2265\u00b1]*")
"""What can stand before a number without making another one of it; a minus sign is part of the number."""
_NO_CENTS = re.compile(r",[-\u2013\u2014=]{1,2}$")
"""What stands for no cents: 12,-"""
_MULTIPLIES = re.compile(
    r"(?:^|[^a-z])(?:duizend|dzd|k|mln|miljoen|mio|mld|miljard|biljoen|thousand|million|billion|bn|trillion"
    r"|promille|\u2030)(?:$|[^a-z])|^[-\u2212\u2013]",
    re.IGNORECASE,
)
"""What makes another number of the one before it."""


def tidy_number(cell: str, field: TableField) -> str | None:
    """The tidy text of a number; None if it is not written as the descriptor says."""
    text = cell
    if field.bareNumber is False:
        text = bared(cell)
    point, group = field.decimalChar or ".", field.groupChar or ""
    if field.type == "integer":
        point = ""
    found = _pattern(point, group).fullmatch(text)
    if not found:
        return None
    parts = found.groupdict(default="")
    whole = parts["whole"]
    if group:
        whole = whole.replace(group, "")
    return f"{parts['sign']}{whole}{_fraction(parts)}{parts['power']}"


def _fraction(parts: dict[str, str]) -> str:
    """The decimals of a number with the point before them."""
    if not parts.get("point"):
        return ""
    return f".{parts['decimals']}"


@lru_cache(maxsize=64)
def _pattern(point: str, group: str) -> re.Pattern[str]:
    """What matches a number: thousands are parted everywhere or nowhere. Without a decimal mark it is
    whole.
    """
    whole = "[0-9]*"
    if group:
        whole = rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|[0-9]*"
    decimals = ""
    if point:
        decimals = rf"(?:(?P<point>{re.escape(point)})(?P<decimals>[0-9]*))?"
    return re.compile(rf"(?P<sign>[+-]?)(?P<whole>{whole}){decimals}(?P<power>[eE][+-]?[0-9]+)?")


def bared(cell: str) -> str:
    """A number without what is around it; the cell itself if that makes another number of it: a sign such as
    < or a bookkeeper's bracket, or a word such as "million".
    """
    found = _AROUND.fullmatch(cell)
    if not found:
        return cell
    before, number = found["before"].strip(), found["number"]
    after = _NO_CENTS.sub("", found["after"].strip()).strip()
    is_hyphen = number[0] in "+-" and before[-1:].isalnum()
    if is_hyphen or not _BEFORE.fullmatch(before) or _MULTIPLIES.search(after):
        return cell
    if before.startswith(("-", "\u2212", "\u2013")):
        return f"-{number}"
    return number


def around(cell: str) -> str:
    """What is around a number, without blanks: the sign of a currency, a unit."""
    found = _AROUND.fullmatch(cell)
    if not found:
        return ""
    after = _NO_CENTS.sub("", found["after"].strip())
    return f"{found['before'].strip(' -+')}{after.strip()}".casefold()

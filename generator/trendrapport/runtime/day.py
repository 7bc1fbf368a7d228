"""The day on which a report is checked and published, and how days and months are written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

_NAMES = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "maart", "mar", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTHS: dict[str, int] = {}
"""The number of each month by its names and abbreviations in Dutch and English, in lower case."""
for _number, _names in enumerate(_NAMES, 1):
    MONTHS |= dict.fromkeys(_names, _number)


_asked: list[str] = []
"""The day that somebody asked for, the last one."""


@contextmanager
def as_of(day: str) -> Iterator[None]:
    """Has it be another day (YYYY-MM-DD) in this process meanwhile; an empty one changes nothing."""
    if not day:
        yield
        return
    _asked.append(day)
    try:
        yield
    finally:
        _asked.pop()


def today() -> str:
    """The day that is asked for, that of SOURCE_DATE_EPOCH if set, or else today in UTC, as YYYY-MM-DD."""
    if _asked:
        return _asked[-1]
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch("[0-9]{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return datetime.now(UTC).date().isoformat()


def first_day(date: str) -> str:
    """The first day (YYYY-MM-DD) of a year, a month or a day."""
    return "-".join([*date.split("-"), "01", "01"][:3])

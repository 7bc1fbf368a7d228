"""The day on which a report is checked and published, and how days and months are written."""

from __future__ import annotations

import os
import re
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


def today() -> str:
    """The day of SOURCE_DATE_EPOCH if set, else today in UTC, as YYYY-MM-DD."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch("[0-9]{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return datetime.now(UTC).date().isoformat()


def first_day(date: str) -> str:
    """The first day (YYYY-MM-DD) of a year, a month or a day."""
    return "-".join([*date.split("-"), "01", "01"][:3])

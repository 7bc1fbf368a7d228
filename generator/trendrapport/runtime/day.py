"""The day on which a report is checked and published, and days and months as they are written."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
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
        ),
        1,
    )
    for name in names
}
"""The number of a month by what it is called in Dutch and English, in lower case, and by what is short for
that.
"""


def today() -> str:
    """That of SOURCE_DATE_EPOCH if set, else today in UTC, as YYYY-MM-DD."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = (
        datetime.fromtimestamp(int(epoch), UTC) if re.fullmatch("[0-9]{1,11}", epoch) else datetime.now(UTC)
    )
    return moment.date().isoformat()


def first_day(date: str) -> str:
    """The first day (YYYY-MM-DD) of a year, a month or a day."""
    return "-".join([*date.split("-"), "01", "01"][:3])

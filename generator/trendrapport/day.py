"""The day on which a report is checked and published."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime


def today() -> str:
    """That of SOURCE_DATE_EPOCH if set, else today in UTC, as YYYY-MM-DD."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if re.fullmatch("[0-9]{1,11}", epoch) else datetime.now(UTC)
    return moment.date().isoformat()


def first_day(date: str) -> str:
    """The first day (YYYY-MM-DD) of a year, a month or a day."""
    return "-".join([*date.split("-"), "01", "01"][:3])

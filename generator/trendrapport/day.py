"""The day on which a report is checked and published."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def today() -> str:
    """That of SOURCE_DATE_EPOCH if set, else today in UTC, as YYYY-MM-DD."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)).date().isoformat()

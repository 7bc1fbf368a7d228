"""When an entry changed: what it says itself, else what git says of its file, else the day on which it
appeared.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from trendrapport.model.publishable import Publishable
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes

_DAY = len("2024-01-31")


def changed(view: View, entry: Entry[Any], changes: Changes) -> str:
    """A day, or a moment in UTC (ISO 8601), never before the day on which it appeared; empty when none is
    known.
    """
    if not isinstance(entry.data, Publishable):
        return _moment(changes, entry)
    appeared = view.day(entry) or ""
    known = entry.data.updated or _moment(changes, entry)
    day = appeared if len(appeared) == _DAY else ""
    return max(known, day)


def _moment(changes: Changes, entry: Entry[Any]) -> str:
    at = changes.get(entry.source.path)
    return "" if at is None else datetime.fromtimestamp(at, UTC).isoformat()

"""When an entry changed: what it says itself, else what git says of its file, else the day on which it
appeared; and never before its last correction.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes

DAY = len("2024-01-31")
"""A date of this length is a day, and not a month or a year."""


def changed(view: View, entry: Entry[Any], changes: Changes) -> str:
    """A day, or a moment in UTC (ISO 8601), never before the day on which it appeared; empty when none is
    known.
    """
    if not isinstance(entry.data, Publishable):
        return _moment(changes, entry)
    known = max(entry.data.updated or _moment(changes, entry), entry.data.corrected or "")
    appeared = view.day(entry) or ""
    if len(appeared) != DAY:
        return known
    return max(known, appeared)


def _moment(changes: Changes, entry: Entry[Any]) -> str:
    """When git says that its file changed."""
    at = changes.get(entry.source.path)
    if at is None:
        return ""
    return datetime.fromtimestamp(at, UTC).isoformat()

"""The corrections of a text as its page tells them, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trendrapport.language.labels import Labels
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class Corrected:
    """A correction."""

    day: str
    date: str
    """The day in words."""
    what: str
    why: str


def corrections(entry: Entry[Any], labels: Labels) -> list[Corrected]:
    """What was corrected in a text, and why."""
    found = sorted(entry.data.corrections, key=lambda correction: correction.date, reverse=True)
    return [Corrected(one.date, labels.date(one.date), one.what, one.why) for one in found]

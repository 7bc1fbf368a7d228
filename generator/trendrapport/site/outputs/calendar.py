"""The milestones as a calendar, to subscribe to or to import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.model.entries.milestones import Milestone
from trendrapport.open_data.calendar import PATH, calendar
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted, kept_texts

OFFERS = {"milestones": "milestones.ics"}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The calendar of a report with milestones."""
    if not contents.view.report.of(Milestone):
        return {}
    return kept_texts({PATH: calendar(contents.view, contents.day)})

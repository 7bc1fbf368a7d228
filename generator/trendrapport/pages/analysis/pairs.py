"""Trends of two editions side by side.

The same slug in two editions is the same trend, and so is one that `formerly` names.
"""

from __future__ import annotations

from typing import NamedTuple

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import nearest
from trendrapport.pages.view import View
from trendrapport.report.report import Entry


class Pair(NamedTuple):
    """A trend in the older and in the newer edition; None where it is absent from one of them."""

    old: Entry[Trend] | None
    new: Entry[Trend] | None

    @property
    def trend(self) -> Entry[Trend]:
        """The trend as the newest edition that has it calls it."""
        trend = self.new or self.old
        assert trend  # noqa: S101 - a pair has at least one
        return trend


def pairs(view: View, newer: Entry[Edition], older: Entry[Edition]) -> list[Pair]:
    """Every trend of either edition: those of the newer one in its order, then what is gone."""
    before, after = _by_identity(view, older), _by_identity(view, newer)
    found: list[Pair] = []
    for trend in view.trends(newer):
        name = view.identity(trend.slug)
        came = before.get(name, [])
        if len(came) > 1 and len(after[name]) == 1:
            # Several trends became one: each is compared with it.
            found += [Pair(old, trend) for old in came]
        else:
            found.append(Pair(nearest(trend, came), trend))
    for trend in view.trends(older):
        if view.identity(trend.slug) not in after:
            found.append(Pair(trend, None))
    return found


def _by_identity(view: View, edition: Entry[Edition]) -> dict[str, list[Entry[Trend]]]:
    found: dict[str, list[Entry[Trend]]] = {}
    for trend in view.trends(edition):
        found.setdefault(view.identity(trend.slug), []).append(trend)
    return found

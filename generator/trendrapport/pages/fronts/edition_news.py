"""What is new in an edition since the one before: which trends came, came back, moved and went."""

from __future__ import annotations

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import changes, former, status
from trendrapport.pages.analysis.pairs import pairs
from trendrapport.pages.overviews.changes import compared, link
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry

SORTS = ("new", "returned", "nearer", "further", "gone")
"""The order in which readers see what happened; trends that stayed where they were are no news."""


def edition_news(view: View, edition: Entry[Edition], page: str) -> Value | None:
    """The trends of each sort of news and the way to the whole comparison; None where there is nothing to
    compare with.
    """
    older = former(view, edition)
    if older is None or older not in compared(view, edition):
        return None
    found = [(_sort(view, older, old, new), old, new) for old, new in pairs(view, edition, older)]
    groups = [
        {
            "title": view.labels(f"news.{sort}"),
            "trends": [_shown(view, old, new, page) for one, old, new in found if one == sort],
        }
        for sort in SORTS
    ]
    return {
        "former": view.link(older, page) | {"name": view.edition_title(older).lower()},
        "all": link(view, edition, older, page),
        "groups": [group for group in groups if group["trends"]],
    }


def _sort(
    view: View, older: Entry[Edition], old: Entry[Trend] | None, new: Entry[Trend] | None
) -> str | None:
    return status(view, new, older) if new else "gone" if old else None


def _shown(view: View, old: Entry[Trend] | None, new: Entry[Trend] | None, page: str) -> Value:
    """A trend as its newest edition calls it; of one that moved, also from where to where."""
    trend = new or old
    assert trend  # noqa: S101 - a pair has at least one
    moved = (
        [one["told"] for one in changes(view, old.data, new.data) if one["field"] == "horizon"]
        if old and new
        else []
    )
    return view.link(trend, page) | {
        "category": view.categories(trend.data)[0],
        "told": moved[0] if moved else None,
    }

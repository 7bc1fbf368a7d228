"""What several pages show of a trend beside its title: its first category, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import Link, View, Word
from trendrapport.report.report import Entry


@dataclass(frozen=True, kw_only=True)
class TrendLink(Link):
    """A link to a trend, in the colour and shape of its first category."""

    category: Word


def trend_link(view: View, trend: Entry[Trend], page: str) -> TrendLink:
    """The link from a page to a trend."""
    return TrendLink(**vars(view.link(trend, page)), category=view.categories(trend.data)[0])


def status_label(view: View, status: str | None) -> str | None:
    """A status since the former edition in words; None for one that is no news."""
    if status is None or status == "unchanged":
        return None
    return view.labels(f"status.{status}")

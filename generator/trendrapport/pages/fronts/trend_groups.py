"""An edition's trends by category, as its front shows them: with what readers must know before they choose
one.
"""

from __future__ import annotations

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import former, status
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry


def trend_groups(view: View, edition: Entry[Edition], page: str, radar: Value | None) -> list[Value]:
    """The trends of each category that comes first in any; in the order and with the numbers of the radar on
    the same page, if it has one.
    """
    numbers = {mark["slug"]: mark["number"] for mark in radar["marks"]} if radar else {}
    trends = sorted(view.trends(edition), key=lambda trend: numbers.get(trend.slug, 0))
    older = former(view, edition)
    groups = [
        view.term("categories", name)
        | {
            "trends": [
                _shown(view, trend, older, page, numbers)
                for trend in trends
                if trend.data.categories[0] == name
            ]
        }
        for name in view.report.config.taxonomies.categories
    ]
    return [group for group in groups if group["trends"]]


def _shown(
    view: View, trend: Entry[Trend], older: Entry[Edition] | None, page: str, numbers: dict[str, int]
) -> Value:
    change = status(view, trend, older)
    told = view.labels(f"status.{change}") if change and change != "unchanged" else None
    return view.card(trend, page) | {
        "number": numbers.get(trend.slug),
        "change": told,
        "stance": view.term("stances", trend.data.stance),
        "horizon": view.term("horizons", trend.data.horizon) | {"rings": _rings(view, trend.data)},
    }


def _rings(view: View, trend: Trend) -> list[Value]:
    """The radar in small: a radius (of 10) for each horizon, the outermost first, and whether the trend is
    there.
    """
    names = list(view.report.config.taxonomies.horizons)
    return [
        {"radius": round(10 * (place + 1) / len(names), 1), "here": names[place] == trend.horizon}
        for place in reversed(range(len(names)))
    ]

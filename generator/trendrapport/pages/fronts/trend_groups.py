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
    older = former(view, edition)
    by_category: dict[str, list[Value]] = {}
    for trend in sorted(view.trends(edition), key=lambda trend: numbers.get(trend.slug, 0)):
        shown = _shown(view, trend, older, page) | {"number": numbers.get(trend.slug)}
        by_category.setdefault(trend.data.categories[0], []).append(shown)
    occurring = [name for name in view.report.config.taxonomies.categories if name in by_category]
    return [view.term("categories", name) | {"trends": by_category[name]} for name in occurring]


def _shown(view: View, trend: Entry[Trend], older: Entry[Edition] | None, page: str) -> Value:
    change = status(view, trend, older)
    moved = change is not None and change != "unchanged"
    return view.card(trend, page) | {
        "change": view.labels(f"status.{change}") if moved else None,
        "stance": view.term("stances", trend.data.stance),
        "horizon": view.term("horizons", trend.data.horizon) | {"rings": _rings(view, trend.data)},
    }


def _rings(view: View, trend: Trend) -> list[Value]:
    """The radar in small: a radius (of 10) for each horizon, the outermost first, and whether the trend is
    there.
    """
    names = list(view.report.config.taxonomies.horizons)
    rings = []
    for number, name in enumerate(names, 1):
        rings.append({"radius": round(10 * number / len(names), 1), "here": name == trend.horizon})
    return rings[::-1]

"""What changed between two editions: which trends are new, gone, moved, renamed or revised, in words and as
slopes.

The same slug in two editions is the same trend, and so is one that `formerly` names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from trendrapport.model.addresses import SINCE, relative
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import changes, former, kinds, nearest, status
from trendrapport.pages.parts.overview_figure import Cell, Column, entrance, overview_figure
from trendrapport.pages.view import Value, View
from trendrapport.placing.slopes import Item, Slopes, drawing
from trendrapport.report.report import Entry

ORDER = 20
LIST = "changes.html"
"""Where readers choose two editions."""
MEASURES = (Slopes("wide", 300, 300, 15, 7), Slopes("phone", 108, 40, 12.5, 5))
KINDS = ("new", "returned", "gone", "moved", "renamed", "revised", "same")

Pair = tuple[Entry[Trend] | None, Entry[Trend] | None]
"""A trend in the older and in the newer edition."""


def path(newer: Entry[Edition], older: Entry[Edition]) -> str:
    """The page of two editions, from the site's root."""
    return f"{newer.slug}/{SINCE}{older.slug}.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Value]:
    """The newest comparison of an edition; of the whole report, the choice between all."""
    if edition is None:
        return (
            [entrance(view, "changes", LIST, page)]
            if any(compared(view, one) for one in view.editions)
            else []
        )
    return [
        entrance(view, "changes", path(edition, older), page, link(view, edition, older, page)["title"])
        for older in compared(view, edition)[:1]
    ]


def overview(view: View, edition: Entry[Edition]) -> Value | None:
    """What changed since the edition before."""
    older = former(view, edition)
    return comparison(view, edition, older) if older else None


def compared(view: View, edition: Entry[Edition]) -> list[Entry[Edition]]:
    """The older editions that an edition can be compared with, the newest first: those with trends, if it has
    trends itself.
    """
    older = view.editions[view.editions.index(edition) + 1 :]
    return [one for one in older if view.trends(one)] if view.trends(edition) else []


def link(view: View, newer: Entry[Edition], older: Entry[Edition], page: str) -> Value:
    """The way to a comparison, with what it counts."""
    return {
        "href": relative(path(newer, older), page),
        "title": view.labels("changed_since", name=view.edition_title(older).lower()),
        "counts": counts(view, newer, older),
    }


def counts(view: View, newer: Entry[Edition], older: Entry[Edition]) -> str:
    """How many trends are new, gone and so on, in words."""
    sorts = [kind for pair in pairs(view, newer, older) for kind in _kinds(view, older, *pair)]
    return ", ".join(
        (f"{sorts.count(kind)} {view.labels(f'change.{kind}')}") for kind in KINDS if kind in sorts
    )


def pairs(view: View, newer: Entry[Edition], older: Entry[Edition]) -> list[Pair]:
    """Every trend of either edition: those of the newer one in its order, then what is gone."""
    before, after = _by_identity(view, older), _by_identity(view, newer)
    found: list[Pair] = []
    for trend in view.trends(newer):
        name = view.identity(trend.slug)
        came = before.get(name, [])
        merged = len(came) > 1 and len(after[name]) == 1
        found += [(one, trend) for one in came] if merged else [(nearest(trend, came), trend)]
    return [
        *found,
        *((trend, None) for trend in view.trends(older) if view.identity(trend.slug) not in after),
    ]


def _by_identity(view: View, edition: Entry[Edition]) -> dict[str, list[Entry[Trend]]]:
    found: dict[str, list[Entry[Trend]]] = {}
    for trend in view.trends(edition):
        found.setdefault(view.identity(trend.slug), []).append(trend)
    return found


def comparison(view: View, newer: Entry[Edition], older: Entry[Edition]) -> Value:
    """All that the page of two editions shows."""
    page, found = path(newer, older), pairs(view, newer, older)
    shown = [_shown(view, older, old, new, page) for old, new in found]
    grouped = [
        {
            "kind": kind,
            "title": view.labels(f"change.{kind}"),
            "trends": [one for one in shown if kind in one["kinds"]],
        }
        for kind in ("new", "returned", "gone", "same")
    ]
    return {
        "newer": view.link(newer, page) | {"name": newer.slug},
        "older": view.link(older, page) | {"name": older.slug},
        "counts": counts(view, newer, older),
        "groups": [group for group in grouped if group["trends"]],
        "changed": [one for one in shown if one["changes"]],
        "slopes": [_horizons(view, newer, older, found, shown), _impacts(view, newer, older, found, shown)],
    }


def _shown(
    view: View, older: Entry[Edition], old: Entry[Trend] | None, new: Entry[Trend] | None, page: str
) -> Value:
    """A trend with its links and what changed in it."""
    differences = changes(view, old.data, new.data) if old and new else []
    sorts = _kinds(view, older, old, new)
    trend = next(one for one in (new, old) if one)
    return {
        "slug": trend.slug,
        "title": trend.data.title,
        "category": view.categories(trend.data)[0],
        "old": old and view.link(old, page),
        "new": new and view.link(new, page),
        "kinds": sorts,
        "labels": [view.labels(f"change.{sort}") for sort in sorts],
        "changes": differences,
    }


def _kinds(
    view: View, older: Entry[Edition], old: Entry[Trend] | None, new: Entry[Trend] | None
) -> list[str]:
    """What happened to a trend; one that an edition before the older one had is not new but back again."""
    if old and new:
        return kinds(changes(view, old.data, new.data)) or ["same"]
    return [status(view, new, older) or "new"] if new else ["gone"]


def _horizons(
    view: View, newer: Entry[Edition], older: Entry[Edition], found: list[Pair], shown: list[Value]
) -> Value:
    names = list(view.report.config.taxonomies.horizons)
    items = [
        _item(old, new, old and names.index(old.data.horizon), new and names.index(new.data.horizon))
        for old, new in found
    ]
    columns = [
        Column(title=view.labels("trend")),
        Column(title=view.labels("changed_field")),
        Column(title=older.slug),
        Column(title=newer.slug),
    ]
    rows = [row for one in shown for row in _rows(view, one)]
    return _slope(
        view,
        newer,
        older,
        "since",
        items,
        [view.term("horizons", name)["label"] for name in names],
        shown,
        {
            "title": view.labels(
                "horizon_slope",
                older=older.slug,
                newer=newer.slug,
                counts=_moves(view, items, "nearer", "further", "same_horizon"),
            ),
            "subtitle": view.labels("horizon_slope_subtitle"),
            "told": [_sentence(one) for one in shown],
            "columns": columns,
            "rows": rows,
        },
    )


def _impacts(
    view: View, newer: Entry[Edition], older: Entry[Edition], found: list[Pair], shown: list[Value]
) -> Value:
    scores = [trend.data.impact for pair in found for trend in pair if trend]
    levels = list(range(max(scores), min(scores) - 1, -1))
    items = [
        _item(old, new, old and levels.index(old.data.impact), new and levels.index(new.data.impact))
        for old, new in found
    ]
    columns = [
        Column(title=view.labels("trend")),
        *(Column(title=f"{view.labels('impact')} {one.slug}", number=True) for one in (older, newer)),
    ]
    rows = [
        [_name(one), *(_impact(view, trend) for trend in pair)]
        for one, pair in zip(shown, found, strict=True)
    ]
    told = [f"{one['title']}: {_weight(view, one, *pair)}." for one, pair in zip(shown, found, strict=True)]
    return _slope(
        view,
        newer,
        older,
        "impact-since",
        items,
        [view.labels("of_five", score=level) for level in levels],
        shown,
        {
            "title": view.labels(
                "impact_slope",
                older=older.slug,
                newer=newer.slug,
                counts=_moves(view, items, "higher", "lower", "same_impact"),
            ),
            "subtitle": view.labels("impact_slope_subtitle"),
            "told": told,
            "columns": columns,
            "rows": rows,
        },
    )


def _item(old: Entry[Trend] | None, new: Entry[Trend] | None, left: Any, right: Any) -> Item:  # noqa: ANN401
    return Item(
        left if old else None,
        right if new else None,
        old.data.title if old else "",
        new.data.title if new else "",
    )


def _slope(
    view: View,
    newer: Entry[Edition],
    older: Entry[Edition],
    name: str,
    items: list[Item],
    levels: list[str],  # noqa: PLR0913, PLR0917
    shown: list[Value],
    words: dict[str, Any],
) -> Value:
    figure = overview_figure(
        view, name=f"{name}-{older.slug}", page=path(newer, older), caption=newer.data.judgement, **words
    )
    drawings = [
        drawing(replace(measure, language=view.labels.language), items, levels) for measure in MEASURES
    ]
    return {"figure": figure, "drawings": drawings, "trends": shown}


def _moves(view: View, items: Iterable[Item], up: str, down: str, same: str) -> str:
    """How many stand higher, lower or the same, in words."""
    both = [(item.left, item.right) for item in items if item.left is not None and item.right is not None]
    counts = {
        up: sum(right < left for left, right in both),
        down: sum(right > left for left, right in both),
        same: sum(right == left for left, right in both),
    }
    told = [view.labels.count(f"move_{name}", count) for name, count in counts.items() if count]
    return view.labels.listed(told) if told else view.labels("move_none")


def _rows(view: View, one: Value) -> list[list[Cell]]:
    if one["changes"]:
        return [
            [_name(one), {"text": change["name"]}, {"text": change["old"]}, {"text": change["new"]}]
            for change in one["changes"]
        ]
    there, absent = view.labels("in_edition"), view.labels("not_in_edition")
    return [
        [
            _name(one),
            {"text": one["labels"][0]},
            {"text": there if one["old"] else absent},
            {"text": there if one["new"] else absent},
        ]
    ]


def _name(one: Value) -> Cell:
    return {"text": one["title"], "href": (one["new"] or one["old"])["href"]}


def _impact(view: View, trend: Entry[Trend] | None) -> Cell:
    return (
        {"text": str(trend.data.impact), "number": trend.data.impact}
        if trend
        else {"text": view.labels("not_in_edition")}
    )


def _weight(view: View, one: Value, old: Entry[Trend] | None, new: Entry[Trend] | None) -> str:
    """The impact of a trend in both editions, in words."""
    if old and new and old.data.impact != new.data.impact:
        return view.labels("from_to", name=view.labels("impact"), old=old.data.impact, new=new.data.impact)
    trend = next(trend for trend in (new, old) if trend)
    return view.labels(
        "impact_stays" if old and new else "impact_of", kind=one["labels"][0], score=trend.data.impact
    )


def _sentence(one: Value) -> str:
    told = "; ".join(change["told"] for change in one["changes"])
    return f"{one['title']}: {told or one['labels'][0]}."

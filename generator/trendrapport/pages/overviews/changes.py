"""What changed between two editions: which trends are new, gone, moved, renamed or revised, in words and as
slopes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trendrapport.model.addresses import SINCE, relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.changes import changes, former, kinds, status
from trendrapport.pages.analysis.pairs import Pair, pairs
from trendrapport.pages.parts.change_slopes import Compared, ComparedTrend, Slope, slopes
from trendrapport.pages.parts.overview_figure import Entrance, entrance
from trendrapport.pages.view import NamedLink, View
from trendrapport.report.report import Entry

ORDER = 20
LIST = "changes.html"
"""Where readers choose two editions."""
KINDS = ("new", "returned", "ended", "gone", "moved", "renamed", "revised", "same")
LISTED = ("new", "returned", "ended", "gone", "same")
"""What happened to the trends of which there are only names to show."""


MOST_PAIRS = 100
"""Of more trends than this, a comparison draws those that changed, and folds the others."""


@dataclass(frozen=True)
class ComparisonLink:
    """The link to a comparison of two editions, with what that counts."""

    href: str
    title: str
    counts: str


@dataclass(frozen=True)
class ComparedGroup:
    """The trends to which the same happened."""

    kind: str
    title: str
    trends: list[ComparedTrend]


@dataclass(frozen=True)
class Comparison:
    """All that the page of two editions shows."""

    newer: NamedLink
    older: NamedLink
    counts: str
    groups: list[ComparedGroup]
    changed: list[ComparedTrend]
    slopes: list[Slope]
    brief: str | None
    """Of many trends, that only those that changed are drawn."""


def path_since(newer: Entry[Edition], older: Entry[Edition]) -> str:
    """The page of two editions, from the site's root."""
    return f"{newer.slug}/{SINCE}{older.slug}.html"


def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The newest comparison of an edition; of the whole report, the choice between all."""
    if edition is None:
        anything = any(compared(view, one) for one in view.editions)
        return [entrance(view, "changes", LIST, page)] if anything else []
    older = compared(view, edition)
    if not older:
        return []
    return [entrance(view, "changes", path_since(edition, older[0]), page, _since(view, older[0]))]


def overview(view: View, edition: Entry[Edition]) -> Comparison | None:
    """What changed since the edition before."""
    older = former(view, edition)
    return comparison(view, edition, older) if older else None


def compared(view: View, edition: Entry[Edition]) -> list[Entry[Edition]]:
    """The older editions that an edition can be compared with, the newest first: those with trends, if it has
    trends itself.
    """
    if not view.trends(edition):
        return []
    older = view.editions[view.editions.index(edition) + 1 :]
    return [one for one in older if view.trends(one)]


def link(view: View, newer: Entry[Edition], older: Entry[Edition], page: str) -> ComparisonLink:
    """The link from a page to a comparison."""
    href = relative(path_since(newer, older), page)
    return ComparisonLink(href, _since(view, older), counts(view, newer, older))


def _since(view: View, older: Entry[Edition]) -> str:
    return view.labels("changed_since", name=view.edition_named(older))


def counts(view: View, newer: Entry[Edition], older: Entry[Edition]) -> str:
    """How many trends are new, gone and so on, in words; several pages say it of the same two editions."""
    name = f"counts {newer.slug} {older.slug}"
    if name not in view.worked_out:
        view.worked_out[name] = _counted(view, newer, older)
    return str(view.worked_out[name])


def _counted(view: View, newer: Entry[Edition], older: Entry[Edition]) -> str:
    found: Counter[str] = Counter()
    for pair in pairs(view, newer, older):
        found.update(_kinds(view, newer, older, pair))
    return ", ".join(f"{found[kind]} {view.labels(f'change.{kind}')}" for kind in KINDS if found[kind])


def comparison(view: View, newer: Entry[Edition], older: Entry[Edition]) -> Comparison:
    """All that the page of two editions shows."""
    page = path_since(newer, older)
    found = pairs(view, newer, older)
    shown = [_shown(view, newer, older, pair, page) for pair in found]
    counted = counts(view, newer, older)
    brief = len(found) > MOST_PAIRS
    drawn = [one for one in shown if one.changes] if brief else shown
    others = [one for one in shown if not one.changes] if brief else []
    slugs = {one.slug for one in drawn}
    kept = [pair for pair in found if pair.trend.slug in slugs] if brief else found
    both = Compared(view, newer, older, page, kept, drawn, counted, others)
    return Comparison(
        newer=view.named_link(newer, page, view.short_name(newer)),
        older=view.named_link(older, page, view.short_name(older)),
        counts=counted,
        groups=_groups(view, shown),
        changed=[one for one in shown if one.changes],
        slopes=slopes(both),
        brief=view.labels("changes_only", all=len(found)) if brief else None,
    )


def _groups(view: View, shown: list[ComparedTrend]) -> list[ComparedGroup]:
    """The trends to which each of these happened."""
    groups = []
    for kind in LISTED:
        trends = [one for one in shown if kind in one.kinds]
        if trends:
            groups.append(ComparedGroup(kind, view.labels(f"change.{kind}"), trends))
    return groups


def _shown(view: View, newer: Entry[Edition], older: Entry[Edition], pair: Pair, page: str) -> ComparedTrend:
    old, new = pair
    happened = _kinds(view, newer, older, pair)
    return ComparedTrend(
        slug=pair.trend.slug,
        title=pair.trend.data.title,
        category=view.categories(pair.trend.data)[0],
        old=view.link(old, page) if old else None,
        new=view.link(new, page) if new else None,
        kinds=happened,
        labels=[view.labels(f"change.{kind}") for kind in happened],
        changes=changes(view, old.data, new.data) if old and new else [],
        why=_why(view, newer, pair),
    )


def _why(view: View, newer: Entry[Edition], pair: Pair) -> str | None:
    """Why a trend ended, or from which edition one is that was not mentioned again."""
    if pair.new is None:
        return view.why_ended(pair.trend, newer)
    if pair.new is pair.old:
        return view.carried(pair.new)
    return None


def _kinds(view: View, newer: Entry[Edition], older: Entry[Edition], pair: Pair) -> list[str]:
    """What happened to a trend; one that an edition before the older one had is not new but returned."""
    old, new = pair
    if new is None:
        return ["ended" if view.ending(pair.trend, newer) else "gone"]
    if old is None:
        return [status(view, new, older) or "new"]
    return kinds(view, changes(view, old.data, new.data)) or ["same"]

"""What changed in a trend from one edition to another.

The same slug in two editions is the same trend, and so is one that `formerly` names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry

STATUSES = ("new", "returned", "nearer", "further", "unchanged")
"""What can be said of a trend since the former edition; further and nearer are of the horizon alone."""


def former(view: View, edition: Entry[Edition]) -> Entry[Edition] | None:
    """The edition before this one."""
    later = view.editions.index(edition) + 1
    return view.editions[later] if later < len(view.editions) else None


def status(view: View, trend: Entry[Trend], older: Entry[Edition] | None) -> str | None:
    """What happened to a trend since an older edition, as one of `STATUSES`; None when there is no older one."""
    if older is None:
        return None
    seen = {edition.slug for edition, _ in view.history(trend)}
    if before := nearest(trend, [other for edition, other in view.history(trend) if edition is older]):
        step = _place(view, trend) - _place(view, before)
        return "nearer" if step < 0 else "further" if step > 0 else "unchanged"
    newest_first = [edition.slug for edition in view.editions]
    return (
        "returned" if any(slug in newest_first[newest_first.index(older.slug) :] for slug in seen) else "new"
    )


def nearest(trend: Entry[Trend], others: Iterable[Entry[Trend]]) -> Entry[Trend] | None:
    """Of the trends from which one came, that of its own name, else of the first of its former names that one
    has; None without any.
    """
    names = [trend.slug, *trend.data.formerly]
    return min(
        others, key=lambda other: names.index(other.slug) if other.slug in names else len(names), default=None
    )


def _place(view: View, trend: Entry[Trend]) -> int:
    return list(view.report.config.taxonomies.horizons).index(trend.data.horizon)


def changes(view: View, old: Trend, new: Trend) -> list[Value]:
    """The fields that differ: the field's name in the model and in words, and both values as readers see
    them.
    """
    found = [("title", view.labels("title"), old.title, new.title)]
    found += [
        (name, view.labels(name), _term(view, name, old), _term(view, name, new))
        for name in ("horizon", "stance")
    ]
    found += [
        (name, view.labels(name), _score(view, name, old), _score(view, name, new))
        for name in ("impact", "certainty")
    ]
    found += [
        ("categories", view.labels("category"), _categories(view, old), _categories(view, new)),
        *_values(view, old, new),
    ]
    return [
        {
            "field": field,
            "name": name,
            "old": before,
            "new": after,
            "told": view.labels("from_to", name=name, old=before, new=after),
        }
        for field, name, before, after in found
        if before != after
    ]


def _term(view: View, name: str, trend: Trend) -> str:
    return str(view.term(f"{name}s", getattr(trend, name))["label"])


def _score(view: View, name: str, trend: Trend) -> str:
    return view.labels("of_five", score=getattr(trend, name))


def _categories(view: View, trend: Trend) -> str:
    return ", ".join(category["label"] for category in view.categories(trend))


def _values(view: View, old: Trend, new: Trend) -> Iterator[tuple[str, str, str, str]]:
    effects = [
        {effect.value: view.labels(f"effect.{effect.effect}") for effect in one.values} for one in (old, new)
    ]
    for value in view.report.config.taxonomies.values:
        before, after = (effect.get(value, view.labels("not_weighed")) for effect in effects)
        yield "values", view.term("values", value)["label"], before, after


def kinds(found: Iterable[Value]) -> list[str]:
    """What sorts of changes these are: moved (horizon), renamed (title) and revised (anything else)."""
    sorts = {"horizon": "moved", "title": "renamed"}
    seen = {sorts.get(change["field"], "revised") for change in found}
    return [kind for kind in ("moved", "renamed", "revised") if kind in seen]

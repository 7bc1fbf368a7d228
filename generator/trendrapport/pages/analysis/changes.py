"""What changed in a trend from one edition to another.

The same slug in two editions is the same trend, and so is one that `formerly` names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import FIELD_OF, words_of
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

STATUSES = ("new", "returned", "nearer", "further", "unchanged")
"""What can be said of a trend since the former edition; further and nearer are of its ring alone."""
KINDS = ("moved", "renamed", "revised")
NOTHING = "\u2013"
"""What stands for a value that a trend does not have."""

Field = tuple[str, str, str, str]
"""The name of a field in the model and in words, and its old and new value as readers see them."""


@dataclass(frozen=True)
class Change:
    """A field that differs: its name in the model and in words, and both values as readers see them."""

    field: str
    name: str
    old: str
    new: str
    sentence: str


def former(view: View, edition: Entry[Edition]) -> Entry[Edition] | None:
    """The edition before this one."""
    older = view.editions[view.editions.index(edition) + 1 :]
    return older[0] if older else None


def status(view: View, trend: Entry[Trend], older: Entry[Edition] | None) -> str | None:
    """What happened to a trend since an older edition, as one of `STATUSES`. Without an older one: "new" for
    a trend that says so, else None.
    """
    if older is None:
        return "new" if trend.data.new else None
    before = nearest(trend, view.standing(trend, older))
    if before:
        return _moved(view.ring_number(trend.data) - view.ring_number(before.data))
    earlier = view.editions[view.editions.index(older) :]
    seen = any(view.standing(trend, edition) for edition in earlier)
    return "returned" if seen else "new"


def _moved(rings: int) -> str:
    """What happened to a trend that went this many rings outwards."""
    if rings == 0:
        return "unchanged"
    return "nearer" if rings < 0 else "further"


def nearest(trend: Entry[Trend], others: Iterable[Entry[Trend]]) -> Entry[Trend] | None:
    """Of the trends from which one came, that of its own name, else of the first of its former names that one
    has; None without any.
    """
    names = [trend.slug, *trend.data.formerly]

    def rank(other: Entry[Trend]) -> int:
        return names.index(other.slug) if other.slug in names else len(names)

    return min(others, key=rank, default=None)


def changes(view: View, old: Trend, new: Trend) -> list[Change]:
    """The fields that differ between two versions of a trend."""
    differing = []
    for field, name, before, after in _fields(view, old, new):
        if before != after:
            sentence = view.labels("from_to", name=name, old=before, new=after)
            differing.append(Change(field, name, before, after, sentence))
    return differing


def _fields(view: View, old: Trend, new: Trend) -> Iterator[Field]:
    yield "title", view.labels("title"), old.title, new.title
    for name in ("horizons", "stances"):
        yield FIELD_OF[name], view.taxonomy_name(name), _term(view, name, old), _term(view, name, new)
    for name in ("impact", "certainty"):
        yield name, view.labels(name), _score(view, name, old), _score(view, name, new)
    yield "categories", view.labels("category"), _categories(view, old), _categories(view, new)
    for name in view.report.config.taxonomies.own:
        yield name, view.taxonomy_name(name), _term(view, name, old), _term(view, name, new)
    before, after = _effects(view, old), _effects(view, new)
    for value in view.report.config.used_words("values"):
        absent = view.labels("not_weighed")
        label = view.term("values", value)["label"]
        yield "values", label, before.get(value, absent), after.get(value, absent)


def _term(view: View, name: str, trend: Trend) -> str:
    """The word of a taxonomy that a trend has; a sign where it has none."""
    labels = [view.term(name, word)["label"] for word in words_of(trend, name)]
    return labels[0] if labels else NOTHING


def _score(view: View, name: str, trend: Trend) -> str:
    score = getattr(trend, name)
    return NOTHING if score is None else view.labels("of_five", score=score)


def _categories(view: View, trend: Trend) -> str:
    return ", ".join(category["label"] for category in view.categories(trend))


def _effects(view: View, trend: Trend) -> dict[str, str]:
    """What a trend does to each value, in a word."""
    return {effect.value: view.labels(f"effect.{effect.effect}") for effect in trend.values}


def kinds(view: View, found: Iterable[Change]) -> list[str]:
    """Of which kinds changes are: moved (ring), renamed (title) and revised (anything else)."""
    by_field = {view.ring_field: "moved", "title": "renamed"}
    seen = {by_field.get(change.field, "revised") for change in found}
    return [kind for kind in KINDS if kind in seen]

"""Which trends hang together, ranked by what they share, and why, in words.

The worth of a tie is the sum, over all that two trends share, of the weight of its kind times its rarity. Rarity is the inverse document
frequency of Spärck Jones (1972), ln((N + 1) / n): N trends in the report, n of them with the thing, each trend counted once however many
editions have it; the 1 keeps what all trends share above nothing. The measure is symmetric: both trends give the same worth.

Weights: a relation that editors wrote says most (6); a keyword or an instrument is chosen for this trend (3); the same source may be cited
for anything (2); a public value is one of a few (1); a category one of even fewer (0.5). Sources that an edition names as its own are left
out: all its trends come from them. Categories, or a single value, never make a tie by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from trendrapport.entries.instruments import Instrument
from trendrapport.entries.sources import Source
from trendrapport.entries.trends import Trend
from trendrapport.report import Entry, Key
from trendrapport.view import View

WEIGHTS: Mapping[str, float] = {"named": 6.0, "tags": 3.0, "instruments": 3.0, "sources": 2.0, "values": 1.0, "categories": 0.5}
BINDING = frozenset({"named", "tags", "instruments", "sources"})
"""One shared thing of these kinds makes a tie."""
VALUES = 2
"""So many shared values make a tie too."""

Thing = tuple[str, str]
"""A kind and what is shared."""


@dataclass(frozen=True)
class Tie:
    """Two trends, how much they have to do with each other, and what they share, the weightiest first."""

    trend: Entry[Trend]
    other: Entry[Trend]
    worth: float
    shared: tuple[Thing, ...]

    @property
    def named(self) -> bool:
        """Whether editors wrote that they are related."""
        return any(kind == "named" for kind, _ in self.shared)


@dataclass(frozen=True)
class Relatedness:
    """The ties between all trends of a report."""

    view: View

    _kept: dict[Key, frozenset[Thing]] = field(default_factory=dict, compare=False, repr=False)

    def _things(self, trend: Entry[Trend]) -> frozenset[Thing]:
        if trend.key not in self._kept:
            self._kept[trend.key] = frozenset(self._found(trend))
        return self._kept[trend.key]

    def _found(self, trend: Entry[Trend]) -> Iterable[Thing]:
        data, edition = trend.data, self.view.edition_of(trend)
        own = set(edition.data.sources) if edition else set()
        yield from (("tags", " ".join(tag.casefold().split())) for tag in data.tags)
        yield from (("instruments", slug) for slug in data.instruments if self.view.report.get(Instrument, slug))
        yield from (("sources", key) for key in self.view.numbers(trend) if key not in own)
        yield from (("values", effect.value) for effect in data.values)
        yield from (("categories", name) for name in data.categories)

    @cached_property
    def _worths(self) -> dict[Thing, float]:
        """What it says when two trends share a thing."""
        slugs: dict[Thing, set[str]] = {}
        for trend in self.view.report.of(Trend):
            for thing in self._things(trend):
                slugs.setdefault(thing, set()).add(trend.slug)
        count = len(self.view.lineage)
        return {thing: WEIGHTS[thing[0]] * log((count + 1) / len(having)) for thing, having in slugs.items()}

    @cached_property
    def _newest(self) -> dict[str, Entry[Trend]]:
        return {slug: found[-1][1] for slug, found in self.view.lineage.items()}

    def others(self, trend: Entry[Trend]) -> list[Entry[Trend]]:
        """Each other trend once: as it is in the same edition, else in the newest that has it."""
        here = {other.slug: other for other in self.view.report.of(Trend, trend.edition)}
        return [other for slug, other in (self._newest | here).items() if slug != trend.slug]

    def shared(self, trend: Entry[Trend], other: Entry[Trend]) -> list[Thing]:
        """All that two trends share, in no order."""
        shared = list(self._things(trend) & self._things(other))
        return [*shared, ("named", "")] if names(trend, other) or names(other, trend) else shared

    def tie(self, trend: Entry[Trend], other: Entry[Trend]) -> Tie:
        """What two trends share. That an editor names one with the other counts once, whichever names which."""
        shared = self.shared(trend, other)
        worth = {thing: self._worths.get(thing, WEIGHTS["named"]) for thing in shared}
        ordered = sorted(shared, key=lambda thing: (-worth[thing], thing))
        # Added up in one order, whichever of the two comes first, so that both give the same worth to the last digit.
        return Tie(trend, other, round(sum(worth[thing] for thing in ordered), 6), tuple(ordered))

    def ranked(self, trend: Entry[Trend], among: Iterable[Entry[Trend]]) -> list[Tie]:
        """The trends that are related to this one, the closest first."""
        ties = [self.tie(trend, other) for other in among if binds(self.shared(trend, other))]
        return sorted(ties, key=lambda tie: (-tie.worth, tie.other.slug))

    def reasons(self, tie: Tie) -> list[str]:
        """Why two trends are related, a phrase for each kind, the weightiest first."""
        kinds: dict[str, list[str]] = {}
        for kind, name in tie.shared:
            kinds.setdefault(kind, []).append(name)
        return [reason for kind, found in kinds.items() for reason in (self._named(tie) if kind == "named" else [self._phrase(kind, found)])]

    def _named(self, tie: Tie) -> list[str]:
        pairs = ((tie.trend, tie.other), (tie.other, tie.trend))
        return [self.view.labels("shares.named", title=one.data.title, why=relation.why.rstrip("."))
                for one, two in pairs for relation in one.data.related if relation.trend == two.slug]

    def _phrase(self, kind: str, found: list[str]) -> str:
        form = "one" if len(found) == 1 else "other"
        return self.view.labels(f"shares.{kind}.{form}", names=self.view.labels.listed([self._word(kind, name) for name in found]))

    def _word(self, kind: str, name: str) -> str:
        if kind == "instruments":
            found = self.view.report.get(Instrument, name)
            return found.data.title if found else name
        if kind == "sources":
            source = self.view.report.get(Source, name)
            return f"‘{source.data.title}’" if source else name
        return name if kind == "tags" else str(self.view.term(kind, name)["label"])


def binds(shared: Iterable[Thing]) -> bool:
    """Whether what two trends share is enough to call them related."""
    kinds = [kind for kind, _ in shared]
    return not BINDING.isdisjoint(kinds) or kinds.count("values") >= VALUES


def names(trend: Entry[Trend], other: Entry[Trend]) -> bool:
    """Whether the editors wrote that a trend is related to another one."""
    return any(relation.trend == other.slug for relation in trend.data.related)

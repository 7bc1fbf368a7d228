"""Which trends hang together, ranked by what they share, and why, in words.

The worth of a tie is the sum, over all that two trends share, of the weight of its kind times its rarity.
Rarity is the inverse document
frequency of Spärck Jones (1972), ln((N + 1) / n): N trends in the report, n of them with the thing, each
trend counted once however many
editions have it; the 1 keeps what all trends share above nothing. The measure is symmetric: both trends give
the same worth.

Weights: a relation that editors wrote says most (6); a keyword or an instrument is chosen for this trend (3);
the same source may be cited
for anything (2); a public value is one of a few (1); a category one of even fewer (0.5). Sources that an
edition names as its own are left
out: all its trends come from them. Categories, or a single value, never make a tie by themselves, nor does
what more than thirty trends
share: it says nothing of two of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from math import log

from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.sources import Source
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import View
from trendrapport.report.report import Entry, Key

WEIGHTS: Mapping[str, float] = {
    "named": 6.0,
    "tags": 3.0,
    "instruments": 3.0,
    "sources": 2.0,
    "values": 1.0,
    "categories": 0.5,
}
BINDING = frozenset({"named", "tags", "instruments", "sources"})
"""One shared thing of these kinds makes a tie."""
MILLION = 1_000_000
VALUES = 2
"""So many shared values make a tie too."""
COMMON = 30
"""What more trends than this share makes no tie by itself."""

Thing = tuple[str, str]
"""A kind and what is shared."""


NAMED: Thing = ("named", "")
"""That editors wrote that two trends are related."""


@dataclass(frozen=True)
class _Traits:
    """What a trend can share with others, and which ones its editors name."""

    things: frozenset[Thing]
    names: frozenset[str]

    @cached_property
    def binding(self) -> frozenset[Thing]:
        return frozenset(thing for thing in self.things if thing[0] in BINDING)

    @cached_property
    def values(self) -> frozenset[Thing]:
        return frozenset(thing for thing in self.things if thing[0] == "values")


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
        return NAMED in self.shared


@dataclass(frozen=True)
class Relatedness:
    """The ties between all trends of a report."""

    view: View

    @cached_property
    def _traits(self) -> dict[Key, _Traits]:
        return {
            trend.key: _Traits(
                frozenset(self._found(trend)),
                frozenset(self.view.identity(relation.trend) for relation in trend.data.related),
            )
            for trend in self.view.report.of(Trend)
        }

    def _found(self, trend: Entry[Trend]) -> Iterable[Thing]:
        data, edition = trend.data, self.view.edition_of(trend)
        own = set(edition.data.sources) if edition else set()
        yield from (("tags", " ".join(tag.casefold().split())) for tag in data.tags)
        yield from (("instruments", found.slug) for found in self.view.instruments(trend))
        yield from (("sources", key) for key in self.view.numbers(trend) if key not in own)
        yield from (("values", effect.value) for effect in data.values)
        yield from (("categories", name) for name in data.categories)

    @cached_property
    def _having(self) -> dict[Thing, list[Key]]:
        """The trends that have a thing."""
        found: dict[Thing, list[Key]] = {}
        for key, traits in self._traits.items():
            for thing in traits.things:
                found.setdefault(thing, []).append(key)
        return found

    @cached_property
    def _worths(self) -> dict[Thing, int]:
        """What it says when two trends share a thing, in millionths: whole numbers add up to the same from
        both sides of a tie.
        """
        count = len(self.view.lineage)
        rarity = {
            thing: log((count + 1) / len(self._known(having))) for thing, having in self._having.items()
        }
        return {NAMED: round(WEIGHTS["named"] * MILLION)} | {
            thing: round(WEIGHTS[thing[0]] * rare * MILLION) for thing, rare in rarity.items()
        }

    @cached_property
    def _by_edition(self) -> dict[str | None, dict[str, Entry[Trend]]]:
        found: dict[str | None, dict[str, Entry[Trend]]] = {}
        for trend in self.view.report.of(Trend):
            found.setdefault(trend.edition, {})[self.view.identity(trend.slug)] = trend
        return found

    @cached_property
    def _newest(self) -> dict[str, Entry[Trend]]:
        return {slug: found[-1][1] for slug, found in self.view.lineage.items()}

    def _known(self, trends: Iterable[Key]) -> set[str]:
        """The names by which trends are known, each once however many editions have it."""
        return {self.view.identity(slug) for _, _, slug in trends}

    def others(self, trend: Entry[Trend]) -> list[Entry[Trend]]:
        """Each trend once that is related to this one: as it is in the same edition, else in the newest that
        has it.
        """
        names, here = self._known(self.near(trend)), self._by_edition[trend.edition]
        found = (
            here.get(name) or self._newest.get(name)
            for name in sorted(names - {self.view.identity(trend.slug)})
        )
        return [other for other in found if other and self.related(trend, other)]

    def named(self, trend: Entry[Trend], other: Entry[Trend]) -> bool:
        """Whether the editors name one of two trends with the other."""
        one, two = self.view.identity(trend.slug), self.view.identity(other.slug)
        return two in self._traits[trend.key].names or one in self._traits[other.key].names

    def related(self, trend: Entry[Trend], other: Entry[Trend]) -> bool:
        """Whether two trends share enough to be called related."""
        return other.key in self.near(trend)

    def near(self, trend: Entry[Trend]) -> Set[Key]:
        """The trends that are related to this one."""
        return self._near[trend.key]

    @cached_property
    def _near(self) -> dict[Key, set[Key]]:
        """The trends that each one is related to: from things to trends, as most pairs share nothing."""
        telling = {
            thing: having for thing, having in self._having.items() if len(self._known(having)) <= COMMON
        }
        near: dict[Key, set[Key]] = {}
        for key, traits in self._traits.items():
            values = Counter(other for value in traits.values for other in telling.get(value, ()))
            near[key] = {other for other, count in values.items() if count >= VALUES}
            near[key].update(other for thing in traits.binding for other in telling.get(thing, ()))
        for one, other in self._named_pairs():
            near[one].add(other)
            near[other].add(one)
        return near

    def _named_pairs(self) -> Iterator[tuple[Key, Key]]:
        """Each trend with each that its editors name, in every edition."""
        by_slug: dict[str, list[Key]] = {}
        for key in self._traits:
            by_slug.setdefault(self.view.identity(key[2]), []).append(key)
        return (
            (key, other)
            for key, traits in self._traits.items()
            for name in traits.names
            for other in by_slug.get(name, ())
        )

    def tie(self, trend: Entry[Trend], other: Entry[Trend]) -> Tie:
        """What two trends share, and what that is worth.

        That editors name one with the other counts once, whichever names which.
        """
        shared = [
            *(self._traits[trend.key].things & self._traits[other.key].things),
            *([NAMED] if self.named(trend, other) else []),
        ]
        ordered = sorted(shared, key=lambda thing: (-self._worths[thing], thing))
        return Tie(trend, other, sum(self._worths[thing] for thing in shared) / MILLION, tuple(ordered))

    def ranked(
        self, trend: Entry[Trend], among: Iterable[Entry[Trend]], most: int | None = None
    ) -> list[Tie]:
        """The trends that are related to this one, the closest first; with `most`, no more than that many."""
        near = self.near(trend)
        ties = [self.tie(trend, other) for other in among if other.key in near]
        return sorted(ties, key=lambda tie: (-tie.worth, tie.other.slug))[:most]

    def reasons(self, tie: Tie) -> list[str]:
        """Why two trends are related, a phrase for each kind, the weightiest first."""
        kinds: dict[str, list[str]] = {}
        for kind, name in tie.shared:
            kinds.setdefault(kind, []).append(name)
        return [
            reason
            for kind, found in kinds.items()
            for reason in (self._named(tie) if kind == "named" else [self._phrase(kind, found)])
        ]

    def _named(self, tie: Tie) -> list[str]:
        pairs = ((tie.trend, tie.other), (tie.other, tie.trend))
        return [
            self.view.labels("shares.named", title=one.data.title, why=relation.why.rstrip("."))
            for one, two in pairs
            for relation in one.data.related
            if self.view.identity(relation.trend) == self.view.identity(two.slug)
        ]

    def _phrase(self, kind: str, found: list[str]) -> str:
        form = "one" if len(found) == 1 else "other"
        return self.view.labels(
            f"shares.{kind}.{form}", names=self.view.labels.listed([self._word(kind, name) for name in found])
        )

    def _word(self, kind: str, name: str) -> str:
        if kind == "instruments":
            found = self.view.report.get(Instrument, name)
            return found.data.title if found else name
        if kind == "sources":
            source = self.view.report.get(Source, name)
            return f"‘{source.data.title}’" if source else name
        return name if kind == "tags" else str(self.view.term(kind, name)["label"])

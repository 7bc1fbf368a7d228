"""Which trends are related, ranked by what they share, and why, in words.

The worth of a tie is the sum, over all that two trends share, of the weight of its kind times its rarity.
Rarity is the inverse document frequency of Spärck Jones (1972), ln((N + 1) / n): N trends in the report, n of
them with the thing, each trend counted once however many editions have it; the 1 keeps what all trends share
above nothing. The measure is symmetric: both trends give the same worth.

Weights: a relation that editors wrote says most (6); a keyword or an instrument is chosen for this trend (3);
the same source may be cited for anything (2); a public value is one of a few (1); a category one of even
fewer (0.5). Sources that an edition names as its own are left out: all its trends come from them. Categories,
or a single value, never make a tie by themselves, nor does what more than thirty trends share: it says
nothing of two of them.
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
"""How many shared values make a tie too."""
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
        """What makes a tie when one other trend has it too."""
        return self._of(BINDING)

    @cached_property
    def values(self) -> frozenset[Thing]:
        """What makes a tie together with another."""
        return self._of({"values"})

    def _of(self, kinds: Set[str]) -> frozenset[Thing]:
        return frozenset(thing for thing in self.things if thing[0] in kinds)


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


def relatedness(view: View) -> Relatedness:
    """The ties between all trends of a report, which are worked out once."""
    found = view.worked_out.get("relatedness")
    if not isinstance(found, Relatedness):
        found = view.worked_out["relatedness"] = Relatedness(view)
    return found


@dataclass(frozen=True)
class Relatedness:
    """The ties between all trends of a report."""

    view: View

    @cached_property
    def _traits(self) -> dict[Key, _Traits]:
        found: dict[Key, _Traits] = {}
        for trend in self.view.report.of(Trend):
            names = [self.view.identity(relation.trend) for relation in trend.data.related]
            found[trend.key] = _Traits(frozenset(self._things(trend)), frozenset(names))
        return found

    def _things(self, trend: Entry[Trend]) -> Iterator[Thing]:
        """All that a trend can share with others."""
        edition = self.view.edition_of(trend)
        own = set(edition.data.sources) if edition else set()
        for tag in trend.data.tags:
            yield "tags", " ".join(tag.casefold().split())
        for instrument in self.view.instruments(trend):
            yield "instruments", instrument.slug
        for source in self.view.numbers(trend):
            if source not in own:
                yield "sources", source
        for effect in trend.data.values:
            yield "values", effect.value
        for name in trend.data.categories:
            yield "categories", name

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
        worths = {NAMED: round(WEIGHTS["named"] * MILLION)}
        for thing, having in self._having.items():
            rarity = log((count + 1) / len(self._known(having)))
            worths[thing] = round(WEIGHTS[thing[0]] * rarity * MILLION)
        return worths

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
        here = self._by_edition[trend.edition]
        names = self._known(self.near(trend)) - {self.view.identity(trend.slug)}
        found = []
        for name in sorted(names):
            other = here.get(name) or self._newest.get(name)
            if other and self.related(trend, other):
                found.append(other)
        return found

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
        near = {key: self._sharing(traits) for key, traits in self._traits.items()}
        for one, other in self._named_pairs():
            near[one].add(other)
            near[other].add(one)
        return near

    def _sharing(self, traits: _Traits) -> set[Key]:
        """The trends that share enough with one of these traits."""
        values: Counter[Key] = Counter()
        for value in traits.values:
            values.update(self._rare.get(value, ()))
        found = {other for other, count in values.items() if count >= VALUES}
        for thing in traits.binding:
            found.update(self._rare.get(thing, ()))
        return found

    @cached_property
    def _rare(self) -> dict[Thing, list[Key]]:
        """The trends that have a thing, of things that few enough have to say something of two of them."""
        found: dict[Thing, list[Key]] = {}
        for thing, having in self._having.items():
            if len(self._known(having)) <= COMMON:
                found[thing] = having
        return found

    def _named_pairs(self) -> Iterator[tuple[Key, Key]]:
        """Each trend with each that its editors name, in every edition."""
        by_slug: dict[str, list[Key]] = {}
        for key in self._traits:
            by_slug.setdefault(self.view.identity(key[2]), []).append(key)
        for key, traits in self._traits.items():
            for name in traits.names:
                for other in by_slug.get(name, ()):
                    yield key, other

    def tie(self, trend: Entry[Trend], other: Entry[Trend]) -> Tie:
        """What two trends share, and what that is worth.

        That editors name one with the other counts once, whichever names which.
        """
        shared = set(self._traits[trend.key].things & self._traits[other.key].things)
        if self.named(trend, other):
            shared.add(NAMED)
        ordered = sorted(shared, key=lambda thing: (-self._worths[thing], thing))
        worth = sum(self._worths[thing] for thing in shared) / MILLION
        return Tie(trend, other, worth, tuple(ordered))

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
        reasons: list[str] = []
        for kind, names in kinds.items():
            if kind == "named":
                reasons += self._relations(tie.trend, tie.other)
                reasons += self._relations(tie.other, tie.trend)
            else:
                reasons.append(self._phrase(kind, names))
        return reasons

    def _relations(self, trend: Entry[Trend], other: Entry[Trend]) -> Iterator[str]:
        """Why the editors of a trend name another."""
        for relation in trend.data.related:
            if self.view.identity(relation.trend) == self.view.identity(other.slug):
                why = relation.why.rstrip(".")
                yield self.view.labels("shares.named", title=trend.data.title, why=why)

    def _phrase(self, kind: str, names: list[str]) -> str:
        form = "one" if len(names) == 1 else "other"
        words = self.view.labels.listed([self._word(kind, name) for name in names])
        return self.view.labels(f"shares.{kind}.{form}", names=words)

    def _word(self, kind: str, name: str) -> str:
        """What is shared, as readers know it."""
        if kind == "tags":
            return name
        if kind == "instruments":
            found = self.view.report.get(Instrument, name)
            return found.data.title if found else name
        if kind == "sources":
            source = self.view.report.get(Source, name)
            return f"‘{source.data.title}’" if source else name
        return str(self.view.term(kind, name)["label"])

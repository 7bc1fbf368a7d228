"""Trends through the editions: the name that stays when a trend is renamed, and the entries that name it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view.base import Base, in_order
from trendrapport.report.identity import identities
from trendrapport.report.report import Entry, Key

Data = TypeVar("Data", bound=Model)

Appearance = tuple[Entry[Edition], Entry[Trend]]
"""A trend in one of the editions that have it."""


class Trends(Base):
    """The trends of a report, their interviews, key figures and instruments, and who contributed."""

    def trends(self, edition: Entry[Edition]) -> list[Entry[Trend]]:
        """What an edition shows: its trends in the order that it gives, the others after them, without those
        that end with it; and where trends go on, those of older editions that it does not mention.
        """
        return self._standing[edition.slug]

    def written(self, edition: Entry[Edition]) -> list[Entry[Trend]]:
        """The trends that were written for an edition, in the same order, also those that end with it."""
        return in_order(self.report.of(Trend, edition.slug), edition.data.trends)

    @cached_property
    def _standing(self) -> dict[str, list[Entry[Trend]]]:
        """What each edition shows."""
        found: dict[str, list[Entry[Trend]]] = {}
        before: list[Entry[Trend]] = []
        for edition in reversed(self.editions):
            own = self.written(edition)
            mentioned = {self.identity(trend.slug) for trend in own}
            shown = [trend for trend in own if trend.data.ended is None]
            if self.report.config.going_on:
                shown += [trend for trend in before if self.identity(trend.slug) not in mentioned]
            found[edition.slug] = before = shown
        return found

    @cached_property
    def _standing_by_name(self) -> dict[str, dict[str, list[Entry[Trend]]]]:
        """The same by the name that each trend is known by."""
        found: dict[str, dict[str, list[Entry[Trend]]]] = {}
        for slug, trends in self._standing.items():
            by_name = found[slug] = dict[str, list[Entry[Trend]]]()
            for trend in trends:
                by_name.setdefault(self.identity(trend.slug), []).append(trend)
        return found

    def standing(self, trend: Entry[Trend], edition: Entry[Edition]) -> list[Entry[Trend]]:
        """What an edition shows of a trend, under whatever name; several where it came from several."""
        return self._standing_by_name[edition.slug].get(self.identity(trend.slug), [])

    def is_carried(self, trend: Entry[Trend], edition: Entry[Edition]) -> bool:
        """Whether an edition shows a trend as an older one left it."""
        return trend.edition != edition.slug

    def carried(self, trend: Entry[Trend]) -> str:
        """From which edition a trend is that a later one shows as it was."""
        return self.labels("carried", edition=trend.edition)

    def unchanged_in(self, trend: Entry[Trend]) -> list[Entry[Edition]]:
        """The later editions that show a trend as this one has it, the oldest first."""
        later = [edition for edition in reversed(self.editions) if self.is_carried(trend, edition)]
        return [edition for edition in later if self._has(edition, trend)]

    def _has(self, edition: Entry[Edition], trend: Entry[Trend]) -> bool:
        return any(one is trend for one in self.standing(trend, edition))

    def why_ended(self, trend: Entry[Trend], edition: Entry[Edition]) -> str | None:
        """Why a trend ended in an edition or before it; None for one that did not."""
        ending = self.ending(trend, edition)
        return ending.data.ended if ending else None

    def ending(self, trend: Entry[Trend], edition: Entry[Edition]) -> Entry[Trend] | None:
        """The text with which a trend ended, in an edition or before it; None for one that did not."""
        until = self.editions[self.editions.index(edition) :]
        past = [one for when, one in self.history(trend) if when in until]
        return past[-1] if past and past[-1].data.ended else None

    def interviews(self, edition: Entry[Edition]) -> list[Entry[Interview]]:
        """An edition's interviews in the order that it gives, the others after them."""
        return in_order(self.report.of(Interview, edition.slug), edition.data.interviews)

    @cached_property
    def _identities(self) -> dict[str, str]:
        return identities(self.report.of(Trend))

    def identity(self, slug: str) -> str:
        """The name by which a trend is known in all editions, given a name that it has or had in one."""
        return self._identities.get(slug, slug)

    @cached_property
    def lineage(self) -> dict[str, list[Appearance]]:
        """Each trend, by the name that it is known by, in all editions that have it, the oldest first."""
        by_edition: dict[str, list[Entry[Trend]]] = {}
        found: dict[str, list[Appearance]] = {}
        for trend in self.report.of(Trend):
            edition = self.edition_of(trend)
            if edition:
                found.setdefault(self.identity(trend.slug), [])
                by_edition.setdefault(edition.slug, []).append(trend)
        for edition in reversed(self.editions):
            for trend in by_edition.get(edition.slug, ()):
                found[self.identity(trend.slug)].append((edition, trend))
        return found

    def history(self, trend: Entry[Trend]) -> list[Appearance]:
        """A trend in all editions that have it, under whatever name, the oldest first."""
        return self.lineage[self.identity(trend.slug)]

    @cached_property
    def trend_pages(self) -> dict[str, Entry[Trend]]:
        """The trends by the path of their page."""
        return {self.path(trend): trend for trend in self.report.of(Trend)}

    def trend(self, slug: str, edition: str | None) -> Entry[Trend] | None:
        """The trend that has or had a name: in this edition, else in the newest that has it."""
        trends = [trend for _, trend in self.lineage.get(self.identity(slug), [])]
        if not trends:
            return None
        standing = self._standing_by_name.get(edition or "", {}).get(self.identity(slug))
        if standing and not any(trend.edition == edition for trend in trends):
            return standing[0]
        here = [trend for trend in trends if trend.edition == edition]
        own = [trend for trend in here if trend.slug == slug]
        return [*own, *here, trends[-1]][0]

    def trends_named(self, slugs: Iterable[str], edition: str | None) -> list[Entry[Trend]]:
        """The trends of these names (see `trend`); what is not published is left out."""
        found = []
        for slug in slugs:
            trend = self.trend(slug, edition)
            if trend:
                found.append(trend)
        return found

    def entries_named(
        self, model: type[Data], slugs: Iterable[str], edition: str | None = None
    ) -> list[Entry[Data]]:
        """The entries of these names; what is not published is left out."""
        found = []
        for slug in slugs:
            entry = self.report.get(model, slug, edition)
            if entry:
                found.append(entry)
        return found

    @cached_property
    def talks(self) -> dict[tuple[str | None, str], list[Entry[Interview]]]:
        """The interviews about each trend, by edition and the trend's slug."""
        found: dict[tuple[str | None, str], list[Entry[Interview]]] = {}
        for talk in self.report.of(Interview):
            for trend in talk.data.trends:
                found.setdefault((talk.edition, trend), []).append(talk)
        return found

    @cached_property
    def _naming(self) -> dict[tuple[type[Model], str | None, str], list[Entry[Any]]]:
        """The key figures and instruments that name a trend: by model, their edition, and the name that the
        trend is known by.
        """
        found: dict[tuple[type[Model], str | None, str], list[Entry[Any]]] = {}
        naming: list[Entry[Any]] = [*self.report.of(KeyFigure), *self.report.of(Instrument)]
        for entry in naming:
            for name in dict.fromkeys(map(self.identity, entry.data.trends)):
                found.setdefault((type(entry.data), entry.edition, name), []).append(entry)
        return found

    def key_figures(self, trend: Entry[Trend]) -> list[Entry[KeyFigure]]:
        """The key figures of a trend: those that it names, then those of its edition that name it."""
        named = self.entries_named(KeyFigure, trend.data.key_figures, trend.edition)
        naming = self._naming.get((KeyFigure, trend.edition, self.identity(trend.slug)), [])
        return once([*named, *naming])

    def instruments(self, trend: Entry[Trend]) -> list[Entry[Instrument]]:
        """The instruments that help with a trend: those that it names, then those that name it."""
        named = self.entries_named(Instrument, trend.data.instruments)
        naming = self._naming.get((Instrument, None, self.identity(trend.slug)), [])
        return once([*named, *naming])

    def trends_of_key_figure(self, figure: Entry[KeyFigure]) -> list[Entry[Trend]]:
        """The trends of a key figure: those that it names, then those of its edition that name it."""
        named = self.trends_named(figure.data.trends, figure.edition)
        in_edition = self.report.of(Trend, figure.edition)
        naming = [trend for trend in in_edition if figure.slug in trend.data.key_figures]
        return once([*named, *naming])

    @cached_property
    def contributions(self) -> dict[str, list[Entry[Any]]]:
        """What each person edited, wrote or said, by the person's slug, in the order of files."""
        found: dict[str, dict[Key, Entry[Any]]] = {}
        for entry in self.report.entries:
            for reference in entry.references:
                if reference.to == "people":
                    found.setdefault(reference.name, {})[entry.key] = entry
        return {slug: list(entries.values()) for slug, entries in found.items()}


def once(entries: Iterable[Entry[Data]]) -> list[Entry[Data]]:
    """Entries without those that were there already."""
    return list({entry.key: entry for entry in entries}.values())

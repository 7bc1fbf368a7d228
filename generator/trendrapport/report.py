"""Everything that editors wrote, as one frozen value; knows no files and no pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from trendrapport.charts.declaration import Chart, DataPackage
from trendrapport.charts.table import Table
from trendrapport.config import Config
from trendrapport.diagnostics import Location
from trendrapport.model import Model
from trendrapport.prose import Outline
from trendrapport.publishable import Publishable, Status
from trendrapport.references import Reference, references
from trendrapport.source import DataPath, Source

M_co = TypeVar("M_co", bound=Model, covariant=True)
M = TypeVar("M", bound=Model)

Key = tuple[str, str | None, str]
"""Kind, edition (None outside the editions) and slug: the name of an entry."""


@dataclass(frozen=True)
class Entry(Generic[M_co]):
    """One entry and where it was written."""

    kind: str
    edition: str | None
    slug: str
    data: M_co
    source: Source
    at: DataPath = ()
    """Where in the source the entry's data starts."""
    outline: Outline = Outline()

    @property
    def key(self) -> Key:
        """The entry's name."""
        return (self.kind, self.edition, self.slug)

    def locate(self, *path: str | int, key: bool = False) -> Location:
        """The character of a value of this entry, or of its key."""
        return self.source.locate((*self.at, *path), key=key)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What the entry's fields name; citations and links in the text are in `outline`."""
        return tuple(references(self.data))


@dataclass(frozen=True)
class Image:
    """A picture in the content folder; width and height in pixels are None when it cannot be read."""

    path: str
    digest: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class Report:
    """A whole report. Entries that could not be read are absent, but their names are known."""

    config: Config
    config_source: Source
    entries: tuple[Entry[Model], ...]
    names: frozenset[Key]
    """Every entry that has a file, the broken ones too: a reference to those is no mistake."""
    charts: dict[str, Entry[Chart]] = field(default_factory=dict)
    packages: dict[str, Entry[DataPackage]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    code: dict[str, str] = field(default_factory=dict)
    """The text of `charts/<name>.py`, by name."""
    images: dict[str, Image] = field(default_factory=dict)
    """Pictures by path from the report's root."""

    @cached_property
    def _by_key(self) -> dict[Key, Entry[Model]]:
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def read(self) -> frozenset[Key]:
        """The names of what could be read."""
        declared: dict[str, Iterable[str]] = {"charts": self.charts, "packages": self.packages, "tables": self.tables}
        return frozenset(self._by_key) | {(kind, None, name) for kind, named in declared.items() for name in named}

    @cached_property
    def by_path(self) -> dict[str, Entry[Model]]:
        """The entries that have a Markdown file, by path from the report's root."""
        return {entry.source.path: entry for entry in self.entries if entry.source.path.endswith(".md")}

    def of(self, model: type[M], edition: str | None = None) -> tuple[Entry[M], ...]:
        """The entries of one model, all or those of one edition, in the order of their files."""
        return tuple(cast("Entry[M]", entry) for entry in self.entries
                     if isinstance(entry.data, model) and edition in {None, entry.edition})

    def get(self, model: type[M], slug: str, edition: str | None = None) -> Entry[M] | None:
        """The entry of that name: in this edition, else outside the editions, else in the newest that has it."""
        found = [entry for entry in self._of_model(model) if entry.slug == slug]
        best = [entry for entry in found if entry.edition in {edition, None}] or found[-1:]
        return cast("Entry[M]", best[0]) if best else None

    def _of_model(self, model: type[Model]) -> list[Entry[Model]]:
        return self._by_model.get(model, [])

    @cached_property
    def _by_model(self) -> dict[type[Model], list[Entry[Model]]]:
        found: dict[type[Model], list[Entry[Model]]] = {}
        for entry in self.entries:
            found.setdefault(type(entry.data), []).append(entry)
        return found

    @cached_property
    def shown_charts(self) -> tuple[str, ...]:
        """The charts that the entries show, by name."""
        used = {block.name for entry in self.entries for block in entry.outline.blocks if block.word == "figure"}
        return tuple(name for name in sorted(used) if name in self.charts)

    def known(self, kind: str, edition: str | None = None) -> set[str]:
        """The names that a reference to a kind or taxonomy can have; with an edition, those in it alone."""
        taxonomies = self.config.taxonomies
        if kind in type(taxonomies).model_fields:
            return set(getattr(taxonomies, kind))
        return {slug for known, place, slug in self.names if known == kind and edition in {None, place}}

    def references(self) -> Iterator[tuple[Entry[Any], Reference]]:
        """Every reference of every entry and chart."""
        for entry in (*self.entries, *self.charts.values()):
            for reference in entry.references:
                yield entry, reference

    def published(self, today: str, *, drafts: bool = False, editions: Iterable[str] = ()) -> Report:
        """The report that readers get on a day (YYYY-MM-DD): without drafts and what is for later.

        With `drafts` those stay in; with `editions` only these and what stands outside editions.
        """
        wanted = set(editions)
        hidden = {entry.slug for entry in self.entries
                  if entry.kind == "editions" and not _is_public(entry.data, today, drafts=drafts)}
        shown = tuple(entry for entry in self.entries
                      if _is_public(entry.data, today, drafts=drafts) and entry.edition not in hidden
                      and (not wanted or entry.edition is None or entry.edition in wanted))
        return replace(self, entries=shown, names=frozenset(entry.key for entry in shown))


def _is_public(data: Model, today: str, *, drafts: bool) -> bool:
    if drafts or not isinstance(data, Publishable):
        return True
    return data.status is Status.FINAL and (data.publish is None or data.publish <= today)

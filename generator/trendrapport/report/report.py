"""Everything that editors wrote, as one frozen value; knows no files and no pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Language, Location
from trendrapport.files.downloads import Fault
from trendrapport.files.pictures import FORMATS
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.model.config import Config
from trendrapport.model.entries.trends import Trend
from trendrapport.model.references import Reference, references
from trendrapport.prose.outline import Mark, Outline


class _AnyName(Collection[str]):
    """The names of what could not be read: each may be right, and none is known."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


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
    language: Language | None = None
    """The language of a translation; None for the report's own."""

    @cached_property
    def key(self) -> Key:
        """The entry's name."""
        return (self.kind, self.edition, self.slug)

    @property
    def name(self) -> Key:
        """The same, and for a translation a name of its own."""
        if self.language is None:
            return self.key
        return (self.kind, self.edition, f"{self.slug}.{self.language}")

    @cached_property
    def json(self) -> str:
        """The entry's fields as JSON."""
        return self.data.model_dump_json()

    def locate(self, *path: str | int, key: bool = False) -> Location:
        """The character of a value of this entry, or of its key."""
        return self.source.locate((*self.at, *path), key=key)

    def in_text(self, mark: Mark) -> Location:
        """The character of something in this entry's Markdown."""
        return Location(self.source.path, mark.line, mark.column)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What the entry's fields name; citations and links in the text are in `outline`."""
        return tuple(references(self.data))


IMAGES = frozenset(FORMATS)
"""Pictures that cannot hold a script. SVG can, and is therefore not accepted from content."""


OTHER_PICTURES = frozenset(
    {".svg", ".bmp", ".eps", ".heic", ".heif", ".ico", ".jfif", ".jxl", ".psd", ".tif", ".tiff"}
)
"""Pictures that are not accepted."""


@dataclass(frozen=True)
class Image:
    """A picture in the content folder; width and height in pixels, as it is shown upright, are None when it
    cannot be read.
    """

    path: str
    digest: str
    width: int | None = None
    height: int | None = None
    format: str = ""
    """The format of its bytes, such as PNG, whatever its name says; empty for one that is not known."""
    moving: bool = False
    """Whether it has several frames."""
    too_large: bool = False
    """Whether it has too many pixels to be read."""
    can_be_redrawn: bool = False
    """Whether one that is too large can be made smaller."""


@dataclass(frozen=True)
class Download:
    """A file in the content folder that readers can download, and how many bytes it has."""

    path: str
    digest: str
    size: int
    fault: Fault | None = None
    """Why it cannot be published."""


@dataclass(frozen=True)
class Report:
    """A whole report. Entries with a mistake are absent, but their names are known; with a mistake in the
    settings, `config` is partial.
    """

    config: Config
    config_source: Source
    entries: tuple[Entry[Model], ...]
    names: frozenset[Key]
    """Every entry that has a file, the broken ones too: a reference to those is no mistake."""
    charts: dict[str, Entry[Chart]] = field(default_factory=dict)
    packages: dict[str, Entry[DataPackage]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    code: dict[str, str] = field(default_factory=dict)
    """The texts of `charts/<name>.py` and `charts/<name>.vl.json`, by path from the report's root."""
    images: dict[str, Image] = field(default_factory=dict)
    """Pictures by path from the report's root."""
    other_pictures: frozenset[str] = frozenset()
    """The paths of pictures of a type that is not accepted."""
    downloads: dict[str, Download] = field(default_factory=dict)
    """Files to download, by path from the report's root; those with a fault too."""
    unread: tuple[Entry[Model], ...] = ()
    """Entries and charts with wrong fields: no page, but what they refer to can be checked all the same.

    Their `data` is partial.
    """
    unknown: frozenset[str] = frozenset()
    """The kinds and taxonomies of which not every name could be read."""
    broken: frozenset[str] = frozenset()
    """The files with an error in them, by path: what they hold is not fully known."""
    translations: tuple[Entry[Model], ...] = ()
    """The same entries in another language, with the words of that and all else as it is in the original."""
    coming: frozenset[str] = frozenset()
    """The editions whose date has not come yet on the day for which this is the report."""
    early: Mapping[Key, str] = field(default_factory=dict)
    """What is shown before readers get it, and why they do not: `draft`, `review`, or the day from which
    they do.
    """

    @cached_property
    def _by_key(self) -> dict[Key, Entry[Model]]:
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def read(self) -> frozenset[Key]:
        """The names of what could be read."""
        charts = {("charts", None, name) for name in self.charts}
        packages = {("packages", None, name) for name in self.packages}
        tables = {("tables", None, name) for name in self.tables}
        return frozenset(self._by_key) | charts | packages | tables

    @property
    def texts(self) -> tuple[Entry[Model], ...]:
        """Every entry in every language, also with a wrong field in it."""
        return self.entries + self.translations + self.unread

    @cached_property
    def by_path(self) -> dict[str, Entry[Model]]:
        """The entries that have a Markdown file, by path from the report's root."""
        return {entry.source.path: entry for entry in self.entries if entry.source.path.endswith(".md")}

    def of(self, model: type[M], edition: str | None = None) -> tuple[Entry[M], ...]:
        """The entries of one model, all or those of one edition, in the order of their files."""
        return tuple(cast("list[Entry[M]]", self._by_model.get((model, edition), [])))

    def get(self, model: type[M], slug: str, edition: str | None = None) -> Entry[M] | None:
        """The entry of that name: in this edition or outside the editions, else in the newest that has it."""
        found = self._by_slug.get((model, slug), [])
        best = [entry for entry in found if entry.edition in {edition, None}] or found[-1:]
        return cast("Entry[M]", best[0]) if best else None

    @cached_property
    def _by_model(self) -> dict[tuple[type[Model], str | None], list[Entry[Model]]]:
        """The entries of each model: under None all of them, and those of each edition apart."""
        found: dict[tuple[type[Model], str | None], list[Entry[Model]]] = {}
        for entry in self.entries:
            for edition in dict.fromkeys((None, entry.edition)):
                found.setdefault((_known_as(entry), edition), []).append(entry)
        return found

    @cached_property
    def _by_slug(self) -> dict[tuple[type[Model], str], list[Entry[Model]]]:
        found: dict[tuple[type[Model], str], list[Entry[Model]]] = {}
        for entry in self.entries:
            found.setdefault((_known_as(entry), entry.slug), []).append(entry)
        return found

    @cached_property
    def shown_charts(self) -> tuple[str, ...]:
        """The charts that the entries show, by name."""
        used: set[str] = set()
        for entry in self.entries:
            used.update(entry.outline.figures)
        return tuple(name for name in sorted(used) if name in self.charts)

    @property
    def charts_with_table(self) -> Iterator[tuple[Entry[Chart], Table]]:
        """Each chart whose table could be read."""
        for entry in self.charts.values():
            table = self.tables.get(entry.data.data)
            if table:
                yield entry, table

    def known(self, kind: str, edition: str | None = None) -> Collection[str]:
        """The names that a reference to a kind or taxonomy can have; with an edition, those in it alone."""
        if kind in self.unknown:
            return _AnyName()
        words = self.config.taxonomies.terms(kind)
        if words is not None:
            return words
        return self._by_kind.get((kind, edition), frozenset())

    @cached_property
    def _by_kind(self) -> dict[tuple[str, str | None], set[str]]:
        """The slugs of each kind: under None all of them, and those of each edition apart."""
        found: dict[tuple[str, str | None], set[str]] = {}
        for kind, edition, slug in self.names:
            for where in (None, edition):
                found.setdefault((kind, where), set()).add(slug)
        return found

    def references(self) -> Iterator[tuple[Entry[Any], Reference]]:
        """Every reference of every entry and chart."""
        for entry in (*self.texts, *self.charts.values()):
            for reference in entry.references:
                yield entry, reference

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there are translations."""
        return tuple(sorted({entry.language for entry in self.translations if entry.language}))

    def every_language(self, key: Key) -> tuple[Entry[Model], ...]:
        """An entry and its translations."""
        return self._versions.get(key, ())

    @cached_property
    def _versions(self) -> dict[Key, tuple[Entry[Model], ...]]:
        found: dict[Key, tuple[Entry[Model], ...]] = {entry.key: (entry,) for entry in self.entries}
        for entry in self.translations:
            found[entry.key] += (entry,)
        return found

    def with_outputs(self, *names: str) -> Report:
        """The report as it is published in these forms only, whatever its settings say."""
        return replace(self, config=self.config.model_copy(update={"outputs": names}))

    def with_municipalities(self, names: tuple[str, ...]) -> Report:
        """The same with these municipalities besides those in the settings."""
        every = (*self.config.municipalities, *names)
        return replace(self, config=self.config.model_copy(update={"municipalities": every}))

    def in_language(self, language: Language) -> Report:
        """The report with each entry in that language where it is translated; the originals take the place of
        those translations.
        """
        translated = {entry.key: entry for entry in self.translations if entry.language == language}
        others = tuple(entry for entry in self.translations if entry.language != language)
        originals = tuple(entry for entry in self.entries if entry.key in translated)
        return replace(
            self,
            entries=tuple(translated.get(entry.key, entry) for entry in self.entries),
            translations=originals + others,
        )


def _known_as(entry: Entry[Model]) -> type[Model]:
    """The model of the kind of an entry; a report can have one of its own for trends."""
    return Trend if isinstance(entry.data, Trend) else type(entry.data)

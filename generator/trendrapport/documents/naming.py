"""Names for documents: all that the document of a page shows, found without reading texts that did not
change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator


class Contents(Protocol):
    """What a build has for its files, of which this is used."""

    @property
    def drawings(self) -> Mapping[str, Drawing]:
        """The charts by name."""

    @property
    def pages(self) -> Sequence[Page]:
        """All pages."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """The pictures of the site, by path from its root."""

    @property
    def day(self) -> int:
        """The date of documents, in seconds since 1970."""

    @property
    def cache(self) -> Cache:
        """Where names are kept between runs."""


class Wanted(Protocol):
    """A document that a page offers."""

    @property
    def path(self) -> str:
        """Its path from the site's root."""

    @property
    def page(self) -> Page:
        """The page."""

    @property
    def view(self) -> View:
        """The report in the page's language."""

    @property
    def entry(self) -> Entry[Any] | None:
        """The entry that the page is of."""


@dataclass(frozen=True)
class Names:
    """The names of the documents of a form."""

    form: str
    contents: Contents
    state: str
    """A name for all of the report but texts and tables."""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """All pages by path."""
        return {page.path: page for page in self.contents.pages}

    @cached_property
    def _shared(self) -> str:
        return digest(self.form, generator(), self.state, str(self.contents.day))

    def of(self, one: Wanted, name: Callable[[], bytes]) -> str:
        """A name for all that a document shows: `name` reads its texts for that, and is asked only if
        something has changed that its page depends on.
        """
        used = digest(self._shared, one.path, *self._used(one))
        return self.contents.cache.made(used, name).decode()

    def _used(self, one: Wanted) -> Iterator[str]:
        """The texts, tables and drawings that a page can show; an edition shows those of all its pages."""
        folder = f"{one.entry.slug}/" if one.entry and one.entry.kind == "editions" else None
        for page in self.contents.pages:
            if page.path == one.page.path or (folder and page.path.startswith(folder)):
                yield from page.uses
        for name, drawing in sorted(self.contents.drawings.items()):
            yield name + drawing.kept.name

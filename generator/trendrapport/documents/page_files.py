"""Files of pages that offer one: named after all that they show, and made only when they are asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.charts.pictures.framing import light_colours
from trendrapport.documents.document import Document, EditionDocument, RoleDocument
from trendrapport.documents.material import Material, pictures_of
from trendrapport.documents.naming import Contents, Names, Wanted
from trendrapport.documents.reading.editions import EditionReader
from trendrapport.documents.reading.entries import document
from trendrapport.documents.reading.roles import role_document
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Page
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Kept, digest

Shown = Document | EditionDocument | RoleDocument
"""What files of pages show."""

SETTINGS = {"title", "publisher", "author", "licence", "look", "taxonomies"}
"""The settings that a document shows."""


@dataclass(frozen=True)
class PageFile(ABC):
    """The file of one page: of an entry, of an edition, or of what is asked of a role."""

    material: Material
    pages: Mapping[str, Page]
    """All pages by path."""
    page: Page
    entry: Entry[Any] | None
    """The entry that the page is of; None for that of a role."""
    keep: Callable[[str, Callable[[], bytes]], bytes]
    """Gives the bytes of a name, and makes them when there are none."""

    @abstractmethod
    def read(self) -> bytes:
        """Its bytes; what makes them is loaded only now."""

    @cached_property
    def shown(self) -> Shown:
        """What it shows."""
        if self.entry is None:
            return role_document(self.material.view, _stem(self.page.path))
        return self.edition if isinstance(self.entry.data, Edition) else self.document

    @cached_property
    def document(self) -> Document:
        """All of an entry."""
        return document(self.material.view, self.of, self.page, self.material.drawings)

    @cached_property
    def edition(self) -> EditionDocument:
        """All of an edition."""
        return EditionReader(self.material.view, self.pages, self.material.drawings).read(self.of)

    @property
    def of(self) -> Entry[Any]:
        """The entry that the page is of. Raises ValueError on the page of a role."""
        if self.entry is None:
            raise ValueError(self.page.path)
        return self.entry

    def name(self) -> bytes:
        """A digest of all that it shows."""
        material, documents = self.material, self._documents
        config = material.view.report.config
        settings = config.model_dump_json(include=SETTINGS, exclude={"look": {"series", "amounts"}})
        names = [name for one in documents for name in one.figures if name in material.drawings]
        drawings = [material.drawings[name].kept.name for name in names]
        if drawings:
            settings += repr(light_colours(config.look))
        pictures = [material.files[path] for path in pictures_of(material, documents)]
        return digest(repr(self.shown), settings, str(material.day), *drawings, *pictures).encode()

    @property
    def _documents(self) -> tuple[Document, ...]:
        """The entries that it shows."""
        match self.shown:
            case Document():
                return (self.shown,)
            case EditionDocument():
                return self.shown.documents
        return ()


def page_files(
    form: type[PageFile], contents: Contents, wanted: Sequence[Wanted], state: str
) -> Mapping[str, Kept]:
    """A file for each page that offers one; `state` names all of the report but texts and tables."""
    names = Names(form.__name__, contents, state)
    return {one.path: _file(form, names, one) for one in wanted}


def _file(form: type[PageFile], names: Names, one: Wanted) -> Kept:
    contents = names.contents
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    file = form(material, names.pages, one.page, one.entry, contents.cache.made)
    return Kept(names.of(one, file.name), file.read)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".html")

"""Files of pages that offer one: named after all that they show, and made only when they are asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.material import Material, pictures_of
from trendrapport.documents.naming import Contents, Names, Wanted
from trendrapport.documents.reading.editions import EditionReader
from trendrapport.documents.reading.entries import document
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Page
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Kept, digest

SETTINGS = {"title", "publisher", "author", "licence", "look", "taxonomies"}
"""The settings that a document shows."""


@dataclass(frozen=True)
class PageFile(ABC):
    """The file of one page of an entry or an edition."""

    material: Material
    pages: Mapping[str, Page]
    """All pages by path."""
    page: Page
    entry: Entry[Any]
    keep: Callable[[str, Callable[[], bytes]], bytes]
    """Gives the bytes of a name, and makes them when there are none."""

    @abstractmethod
    def read(self) -> bytes:
        """Its bytes; what makes them is loaded only now."""

    @cached_property
    def shown(self) -> Document | EditionDocument:
        """What it shows."""
        if isinstance(self.entry.data, Edition):
            return self.edition
        return self.document

    @cached_property
    def document(self) -> Document:
        """What the file of an entry shows."""
        return document(self.material.view, self.entry, self.page, self.material.drawings)

    @cached_property
    def edition(self) -> EditionDocument:
        """What the file of an edition shows."""
        return EditionReader(self.material.view, self.pages, self.material.drawings).read(self.entry)

    def name(self) -> bytes:
        """A digest of all that it shows."""
        material, shown = self.material, self.shown
        documents: Sequence[Document] = (shown,) if isinstance(shown, Document) else shown.documents
        settings = material.view.report.config.model_dump_json(include=SETTINGS)
        names = [name for one in documents for name in one.figures if name in material.drawings]
        drawings = [material.drawings[name].kept.name for name in names]
        pictures = [material.files[path] for path in pictures_of(material, documents)]
        return digest(repr(shown), settings, str(material.day), *drawings, *pictures).encode()


def page_files(
    form: type[PageFile], contents: Contents, wanted: Sequence[Wanted], state: str
) -> Mapping[str, Kept]:
    """A file for each page of an entry; `state` names all of the report but texts and tables."""
    names = Names(form.__name__, contents, state)
    return {one.path: _file(form, names, one, one.entry) for one in wanted if one.entry}


def _file(form: type[PageFile], names: Names, one: Wanted, entry: Entry[Any]) -> Kept:
    contents = names.contents
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    file = form(material, names.pages, one.page, entry, contents.cache.made)
    return Kept(names.of(one, file.name), file.read)

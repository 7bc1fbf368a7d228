"""The document of a page: what it shows, and its bytes; what makes these is loaded only then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.naming import Contents, Names, Wanted
from trendrapport.documents.pdf.of_entries import Material, pictures_of
from trendrapport.documents.reading.editions import EditionReader
from trendrapport.documents.reading.entries import document
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Page
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Kept, digest

SETTINGS = {"title", "publisher", "author", "licence", "look", "taxonomies"}
"""The settings that a document shows."""


@dataclass(frozen=True)
class WordFile:
    """The document of one page; it is read only when it is asked for."""

    material: Material
    pages: Mapping[str, Page]
    """All pages by path."""
    page: Page
    entry: Entry[Any] | None
    keep: Callable[[str, Callable[[], bytes]], bytes]
    """Gives the bytes of a name, and makes them when there are none."""

    @cached_property
    def shown(self) -> Document | EditionDocument:
        """What it shows."""
        view, drawings, entry = self.material.view, self.material.drawings, self.entry
        if entry is None:
            raise KeyError(self.page.path)
        if isinstance(entry.data, Edition):
            return EditionReader(view, self.pages, drawings).read(entry)
        return document(view, entry, self.page, drawings)

    def name(self) -> bytes:
        """A digest of all that it shows."""
        material, shown = self.material, self.shown
        documents = shown.documents if isinstance(shown, EditionDocument) else (shown,)
        settings = material.view.report.config.model_dump_json(include=SETTINGS)
        names = [name for one in documents for name in one.figures if name in material.drawings]
        drawings = [material.drawings[name].kept.name for name in names]
        pictures = [material.files[path] for path in pictures_of(material, documents)]
        return digest(repr(shown), settings, str(material.day), *drawings, *pictures).encode()

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.word.made import edition_file, entry_file

        shown = self.shown
        if isinstance(shown, EditionDocument) and self.entry:
            return edition_file(self.material, self.entry, shown, self.keep)
        if isinstance(shown, Document):
            return entry_file(self.material, shown, self.keep)
        raise KeyError(self.page.path)


class OnePageFile(WordFile):
    """A trend on one page."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.word.one_page import one_page_file

        if not isinstance(self.shown, Document):
            raise KeyError(self.page.path)
        return one_page_file(self.material, self.shown, self.keep)


def word_files(
    form: type[WordFile], contents: Contents, wanted: Sequence[Wanted], state: str
) -> Mapping[str, Kept]:
    """A file for each page that offers one; `state` names all of the report but texts and tables."""
    names = Names(form.__name__, contents, state)
    return {one.path: _file(form, names, one) for one in wanted}


def _file(form: type[WordFile], names: Names, one: Wanted) -> Kept:
    contents = names.contents
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    file = form(material, names.pages, one.page, one.entry, contents.cache.made)
    return Kept(names.of(one, file.name), file.read)

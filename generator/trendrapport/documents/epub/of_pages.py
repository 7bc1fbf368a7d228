"""The e-books of the pages that offer one; what makes them is loaded only when one is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.naming import Contents, Names, Wanted
from trendrapport.documents.pdf.of_entries import Material
from trendrapport.documents.word.of_pages import WordFile
from trendrapport.runtime.cache import Kept


class BookFile(WordFile):
    """The e-book of an edition."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.document import EditionDocument
        from trendrapport.documents.epub.made import book

        if not isinstance(self.shown, EditionDocument) or self.entry is None:
            raise KeyError(self.page.path)
        return book(self.material, self.entry, self.shown, self.keep)


def books(contents: Contents, wanted: Sequence[Wanted], state: str) -> Mapping[str, Kept]:
    """An e-book for each page that offers one; `state` names all of the report but texts and tables."""
    names = Names("epub", contents, state)
    return {one.path: _book(names, one) for one in wanted}


def _book(names: Names, one: Wanted) -> Kept:
    contents = names.contents
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    file = BookFile(material, names.pages, one.page, one.entry, contents.cache.made)
    return Kept(names.of(one, file.name), file.read)

"""The e-book of a page; what makes it is loaded only when it is asked for."""

from __future__ import annotations

from trendrapport.documents.document import EditionDocument
from trendrapport.documents.word.of_pages import WordFile


class BookFile(WordFile):
    """The e-book of an edition."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.epub.made import book

        if not isinstance(self.shown, EditionDocument) or self.entry is None:
            raise KeyError(self.page.path)
        return book(self.material, self.entry, self.shown, self.keep)

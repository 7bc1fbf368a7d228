"""The documents of pages for a word processor; what makes them is loaded only when one is asked for."""

from __future__ import annotations

from trendrapport.documents.document import EditionDocument
from trendrapport.documents.page_files import PageFile


class WordFile(PageFile):
    """All that a page says; of an edition, all that its pages say."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.word.made import edition_file, entry_file

        if isinstance(self.shown, EditionDocument):
            return edition_file(self.material, self.entry, self.shown, self.keep)
        return entry_file(self.material, self.shown, self.keep)


class OnePageFile(PageFile):
    """A trend on one page."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.word.one_page import one_page_file

        return one_page_file(self.material, self.document, self.keep)

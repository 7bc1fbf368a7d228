"""The documents of pages for a word processor; what makes them is loaded only when one is asked for."""

from __future__ import annotations

from functools import cached_property

from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.excerpts import on_one_page
from trendrapport.documents.page_files import PageFile


class WordFile(PageFile):
    """All that a page says; of an edition, all that its pages say."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.word.made import edition_file, entry_file

        if isinstance(self.shown, EditionDocument):
            return edition_file(self.material, self.of, self.shown, self.keep)
        return entry_file(self.material, self.document, self.keep)


class OnePageFile(PageFile):
    """A trend on one page."""

    @cached_property
    def shown(self) -> Document:
        """What has room there."""
        return on_one_page(self.document, self.material.drawings)

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.word.one_page import one_page_file

        return one_page_file(self.material, self.shown, self.keep)

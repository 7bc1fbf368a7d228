"""The e-book of a page; what makes it is loaded only when it is asked for."""

from __future__ import annotations

from trendrapport.documents.page_files import PageFile


class BookFile(PageFile):
    """The e-book of an edition."""

    def read(self) -> bytes:
        """Its bytes."""
        from trendrapport.documents.epub.made import book

        return book(self.material, self.of, self.edition, self.keep)

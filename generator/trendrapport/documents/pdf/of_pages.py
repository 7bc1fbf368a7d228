"""The PDFs of pages: all of an entry, an edition or a role, a trend on one page, and a kit for a session."""

from __future__ import annotations

from functools import cached_property

from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.excerpts import for_session, on_one_page
from trendrapport.documents.page_files import PageFile
from trendrapport.documents.pdf.of_editions import edition_sheet, role_sheet
from trendrapport.documents.pdf.of_entries import entry_sheet
from trendrapport.documents.pdf.one_page import one_page_sheet
from trendrapport.documents.pdf.typesetting import Sheet, typeset
from trendrapport.documents.pdf.workshop import workshop_sheet


class PdfFile(PageFile):
    """All that a page says; of an edition, all that its pages say."""

    def read(self) -> bytes:
        """Its bytes."""
        return typeset(self.sheet())

    def sheet(self) -> Sheet:
        """What it is made of."""
        match self.shown:
            case Document():
                return entry_sheet(self.material, self.shown)
            case EditionDocument():
                return edition_sheet(self.material, self.of, self.shown)
        return role_sheet(self.material, self.shown)


class OnePagePdf(PdfFile):
    """A trend on one page."""

    @cached_property
    def shown(self) -> Document:
        """What has room there."""
        return on_one_page(self.document, self.material.drawings)

    def sheet(self) -> Sheet:
        """What it is made of."""
        return one_page_sheet(self.material, self.shown)


class WorkshopPdf(PdfFile):
    """What a session on the trends of an edition needs."""

    @cached_property
    def shown(self) -> EditionDocument:
        """The trends and the radar."""
        return for_session(self.edition)

    def sheet(self) -> Sheet:
        """What it is made of."""
        return workshop_sheet(self.material, self.of, self.shown)

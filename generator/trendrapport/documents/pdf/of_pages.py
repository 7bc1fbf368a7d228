"""What the PDF of a page is made of: of an entry, an edition or a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from trendrapport.documents.document import Document, EditionDocument, RoleDocument
from trendrapport.documents.material import Material, pictures_of
from trendrapport.documents.pdf.of_editions import edition_sheet, role_sheet
from trendrapport.documents.pdf.of_entries import entry_sheet
from trendrapport.documents.pdf.one_page import one_page_sheet
from trendrapport.documents.pdf.typesetting import Sheet, typeset
from trendrapport.documents.pdf.workshop import workshop_sheet
from trendrapport.documents.reading.editions import EditionReader
from trendrapport.documents.reading.entries import document
from trendrapport.documents.reading.roles import role_document
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Page
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import digest


class Form(StrEnum):
    """What is made of a page."""

    WHOLE = "whole"
    """All that it says."""
    ONE_PAGE = "one page"
    """A trend on one page."""
    WORKSHOP = "workshop"
    """What a session on the trends of an edition needs."""


@dataclass(frozen=True)
class Printing:
    """The PDF of one page; it is read only when it is asked for."""

    material: Material
    pages: Mapping[str, Page]
    """All pages by path."""
    page: Page
    entry: Entry[Any] | None
    """The entry that the page is of; None for that of a role."""
    form: Form = Form.WHOLE

    @cached_property
    def shown(self) -> Document | EditionDocument | RoleDocument:
        """What it shows."""
        view, drawings = self.material.view, self.material.drawings
        if self.entry is None:
            return role_document(view, _name(self.page.path))
        if isinstance(self.entry.data, Edition):
            return EditionReader(view, self.pages, drawings).read(self.entry)
        return document(view, self.entry, self.page, drawings)

    def name(self) -> bytes:
        """A digest of all that it shows."""
        material, documents = self.material, self._documents
        used = {name for one in documents for name in one.figures if name in material.drawings}
        drawings = [material.drawings[name].kept.name for name in sorted(used)]
        pictures = [material.files[path] for path in pictures_of(material, documents)]
        settings = material.view.report.config.model_dump_json()
        return digest(repr(self.shown), settings, str(material.day), *drawings, *pictures).encode()

    @property
    def _documents(self) -> tuple[Document, ...]:
        """The entries that it shows whole."""
        match self.shown:
            case Document():
                return (self.shown,)
            case EditionDocument():
                return self.shown.documents
        return ()

    def sheet(self) -> Sheet:
        """What it is made of."""
        match self.shown:
            case Document() if self.form is Form.ONE_PAGE:
                return one_page_sheet(self.material, self.shown)
            case Document():
                return entry_sheet(self.material, self.shown)
            case RoleDocument():
                return role_sheet(self.material, self.shown)
        make = workshop_sheet if self.form is Form.WORKSHOP else edition_sheet
        assert self.entry is not None  # noqa: S101 - as an edition is one
        return make(self.material, self.entry, self.shown)

    def pdf(self) -> bytes:
        """Its bytes."""
        return typeset(self.sheet())


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".html")

"""What the PDF of a page is made of: of an entry, an edition or a role."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from trendrapport.documents.pdf.of_editions import edition_sheet, role_sheet
from trendrapport.documents.pdf.of_entries import Material, entry_sheet
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
    def sheet(self) -> Sheet:
        """What it is made of."""
        if self.entry is None:
            return role_sheet(self.material, role_document(self.material.view, _name(self.page.path)))
        if isinstance(self.entry.data, Edition):
            return self._of_edition(self.entry)
        read = document(self.material.view, self.entry, self.page, self.material.drawings)
        if self.form is Form.ONE_PAGE:
            return one_page_sheet(self.material, read)
        return entry_sheet(self.material, read)

    def _of_edition(self, entry: Entry[Edition]) -> Sheet:
        read = EditionReader(self.material.view, self.pages, self.material.drawings).read(entry)
        if self.form is Form.WORKSHOP:
            return workshop_sheet(self.material, entry, read)
        return edition_sheet(self.material, entry, read)

    def name(self) -> bytes:
        """A digest of all that it shows."""
        sheet = self.sheet
        text = json.dumps(sheet.data, ensure_ascii=False, sort_keys=True)
        files = [part for path in sorted(sheet.files) for part in (path, sheet.files[path])]
        return digest(sheet.template, str(sheet.day), text, *files).encode()

    def pdf(self) -> bytes:
        """Its bytes."""
        return typeset(self.sheet)


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".html")

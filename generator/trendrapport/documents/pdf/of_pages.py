"""What the PDF of a page is made of: of an entry, an edition or a role."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.documents.pdf.of_editions import edition_sheet, role_sheet
from trendrapport.documents.pdf.of_entries import Material, entry_sheet
from trendrapport.documents.pdf.typesetting import Sheet, typeset
from trendrapport.documents.reading.editions import EditionReader
from trendrapport.documents.reading.entries import document
from trendrapport.documents.reading.roles import role_document
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Page
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import digest


@dataclass(frozen=True)
class Printing:
    """The PDF of one page; it is read only when it is asked for."""

    material: Material
    pages: Mapping[str, Page]
    """All pages by path."""
    page: Page
    entry: Entry[Any] | None
    """The entry that the page is of; None for that of a role."""

    @cached_property
    def sheet(self) -> Sheet:
        """What it is made of."""
        view, entry = self.material.view, self.entry
        if entry is None:
            return role_sheet(self.material, role_document(view, _name(self.page.path)))
        if isinstance(entry.data, Edition):
            reader = EditionReader(view, self.pages, self.material.drawings)
            return edition_sheet(self.material, entry, reader.read(entry))
        return entry_sheet(self.material, document(view, entry, self.page, self.material.drawings))

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

"""A session on an edition: a guide for who leads it, cards, questions, score sheets and a poster.

All of it comes from the report: its trends, actions, questions and radar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.page_files import page_files
from trendrapport.documents.pdf.of_pages import WorkshopPdf
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {"edition": "{stem}.workshop.pdf"}
NEEDS = ("manimgx-fonts", "pikepdf", "typst", "segno")


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A kit for each edition."""
    return page_files(WorkshopPdf, contents, wanted, shared_state(contents.view.report))

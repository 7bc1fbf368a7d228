"""Each trend on one page of A4, for a folder: what it is about, what the report advises, one drawing, what
each role can do, and the way to the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.page_files import page_files
from trendrapport.documents.pdf.of_pages import OnePagePdf
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {"trends": "{stem}.one-page.pdf"}
NEEDS = ("manimgx-fonts", "pikepdf", "typst", "segno")


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A page for each trend."""
    return page_files(OnePagePdf, contents, wanted, shared_state(contents.view.report))

"""The texts as PDF: each trend, interview, column, foreword and instrument, each edition as a whole, and what
is asked of each role.

For archives (PDF/A-2a) and for who has them read aloud (PDF/UA-1) at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.page_files import page_files
from trendrapport.documents.pdf.of_pages import PdfFile
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {
    "edition": "{stem}.pdf",
    "trends": "{stem}.pdf",
    "interviews": "{stem}.pdf",
    "columns": "{stem}.pdf",
    "forewords": "{stem}.pdf",
    "instruments": "{stem}.pdf",
    "role": "{stem}.pdf",
}
NEEDS = ("manimgx-fonts", "pikepdf", "typst")


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A PDF for each page that offers one."""
    return page_files(PdfFile, contents, wanted, shared_state(contents.view.report))

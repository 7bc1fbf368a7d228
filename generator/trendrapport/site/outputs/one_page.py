"""Each trend on one page of A4, for a folder: what it is about, what the report advises, one drawing, what
each role can do, and the way to the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.pdf.of_pages import Form
from trendrapport.documents.pdf.printing import pdfs
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {"trends": "{stem}.one-page.pdf"}
NEEDS = ("manimgx-fonts", "pikepdf", "typst", "segno")


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A page for each trend."""
    return pdfs(contents, wanted, Form.ONE_PAGE, shared_state(contents.view.report))

"""Each trend on one page for a word processor, to add to or to put into a memo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.page_files import page_files
from trendrapport.documents.word.of_pages import OnePageFile
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {"trends": "{stem}.one-page.docx"}
NEEDS = ("python-docx", "segno")


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A page for each trend."""
    return page_files(OnePageFile, contents, wanted, shared_state(contents.view.report))

"""Each edition as an e-book (EPUB), for who reads on a phone or an e-reader, or has it read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.epub.of_pages import BookFile
from trendrapport.documents.page_files import page_files
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {"edition": "{stem}.epub"}
NEEDS = ()


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """An e-book for each edition."""
    return page_files(BookFile, contents, wanted, shared_state(contents.view.report))

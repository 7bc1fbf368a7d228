"""The texts for a word processor, as DOCX: each trend, interview, column and foreword, and each edition as
a whole: to comment on, to quote from and to use again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.page_files import page_files
from trendrapport.documents.word.of_pages import WordFile
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {
    "edition": "{stem}.docx",
    "trends": "{stem}.docx",
    "interviews": "{stem}.docx",
    "columns": "{stem}.docx",
    "forewords": "{stem}.docx",
}
NEEDS = ("python-docx",)


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A document for each page that offers one."""
    return page_files(WordFile, contents, wanted, shared_state(contents.view.report))

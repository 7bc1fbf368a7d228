"""The report for programs that answer questions with it: `llms.txt` lists every text, `llms-full.txt` holds
them all in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from trendrapport.documents.plain.of_pages import in_one
from trendrapport.open_data.llms import INDEX, WHOLE, index, texts
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted, kept_texts
from trendrapport.site.shared_state import shared_state

OFFERS: Mapping[str, str] = {}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """The list, and the whole."""
    state = shared_state(contents.view.report)
    whole = in_one(contents, list(_texts(contents)), "llms", state)
    return {**kept_texts({INDEX: index(contents.view)}), WHOLE: whole}


def _texts(contents: Contents) -> Iterator[Wanted]:
    """Every text, as if its page offered it."""
    view = contents.view
    pages = {page.path: page for page in contents.pages}
    for entry in texts(view):
        path = view.path(entry)
        yield Wanted(path, pages[path], view, entry)

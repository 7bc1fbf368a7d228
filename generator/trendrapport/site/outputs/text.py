"""Each text without any marks, with the words of its page: for a program that reads aloud, an e-mail, or a
machine that knows nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.plain import text
from trendrapport.documents.plain.of_pages import plain_files
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {
    "trends": "{stem}.txt",
    "interviews": "{stem}.txt",
    "columns": "{stem}.txt",
    "forewords": "{stem}.txt",
    "instruments": "{stem}.txt",
    "pages": "{stem}.txt",
}
NEEDS = ()


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A file for each page that offers one."""
    state = shared_state(contents.view.report)
    return plain_files(contents, wanted, "text", text.write, state)

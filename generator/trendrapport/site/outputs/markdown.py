"""Each text in Markdown, with the words of its page: to use again, and for programs that read it better than
HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.plain import markdown
from trendrapport.documents.plain.of_pages import plain_files
from trendrapport.runtime.cache import Kept
from trendrapport.site.outputs import Contents, Wanted
from trendrapport.site.shared_state import shared_state

OFFERS = {
    "trends": "{stem}.md",
    "interviews": "{stem}.md",
    "columns": "{stem}.md",
    "forewords": "{stem}.md",
    "instruments": "{stem}.md",
    "pages": "{stem}.md",
}
NEEDS = ()


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A file for each page that offers one."""
    state = shared_state(contents.view.report)
    return plain_files(contents, wanted, "markdown", markdown.write, state)

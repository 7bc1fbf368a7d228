"""The texts as PDF: each trend, interview, column, foreword and instrument, each edition as a whole, and what
is asked of each role.

For archives (PDF/A-2a) and for who has them read aloud (PDF/UA-1) at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from trendrapport.documents.pdf.of_entries import Material
from trendrapport.documents.pdf.of_pages import Printing
from trendrapport.pages.view import Page
from trendrapport.runtime.cache import Kept, digest
from trendrapport.runtime.fingerprint import generator
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
NEEDS = ("typst",)


def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """A PDF for each page that offers one."""
    pages = {page.path: page for page in contents.pages}
    shared = digest("pdf", generator(), shared_state(contents.view.report), str(contents.day))
    return {one.path: _file(contents, one, pages, shared) for one in wanted}


def _file(contents: Contents, one: Wanted, pages: Mapping[str, Page], shared: str) -> Kept:
    """A PDF under a name for all that it shows: what a page depends on says whether that has to be asked."""
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    printing = Printing(material, pages, one.page, one.entry)
    used = digest(shared, one.path, *_used(contents, one))
    return Kept(contents.cache.made(used, printing.name).decode(), printing.pdf)


def _used(contents: Contents, one: Wanted) -> Iterator[str]:
    """The texts, tables and drawings that a page can show; an edition shows those of all its pages."""
    folder = f"{one.entry.slug}/" if one.entry and one.entry.kind == "editions" else None
    for page in contents.pages:
        if page.path == one.page.path or (folder and page.path.startswith(folder)):
            yield from page.uses
    for name, drawing in sorted(contents.drawings.items()):
        yield name + drawing.kept.name

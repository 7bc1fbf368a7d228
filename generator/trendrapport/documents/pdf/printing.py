"""PDFs of the pages that offer one: named after all that they show, made only when that has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.documents.pdf.of_entries import Material
from trendrapport.documents.pdf.of_pages import Form, Printing
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Cache, Kept, digest
from trendrapport.runtime.fingerprint import generator


class Contents(Protocol):
    """What a build has for its files, of which this is used."""

    @property
    def drawings(self) -> Mapping[str, Drawing]:
        """The charts by name."""

    @property
    def pages(self) -> Sequence[Page]:
        """All pages."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """The pictures of the site, by path from its root."""

    @property
    def day(self) -> int:
        """The date of documents, in seconds since 1970."""

    @property
    def cache(self) -> Cache:
        """Where names are kept between runs."""


class Wanted(Protocol):
    """A PDF that a page offers."""

    @property
    def path(self) -> str:
        """Its path from the site's root."""

    @property
    def page(self) -> Page:
        """The page."""

    @property
    def view(self) -> View:
        """The report in the page's language."""

    @property
    def entry(self) -> Entry[Any] | None:
        """The entry that the page is of."""


def pdfs(contents: Contents, wanted: Sequence[Wanted], form: Form, state: str) -> Mapping[str, Kept]:
    """A PDF of a form for each page that offers one; `state` names all of the report but texts and tables."""
    pages = {page.path: page for page in contents.pages}
    shared = digest("pdf", form, generator(), state, str(contents.day))
    return {one.path: _pdf(contents, one, pages, shared, form) for one in wanted}


def _pdf(contents: Contents, one: Wanted, pages: Mapping[str, Page], shared: str, form: Form) -> Kept:
    """A PDF under a name for all that it shows: what a page depends on says whether that has to be asked."""
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    printing = Printing(material, pages, one.page, one.entry, form)
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

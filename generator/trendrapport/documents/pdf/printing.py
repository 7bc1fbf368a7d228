"""PDFs of the pages that offer one: named after all that they show, made only when that has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.documents.material import Material
from trendrapport.documents.naming import Contents, Names, Wanted
from trendrapport.documents.pdf.of_pages import Form, Printing
from trendrapport.runtime.cache import Kept


def pdfs(contents: Contents, wanted: Sequence[Wanted], form: Form, state: str) -> Mapping[str, Kept]:
    """A PDF of a form for each page that offers one; `state` names all of the report but texts and tables."""
    names = Names(f"pdf {form}", contents, state)
    return {one.path: _pdf(names, one, form) for one in wanted}


def _pdf(names: Names, one: Wanted, form: Form) -> Kept:
    contents = names.contents
    material = Material(one.view, contents.drawings, contents.files, contents.day)
    printing = Printing(material, names.pages, one.page, one.entry, form)
    return Kept(names.of(one, printing.name), printing.pdf)

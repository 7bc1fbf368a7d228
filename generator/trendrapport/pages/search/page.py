"""The page with all results of a search, which is also the list of all pages of the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from trendrapport.model.addresses import plain, relative
from trendrapport.pages.search.documents import FIGURES, Document, documents, kind_name
from trendrapport.pages.view import Content, Page, Value, View

PATH = "search.html"


def page(view: View, pages: Sequence[Page]) -> Page:
    """`search.html`. What shares its page with others, such as a term, is not listed, but its page is."""
    return view.overview(PATH, "search", partial(_content, view, pages))


def _content(view: View, pages: Sequence[Page]) -> Content:
    own = [one for one in documents(view, pages) if "#" not in one.path and one.kind != FIGURES]
    by_kind = groupby(own, key=lambda one: one.kind)
    groups = [_group(view, kind, documents) for kind, documents in by_kind]
    return Content({"groups": sorted(groups, key=lambda one: plain(one["title"]))})


def _group(view: View, kind: str, documents: Iterable[Document]) -> Value:
    pages = [_link(view, document) for document in sorted(documents, key=_order)]
    return {"title": kind_name(view.labels, kind), "id": kind, "pages": pages}


def _link(view: View, document: Document) -> Value:
    edition = view.short_name_of(document.edition)
    in_title = edition is not None and edition in document.title
    return {
        "title": document.title,
        "href": relative(document.path, PATH),
        "edition": None if in_title else edition,
        "language": document.language,
    }


def _order(document: Document) -> tuple[str, str]:
    return plain(document.title), document.path

"""The page with all results of a search, which is also the list of all pages of the site."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from trendrapport.model.addresses import plain, relative
from trendrapport.pages.search.documents import FIGURES, Document, documents, kind_name
from trendrapport.pages.view import Content, Page, Value, View

PATH = "search.html"


def page(view: View, pages: Sequence[Page]) -> Page:
    """`search.html`. What shares its page with others, such as a term, is found on a page that is itself in
    the list.
    """
    return view.overview(PATH, "search", partial(_content, view, pages))


def _content(view: View, pages: Sequence[Page]) -> Content:
    own = [one for one in documents(view, pages) if "#" not in one.path and one.kind != FIGURES]
    groups = [
        {
            "title": kind_name(view.labels, kind),
            "id": kind,
            "pages": [_link(one) for one in sorted(group, key=_order)],
        }
        for kind, group in groupby(own, key=lambda one: one.kind)
    ]
    return Content({"groups": sorted(groups, key=lambda one: plain(one["title"]))})


def _link(document: Document) -> Value:
    told = document.edition is None or document.edition in document.title
    return {
        "title": document.title,
        "href": relative(document.path, PATH),
        "edition": None if told else document.edition,
        "language": document.language,
    }


def _order(document: Document) -> tuple[str, str]:
    return plain(document.title), document.path

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


MOST = 200
"""Of more pages than this, the list is folded by kind, and has a trend once over its editions."""


def _content(view: View, pages: Sequence[Page]) -> Content:
    own = [one for one in documents(view, pages) if "#" not in one.path and one.kind != FIGURES]
    many = len(own) > MOST
    by_kind = groupby(own, key=lambda one: one.kind)
    groups = [_group(view, kind, documents, many=many) for kind, documents in by_kind]
    return Content({"groups": sorted(groups, key=lambda one: plain(one["title"])), "many": many})


def _group(view: View, kind: str, documents: Iterable[Document], *, many: bool) -> Value:
    lines = [[one] for one in documents]
    if many:
        lines = _once([one for [one] in lines])
    pages = [_line(view, same) for same in sorted(lines, key=lambda same: _order(same[0]))]
    return {"title": kind_name(view.labels, kind), "id": kind, "pages": pages}


def _once(documents: Iterable[Document]) -> list[list[Document]]:
    """The documents of which some are one trend in several editions, the newest of those first."""
    found: dict[tuple[str, str | None], list[Document]] = {}
    for document in documents:
        found.setdefault((document.same or document.path, document.language), []).append(document)
    return list(found.values())


def _line(view: View, same: Sequence[Document]) -> Value:
    """The link to the first of what is one trend, with links to the others by their editions."""
    first, *others = same
    links = [{**_link(view, one), "edition": view.short_name_of(one.edition)} for one in others]
    return {**_link(view, first), "others": links}


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

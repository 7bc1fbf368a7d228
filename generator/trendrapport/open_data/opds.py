"""A catalogue of the editions for e-readers (OPDS 1.2, https://specs.opds.io/opds-1.2): each with the files
that the report offers of it, EPUB before PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.changed import changed
from trendrapport.pages.analysis.news import last_moment
from trendrapport.pages.analysis.origin import origin
from trendrapport.pages.view import View
from trendrapport.report.person_names import full_name
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes

PATH = "opds.atom"
TYPE = "application/atom+xml;profile=opds-catalog;kind=acquisition"
BOOKS = {"epub": "application/epub+zip", "pdf": "application/pdf"}
"""The media type of what can be read as a book, by the name of the output that makes it."""

_ATOM, _TERMS = "http://www.w3.org/2005/Atom", "http://purl.org/dc/terms/"
_OPEN = "http://opds-spec.org/acquisition/open-access"
_PICTURE = "http://opds-spec.org/image"


def opds(view: View, changes: Changes) -> bytes:
    """The catalogue, the newest edition first."""
    config = view.report.config
    feed = Element("feed", {"xmlns": _ATOM, "xmlns:dc": _TERMS})
    _say(feed, "id", view.address(PATH))
    _say(feed, "title", config.title)
    _say(feed, "updated", max(_updated(view, one, changes) for one in view.editions))
    _say(SubElement(feed, "author"), "name", config.publisher.name)
    for rel in ("self", "start"):
        _link(feed, rel, view.address(PATH), TYPE)
    for edition in view.editions:
        books = list(_books(view, edition))
        if books and not view.early(edition):
            _entry(feed, view, edition, changes)
            for path, media_type in books:
                _link(feed[-1], _OPEN, view.address(path), media_type)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: Element, view: View, edition: Entry[Edition], changes: Changes) -> None:
    """An edition: what it is about, by whom, of when, and its picture."""
    entry = SubElement(feed, "entry")
    page = view.address(view.path(edition))
    _say(entry, "id", page)
    _say(entry, "title", edition.data.title)
    _say(entry, "updated", _updated(view, edition, changes))
    for name in origin(view, edition).authors:
        _say(SubElement(entry, "author"), "name", full_name(name))
    _say(entry, "summary", edition.data.summary)
    SubElement(entry, "dc:language").text = view.report.config.language
    SubElement(entry, "dc:issued").text = edition.data.published
    _link(entry, "alternate", page, "text/html")
    if view.report.config.pictures:
        _link(entry, _PICTURE, page.removesuffix(".html") + ".card.png", "image/png")


def _say(element: Element, name: str, text: str) -> None:
    SubElement(element, name).text = "".join(sign for sign in text if sign >= " ")


def _link(element: Element, rel: str, address: str, media_type: str) -> None:
    SubElement(element, "link", rel=rel, href=address, type=media_type)


def _books(view: View, edition: Entry[Edition]) -> Iterator[tuple[str, str]]:
    """The files of an edition that can be read as a book, with their media types."""
    for name, media_type in BOOKS.items():
        for offer in view.offers:
            if (offer.output, offer.kind) == (name, "edition"):
                for file in view.files_of(offer, view.path(edition)):
                    yield file.path, media_type


def _updated(view: View, edition: Entry[Edition], changes: Changes) -> str:
    """When an edition changed, or the last moment at which it can have appeared: Atom must have a moment."""
    known = changed(view, edition, changes) or edition.data.published
    if "T" in known:
        return known
    return last_moment(known).isoformat()

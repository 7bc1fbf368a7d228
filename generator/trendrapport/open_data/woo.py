"""The editions for the Woo index of the Dutch government: sitemaps with metadata (DiWoo 0.9.8,
https://standaarden.overheid.nl/diwoo/metadata), of which the index has the name that its harvester looks for.

`loc` leads to the document itself, the PDF of an edition. Nothing is said of an organisation but what the
settings say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from trendrapport.language.facts import name_of
from trendrapport.model.entries.editions import Edition
from trendrapport.open_data.languages import address_of
from trendrapport.pages.analysis.changed import DAY, changed
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes

FOLDER = "woo"
INDEX = f"{FOLDER}/sitemapindex-diwoo-infocat015.xml"
"""The list of sitemaps of information category 15, research reports."""
LIST = f"{FOLDER}/sitemap-onderzoeksrapporten.xml"

ORGANISATION = re.compile(r"https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z0-9_]+")
"""An identifier in TOOI, the register of public bodies."""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
_KERN = "https://identifier.overheid.nl/tooi/def/thes/kern"
_EU = "http://publications.europa.eu/resource/authority"
_REPORTS = (f"{_KERN}/c_fdaee95e", "onderzoeksrapporten")
_ADOPTED = (f"{_KERN}/c_641ecd76", "vaststelling")
_PDF = (f"{_EU}/file-type/PDF", "PDF")


def woo(view: View, changes: Changes) -> dict[str, bytes]:
    """Both sitemaps by path from the site's root; none without the identifier of an organisation."""
    if not view.report.config.open_data.organisation:
        return {}
    index = Element("sitemapindex", xmlns=_SITEMAP)
    _say(SubElement(index, "sitemap"), "loc", view.address(LIST))
    return {INDEX: _written(index), LIST: _written(_documents(view, changes))}


def dated(view: View, edition: Entry[Edition]) -> str | None:
    """The day on which an edition appeared; None where only a month or a year is known."""
    day = view.day(edition) or ""
    return day if len(day) == DAY else None


def _documents(view: View, changes: Changes) -> Element:
    urlset = Element("urlset", {"xmlns": _SITEMAP, "xmlns:diwoo": _DIWOO})
    for edition in view.editions:
        day = dated(view, edition)
        if day and not view.early(edition):
            for path in _files(view, edition):
                url = SubElement(urlset, "url")
                _say(url, "loc", view.address(path))
                _say(url, "lastmod", changed(view, edition, changes) or day)
                _describe(SubElement(url, "diwoo:Document"), view, edition, day)
    return urlset


def _files(view: View, edition: Entry[Edition]) -> Iterator[str]:
    """The PDF of an edition, if the report makes one."""
    for offer in view.offers:
        if (offer.output, offer.kind) == ("pdf", "edition"):
            yield from (file.path for file in view.files_of(offer, view.path(edition)))


def _describe(document: Element, view: View, edition: Entry[Edition], day: str) -> None:
    """What the document is: whose, called what, of which sort, in which language and since when."""
    config = view.report.config
    found = SubElement(document, "diwoo:DiWoo")
    _say(SubElement(found, "diwoo:identifiers"), "diwoo:identifier", view.address(view.path(edition)))
    _term(found, "publisher", (config.open_data.organisation or "", config.publisher.name))
    _say(SubElement(found, "diwoo:titelcollectie"), "diwoo:officieleTitel", edition.data.title)
    _say(SubElement(found, "diwoo:omschrijvingen"), "diwoo:omschrijving", edition.data.summary)
    sorts = SubElement(SubElement(found, "diwoo:classificatiecollectie"), "diwoo:informatiecategorieen")
    _term(sorts, "informatiecategorie", _REPORTS)
    _say(found, "diwoo:creatiedatum", day)
    _term(found, "language", (address_of(config.language), name_of(config.language, "nl")))
    _term(found, "format", _PDF)
    acts = SubElement(found, "diwoo:documenthandelingen")
    act = SubElement(acts, "diwoo:documenthandeling")
    _term(act, "soortHandeling", _ADOPTED)
    _say(act, "diwoo:atTime", f"{day}T00:00:00")


def _term(element: Element, name: str, term: tuple[str, str]) -> None:
    """A term of a list, by its address and its name."""
    resource, label = term
    _say(element, f"diwoo:{name}", label).set("resource", resource)


def _say(element: Element, name: str, text: str) -> Element:
    said = SubElement(element, name)
    said.text = "".join(sign for sign in text if sign >= " ")
    return said


def _written(root: Element) -> bytes:
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"

"""The package of an e-book: what it is, its files in order, and the ways through it (EPUB 3.3; EPUB
Accessibility 1.1).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from trendrapport.documents.epub.chapters import COVER, TITLE, Chapter
from trendrapport.documents.epub.markup import h, joined, page, some
from trendrapport.documents.epub.shelf import Pages
from trendrapport.language.labels import Labels

NAVIGATION = "contents.xhtml"
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "woff2": "font/woff2",
    "txt": "text/plain",
}
FEATURES = (
    "alternativeText",
    "longDescription",
    "tableOfContents",
    "structuralNavigation",
    "pageBreakMarkers",
    "pageNavigation",
    "readingOrder",
    "ARIA",
    "displayTransformability",
)


@dataclass(frozen=True)
class About:
    """What an e-book says of itself."""

    address: str
    title: str
    summary: str
    authors: Sequence[str]
    publisher: str
    licence: str
    published: str
    """As exact as it is known, as 2023-11."""
    language: str
    day: int
    """When it is said to be changed (seconds since 1970, UTC)."""


def package(about: About, chapters: Sequence[Chapter], beside: Sequence[str], words: Labels) -> bytes:
    """The package document; `beside` are the files that are no chapters."""
    manifest = h("manifest", map(_item, chapters), _navigation(), map(_beside, beside))
    spine = h("spine", [h("itemref", idref=_name(one.file)) for one in _in_order(chapters)])
    made = h(
        "package",
        _metadata(about, words),
        manifest,
        spine,
        xmlns="http://www.idpf.org/2007/opf",
        version="3.0",
        xml_lang=about.language,
        **{"unique-identifier": "id"},
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{made}\n'.encode()


def _in_order(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    """The chapters with the contents after the title."""
    for chapter in chapters:
        yield chapter
        if chapter.file == TITLE:
            yield Chapter(NAVIGATION, "", b"")


def _metadata(about: About, words: Labels) -> Markup:
    identifier = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, about.address)}"
    changed = datetime.fromtimestamp(about.day, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    core = [
        h("dc:identifier", identifier, id="id"),
        h("dc:title", about.title),
        h("dc:language", about.language),
        [h("dc:creator", one) for one in about.authors],
        h("dc:publisher", about.publisher),
        h("dc:date", about.published),
        some("dc:description", about.summary),
        some("dc:rights", about.licence),
        h("dc:source", about.address),
    ]
    return h(
        "metadata",
        core,
        h("meta", changed, property="dcterms:modified"),
        [h("meta", said, property=name) for name, said in _accessibility(words)],
        h("meta", name="cover", content="cover-png"),
        **{"xmlns:dc": "http://purl.org/dc/elements/1.1/"},
    )


def _accessibility(words: Labels) -> Iterator[tuple[str, str]]:
    """What the book offers to who reads it by eye or by ear.

    It claims no conformance: that is for a person who has read it with such aids to say.
    """
    yield "schema:accessMode", "textual"
    yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    yield "schema:accessModeSufficient", "textual,visual"
    for feature in FEATURES:
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    yield "schema:accessibilitySummary", words("document.accessibility")
    yield "pageBreakSource", "none"


def _name(file: str) -> str:
    return file.replace(".", "-").replace("/", "-")


def _item(chapter: Chapter) -> Markup:
    drawn = "svg" if b"<svg" in chapter.raw else None
    return h("item", id=_name(chapter.file), href=chapter.file, media_type=TYPES["xhtml"], properties=drawn)


def _navigation() -> Markup:
    return h("item", id=_name(NAVIGATION), href=NAVIGATION, media_type=TYPES["xhtml"], properties="nav")


def _beside(file: str) -> Markup:
    kind = TYPES[file.rpartition(".")[2]]
    cover = "cover-image" if file == "cover.png" else None
    return h("item", id=_name(file), href=file, media_type=kind, properties=cover)


def navigation(about: About, chapters: Sequence[Chapter], pages: Pages, words: Labels) -> bytes:
    """The contents, the pages, and the ways to what readers look for."""
    title = words("document.contents")
    contents = h("nav", h("h1", title), h("ol", _listed(chapters)), epub_type="toc", role="doc-toc", id="toc")
    marks = [h("li", h("a", str(number), href=place)) for number, place in pages.marks]
    paged = h("nav", h("h2", words("document.pages")), h("ol", marks), epub_type="page-list",
              role="doc-pagelist", hidden="hidden")  # fmt: skip
    ways = h("nav", h("h2", words("document.landmarks")), h("ol", _landmarks(chapters, title)),
             epub_type="landmarks", hidden="hidden")  # fmt: skip
    return page(title, about.language, joined([contents, paged, ways]))


def _listed(chapters: Sequence[Chapter]) -> Iterator[Markup]:
    """The chapters; those of a part below its title, which leads to the first."""
    part: list[Chapter] = []
    for chapter in [*chapters, Chapter("", "", b"")]:
        if part and chapter.part != part[0].part:
            inside = h("ol", [_way(one) for one in part])
            yield h("li", h("a", part[0].part, href=part[0].file), inside)
            part = []
        if chapter.part:
            part.append(chapter)
        elif chapter.file and chapter.listed:
            yield _way(chapter)


def _way(chapter: Chapter) -> Markup:
    return h("li", h("a", chapter.title, href=chapter.file))


def _landmarks(chapters: Sequence[Chapter], title: str) -> Iterator[Markup]:
    yield h("li", h("a", title, href="#toc", epub_type="toc"))
    first = next((one for one in chapters if one.file not in {COVER, TITLE}), None)
    if first:
        yield h("li", h("a", first.title, href=first.file, epub_type="bodymatter"))
    for one in chapters:
        if one.sort in {"cover", "titlepage", "glossary", "bibliography", "colophon"}:
            yield h("li", h("a", one.title, href=one.file, epub_type=one.sort))

"""The file of an e-book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.drawings import paper_colours, printed
from trendrapport.documents.epub.chapters import COVER, Chapter, EditionWriter, file_of
from trendrapport.documents.epub.cover import cover, picture
from trendrapport.documents.epub.markup import h, page
from trendrapport.documents.epub.package import CONTAINER, NAVIGATION, About, navigation, package
from trendrapport.documents.epub.shelf import Shelf
from trendrapport.documents.inlines import Link, Text
from trendrapport.documents.material import Material, byline, figure_numbers, pictures_of, terms_of
from trendrapport.documents.pictures import Keep, Shown, photo
from trendrapport.documents.radar import wheel
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import View
from trendrapport.report.report import Entry
from trendrapport.runtime.archives import zipped
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator

FONTS = ("source-serif-regular", "source-serif-semibold", "source-sans-regular", "source-sans-semibold")
"""The letters of the site, in the file names of its own."""


def book(material: Material, entry: Entry[Edition], edition: EditionDocument, keep: Keep) -> bytes:
    """An edition as an e-book; the first file says what the others are, as readers ask."""
    parts = {"mimetype": b"application/epub+zip", "META-INF/container.xml": CONTAINER.encode()}
    for path, raw in _files(material, entry, edition, keep).items():
        parts[f"EPUB/{path}"] = raw
    return zipped(parts.items())


def _files(
    material: Material, entry: Entry[Edition], edition: EditionDocument, keep: Keep
) -> dict[str, bytes]:
    config, view = material.view.report.config, material.view
    shelf = _shelf(material, entry, edition.documents)
    licence, publisher = _licence(view), config.publisher.name
    writer = EditionWriter(shelf, edition)
    written = writer.chapters(terms_of(edition.documents), config.title, publisher, licence)
    chapters = [_cover(edition), *written]
    about = About(
        address=edition.address,
        title=edition.title,
        summary=edition.summary,
        authors=edition.editors or (byline(view),),
        publisher=publisher,
        licence=view.labels("licence_text", name=config.licence.name) if config.licence else "",
        published=entry.data.published,
        language=edition.language,
        day=material.day,
    )
    beside = {**_letters(), "cover.png": _picture(material, entry, edition, keep)}
    for path, file in shelf.taken.items():
        beside[file] = shelf.photos[path].raw
    return {
        "package.opf": package(about, chapters, list(beside), shelf.words),
        NAVIGATION: navigation(about, chapters, shelf.pages, shelf.words),
        **{one.file: one.raw for one in chapters},
        **beside,
    }


def _shelf(material: Material, entry: Entry[Edition], documents: Sequence[Document]) -> Shelf:
    colours = paper_colours(material.view.report.config)
    drawings = {"": wheel(material.view, entry, colours)}
    for document in documents:
        for name in document.figures:
            if name in material.drawings:
                drawings[name] = printed(material.drawings[name].texts["svg"], colours).decode()
    return Shelf(
        words=material.view.labels,
        chapters={one.path: file_of(one) for one in documents},
        figures=figure_numbers(documents),
        drawings=drawings,
        photos=_photos(material, documents),
        terms=frozenset(term.slug for term in terms_of(documents)),
    )


def _photos(material: Material, documents: Sequence[Document]) -> Mapping[str, Shown]:
    found = {path: photo(material.files, path) for path in pictures_of(material, documents)}
    return {path: shown for path, shown in found.items() if shown}


def _licence(view: View) -> Link | None:
    found = view.report.config.licence
    if found is None:
        return None
    return Link((Text(view.labels("licence_text", name=found.name)),), found.address or "")


def _cover(edition: EditionDocument) -> Chapter:
    shown = h("section", h("img", src="cover.png", alt=edition.title), class_="cover", epub_type="cover")
    return Chapter(COVER, edition.title, page(edition.title, edition.language, shown), "cover", listed=False)


def _picture(material: Material, entry: Entry[Edition], edition: EditionDocument, keep: Keep) -> bytes:
    config = material.view.report.config
    dark = paper_colours(config, dark=True)
    colours = {**dark, "cover": config.look.cover[0], "cover-ink": dark["ink"]}
    radar = wheel(material.view, entry, dark, cover=True)
    svg = cover(edition, config.publisher.name, colours, radar)
    return keep(digest("cover", generator(), svg), lambda: picture(svg))


def _letters() -> dict[str, bytes]:
    """The style sheet, and the letters that it names with their licence."""
    found = {"style.css": (files("trendrapport.documents.epub") / "style.css").read_bytes()}
    for name, raw in _fonts():
        found[f"fonts/{name}"] = raw
    return found


def _fonts() -> Iterator[tuple[str, bytes]]:
    folder = files("trendrapport.pages.browser") / "assets/fonts"
    for name in (*[f"{font}.woff2" for font in FONTS], "OFL.txt"):
        yield name, (folder / name).read_bytes()

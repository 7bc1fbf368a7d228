"""The file of an entry and of an edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.charts.pictures.framing import light_colours
from trendrapport.documents.document import Document, EditionDocument
from trendrapport.documents.drawings import paper_colours
from trendrapport.documents.inlines import Link, Text
from trendrapport.documents.material import Material, byline, figure_numbers, pictures_of, terms_of
from trendrapport.documents.pictures import Keep, Shown, chart, drawing, photo
from trendrapport.documents.radar import wheel
from trendrapport.documents.word import entries
from trendrapport.documents.word.blocks import BlockWriter
from trendrapport.documents.word.book import Book
from trendrapport.documents.word.editions import EditionWriter
from trendrapport.documents.word.elements import Element
from trendrapport.documents.word.file import About, begun, contents, finished
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import View
from trendrapport.report.report import Entry

LONG = 4
"""A text with as many headings has a table of contents."""


def entry_file(material: Material, document: Document, keep: Keep) -> bytes:
    """An entry as a document of its own."""
    book = opened(material, [document], keep)
    writer = BlockWriter(book, document, book.file.part)
    opening = [*entries.opening(writer, document), *entries.introduction(writer, document)]
    body = list(_text(material, writer, document))
    table = contents(book, 1) if len(book.headings) >= LONG else []
    return finished(book, [*opening, *table, *body], about(material, document))


def about(material: Material, document: Document) -> About:
    """What the file of an entry says of itself."""
    config = material.view.report.config
    return About(
        document.title,
        document.summary,
        [person.name for person in document.writers] or [byline(material.view)],
        [category.label for category in document.categories],
        " \u00b7 ".join(filter(None, (config.title, document.edition_title))),
        config.publisher.name,
        material.day,
    )


def edition_file(material: Material, entry: Entry[Edition], edition: EditionDocument, keep: Keep) -> bytes:
    """A whole edition."""
    documents, config, view = edition.documents, material.view.report.config, material.view
    book = opened(material, documents, keep)
    svg = wheel(view, entry, paper_colours(config))
    drawn = drawing(svg, keep) if svg else None
    writer = EditionWriter(BlockWriter(book, None, book.file.part), edition, drawn)
    cover = list(writer.cover(config.title, config.publisher.name))
    body = list(writer.body(terms_of(documents), licence(view)))
    about = About(
        edition.title,
        edition.summary,
        list(edition.editors) or [byline(view)],
        [],
        edition.name,
        config.publisher.name,
        material.day,
        cover=True,
    )
    return finished(book, [*cover, *contents(book, 2, fresh=True), *body], about)


def opened(material: Material, documents: Sequence[Document], keep: Keep) -> Book:
    """A document without content, with all that its texts show and refer to."""
    config, view = material.view.report.config, material.view
    return Book(
        file=begun(config.look.letters, paper_colours(config), view.labels),
        words=view.labels,
        pages=frozenset(document.path for document in documents),
        figures=figure_numbers(documents),
        charts=_charts(material, documents, keep),
        photos=_photos(material, documents),
    )


def _charts(material: Material, documents: Sequence[Document], keep: Keep) -> dict[str, Shown]:
    found: dict[str, Shown] = {}
    colours = light_colours(material.view.report.config.look)
    for document in documents:
        for name in document.figures:
            if name in material.drawings:
                found[name] = chart(material.drawings[name], colours, keep)
    return found


def _photos(material: Material, documents: Sequence[Document]) -> dict[str, Shown]:
    found = {path: photo(material.files, path) for path in pictures_of(material, documents)}
    return {path: shown for path, shown in found.items() if shown}


def _text(material: Material, writer: BlockWriter, document: Document) -> Iterator[Element]:
    yield from writer.write(document.blocks)
    yield from entries.writers(writer, document)
    yield from entries.uncited(writer, document)
    yield from entries.annex(writer, [document])
    yield from entries.glossary(writer, terms_of([document]))
    yield from entries.colophon(writer, document.address, document.cite, licence(material.view))


def licence(view: View) -> Link | None:
    """The terms under which others may use the texts."""
    found = view.report.config.licence
    if found is None:
        return None
    return Link((Text(view.labels("licence_text", name=found.name)),), found.address or "")

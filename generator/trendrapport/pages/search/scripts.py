"""Documents and their index to the scripts in which a browser gets them, in pieces that are only loaded when
they are needed.

A script that hands over data also loads from a folder and passes `script-src 'self'`. Each piece names itself
by a digest of what it holds: so a browser that kept an older list of pieces notices that they do not belong
together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trendrapport.pages.search.documents import Document, kind_name
from trendrapport.pages.search.index import Index, index
from trendrapport.pages.search.weights import Record, plain
from trendrapport.pages.view import View
from trendrapport.runtime.cache import digest

FOLDER = "assets/search"

WORTH = {"trends": 1.2, "interviews": 1.1, "sources": 0.7}
"""What a result counts for by its kind: readers look for what the report says first, and for what it cites
after that.
"""

PIECE = {"postings": 24_000, "texts": 9_000}
"""About the number of characters in a piece with postings, or with texts; a document's text stays whole."""


Piece = tuple[str, list[str]]
"""A name and items, each written as JSON."""


def scripts(view: View, documents: Sequence[Document], records: Sequence[Record]) -> dict[str, bytes]:
    """The files with data, by path: the list of documents and words, and the pieces with postings and with
    texts.
    """
    made = index(records)
    postings = [f"[{','.join(map(str, one))}]" for one in made.postings]
    texts = [record.text for record in records]
    pieces = {
        "postings": list(_pieces(postings, PIECE["postings"])),
        "texts": list(_pieces(texts, PIECE["texts"])),
    }
    whole = _list(view, documents, made) | {name: _starts(found) for name, found in pieces.items()}
    text = plain(whole)
    files = {f"{FOLDER}/index.js": _script("index", _name(text), text)}
    for name, found in pieces.items():
        for number, (key, items) in enumerate(found):
            piece = f"{name}/{number}"
            files[f"{FOLDER}/{piece}.js"] = _script(piece, key, f"[{','.join(items)}]")
    return files


def _script(name: str, key: str, data: str) -> bytes:
    """A script that hands over data in JSON."""
    return f'reportSearch.take("{name}","{key}",{data})\n'.encode()


def _list(view: View, documents: Sequence[Document], made: Index) -> dict[str, Any]:
    """What a browser needs from the first letter on; names are in the report's language and then in each into
    which it is translated.
    """
    views = [view, *map(view.in_language, view.report.languages)]
    kinds = sorted({document.kind for document in documents})
    editions = [edition.slug for edition in view.editions]
    categories = _categories(view, documents)
    return {
        "languages": [[one.labels.language, one.labels("language_name")] for one in views],
        "kinds": [_kind(views, kind) for kind in kinds],
        "editions": [_edition(views, edition) for edition in editions],
        "categories": [_category(views, category) for category in categories],
        "same": _same(documents),
        "documents": [_document(document, kinds, editions, categories) for document in documents],
        "vocabulary": "\n".join(" ".join(group) for group in made.groups),
    }


def _categories(view: View, documents: Iterable[Document]) -> list[str]:
    """The categories that any document has, in the order of the settings."""
    used: set[str] = set()
    for document in documents:
        used.update(document.categories)
    return [name for name in view.report.config.taxonomies.categories if name in used]


def _kind(views: Sequence[View], kind: str) -> list[Any]:
    return [kind, [kind_name(view.labels, kind) for view in views], WORTH.get(kind, 1)]


def _edition(views: Sequence[View], edition: str) -> list[Any]:
    return [edition, [view.edition_title(view.edition_by_slug[edition]) for view in views]]


def _category(views: Sequence[View], category: str) -> list[Any]:
    return [category, [view.term("categories", category)["label"] for view in views]]


def _document(
    document: Document, kinds: Sequence[str], editions: Sequence[str], categories: Sequence[str]
) -> list[Any]:
    """A document with its kind, edition and categories as numbers in their lists; -1 for no edition."""
    edition = editions.index(document.edition) if document.edition in editions else -1
    language = [document.language] if document.language else []
    return [
        kinds.index(document.kind),
        edition,
        [categories.index(name) for name in document.categories],
        document.path,
        document.title,
        *language,
    ]


def _same(documents: Sequence[Document]) -> list[list[int]]:
    """The documents, by number, that are one trend in several editions, the newest first."""
    found: dict[tuple[str, str | None], list[int]] = {}
    for number, document in enumerate(documents):
        if document.same:
            found.setdefault((document.same, document.language), []).append(number)
    return [numbers for numbers in found.values() if len(numbers) > 1]


def _pieces(items: Iterable[str], size: int) -> Iterator[Piece]:
    """Items in pieces of about a size, each piece with its name."""
    piece: list[str] = []
    length = 0
    for item in items:
        if piece and length + len(item) > size:
            yield _name(*piece), piece
            piece, length = [], 0
        piece.append(item)
        length += len(item)
    if piece:
        yield _name(*piece), piece


def _starts(pieces: Iterable[Piece]) -> list[list[Any]]:
    """Each piece's name and how many items it has."""
    return [[key, len(items)] for key, items in pieces]


def _name(*parts: str) -> str:
    return digest(*parts)[:8]

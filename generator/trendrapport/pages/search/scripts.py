"""Documents and their index to the scripts in which a browser gets them, in pieces that are only loaded when
they are needed.

A script that hands over data also loads from a folder and passes `script-src 'self'`. Each piece names itself
by a digest of
what it holds: so a browser that kept an older list of pieces notices that they do not belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trendrapport.pages.search.documents import Document, kind_name
from trendrapport.pages.search.index import Index, index
from trendrapport.pages.search.records import Record, plain
from trendrapport.pages.view import View
from trendrapport.runtime.cache import digest

FOLDER = "assets/search"

WORTH = {"trends": 1.2, "interviews": 1.1, "sources": 0.7}
"""What a result counts for by its kind: readers look for what the report says first, and for what it cites
after that.
"""

PIECE = {"postings": 24_000, "texts": 9_000}
"""About so many characters are in a piece with postings, or with texts; a document's text stays whole."""


def scripts(view: View, documents: Sequence[Document], records: Sequence[Record]) -> dict[str, bytes]:
    """The files with data, by path: the list of documents and words, and the pieces with postings and with
    texts.
    """
    made: Index = index(records)
    pieces = {
        "postings": list(
            _pieces((f"[{','.join(map(str, one))}]" for one in made.postings), PIECE["postings"])
        ),
        "texts": list(_pieces((one.text for one in records), PIECE["texts"])),
    }
    whole = _list(view, documents, made) | {name: _starts(found) for name, found in pieces.items()}
    files = {
        f"{name}/{number}": (key, f"[{','.join(items)}]")
        for name, found in pieces.items()
        for number, (key, items) in enumerate(found)
    }
    text = plain(whole)
    return {
        f"{FOLDER}/{name}.js": f'reportSearch.take("{name}","{key}",{data})\n'.encode()
        for name, (key, data) in (files | {"index": (_name(text), text)}).items()
    }


def _list(view: View, documents: Sequence[Document], made: Index) -> dict[str, Any]:
    """What a browser needs from the first letter on; names are in the report's language and then in each into
    which it is translated.
    """
    views = [view, *map(view.in_language, view.report.languages)]
    kinds = sorted({one.kind for one in documents})
    editions = [edition.slug for edition in view.editions]
    categories = [
        name
        for name in view.report.config.taxonomies.categories
        if any(name in one.categories for one in documents)
    ]
    return {
        "languages": [[one.labels.language, one.labels("language_name")] for one in views],
        "kinds": [
            [name, [kind_name(one.labels, name) for one in views], WORTH.get(name, 1)] for name in kinds
        ],
        "editions": [[name, [f"{one.labels('edition')} {name}" for one in views]] for name in editions],
        "categories": [
            [name, [one.term("categories", name)["label"] for one in views]] for name in categories
        ],
        "documents": [
            [
                kinds.index(one.kind),
                editions.index(one.edition) if one.edition in editions else -1,
                [categories.index(name) for name in one.categories],
                one.path,
                one.title,
                *([one.language] if one.language else []),
            ]
            for one in documents
        ],
        "vocabulary": "\n".join(" ".join(group) for group in made.groups),
    }


def _pieces(items: Iterable[str], size: int) -> Iterator[tuple[str, list[str]]]:
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


def _starts(pieces: list[tuple[str, list[str]]]) -> list[list[Any]]:
    """Each piece's name and how many items it has."""
    return [[key, len(items)] for key, items in pieces]


def _name(*parts: str) -> str:
    return digest(*parts)[:8]

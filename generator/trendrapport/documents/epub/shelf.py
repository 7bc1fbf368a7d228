"""What the chapters of one e-book share: where each is, its figures, its pages and its pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from trendrapport.documents.document import Document
from trendrapport.documents.epub.markup import h
from trendrapport.documents.pictures import Shown
from trendrapport.language.labels import Labels

PAGE_WORDS = 250
"""The words on a page of an e-book, which has no paper: about as many as on one of a pocket book."""
ENDS = {b"\x89PNG": "png", b"GIF": "gif"}
"""How the names of pictures end, by how their files begin; the others are photos."""
_TAG = re.compile(r"<[^<>]*>")


@dataclass
class Pages:
    """The pages of a book, counted through all of it."""

    marks: list[tuple[int, str]] = field(default_factory=list)
    """The number of each page and where it begins."""
    words: int = 0
    """How many have been written on the page."""

    def mark(self, file: str) -> Markup:
        """Begins a page."""
        number = len(self.marks) + 1
        self.marks.append((number, f"{file}#page-{number}"))
        self.words = 0
        return h("span", id=f"page-{number}", epub_type="pagebreak", role="doc-pagebreak", aria_label=number)

    def before(self, file: str, block: Markup) -> Markup:
        """A block, after the mark of a new page if the last one is full."""
        full = self.words >= PAGE_WORDS
        if full:
            block = h("div", self.mark(file)) + block
        self.words += len(_TAG.sub(" ", block).split())
        return block


@dataclass
class Shelf:
    """One e-book while it is written."""

    words: Labels
    chapters: Mapping[str, str]
    """The file of each entry, by the path of its page."""
    figures: Mapping[str, int]
    """The number of each figure, by page and name."""
    drawings: Mapping[str, str]
    """The SVG of each chart by name."""
    photos: Mapping[str, Shown]
    terms: frozenset[str]
    """The terms of the glossary that the book has."""
    pages: Pages = field(default_factory=Pages)
    taken: dict[str, str] = field(default_factory=dict)
    """The file of each picture that is shown, by its path on the site."""

    def number(self, entry: Document | None, figure: str) -> int | None:
        """The number of a figure of an entry."""
        return self.figures.get(f"{entry.path}:{figure}") if entry else None

    def picture(self, path: str) -> str:
        """The file of a picture; empty where there is none."""
        shown = self.photos.get(path)
        if shown is None:
            return ""
        end = next((end for start, end in ENDS.items() if shown.raw.startswith(start)), "jpg")
        return self.taken.setdefault(path, f"pictures/{len(self.taken) + 1}.{end}")

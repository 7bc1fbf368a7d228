"""What the parts of one document share while it is written: its places, notes, lists and pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Any

from docx.shared import Emu, Mm

from trendrapport.documents.cleaning import clean
from trendrapport.documents.document import Document
from trendrapport.documents.pictures import Shown
from trendrapport.documents.word.elements import Element, w
from trendrapport.documents.word.notes import Notes
from trendrapport.documents.word.numbering import Numbering
from trendrapport.documents.word.places import Places
from trendrapport.language.labels import Labels

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.parts.story import StoryPart

PAGE, HIGHEST = 142.0, 130.0
"""The most room that a picture takes (millimetres): it shares a page with text."""
POINT = 25.4 / 96
"""Millimetres of a unit of a drawing."""
LONGEST_TEXT = 2000
"""Programs read no longer alternative of a picture (characters)."""


@dataclass
class Book:
    """One document while it is written."""

    file: WordDocument
    words: Labels
    pages: frozenset[str]
    """The paths of the pages that are in it."""
    figures: Mapping[str, int]
    """The number of each figure, by page and name."""
    charts: Mapping[str, Shown]
    photos: Mapping[str, Shown]
    places: Places = field(default_factory=Places)
    numbering: Numbering = field(default_factory=Numbering)
    noted: dict[str, int] = field(default_factory=dict)
    """The number of the note of each source and footnote, by page and name."""
    cited: set[str] = field(default_factory=set)
    """The sources that a note has, by page and key."""
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """The level, words and bookmark of what the table of contents lists."""
    _drawn: count[int] = field(default_factory=lambda: count(1))

    @cached_property
    def notes(self) -> Notes:
        """Its footnotes."""
        return Notes(self.file.part)

    def figure_place(self, entry: Document | None, name: str) -> str:
        """The place of a figure's number."""
        return f"{entry.path if entry else ''}:{name}"

    def picture(
        self, part: StoryPart, file: str, text: str, *, wide: float = PAGE, high: float = HIGHEST
    ) -> Iterator[Element]:
        """A photo of the site, no larger than this (millimetres); nothing where there is none."""
        shown = self.photos.get(file)
        if shown:
            yield self.drawn(part, shown, text, wide=wide, high=high)

    def drawn(
        self, part: StoryPart, shown: Shown, text: str, *, wide: float = PAGE, high: float = HIGHEST
    ) -> Element:
        """A picture with its text alternative, no larger than this (millimetres)."""
        scale = min(wide / shown.width, high / shown.height, POINT)
        width, height = Mm(shown.width * scale), Mm(shown.height * scale)
        inline: Any = part.new_pic_inline(io.BytesIO(shown.raw), Emu(width), Emu(height))
        number = next(self._drawn)
        for properties in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
            properties.set("id", str(number))
            properties.set("name", f"{self.words('document.picture')} {number}")
            properties.set("descr", clean(text)[:LONGEST_TEXT])
        return w("r", w("drawing", inline))

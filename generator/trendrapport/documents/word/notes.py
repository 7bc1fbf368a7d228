"""The footnotes of a document: a part of its own, in which links and pictures are kept as in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.parts.story import StoryPart

from trendrapport.documents.word.elements import Element, Face, paragraph, run, w

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
LINES = {-1: "separator", 0: "continuationSeparator"}
"""The lines above the notes of a page, which are notes too."""
_NUMBER = Face("FootnoteReference")


@dataclass
class Notes:
    """The notes of one document, in the order of their numbers."""

    document: DocumentPart
    count: int = 0

    @cached_property
    def part(self) -> StoryPart:
        """Where they are kept; made with the first."""
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, sort in LINES.items():
            inside = w("r", w(sort))
            root.append(w("footnote", paragraph("FootnoteText", inside), type=sort, id=number))
        package: Any = self.document.package
        made = StoryPart(PackURI("/word/footnotes.xml"), TYPE, root, package)
        self.document.relate_to(made, RELATION)
        return made

    def add(self, paragraphs: Iterable[Element]) -> int:
        """Writes a note, and gives its number; it begins with that."""
        inside = list(paragraphs)
        first = next((one for one in inside if one.tag == w("p").tag), None)
        if first is None:
            first = paragraph("FootnoteText")
            inside.insert(0, first)
        number = w("r", _NUMBER.properties(), w("footnoteRef"))
        first.insert(1, number)
        first.insert(2, run(" "))
        self.count += 1
        self.part.element.append(w("footnote", *inside, id=self.count))
        return self.count


def reference(number: int) -> Element:
    """What leads to a note."""
    return w("r", _NUMBER.properties(), w("footnoteReference", id=number))

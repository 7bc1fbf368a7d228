"""Words with what they mean, as runs, links, fields and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from trendrapport.documents.blocks import Note
from trendrapport.documents.cleaning import clean, fit_address
from trendrapport.documents.document import Document, Reference
from trendrapport.documents.inlines import (
    Break,
    Citation,
    Cited,
    Code,
    Inline,
    Link,
    Mention,
    NoteMark,
    Picture,
    Style,
    Styled,
    Term,
    Text,
)
from trendrapport.documents.punctuation import closing, in_brackets
from trendrapport.documents.word.book import Book
from trendrapport.documents.word.elements import PLAIN, Element, Face, computed, paragraph, run, w
from trendrapport.documents.word.notes import reference

if TYPE_CHECKING:
    from docx.parts.story import StoryPart

STYLES = {
    Style.STRONG: ("Strong", "b"),
    Style.EMPHASIS: ("Emphasis", "i"),
    Style.DELETED: ("Deleted", "strike"),
    Style.RAISED: ("", "superscript"),
    Style.LOWERED: ("", "subscript"),
}
LINK, RAISED = Face("Hyperlink"), Face("FootnoteReference")
WITHIN_WORDS = 5.0
"""The height of a picture within words (millimetres)."""
LONGEST_ADDRESS = 2000
"""Programs refuse a longer one (characters)."""


@dataclass(frozen=True)
class InlineWriter:
    """Writes the words of one entry, in the text or in a note."""

    book: Book
    entry: Document | None
    """The entry whose sources and notes are meant."""
    part: StoryPart
    noted: Callable[[Note], list[Element]]
    """Writes a footnote as paragraphs."""
    in_note: bool = False
    """Whether this is a note, which can have none itself."""

    def write(self, inlines: Sequence[Inline], face: Face = PLAIN) -> Iterator[Element]:
        """Runs of these words."""
        for inline in inlines:
            yield from self._of(inline, face)

    def _of(self, inline: Inline, face: Face) -> Iterator[Element]:
        match inline:
            case Text():
                yield run(inline.text, face)
            case Styled():
                yield from self.write(inline.inside, face.also(*STYLES[inline.style]))
            case Code():
                yield run(inline.text, replace(face, style="Code"))
            case Break():
                yield w("r", w("br"))
            case Picture():
                yield from self._picture(inline)
            case _:
                yield from self._leading(inline, face)

    def _leading(self, inline: Inline, face: Face) -> Iterator[Element]:
        """What leads elsewhere."""
        match inline:
            case Link():
                inside = list(self.write(inline.inside, replace(face, style="Hyperlink")))
                yield from self.link(inline.address, inline.path, inside)
                if inline.form:
                    yield run(f" ({inline.form})", face)
            case Term():
                yield from self._term(inline, face)
            case Mention():
                yield from self._mention(inline, face)
            case Citation():
                yield from self._citation(inline)
            case NoteMark():
                yield from self._note(inline)

    def link(self, address: str, path: str, inside: Sequence[Element]) -> Iterator[Element]:
        """A link to a place in this document if it has that page, else to the address."""
        page = path.partition("#")[0]
        if page and page in self.book.pages:
            yield self.within(self.book.places.name(page), inside)
        elif address and len(address) < LONGEST_ADDRESS:
            relation = self.part.relate_to(
                fit_address(clean(address)), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            made = w("hyperlink", *inside, history=1)
            made.set(qn("r:id"), relation)
            yield made
        else:
            yield from inside

    def within(self, name: str, inside: Sequence[Element]) -> Element:
        """A link to a bookmark."""
        return w("hyperlink", *inside, anchor=name, history=1)

    def _term(self, term: Term, face: Face) -> Iterator[Element]:
        if term.definition and not self.in_note:
            name = self.book.places.name(f"term:{term.slug}")
            yield self.within(name, [run(term.text, replace(face, style="TermLink"))])
        else:
            yield run(term.text, face)

    def _mention(self, mention: Mention, face: Face) -> Iterator[Element]:
        """A figure by its number, which follows it if figures come and go."""
        place = self.book.figure_place(self.entry, mention.name)
        number = self.book.figures.get(place)
        if number is None:
            yield from self.link(mention.address, "", [run(mention.text, LINK)])
            return
        before, _, after = self.book.words("figure_mention", number="\0").partition("\0")
        yield run(before, face)
        yield from computed(f"REF {self.book.places.name(place)} \\h", str(number), face)
        yield run(after, face)

    def _picture(self, picture: Picture) -> Iterator[Element]:
        yield from self.book.picture(self.part, picture.file, picture.text, high=WITHIN_WORDS)
        caption = " ".join(filter(None, (picture.caption, picture.credit)))
        if caption:
            yield run(f" {caption}", Face("Quiet"))

    def _citation(self, citation: Citation) -> Iterator[Element]:
        """A note for each source; what has a note already leads to that."""
        sources = {one.key: one for one in self.entry.sources} if self.entry else {}
        if self.in_note:
            in_words = [self.in_words(sources.get(one.key), one.place) for one in citation.cited]
            yield run(f" ({'; '.join(in_words)})")
            return
        for position, cited in enumerate(citation.cited):
            if position:
                yield run(", ", RAISED)
            yield from self._source(cited, sources.get(cited.key))

    def in_words(self, source: Reference | None, place: str) -> str:
        """A source in a note, in brief."""
        if source is None:
            return place
        return ", ".join(filter(None, (source.who or source.title, source.when, place)))

    def _source(self, cited: Cited, source: Reference | None) -> Iterator[Element]:
        if source is None:
            return
        place = f"source:{self.entry and self.entry.path}:{cited.key}"
        earlier = self.book.noted.get(place)
        if earlier and not cited.place:
            yield from computed(f"NOTEREF {self.book.places.name(place)} \\f \\h", str(earlier), RAISED)
            return
        inner = replace(self, part=self.book.notes.part, in_note=True)
        inside = list(inner.reference(source))
        if cited.place:
            inside.append(run(f" {cited.place}."))
        number = self.book.notes.add([paragraph("FootnoteText", *inside)])
        self.book.noted.setdefault(place, number)
        self.book.cited.add(place)
        yield from self.book.places.mark(place, reference(number))

    def reference(self, source: Reference) -> Iterator[Element]:
        """A source in full: who, when, what and where."""
        when = in_brackets(source.when)
        who = " ".join(filter(None, (source.who, when)))
        if who:
            yield run(f"{who}. ")
        if source.address:
            yield from self.link(source.address, "", [run(source.title, LINK)])
        else:
            yield run(source.title, Face("Emphasis"))
        yield run(closing(source.where))

    def _note(self, mark: NoteMark) -> Iterator[Element]:
        notes = {one.letter: one for one in self.entry.notes} if self.entry else {}
        place = f"note:{self.entry and self.entry.path}:{mark.letter}"
        earlier, note = self.book.noted.get(place), notes.get(mark.letter)
        if note is None or self.in_note:
            yield run(mark.letter, RAISED)
        elif earlier:
            yield from computed(f"NOTEREF {self.book.places.name(place)} \\f \\h", str(earlier), RAISED)
        else:
            number = self.book.notes.add(self.noted(note))
            self.book.noted[place] = number
            yield from self.book.places.mark(place, reference(number))

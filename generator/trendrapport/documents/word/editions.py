"""A whole edition as paragraphs: cover, radar, all its texts, what each role can do, and what is at the
end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trendrapport.documents.blocks import Card, Listing, Paragraph
from trendrapport.documents.document import Document, EditionDocument, RadarDocument, RoleDocument
from trendrapport.documents.inlines import Inline, Link, Term, Text
from trendrapport.documents.pictures import Shown
from trendrapport.documents.word import entries, report_blocks
from trendrapport.documents.word.blocks import BlockWriter
from trendrapport.documents.word.elements import Element, Face, paragraph, run, w

PART = 2
"""The level of the title of a part, which is the first of the document."""


@dataclass(frozen=True)
class EditionWriter:
    """Writes one edition."""

    whole: BlockWriter
    """Writes what is of no entry."""
    edition: EditionDocument
    radar: Shown | None

    def cover(self, report: str, publisher: str) -> Iterator[Element]:
        """The title, by whom and when."""
        edition = self.edition
        yield paragraph("Eyebrow", run(report))
        yield paragraph("Title", *self.whole.book.places.mark(edition.path, run(edition.title)))
        yield paragraph("Subtitle", run(edition.theme or edition.summary))
        if self.radar and edition.radar:
            description = f"{edition.radar.title}. {edition.radar.subtitle}"
            yield paragraph("Figure", self.whole.book.drawn(self.whole.part, self.radar, description))
        yield paragraph("Note", run(f"{publisher}. {edition.published}."))

    def body(self, terms: Sequence[Term], licence: Link | None) -> Iterator[Element]:
        """All parts, in the order of the printed edition."""
        edition, words = self.edition, self.whole.book.words
        yield from self._part(words("forewords"), edition.forewords)
        if edition.radar:
            yield from self._radar(edition.radar)
        yield from self._part(words("trends"), edition.trends)
        yield from self._part(words("interviews"), edition.talks)
        yield from self._part(words("columns"), edition.columns)
        yield from self._numbers()
        yield from self._works()
        yield from self._roles()
        yield from entries.annex(self.whole, edition.documents)
        yield from entries.glossary(self.whole, terms)
        if edition.sources:
            yield self._heading(words("document.all_sources"))
            yield from entries.listed(self.whole, edition.sources)
        yield from self._colophon(licence)

    def _heading(self, title: str, *, fresh: bool = False) -> Element:
        """The title of a part, which can begin a page."""
        made = self.whole.heading((Text(title),), PART)
        if fresh:
            made[0].insert(1, w("pageBreakBefore"))
        return made

    def _part(self, title: str, documents: Sequence[Document]) -> Iterator[Element]:
        """All texts of a kind; of trends each but the first begins a page. A single one with the title of the
        part is that part.
        """
        if not documents:
            return
        is_alone = [document.title for document in documents] == [title]
        if not is_alone:
            yield self._heading(title, fresh=True)
        for position, document in enumerate(documents):
            inside = replace(self.whole, entry=document, deeper=0 if is_alone else 1)
            opening = list(entries.opening(inside, document))
            if is_alone or (position and document.kind == "trends"):
                opening[0][0].insert(1, w("pageBreakBefore"))
            yield from opening
            yield from entries.introduction(inside, document)
            yield from inside.write(document.blocks)
            yield from entries.writers(inside, document)

    def _radar(self, radar: RadarDocument) -> Iterator[Element]:
        yield self._heading(radar.title, fresh=True)
        yield paragraph("Note", run(radar.subtitle))
        for sentence in radar.sentences:
            yield paragraph("BodyText", run(sentence))
        yield paragraph("Note", run(radar.key))
        yield from self.whole.table(radar.table)

    def _numbers(self) -> Iterator[Element]:
        if self.edition.key_figures:
            yield self._heading(self.whole.book.words("key_figures"))
        for one in self.edition.key_figures:
            yield from report_blocks.key_figure(one)

    def _works(self) -> Iterator[Element]:
        if self.edition.works:
            yield self._heading(self.whole.book.words("inspiration"))
        for one in self.edition.works:
            yield from report_blocks.card(
                Card(one.title, one.address, "", one.why, one.facts), self.whole.inlines
            )
            if one.source:
                yield paragraph("Note", run(one.source))

    def _roles(self) -> Iterator[Element]:
        if self.edition.roles:
            yield self._heading(self.whole.book.words("document.actions_per_role"))
        for role in self.edition.roles:
            yield from self._role(role)

    def _role(self, role: RoleDocument) -> Iterator[Element]:
        yield self.whole.heading((Text(role.label),), PART + 1)
        yield paragraph("Note", run(role.summary))
        for asked in role.editions[0].trends:
            way = Link((Text(asked.card.title),), asked.card.address, asked.card.path)
            yield paragraph("Term", *self.whole.inlines.write((way,)))
            items = tuple((Paragraph((Text(action),)),) for action in asked.actions)
            yield from self.whole.write((Listing(items),))

    def _colophon(self, licence: Link | None) -> Iterator[Element]:
        edition = self.edition
        yield from entries.colophon(self.whole, edition.address, edition.cite, licence)
        for name, words in self._made():
            label = [run(f"{name}: ", Face("Strong"))] if name else []
            yield paragraph("Note", *label, *self.whole.inlines.write(words))

    def _made(self) -> Iterator[tuple[str, Sequence[Inline]]]:
        """By whom and how it was made: a name, and what is said."""
        if self.edition.editors:
            yield self.whole.book.words("editors"), (Text(", ".join(self.edition.editors)),)
        if self.edition.made:
            yield "", self.edition.made
        if self.edition.judgement:
            yield "", (Text(self.edition.judgement),)

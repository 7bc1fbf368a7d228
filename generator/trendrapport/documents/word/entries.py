"""An entry as paragraphs: from its title to its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendrapport.documents.blocks import Cell, Table
from trendrapport.documents.document import Document, Person, Reading, Reference
from trendrapport.documents.inlines import Break, Inline, Link, Styled, Term, Text
from trendrapport.documents.inlines import Style as Emphasis
from trendrapport.documents.material import figures_of
from trendrapport.documents.word.blocks import BlockWriter
from trendrapport.documents.word.elements import Element, Face, paragraph, run
from trendrapport.documents.word.inlines import LINK
from trendrapport.documents.word.report_blocks import PARTED

FACE = 30.0
"""The height of a portrait (millimetres)."""


def opening(writer: BlockWriter, document: Document) -> Iterator[Element]:
    """What is above the text; in an edition the title is a heading."""
    facts = [category.label for category in document.categories] + list(document.facts)
    yield paragraph("Eyebrow", run(PARTED.join(facts)))
    if writer.deeper < 0:
        yield paragraph("Title", *writer.book.places.mark(document.path, run(document.title)))
        yield paragraph("Subtitle", run(document.summary))
    else:
        yield writer.heading((Text(document.title),), 1, document.path)
        yield paragraph("Lead", run(document.summary))
    if document.draft:
        yield paragraph("BodyText", run(document.draft, Face("Strong")))
    if document.made:
        yield paragraph("Note", *writer.inlines.write(document.made))


def introduction(writer: BlockWriter, document: Document) -> Iterator[Element]:
    """Who speaks, and what the editors say of a trend."""
    if document.speaker:
        yield from _speaker(writer, document.speaker)
    if document.brief:
        yield from writer.table(_brief(document.brief))
    if document.judgement:
        yield paragraph("Note", run(document.judgement))


def writers(writer: BlockWriter, document: Document) -> Iterator[Element]:
    """Who wrote it, and who contributed otherwise."""
    if document.writers:
        names = "; ".join(map(_with_facts, document.writers))
        label = f"{writer.book.words('written_by')}: "
        yield paragraph("Note", run(label, Face("Strong")), run(names))
    for line in document.helpers:
        yield paragraph("Note", run(line))


def _brief(readings: Sequence[Reading]) -> Table:
    """What the editors say of a trend, next to each other."""
    head = tuple(Cell((Text(one.name),)) for one in readings)
    return Table(head, (tuple(Cell(tuple(_reading(one))) for one in readings),))


def _reading(one: Reading) -> Iterator[Inline]:
    yield Styled(Emphasis.STRONG, (Text(one.label),))
    for text in filter(None, (one.of, one.explanation)):
        yield Break()
        yield Text(text)


def _speaker(writer: BlockWriter, person: Person) -> Iterator[Element]:
    drawn = list(writer.book.picture(writer.part, person.portrait, person.text, wide=FACE, high=FACE))
    if drawn:
        yield paragraph("Figure", *drawn)
    yield paragraph("Person", run(person.name))
    for text in filter(None, (", ".join(person.facts), person.caption)):
        yield paragraph("Note", run(text))


def _with_facts(person: Person) -> str:
    return ", ".join((person.name, *person.facts))


def uncited(writer: BlockWriter, document: Document) -> Iterator[Element]:
    """The sources that no footnote has."""
    left = [one for one in document.sources if f"source:{document.path}:{one.key}" not in writer.book.cited]
    if left:
        yield writer.heading((Text(writer.book.words("document.other_sources")),), 2)
        yield from listed(writer, left)


def listed(writer: BlockWriter, sources: Sequence[Reference]) -> Iterator[Element]:
    """Sources below each other."""
    for one in sources:
        yield paragraph("Note", *writer.inlines.reference(one))


def annex(writer: BlockWriter, documents: Sequence[Document]) -> Iterator[Element]:
    """All charts in words and numbers."""
    if not writer.book.figures:
        return
    yield writer.heading((Text(writer.book.words("document.annex")),), 2)
    for document in documents:
        inside = replace(writer, entry=document)
        shown = {figure.name: figure for figure in figures_of(document)}
        for figure in shown.values():
            yield from inside.annexed(figure)


def glossary(writer: BlockWriter, terms: Sequence[Term]) -> Iterator[Element]:
    """The words that texts use and the glossary explains."""
    if terms:
        yield writer.heading((Text(writer.book.words("glossary")),), 2)
    for term in terms:
        yield paragraph("Term", *writer.book.places.mark(f"term:{term.slug}", run(term.name)))
        yield paragraph("BodyText", run(term.definition))


def colophon(
    writer: BlockWriter, where: str, how: Sequence[Inline], licence: Link | None
) -> Iterator[Element]:
    """Where it is on the web, how it is cited, and under which terms others may use it."""
    words = writer.book.words
    yield writer.heading((Text(words("document.colophon")),), 2)
    way = writer.inlines.link(where, "", [run(where, LINK)])
    yield paragraph("Note", run(f"{words('document.on_the_web')}: ", Face("Strong")), *way)
    if how:
        yield paragraph("Note", run(f"{words('cite')}: ", Face("Strong")), *writer.inlines.write(how))
    if licence:
        yield paragraph("Note", *writer.inlines.write((licence,)))

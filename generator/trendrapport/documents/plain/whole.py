"""A whole document as blocks: what is above its text on the page, the text, and its sections."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.documents.blocks import Block, Blocks, Heading, Listing, Paragraph
from trendrapport.documents.document import Document, Person, Reading, Reference
from trendrapport.documents.inlines import Inline, Link, Style, Styled, Text


def whole(document: Document) -> Blocks:
    """All words of a document but its footnotes and sources."""
    return (*_head(document), *document.blocks)


def _head(document: Document) -> Iterator[Block]:
    yield Heading(1, (Text(document.title),), "")
    for note in (document.draft, " \u00b7 ".join(_facts(document))):
        if note:
            yield Paragraph((Text(note),), note=True)
    yield Paragraph((Styled(Style.STRONG, (Text(document.summary),)),))
    people = list(filter(None, (*document.writers, document.speaker)))
    if people:
        yield Listing(tuple((Paragraph((Text(_person(one)),)),) for one in people))
    for line in document.helpers:
        yield Paragraph((Text(line),), note=True)
    if document.made:
        yield Paragraph(document.made, note=True)
    yield from _brief(document)


def _facts(document: Document) -> Iterator[str]:
    yield from document.facts
    yield from (category.label for category in document.categories)


def _person(person: Person) -> str:
    return ", ".join((person.name, *person.facts))


def _brief(document: Document) -> Iterator[Block]:
    """What the editors say of a trend, and whose reading that is."""
    if document.brief:
        name = document.labels("brief")
        yield Heading(2, (Text(name),), "brief")
        yield Listing(tuple((Paragraph((Text(_reading(one)),)),) for one in document.brief))
    if document.judgement:
        yield Paragraph((Text(document.judgement),), note=True)


def _reading(reading: Reading) -> str:
    label = f"{reading.name}: {reading.label}"
    if reading.of:
        label += f" ({reading.of})"
    return f"{label}. {reading.explanation}".strip()


def source(reference: Reference) -> tuple[Inline, ...]:
    """A source in a list, as its page has it: who and when, the title, where, and the address."""
    before, after = "", ""
    if reference.when:
        after = f" ({reference.when})"
    if reference.who:
        before, after = f"{reference.who}{after}. ", ""
    if reference.where:
        after += f". {reference.where}"
    title = Styled(Style.EMPHASIS, (Text(reference.title),))
    found: list[Inline] = [Text(before), title, Text(f"{after.rstrip('.')}.")]
    if reference.address:
        found += [Text(" "), Link((Text(reference.address),), reference.address)]
    return tuple(part for part in found if part != Text(""))

"""A whole document as blocks: what stands above its text on the page, the text, and its sections."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.documents.blocks import (
    Block,
    Blocks,
    Heading,
    Link,
    Listing,
    Paragraph,
    Style,
    Styled,
    Text,
)
from trendrapport.documents.document import Document, Person, Reading, Reference
from trendrapport.language.labels import Labels


def whole(document: Document) -> Blocks:
    """All words of a document but its footnotes and sources."""
    return (*_head(document), *document.blocks)


def _head(document: Document) -> Iterator[Block]:
    yield Heading(1, (Text(document.title),), "")
    for note in (document.draft, " \u00b7 ".join(_facts(document))):
        if note:
            yield Paragraph((Text(note),), note=True)
    yield Paragraph((Styled(Style.STRONG, (Text(document.summary),)),))
    people = [*document.writers, *([document.speaker] if document.speaker else [])]
    if people:
        yield Listing(tuple((Paragraph((Text(_person(one)),)),) for one in people))
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
        name = Labels(document.language)("brief")
        yield Heading(2, (Text(name),), "brief")
        yield Listing(tuple((Paragraph((Text(_reading(one)),)),) for one in document.brief))
    if document.judgement:
        yield Paragraph((Text(document.judgement),), note=True)


def _reading(reading: Reading) -> str:
    of = f" ({reading.of})" if reading.of else ""
    told = f" {reading.explanation}" if reading.explanation else ""
    return f"{reading.name}: {reading.label}{of}.{told}".replace("..", ".")


def source(reference: Reference) -> tuple[Text | Link | Styled, ...]:
    """A source in a list, as its page has it."""
    when = f" ({reference.when})" if reference.when else ""
    before = f"{reference.who}{when}. " if reference.who else ""
    after = f"{'' if reference.who else when}. {reference.where}".rstrip(" .")
    title = Styled(Style.EMPHASIS, (Text(reference.title),))
    found: list[Text | Link | Styled] = [Text(before), title, Text(f"{after}." if after else ".")]
    if reference.address:
        found += [Text(" "), Link((Text(reference.address),), reference.address)]
    return tuple(part for part in found if part != Text(""))

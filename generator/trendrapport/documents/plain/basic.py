"""Every block as headings, paragraphs, lists, tables, quotations, code, rules and pictures: what each plain
form has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from trendrapport.documents.blocks import (
    Actions,
    Block,
    Blocks,
    Callout,
    Card,
    Cards,
    CodeBlock,
    Definition,
    Definitions,
    Figure,
    Heading,
    KeyFigure,
    Listing,
    Paragraph,
    Question,
    Quotation,
    Quote,
    Rule,
    Table,
    Video,
)
from trendrapport.documents.inlines import Break, Inline, Inlines, Link, Picture, Style, Styled, Text

Basic = Heading | Paragraph | Listing | Table | Quotation | CodeBlock | Rule | Picture


def basic(blocks: Iterable[Block]) -> Iterator[Basic]:
    """The same words in blocks of the basic sorts."""
    for block in blocks:
        yield from _basic(block)


def _basic(block: Block) -> Iterator[Basic]:
    match block:
        case Quotation(inside, who) if who:
            yield Quotation((*inside, _who(who)))
        case Heading() | Paragraph() | Listing() | Table() | Quotation() | CodeBlock() | Rule() | Picture():
            yield block
        case Question(inside, anchor, level):
            yield Heading(level, inside, anchor) if level else Paragraph((_strong(inside),))
        case Definitions(items):
            yield Listing(tuple(map(_definition, items)))
        case Quote():
            yield _quote(block)
        case Callout(_, label, title, inside):
            yield Quotation((Paragraph((_strong(title or (Text(label),)),)), *inside))
        case _:
            yield from _of_report(block)


def _of_report(block: Block) -> Iterator[Basic]:
    """The blocks that only a report has."""
    match block:
        case Figure():
            yield from _figure(block)
        case KeyFigure():
            yield from _key_figure(block)
        case Actions(_, label, items, explanation, level):
            yield Heading(level, (Text(label),), "")
            if explanation:
                yield Paragraph((Text(explanation),), note=True)
            yield Listing(tuple((Paragraph((Text(item),)),) for item in items))
        case Video():
            yield from _video(block)
        case Cards(cards):
            yield Listing(tuple((Paragraph(tuple(_card(card))),) for card in cards))


def _strong(inside: Inlines) -> Styled:
    return Styled(Style.STRONG, inside)


def _definition(item: Definition) -> Blocks:
    made: list[Block] = [Paragraph((_strong(item.term),))]
    for blocks in item.descriptions:
        made += blocks
    return tuple(made)


def _quote(quote: Quote) -> Quotation:
    """Words of a person, with who says them below."""
    said = [Paragraph((Text(part),)) for part in quote.paragraphs]
    if quote.cited:
        said[-1] = Paragraph((*said[-1].inside, quote.cited))
    return Quotation((*said, _who((Text(", ".join((quote.name, *quote.facts))),))))


def _who(name: Inlines) -> Paragraph:
    """The line that says who is quoted."""
    return Paragraph((Text("\u2014 "), *name))


def _figure(figure: Figure) -> Iterator[Basic]:
    """A figure in words: what it says, its numbers, and whose they are."""
    title = ": ".join(part for part in (figure.label, figure.title) if part)
    yield Paragraph((_strong((Link((Text(title),), figure.address),)), Break(), Text(figure.subtitle)))
    yield Paragraph((Text(figure.description),))
    for sentence in figure.sentences:
        yield Paragraph((Text(sentence),))
    if figure.table:
        yield replace(figure.table, title="")
    for note in (figure.caption, *figure.notes, figure.credit):
        if note:
            yield Paragraph((Text(note),), note=True)


def _key_figure(figure: KeyFigure) -> Iterator[Basic]:
    number = figure.number + figure.unit
    period = f" ({figure.period})" if figure.period else ""
    yield Paragraph((_strong((Text(number),)), Text(f": {figure.title}{period}")))
    note = " ".join(part for part in (figure.explanation, figure.source) if part)
    yield Paragraph((Text(note),), note=True)


def _video(video: Video) -> Iterator[Basic]:
    yield Paragraph((_strong((Link((Text(video.title),), video.address),)),))
    yield Paragraph((Text(", ".join(video.facts)),), note=True)
    if video.transcript:
        yield Paragraph((video.transcript,))
    if video.spoken:
        yield Paragraph((_strong((Text(video.label),)),))
        yield Quotation(tuple(Paragraph((Text(line),)) for line in video.spoken))


def _card(card: Card) -> Iterator[Inline]:
    """An entry in one paragraph: title, facts, summary and why it is named."""
    yield Link((Text(card.title),), card.address, card.path)
    if card.facts:
        yield Text(f" ({', '.join(card.facts)})")
    for text in (card.summary, card.why):
        if text:
            yield Break()
            yield Text(text)

"""What only a report has, as paragraphs: quotes, key figures, videos and other entries in brief."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.documents.blocks import Card, KeyFigure, Quote, Video
from trendrapport.documents.punctuation import in_brackets
from trendrapport.documents.word.elements import Element, Face, paragraph, run
from trendrapport.documents.word.inlines import LINK, InlineWriter

PARTED = " \u00b7 "
"""Between facts."""


def quote(one: Quote, inlines: InlineWriter) -> Iterator[Element]:
    """Words of a person, and who says them."""
    for part in one.paragraphs:
        yield paragraph("IntenseQuote", run(part))
    who = run(", ".join((one.name, *one.facts)))
    cited = inlines.write((one.cited,)) if one.cited else ()
    yield paragraph("QuoteSource", who, *cited)


def key_figure(one: KeyFigure) -> Iterator[Element]:
    """A number, what it is, and where it is from."""
    unit = [run(one.unit, Face("Unit"))] if one.unit else []
    yield paragraph("KeyFigure", run(one.number), *unit)
    yield paragraph("KeyFigureTitle", run(one.title))
    period = in_brackets(one.period)
    yield paragraph("Note", run(" ".join(filter(None, (one.explanation, period, one.source)))))


def video(one: Video, inlines: InlineWriter) -> Iterator[Element]:
    """A video on another site, and what is said in it."""
    title = inlines.link(one.address, "", [run(one.title, LINK)])
    yield paragraph("CardTitle", *title)
    yield paragraph("Note", run(PARTED.join(one.facts)))
    if one.transcript:
        yield paragraph("Note", *inlines.write((one.transcript,)))
    if one.spoken:
        yield paragraph("Question", run(one.label))
        for said in one.spoken:
            yield paragraph("BodyText", run(said))


def card(one: Card, inlines: InlineWriter) -> Iterator[Element]:
    """Another entry in brief, with the way to it."""
    yield paragraph("CardTitle", *inlines.link(one.address, one.path, [run(one.title, LINK)]))
    for text in filter(None, (one.summary, one.why)):
        yield paragraph("BodyText", run(text))
    if one.facts:
        yield paragraph("Note", run(PARTED.join(one.facts)))

"""What documents with little room show: a trend on one page, and an edition in a work session.

Each is a document without what is not shown, so that an edit of that makes no file anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from trendrapport.documents.blocks import Actions, Block, Blocks, Figure, Heading, KeyFigure
from trendrapport.documents.document import Document, EditionDocument, Person
from trendrapport.documents.material import every

_PART = 2
"""The level of the headings of a page's parts."""


def on_one_page(document: Document, drawings: Collection[str]) -> Document:
    """A trend with its first figure that is drawn, its first key figure, what each role can do, and what
    drives and slows it.
    """
    figures = [one for one in every(document.blocks, Figure) if one.name in drawings][:1]
    shown = _in_brief(document, "forces")
    return replace(
        shown,
        blocks=(*figures, *shown.blocks),
        figures=tuple(one.name for one in figures),
        writers=tuple(Person(one.name) for one in document.writers),
        helpers=(),
    )


def for_session(edition: EditionDocument) -> EditionDocument:
    """An edition with its radar and its trends only: of each its first key figure, what each role can do, and
    its questions.
    """
    return replace(
        edition,
        summary="",
        theme="",
        judgement="",
        made=(),
        cite=(),
        forewords=(),
        trends=tuple(_in_brief(trend, "questions") for trend in edition.trends),
        talks=(),
        columns=(),
        key_figures=(),
        works=(),
        roles=(),
        sources=(),
    )


def _in_brief(document: Document, anchor: str) -> Document:
    """What the editors say of a trend, its first key figure, what each role can do, and one part of its
    page.
    """
    duties = {one.role: one for one in every(document.blocks, Actions)}
    numbers = every(document.blocks, KeyFigure)[:1]
    return replace(
        document,
        blocks=(*numbers, *duties.values(), *_part(document.blocks, anchor)),
        facts=(),
        writers=(),
        helpers=(),
        speaker=None,
        made=(),
        judgement="",
        notes=(),
        sources=(),
        cite=(),
        figures=(),
    )


def _part(blocks: Blocks, anchor: str) -> Iterator[Block]:
    """A heading and what is below it."""
    for block in blocks:
        if isinstance(block, Heading) and block.anchor == anchor:
            yield block
            yield from section(blocks, anchor)
            return


def section(blocks: Blocks, anchor: str) -> Iterator[Block]:
    """What is below the heading of that anchor, up to the next that is no deeper."""
    within = False
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _PART:
            within = block.anchor == anchor
        elif within:
            yield block

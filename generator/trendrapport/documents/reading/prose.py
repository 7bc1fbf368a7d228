"""The text of an entry to blocks and footnotes; loads nothing of what is around that in a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from trendrapport.charts.drawing.jobs import Drawing
from trendrapport.documents.blocks import Blocks, Note
from trendrapport.documents.reading.fenced import FencedReader
from trendrapport.documents.reading.figures import FigureReader
from trendrapport.documents.reading.inlines import InlineReader
from trendrapport.documents.reading.references import References
from trendrapport.documents.reading.texts import TextReader
from trendrapport.model.entries.interviews import Interview
from trendrapport.pages.view import View
from trendrapport.prose.anchors import anchors
from trendrapport.prose.markdown import parse
from trendrapport.prose.questions import mark_questions
from trendrapport.report.report import Entry

Drawings = Mapping[str, Drawing]
"""Drawings by name."""


@dataclass(frozen=True)
class Prose:
    """A text as blocks."""

    blocks: Blocks
    notes: tuple[Note, ...]


def prose_of(view: View, entry: Entry[Any], drawings: Drawings) -> Prose:
    """The text of an entry, and its footnotes."""
    parsed = parse(entry.source.body)
    if isinstance(entry.data, Interview):
        mark_questions(parsed.tokens)
    view.terms.mark(parsed.tokens)
    anchors(parsed.tokens)
    nodes = SyntaxTreeNode(parsed.tokens).children if parsed.tokens else []
    references = References(view, entry)
    fenced = FencedReader(references, FigureReader(view, drawings))
    reader = TextReader(InlineReader(references), fenced, view.labels)
    return Prose(reader.blocks(nodes), reader.notes(nodes))

"""A figure of which no text says anything (`unmentioned-figure`).

A figure between two headings or two other figures leaves it to readers to find out why it is there. Say in
the text before or behind it what it shows, or name it elsewhere with `[@fig:name]`. A figure with a paragraph
next to it gets no advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trendrapport.advice import Page, Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled
from trendrapport.prose.html import FIGURE
from trendrapport.prose.outline import Block

_NO_TEXT = re.compile(r"\s*(?:#|```|~~~|<!--|---|\*\*\*|!\[)")

_TEXTS = (
    Text(nl='de tekst zegt niets over de figuur "{name}"', en='the text says nothing of the figure "{name}"'),
    Text(
        nl="lezers moeten zelf bedenken waarom de figuur hier staat",
        en="readers must find out for themselves why the figure is here",
    ),
    Text(
        nl="Schrijf er een zin bij, of noem de figuur in de tekst met [@fig:{name}].",
        en="Write a sentence beside it, or name the figure in the text with [@fig:{name}].",
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every figure without a paragraph next to it that no text names."""
    named = {
        citation.key.removeprefix(FIGURE)
        for page in written.pages
        for citation in page.entry.outline.citations
        if citation.key.startswith(FIGURE)
    }
    for page in written.pages:
        for block in page.entry.outline.blocks:
            if block.word == "figure" and block.name not in named and not _is_beside_text(page, block):
                at = page.entry.in_text(block.at)
                yield advice(at, "unmentioned-figure", every_filled(_TEXTS, name=block.name))


def _is_beside_text(page: Page, block: Block) -> bool:
    """Whether the block before a figure or the one behind it is a paragraph, list or table."""
    source = page.entry.source
    lines = source.body.split("\n")
    row = block.at.line - source.body_line
    end = row + block.text.count("\n") + 2
    return _is_text(lines[:row][::-1]) or _is_text(lines[end:])


def _is_text(lines: Sequence[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    return bool(first) and not _NO_TEXT.match(first)

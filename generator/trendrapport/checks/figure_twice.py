"""A figure that appears twice in one text (`figure-twice`).

A figure has one number and one address, to which references in the text lead. Remove one of the two blocks.
To refer to the figure again, write `[@fig:name]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, every_filled, finding, shortened
from trendrapport.report.report import Report

_TEXTS: Texts = (
    Text(
        nl='de figuur "{name}" staat al op regel {line} van deze tekst',
        en='the figure "{name}" is already on line {line} of this text',
    ),
    Text(
        nl="een verwijzing naar de figuur zou naar twee plaatsen kunnen leiden",
        en="a reference to the figure could lead to two places",
    ),
    Text(
        nl="Verwijder een van de twee, en verwijs er hier naar met [@fig:{name}].",
        en="Remove one of the two, and refer to it here with [@fig:{name}].",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every figure that the same text has shown before."""
    for entry in report.texts:
        first: dict[str, int] = {}
        for block in entry.outline.blocks:
            if block.word != "figure":
                continue
            if block.name in first:
                at = entry.in_text(block.at)
                texts = every_filled(_TEXTS, name=shortened(block.name), line=first[block.name])
                yield finding(at, "figure-twice", texts)
            first.setdefault(block.name, block.at.line)

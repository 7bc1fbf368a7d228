"""A paragraph with a number and no source (`number-without-source`).

Readers want to know where a number comes from, and the next editor must find it to bring it up to date. Cite
the source behind it, as `[@key]`, or link to it. Percentages, amounts of money and large numbers count; years
and dates do not. Interviews, quotations and pages outside the editions are left alone, and so are paragraphs
with a figure or a key figure next to them, which name their own source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.advice import Page, Written
from trendrapport.diagnostics import Diagnostic, Text, advice, every_filled
from trendrapport.prose.sentences import Paragraph

_KINDS = frozenset({"trends", "columns", "forewords", "instruments"})
_NUMBER = re.compile(
    r"(?:€|EUR)\s?\d[\d.,]*(?:\s(?:miljoen|miljard|million|billion))?"
    r"|\b\d[\d.,]*\s?(?:%|‰|procent|percent|miljoen|miljard|million|billion)"
    r"|\b\d{1,3}(?:[.,]\d{3})+\b"
)
_FIGURE = re.compile(r"\s*(?:```|~~~)\s*(?:figure|key-figure)\b")

_TEXTS = (
    Text(nl='bij "{number}" staat geen bron', en='there is no source for "{number}"'),
    Text(
        nl="lezers weten niet waar het cijfer vandaan komt, en een redacteur kan het niet bijwerken",
        en="readers do not know where the number comes from, and an editor cannot bring it up to date",
    ),
    Text(
        nl="Noem in deze alinea de bron, als [@sleutel] of met een link.",
        en="Name the source in this paragraph, as [@key] or with a link.",
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """The first number of every paragraph without a source."""
    for page in written.pages:
        for paragraph in page.own if page.entry.kind in _KINDS else ():
            match = None if paragraph.cites else _NUMBER.search(paragraph.text)
            if match and not _is_beside_figure(page, paragraph):
                at = page.at(paragraph, match.start())
                yield advice(at, "number-without-source", every_filled(_TEXTS, number=match[0].rstrip(".,")))


def _is_beside_figure(page: Page, paragraph: Paragraph) -> bool:
    """Whether a figure comes right behind a paragraph."""
    source = page.entry.source
    row = paragraph.mark(max(len(paragraph.text) - 1, 0)).line - source.body_line
    below = source.body.split("\n")[row + 1 :]
    return _FIGURE.match(next((line for line in below if line.strip()), "")) is not None

"""A quotation that differs from the one that is recorded (`differing-quotation`).

What somebody said is recorded word for word under `quotes` in the front matter of an interview. Where a text
has nearly the same between quotation marks, or as a quotation, one of the two is not what was said. Copy the
recorded words, or correct those. Quotation marks and spaces do not matter, and "(...)" says that words were
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from trendrapport.advice import Page, Written
from trendrapport.diagnostics import Diagnostic, Location, Text, advice, every_filled, shortened
from trendrapport.model.entries.interviews import Interview

FEWEST = 5
"""Fewer words than these can be the same by chance."""

ALIKE = 0.75
"""The share of words in common from which on two quotations are meant to be the same."""

_QUOTED = re.compile(r"“([^“”]+)”|„([^„”]+)”|«([^«»]+)»|\"([^\"]+)\"|‘([^‘’]+)’(?!\w)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LEFT_OUT = re.compile(r"\(\s?(?:\.\.\.|…)\s?\)|\[\s?(?:\.\.\.|…)\s?\]|\.\.\.|…")

_TEXTS = (
    Text(
        nl='dit citaat verschilt van het vastgelegde: "{recorded}"',
        en='this quotation differs from the recorded one: "{recorded}"',
    ),
    Text(
        nl="een van de twee is niet wat iemand zei",
        en="one of the two is not what somebody said",
    ),
    Text(
        nl='Neem de woorden over zoals ze bij "quotes" staan in {path}, of verbeter ze daar.',
        en='Copy the words as they are at "quotes" in {path}, or correct them there.',
    ),
)


@dataclass(frozen=True)
class _Recorded:
    """A quotation as it is recorded."""

    text: str
    path: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return _words(self.text)

    def is_meant_by(self, words: tuple[str, ...]) -> bool:
        """Whether a quotation is meant to be this one, or a part of it."""
        if min(len(words), len(self.words)) < FEWEST:
            return False
        matcher = SequenceMatcher(None, words, self.words, autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        return same >= ALIKE * len(words)

    def has(self, text: str) -> bool:
        """Whether these are its words: all, or some, with a mark where words were left out."""
        parts = map(_words, _LEFT_OUT.split(text))
        return all(self._has_in_a_row(part) for part in parts)

    def _has_in_a_row(self, words: tuple[str, ...]) -> bool:
        starts = range(len(self.words) - len(words) + 1)
        return any(self.words[start : start + len(words)] == words for start in starts)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every quotation that is nearly a recorded one."""
    recorded = [
        _Recorded(quote.text, entry.source.path)
        for entry in (*written.report.entries, *written.report.translations)
        if isinstance(entry.data, Interview)
        for quote in entry.data.quotes
    ]
    for page in written.pages if recorded else ():
        for at, text in _quotations(page):
            words = _words(text)
            meant = [one for one in recorded if one.is_meant_by(words)]
            if meant and not any(one.has(text) for one in meant):
                texts = every_filled(_TEXTS, recorded=shortened(meant[0].text), path=meant[0].path)
                yield advice(at, "differing-quotation", texts)


def _quotations(page: Page) -> Iterator[tuple[Location, str]]:
    """What a text quotes: between quotation marks, as a quotation, or in a block."""
    for paragraph in page.paragraphs:
        if paragraph.is_quoted:
            yield page.at(paragraph, 0), paragraph.text
            continue
        for match in _QUOTED.finditer(paragraph.text):
            yield page.at(paragraph, match.start() + 1), next(filter(None, match.groups()))
    for block in page.entry.outline.blocks:
        if block.word == "quote":
            yield page.entry.in_text(block.at), block.text


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))

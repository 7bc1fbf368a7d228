"""The tokens of a text to its paragraphs and sentences, with the line and column of each character.

Headings, tables, code and figures are no sentences, and are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice

from markdown_it.token import Token

from trendrapport.prose.markdown import parse
from trendrapport.prose.outline import Mark
from trendrapport.prose.positions import Positions

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A word; a number is none."""

_PART = re.compile(r"\w+")
_END = re.compile(r"[.!?…]+[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-ÖØ-Þ0-9])")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|art|bijv|blz|ca|dhr|dr|drs|e\.?g|etc|i\.?e|ing|ir|jr|mevr|mr|mrs|ms|nr|no|p|pp"
    r"|prof|resp|sr|st|vgl|zgn|(?:[a-z]\.)+[a-z])\.\s*$",
    re.IGNORECASE,
)
_PASSED = frozenset(
    {
        "link_open",
        "image",
        "citation",
        "footnote_ref",
        "footnote_anchor",
        "code_inline",
        "html_inline",
        "pointer",
    }
)
"""Tokens behind which the text goes on where they end in the file."""
_CODE = "\ufffc"
_KEPT = 4096


@dataclass(frozen=True)
class Sentence:
    """A sentence of a paragraph, and where in that it begins."""

    text: str
    start: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, without numbers."""
        return tuple(WORD.findall(self.text))


@dataclass(frozen=True)
class Paragraph:
    """Running text as readers see it."""

    text: str
    is_quoted: bool
    """Whether it is a quotation, in the words of somebody else."""
    is_item: bool
    """Whether it is an item of a list."""
    cites: bool
    """Whether it names a source, or links to one."""
    _pieces: tuple[tuple[int, int], ...] = field(repr=False)
    """Where each piece of the text starts, in that and in what was typed."""
    _positions: Positions = field(repr=False, compare=False)
    _line: int

    def mark(self, at: int) -> Mark:
        """A character in the file."""
        start, typed = self._pieces[max(bisect_right(self._pieces, (at, len(self._positions.text))) - 1, 0)]
        row, column = self._positions.of(typed + at - start)
        return Mark(self._line + row, column + 1)

    @property
    def end(self) -> Mark:
        """The character behind it in the file."""
        row, column = self._positions.of(len(self._positions.text))
        return Mark(self._line + row, column + 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return sentences(self.text)


@dataclass(frozen=True)
class FieldText:
    """Running text that is no paragraph: that of a field, or of a text alternative."""

    text: str
    start: Mark
    """Where it begins in its file."""
    _lines: Sequence[str] = field(repr=False, compare=False)
    """The lines of that file."""

    def mark(self, at: int) -> Mark:
        """The word at a character, in the file; it is counted from the start, as YAML can fold lines."""
        word = _PART.search(self.text, at)
        if word is None:
            return self.start
        before = [one for one in _PART.finditer(self.text, 0, word.start()) if one[0] == word[0]]
        places = self._places(word[0])
        return next(islice(places, len(before), None), self.start)

    def _places(self, word: str) -> Iterator[Mark]:
        """Where a word is in the file, from the start of the text on."""
        for row in range(self.start.line - 1, len(self._lines)):
            from_here = self.start.column - 1 if row == self.start.line - 1 else 0
            for match in _PART.finditer(self._lines[row], from_here):
                if match[0] == word:
                    yield Mark(row + 1, match.start() + 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return sentences(self.text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; what an abbreviation ends with is no end."""
    found, start = [], 0
    for match in _END.finditer(text):
        if not _SHORTENED.search(text[start : match.end()]):
            found.append(Sentence(text[start : match.end()].rstrip(), start))
            start = match.end()
    if text[start:].strip():
        found.append(Sentence(text[start:].rstrip(), start))
    return tuple(found)


@lru_cache(_KEPT)
def paragraphs(text: str, line: int) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that starts at a line of its file."""
    prose = parse(text, line)
    return tuple(_paragraphs(prose.tokens, prose.text.split("\n"), line))


def _paragraphs(tokens: Sequence[Token], lines: Sequence[str], line: int) -> Iterator[Paragraph]:
    around: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.nesting == 1:
            around.append(token.type)
        elif token.nesting == -1:
            around.pop()
        if token.type == "inline" and token.map and before and before.type == "paragraph_open":
            found = _paragraph(token, around, lines, line)
            if found.text.strip():
                yield found


def _paragraph(token: Token, around: Sequence[str], lines: Sequence[str], line: int) -> Paragraph:
    children, text, pieces = token.children or [], "", [(0, 0)]
    for typed, shown in _shown(token.content, children):
        pieces.append((len(text), typed))
        text += shown
    return Paragraph(
        text,
        "blockquote_open" in around,
        "list_item_open" in around,
        any(child.type in {"citation", "link_open", "footnote_ref"} for child in children),
        tuple(pieces),
        Positions(token, lines),
        line,
    )


def _shown(content: str, children: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """What readers see of a paragraph, each piece with its place in what was typed."""
    at, ends = 0, list[int]()
    for child in children:
        at = max(at, child.meta.get("at", 0))
        if child.type in {"text", "code_inline"}:
            found = content.find(child.content, at)
            at = found if found >= 0 else at
            # Code is shown, but is no word of a sentence.
            yield at, child.content if child.type == "text" else _CODE * len(child.content)
            at += len(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            yield at, " "
        if child.type == "link_open":
            ends.append(child.meta.get("end", at))
        elif child.type == "link_close" and ends:
            at = max(at, ends.pop())
        elif child.type in _PASSED:
            at = max(at, child.meta.get("end", at))

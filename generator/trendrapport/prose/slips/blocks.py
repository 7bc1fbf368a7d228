"""Blocks that are lost or shown as something else: fences, indented text, lists, comments and headings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from trendrapport.prose.html import BLOCKS, WITH_TEXT, after_comment
from trendrapport.prose.slips.slip import (
    Slip,
    first_row,
    last_row,
    slip_in_block,
    slip_on_row,
    without_margin,
)

FIRST_YEAR = 1000
"""A list that begins with this number or a higher one begins with a year, which was to be a word of a
sentence.
"""

_SENTENCE = re.compile(r"[“\"'‘]?[A-ZÀ-Þ][^{}()\[\];=<>$]*[.!?:][”\"'’]?")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})[ \t]*([^`\n]*)")


def fence(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """A block between fences that is not closed, has text that it does not show, or has another word."""
    word = token.info.strip().partition(" ")[0]
    if not _is_closed(token, lines) or _opens_another(token):
        yield slip_in_block("open-block", f"{token.markup}{token.info.rstrip()}", lines, token)
    elif word in BLOCKS and word not in WITH_TEXT and token.content.strip():
        yield _text_inside(token, word, lines)
    elif word and word not in BLOCKS and word == token.info.strip() and (meant := _meant(word)):
        row = first_row(token)
        yield Slip("other-block", meant, row, max(lines[row].find(word), 0))


def _is_closed(token: Token, lines: Sequence[str]) -> bool:
    last = last_row(token)
    if last <= first_row(token):
        return False
    closing = lines[last].lstrip(" \t>").rstrip()
    return len(closing) >= len(token.markup) and not closing.strip(token.markup[0])


def _opens_another(token: Token) -> bool:
    """Whether a block of the report begins inside a block, so that this was to end before it."""
    for line in token.content.split("\n"):
        found = _FENCE.match(line)
        if found and found[2].partition(" ")[0] in BLOCKS and found[1].startswith(token.markup):
            return True
    return False


def _text_inside(token: Token, word: str, lines: Sequence[str]) -> Slip:
    row = first_row(token) + 1
    while not without_margin(lines[row]):
        row += 1
    return Slip("text-in-block", word, row, len(lines[row]) - len(lines[row].lstrip(" \t>")))


def _meant(word: str) -> str | None:
    """The word of a block that was meant by a word that is none, such as `{figure}` or `figure:name`."""
    letters = re.sub(r"[^\w:-]", "", word).lower()
    start = letters.split(":")[0]
    near = difflib.get_close_matches(start, BLOCKS, n=1, cutoff=0.8)
    return near[0] if near else None


def indented_code(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """Indented code that was not meant as code: the beginning of a block, or a sentence."""
    text = token.content.strip()
    first_line = text.split("\n")[0]
    if text.startswith(("```", "~~~")):
        yield slip_in_block("indented-block", first_line, lines, token)
    elif _SENTENCE.fullmatch(text) and len(text.split()) > 2:
        yield slip_in_block("indented-text", first_line, lines, token)


def numbered_list(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """A sentence that begins with a year and a point, which makes it a list."""
    start = int(token.attrs.get("start", 1))
    if start >= FIRST_YEAR:
        yield slip_in_block("year-as-number", f"{start}{token.markup}", lines, token)


def comment(token: Token, lines: Sequence[str]) -> Iterator[Slip]:
    """A comment that is not closed, or has text behind it on its line."""
    if not token.content.lstrip().startswith("<!--"):
        return
    rest = after_comment(token.content)
    if rest is None:
        yield slip_in_block("open-comment", "<!--", lines, token)
    elif rest:
        yield _text_after(token, rest.split("\n")[0], lines)


def _text_after(token: Token, words: str, lines: Sequence[str]) -> Slip:
    row = last_row(token)
    while row and words not in lines[row]:
        row -= 1
    return Slip("text-after-comment", words, row, max(lines[row].rfind(words), 0))


def empty_callout(opening: Token, lines: Sequence[str]) -> Slip:
    """A callout without a text."""
    return slip_in_block("empty-callout", opening.meta["mark"], lines, opening)


def is_underlined_sentence(before: Token, text: Token) -> bool:
    """Whether a heading is a sentence that became one by a line of dashes below it."""
    is_heading = before.type == "heading_open" and before.markup == "-"
    return is_heading and text.content.rstrip().endswith((".", ",", ";"))


def line_below_text(heading: Token, lines: Sequence[str]) -> Slip:
    """A line of dashes right below a paragraph, which makes that a heading."""
    row = last_row(heading)
    return slip_on_row("line-below-text", without_margin(lines[row]), lines, row)

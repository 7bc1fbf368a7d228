"""A manual page to text for a terminal of some width."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from trendrapport.manual.pages import Page

WIDEST = 100
"""Columns: longer lines are hard to read."""


def on_terminal(page: Page, code: str, width: int) -> str:
    """A page as text in lines of at most `width` columns; what it says of this one code comes first."""
    width = min(width, WIDEST)
    text = ""
    for block in _blocks(page.text):
        between = "\n" if block.startswith("- ") and text.rpartition("\n- ")[1] else "\n\n"
        text += between + _wrapped(block, width)
    return (_wrapped(_about(page, code), width) + text).strip("\n")


def _about(page: Page, code: str) -> str:
    """What the list item says that is about a code, as a sentence; empty when the page has none."""
    for block in _blocks(page.text):
        codes, _, words = block.partition(": ")
        if block.startswith("- ") and f"`{code}`" in codes:
            return f"{words[:1].upper()}{words[1:].rstrip(';.')}."
    return ""


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, list items, and code and tables as they are."""
    for part in re.split(r"\n{2,}(?=\S)", text):
        if part.startswith("- "):
            yield from re.split(r"\n(?=- )", part)
        else:
            yield part


def _wrapped(block: str, width: int) -> str:
    """A block in lines of a width."""
    if block.startswith((" ", "|")):
        return block.rstrip()
    indent = "  " if block.startswith("- ") else ""
    # Code behind a paragraph begins at its first indented line.
    words, code = _parted(block) if not indent else (block, "")
    lines = textwrap.fill(" ".join(words.split()), width, subsequent_indent=indent, break_on_hyphens=False)
    return f"{lines}\n\n{code}" if code else lines


def _parted(block: str) -> tuple[str, str]:
    """A paragraph, and the indented lines behind it."""
    words, found, code = block.partition("\n\n    ")
    return words, f"    {code}".rstrip() if found else ""

"""A page of the manual as a terminal shows it: in lines of its width, with code in a colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

import click

from trendrapport.manual.pages import Page

WIDEST = 100
"""Columns: longer lines are hard to read."""

_CODE = re.compile(r"(?P<marks>`+) ?(?P<code>.+?) ?(?P=marks)(?!`)", re.DOTALL)
_EDGE, _SPACE, _BAR = "\ue000", "\ue001", "\ue002"
"""What stands for the edges of code, and for what is in it, while a text is parted into lines and columns."""


def on_terminal(page: Page, code: str, width: int) -> str:
    """A page as text in lines of at most `width` columns; what it says of this one code comes first."""
    width = min(width, WIDEST)
    text, before = _shown(_about(page, code), width), ""
    for block in _blocks(page.text):
        goes_on = before.startswith("- ") and block.startswith("- ")
        between = "\n" if goes_on else "\n\n"
        text += between + _shown(block, width)
        before = block
    return text.strip("\n")


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


def _shown(block: str, width: int) -> str:
    if block.startswith(" "):
        return block.rstrip()
    if block.startswith("|"):
        return _table(block)
    if block.startswith("- "):
        return _filled(block, width, "  ")
    # Code behind a paragraph begins at its first indented line.
    words, _, code = block.partition("\n\n    ")
    if not code:
        return _filled(words, width)
    return f"{_filled(words, width)}\n\n    {code.rstrip()}"


def _filled(words: str, width: int, indent: str = "") -> str:
    """Words in lines; code stays on one."""
    whole = " ".join(_kept_whole(words).split())
    lines = textwrap.fill(
        whole, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
    return _coloured(lines)


def _table(block: str) -> str:
    """The rows of a table in columns, without its lines."""
    rows = []
    for line in _kept_whole(block).split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not set("".join(cells)) <= set("-: "):
            rows.append(cells)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append(_coloured("    " + "   ".join(padded).rstrip()))
    return "\n".join(lines)


def _kept_whole(text: str) -> str:
    """A text in which nothing of code can be taken for a space or the edge of a cell."""
    return _CODE.sub(lambda found: f"{_EDGE}{_hidden(found['code'])}{_EDGE}", text)


def _hidden(code: str) -> str:
    return " ".join(code.split()).replace(" ", _SPACE).replace("|", _BAR)


def _coloured(text: str) -> str:
    """The same text with its code as it was, in a colour."""
    shown = re.sub(f"{_EDGE}(.*?){_EDGE}", lambda found: click.style(found[1], fg="cyan"), text)
    return shown.replace(_SPACE, " ").replace(_BAR, "|")

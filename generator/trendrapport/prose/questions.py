"""Questions in a talk: a heading, or a paragraph in bold, that ends with a question mark.

Knows no pages and no entries.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

_OPEN = frozenset({"heading_open", "paragraph_open"})


def mark_questions(tokens: Sequence[Token]) -> None:
    """Gives the headings and paragraphs of a text that ask something the class `question`."""
    for opening, inline in zip(tokens, tokens[1:], strict=False):
        if (
            opening.type in _OPEN
            and opening.level == 0
            and _asks(inline, bold=opening.type == "paragraph_open")
        ):
            opening.attrSet("class", "question")


def _asks(inline: Token, *, bold: bool) -> bool:
    children = [child for child in inline.children or () if child.type != "text" or child.content.strip()]
    if bold and not (children and children[0].type == "strong_open" and _closes_last(children)):
        return False
    return "".join(child.content for child in children if child.type == "text").rstrip().endswith("?")


def _closes_last(children: Sequence[Token]) -> bool:
    """Whether what is opened first is closed last."""
    depth = 0
    for place, child in enumerate(children):
        depth += child.nesting
        if depth == 0:
            return place == len(children) - 1
    return False

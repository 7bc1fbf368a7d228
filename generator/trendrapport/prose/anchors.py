"""The anchors of headings, by which a link can reach them."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from trendrapport.model.addresses import hyphenated

RESERVED = (
    "main",
    "brief",
    "actions",
    "questions",
    "forces",
    "values",
    "talks",
    "helps",
    "serves",
    "history",
    "related",
    "corrections",
    "sources",
    "cite",
    "footnotes",
)
"""Anchors that a page gives its own parts; a heading of the same name gets a number."""
STARTS = ("role-", "value-", "source-", "cited-", "figure-", "term-", "tbl-")
"""How the anchors begin that a page gives the items of its parts; a heading that begins so gets a number too.
"""

WORDS = frozenset({"text", "code_inline", "image"})
"""The tokens that readers see as words."""


def anchors(tokens: Sequence[Token]) -> list[tuple[Token, str]]:
    """Gives each heading its anchor, unique in the text, and returns headings with their plain text."""
    used = dict.fromkeys(RESERVED, 1)
    found = []
    for token, inline in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open":
            text = plain(inline)
            anchor = slugify(text)
            used[anchor] = used.get(anchor, anchor.startswith(STARTS)) + 1
            token.attrSet("id", anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}")
            found.append((token, text))
    return found


def slugify(text: str) -> str:
    """A heading's text as an anchor: lower case, without accents, words joined by hyphens."""
    return hyphenated(text) or "deel"


def plain(inline: Token) -> str:
    """The words of a paragraph, heading or cell."""
    return "".join(child.content for child in inline.children or () if child.type in WORDS)

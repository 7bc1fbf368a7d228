"""The caption and the credit of an image, from its title in Markdown. Knows no pages and no entries.

![De dijk bij hoog water](dijk.jpg "De dijk hield stand | Jan Jansen")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token


@dataclass(frozen=True)
class Caption:
    """The words below a picture."""

    caption: str = ""
    credit: str = ""
    """Who made it."""
    alone: bool = False
    """Whether the picture is a paragraph by itself."""


def caption_of(picture: Token) -> Caption:
    """What the title of a picture says."""
    title = str(picture.attrs.get("title", ""))
    caption, bar, credit = title.rpartition("|")
    if not bar:
        caption, credit = title, ""
    return Caption(caption.strip(), credit.strip(), bool(picture.meta.get("alone")))


def set_apart(tokens: Sequence[Token]) -> None:
    """Takes pictures with a title that are a paragraph by themselves out of that: they become figures, which
    no paragraph can hold.
    """
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "paragraph_open" or len(inline.children or ()) != 1:
            continue
        picture = (inline.children or [])[0]
        if picture.type == "image" and picture.attrs.get("title"):
            opening.hidden = closing.hidden = True
            picture.meta["alone"] = True

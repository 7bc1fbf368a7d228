"""An entry's Markdown to plain text, a passage for each heading that a link can reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from trendrapport.prose.captions import told
from trendrapport.prose.html import BLOCKS, is_comment
from trendrapport.prose.markdown import parse
from trendrapport.prose.video_block import data_of, spoken


@dataclass(frozen=True)
class Passage:
    """What stands below one heading; without heading and anchor, what stands before the first."""

    anchor: str
    heading: str
    text: str


def passages(markdown: str) -> list[Passage]:
    """The passages of a text, in its order."""
    prose = parse(markdown)
    prose.outline()  # gives each heading its anchor
    found, anchor, heading = [], "", ""
    texts: list[str] = []
    tokens = iter(prose.tokens)
    for token in tokens:
        if token.type == "heading_open":
            found.append(Passage(anchor, heading, " ".join(texts)))
            anchor, heading, texts = str(token.attrs["id"]), _inline(next(tokens)), []
        elif text := _block(token):
            texts.append(text)
    found.append(Passage(anchor, heading, " ".join(texts)))
    return [one for one in found if one.heading or one.text]


def _block(token: Token) -> str:
    match token.type:
        case "inline":
            return _inline(token)
        case "fence" if token.info.strip().partition(" ")[0] == "video":
            return " ".join(_video(token.content))
        case "fence" if (word := token.info.strip().partition(" ")[0]) not in BLOCKS or word == "quote":
            return " ".join(token.content.split())
        case "code_block":
            return " ".join(token.content.split())
        case "html_block" if not is_comment(token.content):
            return " ".join(token.content.split())
    return ""


def _video(text: str) -> Iterator[str]:
    """The words of a video that readers see or hear."""
    data = data_of(text)
    yield from (str(data[name]) for name in ("title", "source") if data.get(name))
    yield from spoken(text)


def _inline(token: Token) -> str:
    """A paragraph's text; a number that leads to a source stands right behind the word, and is left out with
    the blank before it.
    """
    text = ""
    for child in token.children or ():
        text = text.rstrip() if child.type == "citation" else text
        text += _child(child)
    return " ".join(text.split())


def _child(child: Token) -> str:
    match child.type:
        case "text" | "code_inline":
            return child.content
        case "image":
            below = told(child)
            return " ".join(part for part in (child.content, below.caption, below.credit) if part)
        case "html_inline" if not is_comment(child.content):
            return child.content
        case "softbreak" | "hardbreak":
            return " "
        case "citation":
            return "".join(f" {place} " for _, place in child.meta["cited"] if place)
    return ""

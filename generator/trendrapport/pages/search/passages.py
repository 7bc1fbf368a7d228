"""An entry's Markdown to plain text, a passage for each heading that a link can reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from trendrapport.prose.captions import caption_of
from trendrapport.prose.html import BLOCKS, is_comment
from trendrapport.prose.markdown import parse
from trendrapport.prose.video_block import data_of, spoken


@dataclass(frozen=True)
class Passage:
    """The text below one heading; without heading and anchor, the text before the first."""

    anchor: str
    heading: str
    text: str


def passages(markdown: str) -> list[Passage]:
    """The passages of a text, in its order."""
    prose = parse(markdown)
    prose.outline()  # gives each heading its anchor
    found: list[Passage] = []
    anchor, heading = "", ""
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
    """The text of a block that readers see."""
    match token.type:
        case "inline":
            return _inline(token)
        case "table_open" if "caption" in token.meta:
            return str(token.meta["caption"].words)
        case "fence":
            return _fence(token)
        case "html_block" if is_comment(token.content):
            return ""
        case "code_block" | "html_block":
            return _in_one_line(token.content)
    return ""


def _fence(token: Token) -> str:
    """The text of code, a quotation or a video; other blocks show what is elsewhere in the report."""
    word = token.info.strip().partition(" ")[0]
    if word == "video":
        return " ".join(_video(token.content))
    if word == "quote" or word not in BLOCKS:
        return _in_one_line(token.content)
    return ""


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _video(text: str) -> Iterator[str]:
    """The words of a video that readers see or hear."""
    data = data_of(text)
    yield from (str(data[name]) for name in ("title", "source") if data.get(name))
    yield from spoken(text)


def _inline(token: Token) -> str:
    """A paragraph's text; the number of a source behind a word is left out with the space before it."""
    text = ""
    for child in token.children or ():
        if child.type == "citation":
            text = text.rstrip()
        text += _child(child)
    return _in_one_line(text)


def _child(child: Token) -> str:
    match child.type:
        case "text" | "code_inline":
            return child.content
        case "pointer" if not child.meta["number"]:
            return child.content
        case "image":
            below = caption_of(child)
            return " ".join(part for part in (child.content, below.caption, below.credit) if part)
        case "html_inline" if not is_comment(child.content):
            return child.content
        case "softbreak" | "hardbreak":
            return " "
        case "citation":
            return "".join(f" {place} " for _, place in child.meta["cited"] if place)
    return ""

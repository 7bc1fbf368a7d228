"""The tokens of a text to HTML: as usual, except for what has a meaning in a report.

HTML in the text is never passed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from trendrapport.prose.captions import Caption, caption_of

BLOCKS = ("figure", "key-figure", "quote", "actions", "video")
"""The words after ``` that make a block; each takes one name behind it, but for a video."""
WITH_TEXT = ("quote", "video")
"""The blocks that show the text inside them."""


FIGURE = "fig:"
"""How a citation begins that points at a figure: `[@fig:name]`."""


@dataclass(frozen=True)
class Cited:
    """A source in a citation; `nth` counts from 1 how often the text has cited it by then."""

    key: str
    place: str
    nth: int


class Meaning(Protocol):
    """What a text's references stand for on the page where it is shown; each returns HTML or an address."""

    def link(self, target: str) -> str | None:
        """The address for a link's target, or None when it leads nowhere readers can go."""

    def file(self, target: str) -> str:
        """What follows the words of a link to a file that readers can download, as HTML; nothing for another
        link.
        """

    def image(self, target: str, text: str, caption: Caption) -> str:
        """The HTML of an image."""

    def citation(self, cited: Sequence[Cited]) -> str:
        """The HTML of one citation."""

    def block(self, word: str, name: str, text: str) -> str:
        """The HTML of a block."""

    def term(self, slug: str, text: str) -> str:
        """The HTML of a term of the glossary as it is written in the text."""

    def word(self, name: str, **values: object) -> str:
        """The label of that name, in the language of the text."""


def after_comment(html: str) -> str | None:
    """What follows the comments with which HTML begins; None when the last of them is not closed."""
    rest = html.strip()
    while rest.startswith("<!--"):
        _, closed, rest = rest.partition("-->")
        if not closed:
            return None
        rest = rest.strip()
    return rest


def is_comment(html: str) -> bool:
    """Whether it is nothing but comments."""
    return after_comment(html) == ""


_LINKS = frozenset({"link_open", "citation", "term", "footnote_ref", "image"})
"""What a heading can hold that leads elsewhere, or is no word."""


def _is_raised(token: Token) -> bool:
    return token.type == "citation" and not token.meta["cited"][0][0].startswith(FIGURE)


def _leads_to_itself(heading: Token, words: Token) -> bool:
    """Whether a heading can be a link to itself: it has words, and nothing in it is a link already."""
    kinds = {child.type for child in words.children or ()}
    return "id" in heading.attrs and "text" in kinds and kinds.isdisjoint(_LINKS)


class Renderer(RendererHTML):
    """The usual HTML, except for what a report gives a meaning and for HTML, which shows as text."""

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """The beginning of a heading, which leads to itself: so its address can be copied."""
        opened = str(self.renderToken(tokens, idx, options, env))
        if not _leads_to_itself(tokens[idx], tokens[idx + 1]):
            return opened
        return f'{opened}<a class="own-address" href="#{escapeHtml(str(tokens[idx].attrs["id"]))}">'

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        closed = str(self.renderToken(tokens, idx, options, env))
        return f"</a>{closed}" if _leads_to_itself(tokens[idx - 2], tokens[idx - 1]) else closed

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        target = str(tokens[idx].attrs["href"])
        address, details = env["meaning"].link(target), env["meaning"].file(target)
        env.setdefault("open", []).append("" if address is None else f"{details}</a>")
        if address is None:
            return ""
        title = escapeHtml(str(tokens[idx].attrs.get("title", "")))
        tip = f' title="{title}"' if title else ""
        bare = ' class="bare"' if tokens[idx].markup == "bare" else ""
        saved = " download" if details else ""
        return f'<a{saved}{bare} href="{escapeHtml(address)}"{tip}>'

    def link_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        end: str = env["open"].pop()
        return end

    def image(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        html: str = env["meaning"].image(str(token.attrs["src"]), token.content, caption_of(token))
        return html

    def text(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """Text; a number that leads to a source comes right behind the word."""
        shown = super().text(tokens, idx, options, env)
        return shown.rstrip() if idx + 1 < len(tokens) and _is_raised(tokens[idx + 1]) else shown

    def citation(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        count, cited = env.setdefault("cited", Counter()), []
        for key, place in tokens[idx].meta["cited"]:
            count[key] += 1
            cited.append(Cited(key, place, count[key]))
        html: str = env["meaning"].citation(cited)
        return html

    def pointer(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """The link to a table or heading of the text."""
        token = tokens[idx]
        words = token.content
        if token.meta["number"]:
            words = env["meaning"].word("table_mention", number=token.meta["number"])
        return f'<a href="{escapeHtml(token.meta["target"])}">{escapeHtml(words)}</a>'

    def term(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        html: str = env["meaning"].term(tokens[idx].meta["slug"], tokens[idx].content)
        return html

    def fence(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[idx]
        word, _, name = token.info.strip().partition(" ")
        if word in BLOCKS:
            html: str = env["meaning"].block(word, name.strip(), token.content)
            return html
        return f'<pre tabindex="0"><code>{escapeHtml(token.content)}</code></pre>\n'

    def callout_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        kind = tokens[idx].meta["kind"]
        word = escapeHtml(env["meaning"].word(f"callout.{kind}"))
        title = "" if tokens[idx].meta["titled"] else f'<p class="callout-title">{word}</p>\n'
        return f'<div class="callout callout-{kind}" role="note" aria-label="{word}">\n{title}'

    def html_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return "" if is_comment(tokens[idx].content) else f"<p>{escapeHtml(tokens[idx].content)}</p>\n"

    def html_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return "" if is_comment(tokens[idx].content) else escapeHtml(tokens[idx].content)

    def _cell(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """A cell whose alignment is a class: an inline style would not pass the site's security policy."""
        align = str(tokens[idx].attrs.pop("style", "")).removeprefix("text-align:")
        if align in {"right", "center"}:
            tokens[idx].attrSet("class", align)
        return str(self.renderToken(tokens, idx, options, env))

    th_open = td_open = _cell

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        caption = tokens[idx].meta.get("caption")
        if not caption:
            return '<div class="scroll" tabindex="0"><table>\n'
        name = f' id="{caption.anchor}"' if caption.anchor else ""
        number = escapeHtml(env["meaning"].word("table_number", number=caption.number))
        words = f"<caption>{number}. {escapeHtml(caption.words)}</caption>"
        return f'<div class="scroll" tabindex="0"><table{name}>\n{words}\n'

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return "</table></div>\n"

"""The words of a paragraph, heading or cell, with what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from trendrapport.documents.inlines import (
    Break,
    Citation,
    Code,
    Inline,
    Inlines,
    NoteMark,
    Picture,
    Style,
    Styled,
    Text,
)
from trendrapport.documents.reading.references import References
from trendrapport.prose.captions import caption_of
from trendrapport.prose.html import is_comment
from trendrapport.prose.notes import letters

_STYLES = {
    "em": Style.EMPHASIS,
    "strong": Style.STRONG,
    "s": Style.DELETED,
    "sup": Style.RAISED,
    "sub": Style.LOWERED,
}
_RAISED = (Citation, NoteMark)
"""What comes right behind the word, as a small number or letter."""


@dataclass(frozen=True)
class InlineReader:
    """Reads words; what they refer to is asked of `references`."""

    references: References

    def read(self, nodes: Iterable[SyntaxTreeNode]) -> Inlines:
        """The words of these nodes, in their order."""
        found: list[Inline] = []
        for node in nodes:
            for inline in self._of(node):
                _add(found, inline)
        return tuple(found)

    def _of(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        match node.type:
            case "inline":
                yield from self.read(node.children)
            case "text":
                yield Text(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "em" | "strong" | "s" | "sup" | "sub":
                yield Styled(_STYLES[node.type], self.read(node.children))
            case "code_inline":
                yield Code(node.content)
            case "html_inline":
                yield from _typed(node.content)
            case _:
                yield from self._meant(node)

    def _meant(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """What a report gives a meaning."""
        match node.type:
            case "link":
                yield from self._link(node)
            case "image":
                yield from self._picture(node)
            case "pointer":
                yield from self._pointer(node)
            case "citation":
                yield from self.references.citation(node.meta["cited"])
            case "term":
                yield self.references.term(node.meta["slug"], node.content)
            case "footnote_ref":
                yield NoteMark(letters(node.meta["id"]))

    def _pointer(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """The link to a table or heading of the same text."""
        words = node.content
        if node.meta["number"]:
            words = self.references.view.labels("table_mention", number=node.meta["number"])
        way = self.references.way(node.meta["target"])
        yield replace(way, inside=(Text(words),)) if way else Text(words)

    def _link(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """A link, or its words where that leads nowhere readers can go."""
        inside = self.read(node.children)
        way = self.references.way(str(node.attrs["href"]))
        if way is None:
            yield from inside
        else:
            yield replace(way, inside=inside)

    def _picture(self, node: SyntaxTreeNode) -> Iterator[Picture]:
        if node.token:
            found = self.references.picture(str(node.attrs["src"]), node.content, caption_of(node.token))
            if found:
                yield found


def _typed(html: str) -> Iterator[Text]:
    """HTML as it was typed: readers see it as text."""
    if not is_comment(html):
        yield Text(html)


def _add(found: list[Inline], inline: Inline) -> None:
    """Adds to what was read: words to words, and what is raised right behind them."""
    last = found[-1] if found else None
    if isinstance(inline, Text) and isinstance(last, Text):
        found[-1] = Text(last.text + inline.text)
        return
    if isinstance(inline, _RAISED) and isinstance(last, Text):
        found[-1] = Text(last.text.rstrip())
    if found and found[-1] == Text(""):
        found.pop()
    found.append(inline)

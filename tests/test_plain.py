"""Documents in plain words: what a text says comes out as text in Markdown, in plain text and in feeds, and
nothing else does.
"""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from trendrapport.documents.blocks import (
    Block,
    Cell,
    CodeBlock,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Table,
)
from trendrapport.documents.document import Document, Reference
from trendrapport.documents.inlines import Break, Citation, Cited, Code, Inline, Link, Style, Styled, Text
from trendrapport.documents.plain import html, markdown, text
from trendrapport.documents.reading.entries import document
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])
LINE = st.text(LETTERS, min_size=1, max_size=30)
HOSTILE = LINE | st.sampled_from(
    [
        *("# no heading", "- no item", "1. no item", "+ x", "> no quote", "===", "---", "```", "~~~", ": x"),
        *("[a](javascript:alert(1))", "![x](y)", "<script>alert(1)</script>", "<!-- x -->", "&lt;b&gt;"),
        *("| a | b |", "*a* _b_ __c__ ~~d~~ `e`", "[^1]", "[^1]: x", "a\\", "\\", "$x$", "\u202eabc", "=1+1"),
        *("https://example.org/_a_", "x" * 400, "@a", "a@example.org", "    four blanks", "*", "_", "1)"),
    ]
)


def made(*blocks: Block, sources: tuple[Reference, ...] = ()) -> Document:
    """An invented document with these blocks."""
    return Document(
        kind="trends",
        slug="proef",
        edition="2026",
        edition_title="Editie 2026",
        language="nl",
        title="Proef",
        summary="Verzonnen.",
        path="2026/trends/proef.html",
        address="https://example.org/2026/trends/proef.html",
        blocks=blocks,
        sources=sources,
    )


def words(tokens: list[Token]) -> str:
    """What readers of Markdown see."""
    found = []
    for token in tokens:
        if token.type in {"text", "code_inline", "code_block", "fence", "html_block", "html_inline"}:
            found.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            found.append(" ")
        found.append(words(token.children or []))
        if token.block:
            found.append(" ")
    return "".join(found)


def plain(value: str) -> str:
    return " ".join(value.split())


def kinds(tokens: list[Token]) -> set[str]:
    found = {token.type for token in tokens}
    for token in tokens:
        found |= kinds(token.children or [])
    return found


@given(HOSTILE)
def test_markdown_keeps_words_as_words(said: str) -> None:
    for block in (Paragraph((Text(said),)), Heading(2, (Text(said),), "")):
        tokens = READER.parse(markdown.write(made(block)).split("\n\n", 2)[2])
        assert plain(words(tokens)).startswith(plain(said)) or not plain(said)
        assert not kinds(tokens) & {"html_block", "html_inline", "image", "em_open", "code_inline", "fence"}
        assert not kinds(tokens) & {"bullet_list_open", "ordered_list_open", "table_open", "footnote_ref"}


@given(st.lists(HOSTILE, min_size=2, max_size=2))
def test_markdown_keeps_words_in_their_place(said: list[str]) -> None:
    one, other = said
    row = (Cell((Text(one),)), Cell((Text(other),)))
    listing = Listing(((Paragraph((Text(one),)),), (Paragraph((Text(other),)),)))
    table = Table((Cell((Text("A"),)), Cell((Text("B"),))), (row,))
    written = markdown.write(made(listing, table, Quotation((Paragraph((Text(one),)),))))
    tokens = READER.parse(written)
    assert sum(token.type == "list_item_open" for token in tokens) == 2
    assert sum(token.type == "td_open" for token in tokens) == 2
    assert not kinds(tokens) & {"html_inline", "image", "footnote_ref"}
    seen = plain(words(tokens))
    assert plain(one) in seen
    assert plain(other) in seen


@given(HOSTILE, HOSTILE)
def test_markdown_keeps_code_and_links(said: str, more: str) -> None:
    inside: tuple[Inline, ...] = (
        Link((Text(said),), "https://example.org/a b)c"),
        Break(),
        Styled(Style.STRONG, (Text(more),)),
        Code(said),
    )
    tokens = READER.parse(markdown.write(made(Paragraph(inside), CodeBlock(f"```\n{more}"))))
    assert "fence" in kinds(tokens)
    assert "html_inline" not in kinds(tokens)
    links = [token for line in tokens for token in line.children or [] if token.type == "link_open"]
    assert links[0].attrs["href"] == "https://example.org/a%20b%29c"


@given(st.lists(HOSTILE, min_size=1, max_size=3))
def test_html_and_text_keep_words_as_words(said: list[str]) -> None:
    blocks = tuple(Paragraph((Text(one),)) for one in said)
    root = ElementTree.fromstring(f"<div>{html.write(blocks, 'https://example.org/')}</div>")
    assert ["".join(part.itertext()) for part in root] == said
    assert {part.tag for part in root.iter()} == {"div", "p"}
    written = text.write(made(*blocks))
    for one in said:
        assert plain(one) in plain(written)
    longest = max(len(word) for one in said for word in ("x" * 78, *one.split()))
    assert max(map(len, written.split("\n"))) <= max(longest, 78)


def test_sources_are_footnotes() -> None:
    reference = Reference("bron", 1, "Wie", "2026", "Wat", "Waar", "https://example.org/bron")
    cited = Citation((Cited("bron", 1, "p. 3"),))
    paragraph = Paragraph((Text("Zo is het"), cited, Text(".")))
    found = made(paragraph, sources=(reference,))
    written = markdown.write(found)
    assert "Zo is het[^1] (p. 3)." in written
    assert "[^1]: Wie (2026). *Wat*. Waar. [https://example.org/bron](https://example.org/bron)" in written
    assert "Zo is het [1, p. 3]." in text.write(found)
    assert "[1] Wie (2026). Wat. Waar. https://example.org/bron" in text.write(found)


@pytest.fixture(scope="module")
def pages(dutch: View) -> dict[str, Document]:
    """Each text of this report as a document, by the path of its page."""
    shown = {page.path: page for page in every_page(dutch)}
    found = {}
    for entry in dutch.report.by_path.values():
        path = dutch.path(entry)
        found[path] = document(dutch, entry, shown[path], {})
    return found


def test_each_text_of_this_report_is_whole(pages: dict[str, Document]) -> None:
    for path, found in pages.items():
        written = text.write(found)
        assert written.startswith(found.title.split()[0]), path
        assert plain(found.summary) in plain(written), path
        for source in found.sources:
            assert f"[{source.number}] " in written, path
        tokens = READER.parse(markdown.write(found))
        assert not kinds(tokens) & {"html_inline"}, path
        headings = [line for line in tokens if line.type == "heading_open"]
        assert [line.tag for line in headings].count("h1") == 1, path

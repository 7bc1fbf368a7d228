"""Quotations with who is quoted, small letters and line breaks, in every form that readers get. All content
here is invented.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from test_plain import made
from trendrapport.documents.blocks import Paragraph, Quotation, Quote
from trendrapport.documents.inlines import Style, Styled, Text
from trendrapport.documents.plain import html, markdown, text
from trendrapport.documents.plain.small import small
from trendrapport.pages.search.passages import passages
from trendrapport.prose.markdown import parse
from trendrapport.prose.quotations import paragraphs_of


class _Nothing:
    """A page on which nothing that a text refers to is there."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return lambda *_, **__: ""


def shown(body: str) -> str:
    return parse(body).html(_Nothing())


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)


def elements(body: str) -> set[str]:
    parser = _Elements()
    parser.feed(shown(body))
    return parser.names


def test_who_is_quoted_is_below_the_quotation() -> None:
    page = shown("> Een.\n>\n> Twee.\n> — Anna, *boek*\n")
    assert page == (
        '<figure class="quoted">\n<blockquote>\n<p>Een.</p>\n<p>Twee.</p>\n</blockquote>\n'
        "<figcaption>Anna, <em>boek</em></figcaption>\n</figure>\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        "> Een citaat zonder naam.\n",
        "> — Alleen een naam\n",
        "> – Zo zegt de een.\n>\n> – En zo de ander.\n",
        "> Tekst.\n>\n> - een punt\n",
        "> Tekst --verlengd\n",
        "> Tekst.\n>\n> —\n",
        "> Tekst.\n>\n>     — code\n",
    ],
)
def test_no_name_is_made_up(body: str) -> None:
    assert "<figcaption>" not in shown(body)


@pytest.mark.parametrize("dash", ["—", "— ", "– ", "-- "])
def test_each_dash_names_somebody(dash: str) -> None:
    assert "<figcaption>Anna</figcaption>" in shown(f"> Tekst.\\\n> {dash}Anna\n")


def test_quotations_in_quotations_each_have_their_own() -> None:
    page = shown("> > Binnen.\n> > — Anna\n>\n> — Bert\n")
    assert page.index("Anna</figcaption>") < page.index("Bert</figcaption>")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("H~2~O", "H<sub>2</sub>O"),
        ("m^2^", "m<sup>2</sup>"),
        ("^14^C", "<sup>14</sup>C"),
        ("1^\\*^", "1<sup>*</sup>"),
        ("~~weg~~", "<s>weg</s>"),
        ("~een of ~twee", "~een of ~twee"),
        ("~een twee~", "~een twee~"),
        ("`m^2^`", "<code>m^2^</code>"),
        ("m\\^2^", "m^2^"),
        ("^<b>^", "^&lt;b&gt;^"),
    ],
)
def test_small_letters(body: str, expected: str) -> None:
    assert shown(body) == f"<p>{expected}</p>\n"


def test_search_finds_small_letters_as_letters() -> None:
    [passage] = passages("Water is H~2~O.\n\n> Op 10 m^2^.\n> — Anna\n")
    assert passage.text == "Water is H2O. Op 10 m2. Anna"


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_a_line_break(end: str) -> None:
    assert shown(f"Een{end}\ntwee\n") == "<p>Een<br />\ntwee</p>\n"


LINE = st.text(st.sampled_from("ab2 ~^\\—–-><&[]()*_`@!"), max_size=25)
WORDS = {"em", "strong", "s", "sub", "sup", "code", "br"}
ALLOWED = {*WORDS, "p", "pre", "blockquote", "figure", "figcaption", "dl", "dt", "dd"}
ALLOWED |= {"ul", "ol", "li", "hr", "a", "h1", "h2", "section"}


@given(st.lists(LINE, max_size=6), st.sampled_from(["> ", "", "> > "]))
def test_any_text_is_read_and_never_becomes_code(lines: list[str], before: str) -> None:
    body = "\n".join(before + line for line in lines)
    assert elements(body) <= ALLOWED
    parsed = parse(body)
    SyntaxTreeNode(parsed.tokens)  # refuses tokens that do not close what they open
    parsed.outline()
    passages(body)


def test_plain_forms_say_who() -> None:
    block = Quotation((Paragraph((Text("Een."),)), Paragraph((Text("Twee."),))), (Text("Anna <x>"),))
    assert "> Een.\n>\n> Twee.\n>\n> — Anna \\<x\\>" in markdown.write(made(block))
    assert "    Een.\n\n    Twee.\n\n    — Anna <x>" in text.write(made(block))
    assert html.write([block], "") == (
        "<blockquote><p>Een.</p><p>Twee.</p><p>— Anna &lt;x&gt;</p></blockquote>"
    )


def test_words_of_a_person_keep_their_paragraphs() -> None:
    assert paragraphs_of("Een\nregel.\n \n\nTwee.\n") == ["Een regel.", "Twee."]
    block = Quote("Een regel.\n\nTwee.", "Anna")
    assert html.write([block], "") == ("<blockquote><p>Een regel.</p><p>Twee.</p><p>— Anna</p></blockquote>")


def test_plain_forms_have_small_letters() -> None:
    assert (small(Style.RAISED, "-2"), small(Style.LOWERED, "i")) == ("⁻²", "_i")
    block = Paragraph((Text("CO"), Styled(Style.LOWERED, (Text("2"),)), Text(" en 1"),
                       Styled(Style.RAISED, (Text("e"),))))  # fmt: skip
    assert "CO₂ en 1^e" in markdown.write(made(block))
    assert "CO₂ en 1^e" in text.write(made(block))
    assert html.write([block], "") == "<p>CO<sub>2</sub> en 1<sup>e</sup></p>"

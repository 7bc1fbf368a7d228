"""Terms of the glossary in texts: found as whole words, once, and never where a link or heading is.

All content is invented.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.utils import escapeHtml

from trendrapport.prose.captions import Caption
from trendrapport.prose.html import Cited
from trendrapport.prose.markdown import parse
from trendrapport.prose.questions import mark_questions
from trendrapport.prose.terms import Terms, spellings

NAMES = {
    "Algoritme": "algoritme",
    "algoritmes": "algoritme",
    "AI": "ai",
    "kunstmatige intelligentie": "ai",
    "Wet open overheid": "woo",
    "Woo": "woo",
    "R&D": "rd",
    "C++": "c",
    "EN 301 549": "en",
    "één": "een",
}
TERMS = Terms({spelling: slug for name, slug in NAMES.items() for spelling in spellings(name)})
PIECES = [
    *NAMES,
    "algoritme",
    "ALGORITME",
    "algoritmen",
    "ai",
    "woord",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "## ",
    "- ",
    "> ",
    "*",
    "**",
    "`",
    "[",
    "](x.md)",
    "[@bron]",
    "&amp;",
    "&",
    "<",
    "<b>",
    "\\",
    "_",
    "|",
    "\n| a | b |\n| - | - |\n| ",
    "\n```\n",
    "![",
    "'s",
    "-",
    ".",
    "/",
    "[^1]",
    "\n[^1]: ",
    "\n: ",
]


class Plain:
    """Answers that show what was asked."""

    def link(self, target: str) -> str | None:
        return target

    def file(self, target: str) -> str:
        return ""

    def image(self, target: str, text: str, caption: Caption) -> str:
        return "<img>"

    def citation(self, cited: Sequence[Cited]) -> str:
        return "<sup><a>1</a></sup>"

    def block(self, word: str, name: str, text: str) -> str:
        return "<figure></figure>"

    def term(self, slug: str, text: str) -> str:
        return f'<a class="term" href="#{slug}">{escapeHtml(text)}</a>'

    def word(self, name: str, **values: object) -> str:
        return name


def shown(text: str, *, marked: bool = True) -> str:
    prose = parse(text)
    if marked:
        TERMS.mark(prose.tokens)
    return prose.html(Plain())


def terms(html: str) -> list[str]:
    return [
        " ".join(unescape(found).split())
        for found in re.findall(r'<a class="term"[^>]*>(.*?)</a>', html, re.DOTALL)
    ]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
def test_terms_change_no_letter_and_no_link(text: str) -> None:
    before, after = shown(text, marked=False), shown(text)
    assert re.sub(r'<a class="term" href="[^"]*">(.*?)</a>', r"\1", after, flags=re.DOTALL) == before
    found = terms(after)
    assert len({TERMS.slugs[name] for name in found}) == len(found), "each term once"
    assert {TERMS.slugs[name] for name in found} <= set(TERMS.possible(text)), (
        "a text's name in the store says which terms it may have"
    )
    depth = {"a": 0, "h2": 0, "code": 0, "th": 0}
    for close, tag, rest in re.findall(r"<(/?)(\w+)([^>]*)>", after):
        if 'class="term"' in rest:
            assert set(depth.values()) == {0}, after
        if tag in depth:
            depth[tag] += -1 if close else 1
            assert depth["a"] <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een algoritme en nog een algoritme.", ["algoritme"]),
        (
            "Een algo\u00adritme, geen voor\u00adalgoritme of algo\u00adritme\u00adregister.",
            ["algo\u00adritme"],
        ),
        ("Algoritmes eerst, dan het algoritme.", ["Algoritmes"]),
        ("Een algoritmen of een AI-systeem, algoritme-register, AI's en ai.", []),
        ("Zie woo.example, over/AI of een@AI.", []),
        ("Kunstmatige\nintelligentie telt over een regel heen.", ["Kunstmatige intelligentie"]),
        ("De **Wet open overheid** (Woo).", ["Wet open overheid"]),
        ("R&D in C++ volgens EN 301 549.", ["R&D", "C++", "EN 301 549"]),
        ("## AI in een kop\n\n[AI](x.md) en `AI` en dan AI.", ["AI"]),
        ("```\nAI\n```\n\n```figure AI\n```", []),
        ("| AI |\n| - |\n| AI |", ["AI"]),
        ("_AI_ met &eacute;&eacute;n.", ["AI", "één"]),
    ],
)
def test_where_terms_are_found(text: str, expected: list[str]) -> None:
    assert terms(shown(text)) == expected


def test_a_report_without_a_glossary() -> None:
    none = Terms({})
    prose = parse("Een algoritme.")
    none.mark(prose.tokens)
    assert none.possible("Een algoritme.") == []
    assert prose.html(Plain()) == "<p>Een algoritme.</p>\n"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("## Wat is dit?", True),
        ("### Waarom?", True),
        ("## Een kop", False),
        ("**Waarom dan?**", True),
        ("**Waarom?** Daarom.", False),
        ("**Wat?** en **waarom?**", False),
        ("**Zeker.**", False),
        ("Gewoon een vraag?", False),
        ("> **Waarom?**", False),
        ("**Wat *is* dit?**", True),
    ],
)
def test_questions_in_a_talk(text: str, asks: bool) -> None:
    prose = parse(text)
    mark_questions(prose.tokens)
    assert ('class="question"' in prose.html(Plain())) is asks


def test_a_question_has_no_term_in_it() -> None:
    prose = parse("**Wat is AI?**\n\nAI is dit.")
    mark_questions(prose.tokens)
    TERMS.mark(prose.tokens)
    assert prose.html(Plain()).index('class="term"') > prose.html(Plain()).index("</strong>")

"""What goes wrong in a text without a word, told at its character; and what looks like it but is right.

All content is invented.
"""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import trend
from trendrapport.prose.markdown import parse

PLACE = "content/2026/trends/proef.md"

LOST = [
    ("```figure voorbeeld\n\nTekst.\n", ["11:1 open-block"]),
    ("> ```\n> code\n\nTekst.\n", ["11:3 open-block"]),
    ("```\ncode\n\n```figure voorbeeld\n```\n", ["11:1 open-block"]),
    ("```figure voorbeeld\n\n  Tekst.\n```\n", ["13:3 text-in-block"]),
    ("    ```figure voorbeeld\n    ```\n", ["11:5 indented-block"]),
    ("```{figure}\n```\n", ["11:4 other-block"]),
    ("```figure:voorbeeld\n```\n", ["11:4 other-block"]),
    ("Tekst.\n\n<!-- a\n\nTekst.\n", ["13:1 open-comment"]),
    ("Tekst <!-- a.\n", ["11:7 open-comment"]),
    ("<!-- a --> tekst --> meer\n", ["11:12 text-after-comment"]),
    ("<!-- a\nb --> tekst\n", ["12:7 text-after-comment"]),
    ("Tekst[^a].\n", ["11:6 undefined-footnote"]),
    ("Tekst[^a].\n\n[^a]: A.\n\n[^b]: B.\n", ["15:1 unused-footnote"]),
    ("Tekst[^a].\n\n[^a]: A.\n\n[^a]: B.\n", ["15:1 footnote-twice"]),
    ("[1]: Bron\n", ["11:1 unused-definition"]),
    ("[a]\n\n[a]: x.md\n[a]: y.md\n", ["11:1 broken-link", "14:1 definition-twice"]),
    ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", ["13:11 surplus-cell"]),
    ("> | a |\n> |---|\n> | 1 | twee |\n", ["13:9 surplus-cell"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\nBijschrift\n", ["14:1 text-in-table"]),
    (f"Tekst.\n\n{'[' * 51}\n", ["13:51 too-deep"]),
    ("‘‘‘figure voorbeeld\n‘‘‘\n", ["11:1 other-fence"]),
    ("''figure voorbeeld\n''\n", ["11:1 other-fence"]),
    ("```figure voorbeeld```\n", ["11:1 block-on-one-line"]),
    ("``figure voorbeeld``\n", ["11:1 block-on-one-line"]),
    ("Tekst.\n\n    Een alinea die ingesprongen is,\n    en doorloopt.\n", ["13:5 indented-text"]),
    ("2024. Een jaar.\n", ["11:1 year-as-number"]),
    ("Zie [@voorbeeldbron, @voorbeeldbron].\n", ["11:5 unread-citation"]),
    ("Zie [@fig:voorbeeld, p. 3].\n", ["11:5 unread-citation"]),
    ("> [!NOTE]\n\nTekst.\n", ["11:3 empty-callout"]),
    ("Tekst.\n\n- punt\n\n  > [!tip]\n", ["15:5 empty-callout"]),
    ("Een alinea,\nvan twee regels.\n---\n", ["13:1 line-below-text"]),
    ("Zie [@fig voorbeeld].\n", ["11:5 unread-citation"]),
    ("Zie @fig:voorbeeld.\n", ["11:5 unread-citation"]),
    ("Zie [zie @voorbeeldbron].\n", ["11:5 unread-citation"]),
    ("Zie [@voorbeeldbron en zo.\n", ["11:5 unread-citation"]),
    ("Zie @voorbeeldbron.\n", ["11:5 unread-citation"]),
    ("Zie [fig:voorbeeld].\n", ["11:5 unread-citation"]),
]

UNREAD = [
    "##Kop",
    "##\u00a0Kop",
    "#Kop",
    "•\tPunt",
    "– punt",
    "o\tpunt",
    "\uf0b7 punt",
    "[1] Bron: x.",
    "¹ Bron",
    "!!! note",
    "??? note",
    "::: note",
    "[TOC]",
    "*[AI]: afkorting",
    "|a|b|\n|1|2|",
    "- [ ] taak",
    "1. [x] taak",
    "> [!FOO]\n> tekst",
]
UNREAD_WITHIN = [
    ("{{ aanroep() }}", 0),
    ("{% if %}", 0),
    ("{: .klas}", 0),
    ("{#anker}", 0),
    ("[[pagina]]", 0),
    ("![[foto.png]]", 0),
    ("==geel==", 0),
    ("++nieuw++", 0),
    ("$$x$$", 0),
    ("\\cite{a}", 0),
    ("%%weg%%", 0),
    ("{>>weg<<}", 0),
    ("**vet **.", 0),
    ("noot[1]", 4),
    ("Zin.¹", 4),
    ("noot⁴", 4),
    ("[a] (https://example.org/)", 2),
    ("(a)[https://example.org/]", 0),
    ("(a)[../b.md]", 0),
    ("[a](b.md", 2),
]

RIGHT = [
    "```figure voorbeeld\n```\n",
    "In 2024. 12. Twaalf\n\n12. Twaalf\n\n1984\\. Zo.\n",
    "Zie www.example.org/==a== of a==b==@example.org.\n",
    "    x = 1\n    Print(x).\n",
    "Een kop\n---\n\nTekst.\n\n---\n",
    "~~~figure voorbeeld\n~~~\n",
    "````\n```figure voorbeeld\n```\n````\n",
    "```python\nx = 1\n```\n",
    "```quote iemand\nTekst.\n```\n",
    "<!-- a -->\n\n<!-- b --> <!-- c -->\n\nTekst <!-- d --> tekst.\n",
    "Tekst[^a] en^[noot].\n\n[^a]: A.\n",
    "[a] en [b][a]\n\n[a]: https://example.org/\n\n[//]: # (niets)\n",
    "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |\n| 1 |\n",
    "m², 10 km², 10¹² en CO₂.\n",
    "Zie [@voorbeeldbron, p. 3], info@example.org en @iemand.\n",
    "Schrijf `[@fig x]`, `{{ x }}`, `[[x]]`, \\[^1], \\#\\#Kop en `==x==`.\n",
    "> [!NOTE]\n> tekst\n\n> [!warning] Titel\n\n> [!tip]\n>\n> - punt\n",
    "![foto][a] en [b]\n\n[a]: foto.png\n[b]: voorbeeldtrend.md\n",
    "C++ en C++, 2 * 3 ** 4, a == b, 5 % en {x}.\n",
    "https://example.org/==x==/@a/[[b]]?c=$$d$$\n",
    "#metoo begon in 2017.\n",
    "Een lijst [1, 2] en [sic] (zie daar).\n",
    "> Een citaat.\n>\n> – Iemand\n",
    "> Een citaat.\n> — Iemand, *een boek*\n",
    "H~2~O, m^2^, ^14^C en 1^e^.\n",
    "Tekst | met een streep.\n",
    "**vet** en *cursief* en ~~weg~~.\n",
    "- punt\n- [link](voorbeeldtrend.md)\n",
    "Term\n: uitleg\n",
    "Een artikel, lid 1 (art. 3) [art. 4].\n",
]


@pytest.mark.parametrize(("text", "expected"), LOST)
def test_lost(findings, text: str, expected: list[str]) -> None:
    assert findings(trend=trend(body=text)) == [f"{PLACE}:{one}" for one in expected]


def lapses(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.at.line, one.at.column) for one in parse(text).outline().lapses]


@pytest.mark.parametrize("text", UNREAD)
def test_unread_at_the_start(findings, text: str) -> None:
    found = findings(trend=trend(body=f"Tekst.\n\n{text}\n\nTekst.\n"))
    marker = re.match(r"(1\. |- |> )?", text)[0]
    column = len(marker) + 1
    assert found == [f"{PLACE}:13:{column} unread-markup"]


@pytest.mark.parametrize(("text", "at"), UNREAD_WITHIN)
def test_unread_within(findings, text: str, at: int) -> None:
    assert findings(trend=trend(body=f"Tekst.\n\n> Een\n> é {text}\n")) == [
        f"{PLACE}:14:{5 + at} unread-markup"
    ]


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    only_for_sources = {"mention", "name-in-brackets"}
    assert [one for one in lapses(text) if one[0] not in only_for_sources] == []


@pytest.mark.parametrize("mark", ["•\t", "– ", "- [ ] "])
def test_the_lines_of_a_list_are_one_mistake(findings, mark: str) -> None:
    column = 3 if mark.startswith("-") else 1
    body = f"{mark}Een.\n{mark}Twee.\n{mark}Drie.\n\nTekst.\n\n{mark}Vier.\n"
    assert findings(trend=trend(body=body)) == [
        f"{PLACE}:11:{column} unread-markup",
        f"{PLACE}:17:{column} unread-markup",
    ]


def test_lines_of_dashes_that_do_not_fit(findings) -> None:
    assert findings(trend=trend(body="| a | b |\n| --- |\n| 1 | 2 |\n")) == [f"{PLACE}:12:1 unread-markup"]


PIECES = [
    "```",
    "```figure a",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "    ",
    "<!--",
    "-->",
    "[^a]",
    "[^a]: ",
    "[a]: ",
    "| a | b |\n|---|---|\n",
    "| 1 ",
    "[@a",
    "]",
    "(",
    ")",
    "**",
    "[!NOTE]",
    "https://example.org/",
    "`",
    "\\",
    "##",
    "•\t",
    "{{",
    "@a",
    "é",
    "x",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_each_lapse_stands_in_the_text(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for _, line, column in lapses(text):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


HEAVY = [
    "[",
    "![",
    "[a](",
    "[@a",
    "[^",
    "^[",
    "(",
    "**a",
    "*a_ ",
    "`a``",
    "<!-- ",
    "<a ",
    "{{",
    "[[",
    "|",
    "| a",
    "#",
    "##a\n\n",
    "> ",
    "- ",
    "1. a\n",
    "https://",
    "https://a.b)",
    "~~",
    "==",
    "@a ",
    "@",
    "¹",
    "a ",
    "&amp;",
    "\\",
    "[a]: x\n",
    "[^a]: x\n\n",
    "<",
    "```\n",
    "a|b\n",
    "> [!NOTE]\n\n",
    "[a](b)",
    "[a](b c)",
    "![a](b c",
    "a b",
    "%%",
    "$$",
    "{++",
    "](",
    "[ ] ",
    "- [ ] a\n",
    "•\ta\n",
    "x^2^",
    "(a)[b.md",
    "[a/",
    "\u00a0",
    "<!--\n",
]


@pytest.mark.parametrize("piece", HEAVY)
def test_no_text_takes_long(piece: str) -> None:
    """Four times as much text takes about four times as long, not sixteen."""
    start = process_time()
    parse(f"[a](b {piece * (60_000 // len(piece))}").outline()
    assert process_time() - start < 6


@pytest.mark.parametrize("mark", [")", ").]", "&amp;"])
def test_marks_behind_an_address_take_no_longer_than_other_text(mark: str) -> None:
    start = process_time()
    found = parse(f"https://example.org/{mark * (240_000 // len(mark))}").outline()
    assert [link.target for link in found.links] == ["https://example.org/"]
    assert process_time() - start < 6

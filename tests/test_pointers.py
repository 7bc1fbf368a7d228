"""Captions of tables, and what points at tables and headings. All content here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from invented import trend
from test_plain import made
from test_quotations import ALLOWED, elements, shown
from trendrapport.documents.blocks import Cell, Table
from trendrapport.documents.inlines import Text
from trendrapport.documents.plain import html, markdown, text
from trendrapport.pages.search.passages import passages
from trendrapport.prose.markdown import parse

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |\n"


@pytest.mark.parametrize("between", ["", "\n"])
def test_the_line_below_a_table_is_its_caption(between: str) -> None:
    page = shown(f"{TABLE}{between}: Aantallen <b> {{#tbl:a}}\n")
    assert '<table id="tbl-a">\n<caption>. Aantallen &lt;b&gt;</caption>' in page
    assert page.count("<tr>") == 2
    assert "#tbl" not in page


def test_tables_with_a_caption_are_numbered() -> None:
    body = f"{TABLE}: Een\n\n{TABLE}\nTekst.\n\n{TABLE}\n: Drie\n  regels {{#tbl:c}}\n\n> {TABLE[:-1]}"
    numbers = [one.meta["caption"].number for one in parse(body).tokens if "caption" in one.meta]
    assert numbers == [1, 2]


@pytest.mark.parametrize(
    "body",
    [
        f"{TABLE}\nTekst.\n\n: Geen bijschrift\n",
        f"{TABLE}\n:geen bijschrift\n",
        f"{TABLE}| : geen | bijschrift |\n",
        "Woord\n: uitleg\n",
        "| a |\n|---|\n",
    ],
)
def test_nothing_else_is_a_caption(body: str) -> None:
    assert "<caption>" not in shown(body)


def test_what_points_leads_there() -> None:
    outline = parse(f"## Een kop\n\nZie [@tbl:a] en [@sec:een-kop].\n\n{TABLE}: Tabel {{#tbl:a}}\n").outline()
    assert [(one.target, one.text) for one in outline.links] == [("#tbl-a", "a"), ("#een-kop", "Een kop")]
    assert not outline.citations
    [table] = outline.tables
    assert (table.anchor, table.at.line, table.at.column) == ("tbl-a", 8, 10)


def test_two_tables_with_one_label_have_one_anchor() -> None:
    body = f"{TABLE}: Een {{#tbl:a}}\n\n{TABLE}: Twee {{#tbl:a}}\n"
    assert shown(body).count('id="tbl-a"') == 1
    assert [(one.code, one.shown, one.at.line) for one in parse(body).outline().lapses] == [
        ("label-twice", "#tbl:a", 9)
    ]


def test_no_heading_takes_the_anchor_of_a_table() -> None:
    assert 'id="tbl-a-2"' in shown("## Tbl a\n")


def test_search_finds_the_caption() -> None:
    [passage] = passages(f"{TABLE}: Aantallen {{#tbl:a}}\n")
    assert passage.text == "Aantallen a b 1 2"


def test_plain_forms_have_the_caption() -> None:
    table = Table((Cell((Text("a"),)),), ((Cell((Text("1"),)),),), caption="Tabel 1. <Aantal>")
    assert "Tabel 1. \\<Aantal\\>\n\n| a |" in markdown.write(made(table))
    assert "Tabel 1. <Aantal>\n- a: 1" in text.write(made(table))
    assert "<caption>Tabel 1. &lt;Aantal&gt;</caption>" in html.write([table], "")


PARTS = [
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    ": x {#tbl:a}",
    ":",
    ": <b>",
    "> ",
    "",
    "[@tbl:a]",
    "[@sec:x]",
]


@given(st.lists(st.sampled_from(PARTS) | st.text("|:-#{}[]@tblse> \n", max_size=12), max_size=9))
def test_any_lines_are_read_and_never_become_code(lines: list[str]) -> None:
    body = "\n".join(lines)
    table = {"table", "thead", "tbody", "tr", "th", "td", "div", "caption", "dl", "dt", "dd"}
    assert elements(body) <= ALLOWED | table | {"h3", "h4", "h5", "h6"}
    parsed = parse(body)
    SyntaxTreeNode(parsed.tokens)
    parsed.outline()
    passages(body)


def test_a_caption_of_many_blanks_is_read_at_once() -> None:
    body = f"{TABLE}: a{' ' * 200_000}x\n"
    assert "<caption>. a x</caption>" in shown(body)


def test_check_names_what_is_not_there(findings) -> None:
    tables = f"{TABLE}: Per jaar {{#tbl:jaren}}\n\n{TABLE}: Nog eens {{#tbl:jaren}}\n"
    body = f"Zie [@tbl:jare] en [@sec:weg].\n\n{tables}"
    found = findings(trend=trend(body=body))
    assert [one.partition(":")[2] for one in found] == [
        "11:5 broken-anchor", "11:20 broken-anchor", "21:13 label-twice",
    ]  # fmt: skip

"""Tables that are side by side on one sheet. All content here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.intake.understanding import Understanding, understand

TWO = """Aanvragen;;;Besluiten;;
soort;aantal;;soort;besluit;dagen
a;12;;b;3;4
b;15;;c;5;6
c;17;;;;
"""


def read(text: str, **answers: str) -> Understanding:
    return understand("naast.csv", text.encode(), answers, "nl")


def asked(found: Understanding) -> list[str]:
    return [doubt.key for doubt in found.doubts]


def test_the_tables_are_told_with_where_they_are() -> None:
    [doubt] = [one for one in read(TWO).doubts if one.key == "side"]
    assert [(choice.value, choice.means.nl, choice.means.en) for choice in doubt.choices] == [
        ("1", "kolom A tot en met B: soort, aantal", "columns A to B: soort, aantal"),
        ("2", "kolom D tot en met F: soort, besluit, dagen", "columns D to F: soort, besluit, dagen"),
        ("all", "het is \u00e9\u00e9n tabel met een lege kolom", "it is one table with an empty column"),
    ]
    assert doubt.proposed is None


@pytest.mark.parametrize(
    ("side", "title", "table"),
    [
        ("1", "Aanvragen", "soort,aantal\na,12\nb,15\nc,17\n"),
        ("2", "Besluiten", "soort,besluit,dagen\nb,3,4\nc,5,6\n"),
    ],
)
def test_one_of_them_is_chosen(side: str, title: str, table: str) -> None:
    found = read(TWO, side=side)
    assert "side" not in asked(found)
    assert (found.provenance.title, found.table.csv()) == (title, table)


@pytest.mark.parametrize(
    "text",
    [
        "soort;2020;;2021\na;1;;2\nb;3;;4\n",
        "soort;aantal;;dagen;prijs\na;1;;2;3\nb;3;;4;5\n",
        "soort;aantal;;noot\na;1;;x\nb;3;;\n",
    ],
)
def test_an_empty_column_alone_makes_no_two_tables(text: str) -> None:
    assert "side" not in asked(read(text))


CELLS = st.sampled_from(["", "a", "b", "12", "3,5", "2020", "soort", "aantal"])


@given(st.lists(st.lists(CELLS, min_size=7, max_size=7), min_size=3, max_size=6))
def test_whatever_is_asked_can_be_answered(rows: list[list[str]]) -> None:
    """Each side is understood as it would be alone."""
    names = ["soort", "aantal", "dagen", "", "soort", "besluit", "prijs"]
    apart = [row[:3] + [""] + row[4:] for row in rows]
    numbers = ["a", "1", "2", "", "b", "3", "4"]
    whole = "\n".join(";".join(row) for row in [names, numbers, *apart, numbers])
    assert "side" in asked(read(whole))
    for side, first in (("1", 0), ("2", 4)):
        chosen = read(whole, side=side)
        alone = "\n".join(";".join(row[first : first + 3]) for row in [names, numbers, *apart, numbers])
        expected = read(alone)
        assert chosen.table.csv() == expected.table.csv()

"""What is asked about a small file, what is proposed, and what each answer makes of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from trendrapport.diagnostics import CannotRunError
from trendrapport.intake.understanding import Understanding, understand

from .messy import book_of, formatted, workbook


@dataclass(frozen=True)
class Question:
    """A file, the question about it, what is proposed, and the first row by each answer."""

    text: str
    key: str
    proposed: str | None
    rows: dict[str, str]


QUESTIONS = [
    Question("a;b\nx;1.234\ny;2.345\n", "numbers", "comma", {"comma": "x,1234", "point": "x,1.234"}),
    Question("a\tb\nx\t1,234\ny\t2,345\n", "numbers", None, {"comma": "x,1.234", "point": "x,1234"}),
    Question("a;b\nx;12,5\ny;1,250\n", "b.thousands", None, {"decimals": "x,12.5", "thousands": "x,12.5"}),
    Question(
        "dag;b\n3/4/2021;1\n5/6/2021;2\n", "dag.dates", None, {"day": "2021-04-03,1", "month": "2021-03-04,1"}
    ),
    Question("naam;deel\na;3/4\nb;1/2\n", "deel.fractions", None, {"string": "a,3/4", "number": "a,0.75"}),
    Question("naam;aantal\na;10\nb;-\n", "aantal.dash", "missing", {"missing": "a,10", "zero": "a,10"}),
    Question(
        "datum;b\n44197;1\n44198;2\n", "datum.serial", "date", {"date": "2021-01-01,1", "number": "44197,1"}
    ),
    Question("naam;b\nx;1990\ny;2003\n", "b.years", None, {"year": "x,1990", "number": "x,1990"}),
    Question("naam;deel (%)\nx;0,5\ny;0,25\n", "deel.factor", None, {"parts": "x,50", "percent": "x,0.5"}),
    Question("naam;b\nx;12%\ny;13\nz;14%\n", "b.mixed", "all", {"all": "x,12", "string": "x,12%"}),
    Question("naam;b\nx;1.234%\ny;2.345\nz;1,5%\n", "b.mixed", None, {"all": "x,1234"}),
    Question("naam;2021;2022\nx;12;5%\ny;13;6%\n", "value.mixed", None, {"all": "x,2021,12"}),
    Question(
        "naam;b\nx;12\ny;ca. 5\nz;3\n", "b.B3", None, {"missing": "x,12", "string": "x,12", "7": "x,12"}
    ),
    Question(
        "regio;b\nUtrecht;1\nGroningen;2\n",
        "regio.areas",
        None,
        {"provinces": "Utrecht,1", "none": "Utrecht,1"},
    ),
    Question("gemeente;b\nHollands;1\nUtrecht;2\n", "gemeente.Hollands", "GM1911", {"none": ",Hollands,1"}),
    Question("gemeente;b\nWeesp;1\nUtrecht;2\n", "gemeente.former", "sum", {"sum": "GM0363,Amsterdam,1"}),
    Question("gemeente;b\nWeesp;1%\nUtrecht;2%\n", "gemeente.former", "keep", {"keep": ",Weesp,1"}),
    Question("naam;b\nx;10\ny;20\nTotaal;35\n", "totals", None, {"drop": "x,10", "keep": "x,10"}),
    Question("naam;b\nx;10%\ny;20%\nTotaal;15%\n", "totals", "keep", {"keep": "x,10"}),
    Question("naam;2021;2022;verschil\nx;1;2;1\ny;3;4;1\n", "beside.verschil", "drop", {"drop": "x,2021,1"}),
    Question(
        "a;b;c\nNoord;x;1\n;y;2\n;z;3\n", "fill.A3", "fill", {"fill": "Noord,x,1", "leave": "Noord,x,1"}
    ),
    Question("x;10\ny;20\nz;30\n", "heading", "none", {"none": "x,10", "1": "y,20"}),
    Question("p;b\n2021JJ00;1\n2021KW01;2\n", "p.periods", None, {"year": "2021,1", "all": "2021,1"}),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=[f"{one.key} {one.proposed}" for one in QUESTIONS])
def test_a_question_has_its_proposal_and_each_answer_its_table(question: Question) -> None:
    raw = question.text.encode()
    doubt = next(one for one in understand("t.csv", raw, {}).doubts if one.key == question.key)
    assert doubt.proposed == question.proposed
    for answer, row in question.rows.items():
        found = understand("t.csv", raw, {question.key: answer})
        assert found.table.csv().split("\n")[1] == row, answer
        assert question.key not in [one.key for one in found.doubts]


def read(text: str, **answers: str) -> Understanding:
    return understand("t.csv", text.encode(), answers)


@pytest.mark.parametrize("text", ["naam;b\nx;12\ny;ca. 5\nz;3\n"])
def test_an_answer_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(CannotRunError, match='"veel" is not a number'):
        understand("t.csv", text.encode(), {"b.B3": "veel"})


def test_a_dash_is_zero_where_a_note_says_so_and_is_not_asked() -> None:
    found = read("naam;aantal\na;10\nb;-\n\n- = nihil\n")
    assert found.table.csv() == "naam,aantal\na,10\nb,0\n"
    assert [doubt.key for doubt in found.doubts] == ["source", "licence"]


def test_two_columns_of_one_name_and_year_are_both_kept() -> None:
    found = read("naam;2021;2021;2022\nx;1;2;3\ny;4;5;6\n")
    assert found.table.csv().split("\n")[:3] == ["naam,jaar,waarde,2", "x,2021,1,2", "x,2022,3,"]


def test_percent_beside_plain_numbers_in_a_spreadsheet_is_asked_without_a_proposal() -> None:
    book = book_of([["Naam", "Deel"], ["a", 0.12], ["b", 0.13], ["c", 14]])
    formatted(book["Blad1"], "B2:B3", "0%")
    doubts = {doubt.key: doubt for doubt in understand("t.xlsx", workbook(book), {}).doubts}
    assert doubts["deel.mixed"].proposed is None


def test_name_title_unit_and_type_of_a_column_can_be_set() -> None:
    answers = {"b.name": "bedrag", "b.title": "Het bedrag", "b.unit": "euro", "a.type": "string"}
    column = understand("t.csv", b"a;b\n1;10\n2;20\n", answers).table.columns
    assert (column[0].type, column[1].name, column[1].title, column[1].unit) == (
        "string",
        "bedrag",
        "Het bedrag",
        "euro",
    )


def test_windows_letters_are_read_without_a_question() -> None:
    found = understand("t.csv", "naam;b\nCafé België;1\nSúdwest, 5 €;2\n".encode("cp1252"), {})
    assert [row[0] for row in found.table.rows] == ["Café België", "Súdwest, 5 €"]
    assert "encoding" not in [doubt.key for doubt in found.doubts]


@pytest.mark.parametrize("names", ["m;v;m;v", "M;V;M;V", "man;vrouw;man;vrouw"])
def test_names_of_one_letter_are_names(names: str) -> None:
    """Men and women below years are not signs for missing values."""
    text = f"Groep;2021;;2022;\n;{names}\na;1;2;3;4\nb;5;6;7;8\n"
    found = understand("t.csv", text.encode(), {})
    assert found.table.csv().split("\n")[1:3] == ["a,2021,1,2", "a,2022,3,4"]


def test_a_row_of_signs_is_no_row_of_names() -> None:
    text = "naam;b;c\n;x;x\na;1;2\nb;3;4\n"
    assert understand("t.csv", text.encode(), {}).table.csv().split("\n")[0] == "naam,b,c"

"""Files that are no table, are broken or are meant to harm are refused in words, quickly and whole."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest

from trendrapport.diagnostics import CannotRunError
from trendrapport.intake.opening import MOST_BYTES
from trendrapport.intake.understanding import Understanding, understand

from .messy import book_of, document, filled, table_of, workbook

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PASSWORD = OLD_EXCEL + "EncryptedPackage".encode("utf-16-le") + bytes(600)
PLAIN = workbook(book_of([["Jaar", "Aantal"], [2021, 1], [2022, 2]]))


def packed(files: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return made.getvalue()


def altered(raw: bytes, part: str, change: Any) -> bytes:
    """A packed file with one part changed."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files[part] = change(files[part])
    return packed(files)


def many_rows() -> bytes:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 300_000))
    return altered(
        PLAIN,
        "xl/worksheets/sheet1.xml",
        lambda _: b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>",
    )


def entities() -> bytes:
    text = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(12)
    )
    body = (
        text
        + b"]><worksheet><sheetData><row><c t='inlineStr'><is><t>&a11;</t></is></c></row></sheetData>"
        + b"</worksheet>"
    )
    return altered(PLAIN, "xl/worksheets/sheet1.xml", lambda _: body)


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("leeg.csv", b"", "is empty"),
    "only spaces": ("leeg.csv", b" \n \n", "is empty"),
    "an old Excel": ("oud.xls", OLD_EXCEL, "older Excel file"),
    "a password": ("geheim.xlsx", PASSWORD, "password"),
    "a PDF that is called CSV": ("t.csv", b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
    "a page that is called Excel": (
        "t.xls",
        b"<html><table><tr><td>1</td></tr></table></html>",
        "a web page",
    ),
    "a picture": ("t.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not text"),
    "a Word document": (
        "t.xlsx",
        packed({"[Content_Types].xml": b"", "word/document.xml": b"<x/>"}),
        "not a table",
    ),
    "half a file": ("t.xlsx", PLAIN[: len(PLAIN) // 2], "damaged"),
    "no parts": ("t.xlsx", packed({"xl/workbook.xml": b"<workbook/>"}), "damaged"),
    "broken XML": ("t.xlsx", altered(PLAIN, "xl/worksheets/sheet1.xml", lambda raw: raw[:-40]), "damaged"),
    "a bomb": (
        "t.xlsx",
        packed({"xl/workbook.xml": b"<workbook/>", "xl/a": bytes(300_000_000)}),
        "too large",
    ),
    "very many parts": (
        "t.ods",
        packed(
            {"content.xml": b"", "mimetype": b"opendocument.spreadsheet"}
            | {f"a{n}": b"" for n in range(6_000)}
        ),
        "too many parts",
    ),
    "too many bytes": ("t.csv", b"a,b\n" * (MOST_BYTES // 4 + 2), "too large"),
    "too many lines": ("t.csv", b"a,b\n" + b"1,2\n" * 1_000_000, "more than 100,000 rows"),
    "too many rows": ("t.xlsx", many_rows(), "more than 100,000 rows"),
    "entities": ("t.xlsx", entities(), ""),
    "an open quotation mark": ("t.csv", b'a,b\n"1,2\n3,4\n', "quotation mark on line 2"),
    "names and no rows": ("t.csv", b"a,b\n", "header row with rows below"),
    "one cell": ("t.xlsx", workbook(book_of([["alleen dit"]])), "no sheet with a table"),
    "an empty sheet": ("t.xlsx", workbook(book_of([])), "no sheet with a table"),
    "an empty document": ("t.ods", document(table_of("Blad1", [])), "no sheet with a table"),
}


@pytest.mark.parametrize(("file", "raw", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_refused_in_words(file: str, raw: bytes, words: str) -> None:
    with pytest.raises(CannotRunError) as refused:
        understand(file, raw, {})
    dutch, english = str(refused.value).split("\n")
    assert words in english
    assert dutch and dutch != english


def test_a_formula_without_a_result_is_no_missing_value() -> None:
    raw = workbook(book_of([["Jaar", "Aantal"], [2021, 1], [2022, "=B2+1"]]))
    with pytest.raises(CannotRunError, match="B3 has a formula without a result"):
        understand("t.xlsx", raw, {})


def read(raw: bytes, answers: dict[str, str] | None = None, file: str = "t.xlsx") -> Understanding:
    return understand(file, raw, answers or {})


def test_a_cell_far_away_does_not_make_a_sheet_large() -> None:
    book = book_of([["Jaar", "Aantal"], [2021, 1], [2022, 2]])
    book["Blad1"]["XFD1048576"].number_format = "0.0"
    assert read(workbook(book)).table.csv() == "jaar,aantal\n2021,1\n2022,2\n"


def test_both_counts_of_days_in_excel_give_the_same_day() -> None:
    made = []
    for epoch in (datetime(1899, 12, 30), datetime(1904, 1, 1)):
        book = book_of([["Dag", "Aantal"]])
        book.epoch = epoch
        filled(book["Blad1"], [[datetime(2021, 2, 28), 1], [datetime(2021, 3, 1), 2]])
        made.append(read(workbook(book)).table.csv())
    assert made == ["dag,aantal\n2021-02-28,1\n2021-03-01,2\n"] * 2


def test_a_hidden_sheet_is_only_taken_if_somebody_says_so() -> None:
    book = book_of([["Jaar", "Aantal"], [2021, 1], [2022, 2]])
    filled(book.create_sheet("Geheim"), [["Jaar", "Aantal"], [2021, 8], [2022, 9]]).sheet_state = "hidden"
    raw = workbook(book)
    assert "8" not in read(raw).table.csv()
    assert "2021,8" in read(raw, {"sheet": "Geheim"}).table.csv()


@pytest.mark.parametrize("answer", ["keep", "drop"])
def test_hidden_rows_are_asked(answer: str) -> None:
    book = book_of([["Naam", "Aantal"], ["a", 1], ["b", 2], ["c", 3]])
    book["Blad1"].row_dimensions[3].hidden = True
    raw = workbook(book)
    doubt = next(one for one in read(raw).doubts if one.key == "hidden")
    assert doubt.proposed is None
    assert ("b,2" in read(raw, {"hidden": answer}).table.csv()) == (answer == "keep")


def test_text_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    found = read(b"Naam;Aantal\n=cmd|' /C calc'!A0;1\n@extern;2\n-2+3;3\n", file="t.csv")
    assert [row[0] for row in found.table.rows] == ["cmd|' /C calc'!A0", "extern", "\u22122+3"]


def test_a_file_is_known_by_its_bytes_and_not_its_name() -> None:
    assert read(PLAIN, file="t.csv").table.csv() == read(PLAIN).table.csv()

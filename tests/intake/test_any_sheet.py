"""Whatever is in a sheet, it is refused in words or becomes a table in which a check finds nothing."""

from __future__ import annotations

import csv
from datetime import date, datetime
from functools import partial
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from intake.messy import book_of, workbook
from trendrapport.diagnostics import CannotRunError
from trendrapport.intake.descriptor import descriptor
from trendrapport.intake.origin import Origin
from trendrapport.intake.understanding import Understanding, understand
from trendrapport.intake.writing import Files

WORDS = [
    "Regio", "Jaar", "Aantal", "Aandeel (%)", "Gemeente", "Gemeentecode", "Provincie", "Totaal",
    "Nederland", "Bergen", "Utrecht", "Weesp", "Den Haag", "GM0344", "344", "0344", "Groningen (PV)",
    "2021", "2022*", "2023JJ00", "2021KW01", "2021MM12", "januari 2021", "jan-21", "01-02-2021", "3/4/2021",
    "13/14/2021", "3/4", "1.234", "1,234", "1.234,5", "12,5%", "€ 1.250,-", "(12)", "12-", "-", ".", "x",
    "n/b", "nvt", "ja", "nee", "waar", "10 kWh", "ca. 500", "<5", "Bron: CBS", "x = geheim", "* voorlopig",
    "1 000 i.e.", "%", "=1+1", "+31", "-5 tot 0", "@a", "é" * 1100, "1" * 20, "1e400", "1e5", "\u00a0",
    "\u200b", "12 345", "12'345", "2021-W53", "2020-W53", "", "", "Aantal 2021", "Aantal 2022", "verschil",
    "#N/B", "44197", "datum", "1.013.75", "0,0", "00", "١٢", "½",
]  # fmt: skip
texts = st.one_of(st.sampled_from(WORDS), st.text(max_size=8))
values = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.integers(1990, 2030),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - spreadsheets know no zones
    st.sampled_from(["#N/A", "#DIV/0!", "#REF!"]),
)


def rows_of(cells: st.SearchStrategy[object]) -> st.SearchStrategy[list[list[object]]]:
    return st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=9)


def answered(file: str, raw: bytes, data: st.DataObject) -> tuple[Understanding, dict[str, str]]:
    """What is understood when every question gets any of its answers."""
    answers: dict[str, str] = {}
    found = understand(file, raw, answers)
    while found.doubts:
        doubt = found.doubts[0]
        choice = data.draw(st.sampled_from(doubt.choices), label=doubt.key)
        answers[doubt.key] = "iets" if choice.value == "*" else choice.value
        found = understand(file, raw, answers)
        assert doubt.key not in [one.key for one in found.doubts], "an answer settles its question"
    return found, answers


def checked(file: str, raw: bytes, data: st.DataObject) -> None:
    try:
        found, answers = answered(file, raw, data)
    except CannotRunError:
        return
    text = descriptor(
        "tabel", found, Origin(file, file, partial(understand, file, raw)), answers, "2026-01-01", "nl"
    )
    findings = Files("tabel", found.table.csv(), text).findings()
    assert [(one.code, one.what.en) for one in findings] == []


@settings(max_examples=150)
@given(
    st.lists(st.lists(texts, min_size=1, max_size=5), min_size=1, max_size=9),
    st.sampled_from(";,\t"),
    st.data(),
)
def test_any_text(rows: list[list[object]], separator: str, data: st.DataObject) -> None:
    made = StringIO()
    csv.writer(made, delimiter=separator).writerows(rows)
    checked("t.csv", made.getvalue().encode("utf-8", "replace"), data)


@settings(max_examples=150)
@given(rows_of(values), st.data())
def test_any_workbook(rows: list[list[object]], data: st.DataObject) -> None:
    try:
        raw = workbook(book_of(rows))
    except (IllegalCharacterError, ValueError):
        return
    checked("t.xlsx", raw, data)


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    try:
        understand("t.csv", raw, {})
    except CannotRunError:
        return

"""Workbooks of figures, read back by another library. Content that is not the report's is invented."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.samples import table_of
from conftest import DUTCH
from trendrapport.documents.workbooks.about import About, Column, Line, about
from trendrapport.documents.workbooks.workbook import Content, made
from trendrapport.language.labels import Labels
from trendrapport.pages.view import View
from trendrapport.pipeline import Options, build

DAY = 1_700_000_000
FIELDS = [("dag", "date"), ("maand", "yearmonth"), ("jaar", "year"), ("wat", "string"), ("deel", "number")]
ROW = "2024-01-31,2024-02,2024,Totaal,12.5\n"


def content(text: str = f"dag,maand,jaar,wat,deel\n{ROW}", **changes: Any) -> Content:
    known = About("Titel", (Line("Bron", "CBS", "https://example.org/a"),), (Column("Dag", "", "dag", ""),))
    values = {"about": known, "labels": Labels("nl"), "author": "Uitgever", "day": DAY, "colour": "#0b5c66"}
    return Content(table=table_of(text, FIELDS), **{**values, **changes})


def read(raw: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(raw))


@pytest.fixture
def workbook(dutch: View) -> openpyxl.Workbook:
    """That of a figure of the report in this repository."""
    name = "zonnestroom-nederland"
    table = dutch.report.tables[dutch.report.charts[name].data.data]
    config = dutch.report.config
    whole = Content(
        about(dutch, name), table, dutch.labels, config.publisher.name, DAY, config.look.accent[0]
    )
    return read(made(whole))


def test_it_says_what_the_data_are(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Wat het is"]
    said = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=2)]
    names = [name for name, _ in said]
    for name in ("Wat de figuur toont", "Bron", "Licentie", "Opgehaald op", "Zo citeert u", "De kolommen"):
        assert name in names
    assert ("Opgehaald op", "4 maart 2026") in said
    assert any(name == "Let op" and "Trendbreuk" in text for name, text in said)
    assert any(name == "Peildatum" and "dag" in text for name, text in said)
    links = [cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink]
    assert "https://creativecommons.org/licenses/by/4.0/deed.nl" in links


def test_the_data_are_those_of_the_table(workbook: openpyxl.Workbook) -> None:
    text = (DUTCH / "charts/data/zonnestroom_nederland.csv").read_text("utf-8")
    _, *rows = csv.reader(io.StringIO(text))
    sheet = workbook["Gegevens"]
    found = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(found) == len(rows)
    for row, wanted in zip(found, rows, strict=True):
        assert row[0] == datetime.fromisoformat(wanted[0])
        assert row[1] == wanted[1]
        assert [str(number or "") for number in row[2:4]] == wanted[2:4]
        assert row[4] is (wanted[4] == "true")
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize(("language", "number"), [("nl", "413"), ("en", "409")])
def test_cells_have_types_in_the_language(language: str, number: str) -> None:
    sheet = read(made(content(labels=Labels(language)))).worksheets[1]
    day, month, year, word, part = next(sheet.iter_rows(min_row=2))
    assert (day.value, month.value) == (datetime(2024, 1, 31), datetime(2024, 2, 1))  # noqa: DTZ001
    assert number in day.number_format
    assert (year.value, year.number_format) == (2024, "0")
    assert (word.value, word.data_type) == ("Totaal", "s")
    assert (part.value, part.number_format) == (12.5, "#,##0.0")


def test_what_a_cell_cannot_hold_is_text_or_nothing() -> None:
    text = "dag,maand,jaar,wat,deel\n1850-01-31,1850-02,1850,,\n"
    row = next(read(made(content(text))).worksheets[1].iter_rows(min_row=2, values_only=True))
    assert row == ("31 jan 1850", "feb 1850", 1850, None, None)


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)
HOSTILE = st.one_of(
    st.sampled_from(["=HYPERLINK(1)", "+1", "-1", "@x", "{=1}", "_x0041_", "<b>&", "a\x01b", "\u202eabc"]),
    TEXT,
)


@given(title=HOSTILE, told=HOSTILE)
def test_text_stays_text(title: str, told: str) -> None:
    known = About(title, (Line(title, told, "javascript:alert(1)"),), (Column(title, told, told, told),))
    sheet = read(made(content(about=known))).worksheets[0]
    cells = [cell for row in sheet for cell in row if cell.value is not None]
    assert all(cell.data_type == "s" for cell in cells)
    assert not any(cell.hyperlink for cell in cells)


def test_the_same_figure_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(content())
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert made(content()) == first
    assert read(first).properties.created == datetime(2023, 11, 14, 22, 13, 20)  # noqa: DTZ001


def test_the_figure_offers_it_while_it_is_asked_for(sample: Path) -> None:
    config = sample / "site_config.yml"
    before = config.read_text("utf-8")
    config.write_text(before.replace("  - site\n", "  - site\n  - xlsx\n"), "utf-8")
    assert build(sample, Options()).built
    (file,) = (sample / "site").rglob("*.xlsx")
    size = Labels("nl").size(len(file.read_bytes()))
    for page in ("figures/voorbeeld.html", "2026/trends/voorbeeldtrend.html"):
        text = (sample / "site" / page).read_text("utf-8")
        shown = rf'voorbeeld\.xlsx" download>Excel-bestand \(XLSX\)</a>\s*<span class="note">, {size}<'
        assert re.search(shown, text)
        assert "<!--#" not in text
    config.write_text(before, "utf-8")
    assert build(sample, Options()).built
    assert not list((sample / "site").rglob("*.xlsx"))


def test_drafts_have_none(sample: Path) -> None:
    config, trend = sample / "site_config.yml", sample / "content/2026/trends/voorbeeldtrend.md"
    text = config.read_text("utf-8").replace("  - site\n", "  - site\n  - xlsx\n")
    config.write_text(text, "utf-8")
    trend.write_text(
        trend.read_text("utf-8").replace("kind: analysis", "kind: analysis\nstatus: draft"), "utf-8"
    )
    assert build(sample, Options()).built
    assert not list((sample / "site").rglob("*.xlsx"))

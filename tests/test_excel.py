"""Tables as a Dutch Excel opens them with a double click. All content here is invented."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trendrapport.files.excel_csv import excel_csv
from trendrapport.pipeline import Options, build
from trendrapport.starters import new_report


def lines(*values: object) -> list[str]:
    raw = excel_csv([values])
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel reads it as UTF-8"
    (row,) = csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";")
    return row


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (12.5, "12,5"),
        (1e-7, "0,0000001"),
        (1e21, "1000000000000000000000"),
        (1234567, "1234567"),
        (-2.0, "-2"),
        (None, ""),
        (2024, "2024"),
        ("café", "café"),
        ("0344", '="0344"'),
        ("1-4", '="1-4"'),
        ("12.5", '="12.5"'),
        ("1e5", '="1e5"'),
        ("mei 12", '="mei 12"'),
        ("2024-01", '="2024-01"'),
        ("2024-01-31", "2024-01-31"),
        ("GM0344", "GM0344"),
        ("een; twee", "een; twee"),
        ("=1+1", "'=1+1"),
        ("@som", "'@som"),
        ("meer dan 5", "meer dan 5"),
        (True, "true"),
    ],
)
def test_what_excel_gets_of_a_value(value: object, cell: str) -> None:
    assert lines(value, "a") == [cell, "a"]


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])),
        ),
        min_size=2,
    )
)
def test_no_value_is_lost_and_no_text_becomes_a_formula(values: list[object]) -> None:
    for value, cell in zip(values, lines(*values), strict=True):
        if isinstance(value, float):
            assert float(cell.replace(",", ".")) == value
        elif isinstance(value, str):
            assert value in cell
            assert not cell.startswith(("+", "-", "@"))
            assert not cell.startswith("=") or re.fullmatch(r'="[^"=]*"', cell)


def test_a_dutch_report_has_both_and_an_english_one_the_plain(sample: Path, tmp_path: Path) -> None:
    english = tmp_path / "english"
    new_report.init(english, "en")
    (sample / "charts/data/voorbeeld.csv").write_text("jaar,aantal\n2024,3.5\n2025,1234\n", "utf-8")
    package = sample / "charts/data/voorbeeld.datapackage.yml"
    package.write_text(package.read_text("utf-8").replace("type: integer", "type: number"), "utf-8")
    for report in (sample, english):
        (report / "site_config.yml").write_text(
            (report / "site_config.yml").read_text("utf-8") + "\npictures: false\n", "utf-8"
        )
        assert build(report, Options()).built
    raw = (sample / "site/charts/data/voorbeeld.excel.csv").read_bytes()
    assert raw.decode("utf-8-sig").splitlines()[1:] == ["2024;3,5", "2025;1234"]
    assert (sample / "site/charts/data/voorbeeld.csv").read_bytes().startswith(b"jaar,aantal\n")
    assert (sample / "site/2026/radar.excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    page = (sample / "site/figures/voorbeeld.html").read_text("utf-8")
    assert '<a href="../charts/data/voorbeeld.excel.csv" download>Cijfers voor Excel (CSV)</a>' in page
    assert list((english / "site").rglob("*.excel.csv")) == []
    assert "excel" not in (english / "site/figures/example.html").read_text("utf-8")

"""`new chart TABLE`: what is asked and written, and that `check` finds only what is still to be written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import files
from trendrapport.charts.proposing.proposals import kinds_of_tables
from trendrapport.cli import main
from trendrapport.pipeline import check
from trendrapport.starters import new_report

DESCRIPTOR = {
    "title": "Verzonnen cijfers",
    "licenses": [{"name": "CC0-1.0"}],
    "sources": [{"title": "Bureau: cijfers & meer", "path": "https://example.org/Cijfers/"}],
    "created": "2026-03-04",
}
YEARS = "jaar,groep,aantal\n" + "".join(
    f"{year},{group},{year - 2000 + index}\n"
    for year in range(2019, 2025)
    for index, group in enumerate("abc")
)
TYPES = {"jaar": "year", "groep": "string", "aantal": "integer", "code": "string"}


@pytest.fixture
def report(sample: Path) -> Path:
    """The sample with a table of invented figures."""
    with_table(sample, "cijfers", YEARS)
    return sample


def with_table(report: Path, name: str, text: str) -> None:
    fields = [
        {"name": column, "type": TYPES[column], "title": column.title()}
        for column in text.split("\n")[0].split(",")
    ]
    resource = {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}}
    folder = report / "charts" / "data"
    (folder / f"{name}.csv").write_text(text, "utf-8")
    described = {"name": name, **DESCRIPTOR, "resources": [resource]}
    (folder / f"{name}.datapackage.yml").write_text(json.dumps(described), "utf-8")


def new(report: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", "chart", *words, "--root", str(report)])


def declared(report: Path, name: str) -> dict[str, object]:
    return dict(yaml.safe_load((report / "charts" / f"{name}.yml").read_text("utf-8")))


def shown(report: Path, name: str) -> None:
    """Shows a chart in the sample's trend."""
    trend = report / "content/2026/trends/voorbeeldtrend.md"
    trend.write_text(trend.read_text("utf-8") + f"\n```figure {name}\n```\n", "utf-8")


def codes(report: Path) -> set[str]:
    return {one.code for one in check(report).diagnostics}


@pytest.mark.parametrize(
    "word", ["cijfers", "cijfers.csv", "charts/data/cijfers.csv", "charts\\data\\cijfers.csv"]
)
def test_the_first_kind_that_fits_is_written(report: Path, word: str) -> None:
    result = new(report, word, "--yes")
    assert result.exit_code == 0, result.output
    chart = declared(report, "cijfers")
    assert chart["kind"] == "lines"
    assert chart["fields"] == {"x": "jaar", "series": "groep", "value": "aantal"}
    assert result.stdout.splitlines() == [
        str(report / "content/sources.yml"),
        str(report / "charts/cijfers.yml"),
    ]
    assert "```figure cijfers" in result.stderr


def test_check_says_what_is_left_to_write_and_nothing_else(report: Path) -> None:
    before = codes(report)
    new(report, "cijfers", "--yes")
    shown(report, "cijfers")
    found = [one for one in check(report).diagnostics if one.code not in before]
    assert {(one.code, str(one.location).split(":")[0]) for one in found} == {
        ("starter-text", "charts/cijfers.yml")
    }
    assert len(found) == len(("title", "description"))


def test_the_source_is_added_as_the_others_are(report: Path) -> None:
    path = report / "content/sources.yml"
    path.write_text("# Bronnen\nreferences:\n- id: een\n  type: report\n  title: Een  # let op\n", "utf-8")
    new(report, "cijfers", "--yes")
    assert path.read_text("utf-8") == (
        "# Bronnen\nreferences:\n- id: een\n  type: report\n  title: Een  # let op\n"
        "- id: bureau-cijfers-meer\n  type: dataset\n  title: 'Bureau: cijfers & meer'\n"
        "  URL: https://example.org/Cijfers/\n  accessed: '2026-03-04'\n"
    )
    assert declared(report, "cijfers")["source"] == "bureau-cijfers-meer"
    before = path.read_text("utf-8")
    new(report, "cijfers", "--kind", "bars")
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize(
    "known",
    ["{id: bekend, type: dataset, title: Anders, URL: 'https://EXAMPLE.org/Cijfers'}",
     "{id: bekend, type: dataset, title: 'BUREAU: cijfers & meer'}"],
)  # fmt: skip
def test_a_source_that_is_known_is_used(report: Path, known: str) -> None:
    path = report / "content/sources.yml"
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n  - {known}\n", "utf-8")
    before = path.read_text("utf-8")
    new(report, "cijfers", "--yes")
    assert declared(report, "cijfers")["source"] == "bekend"
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize(
    "text", ["references: [{id: een, type: report, title: Een}]\n", "[]\n", '[{"id": "x"}]']
)
def test_a_list_to_which_nothing_can_be_added_is_left_alone(report: Path, text: str) -> None:
    (report / "content/sources.yml").write_text(text, "utf-8")
    before = files(report / "charts")
    result = new(report, "cijfers", "--yes")
    assert result.exit_code == 2
    assert "sources.yml" in result.stderr or "bronnen" in result.stderr
    assert files(report / "charts") == before
    assert (report / "content/sources.yml").read_text("utf-8") == text


def test_a_report_without_sources_gets_the_list(report: Path) -> None:
    (report / "content/sources.yml").unlink()
    assert new(report, "cijfers", "--yes").exit_code == 0
    data = yaml.safe_load((report / "content/sources.yml").read_text("utf-8"))
    assert [source["id"] for source in data["references"]] == ["bureau-cijfers-meer"]


def test_no_file_is_ever_replaced(report: Path) -> None:
    new(report, "cijfers", "--yes")
    (report / "charts/cijfers-bars.py").write_text("", "utf-8")
    before = files(report / "charts")
    assert new(report, "cijfers", "--kind", "bars").stdout.strip() == str(
        report / "charts/cijfers-bars-2.yml"
    )
    refused = new(report, "cijfers", "--kind", "bars", "--name", "cijfers")
    assert refused.exit_code == 2
    assert "bestaat al" in refused.stderr
    after = files(report / "charts")
    assert {path: raw for path, raw in after.items() if path in before} == before


def test_title_and_name_can_be_given(report: Path) -> None:
    assert (
        new(report, "cijfers", "--yes", "--title", "Het aantal: loopt op", "--name", "oploop").exit_code == 0
    )
    assert declared(report, "oploop")["title"] == "Het aantal: loopt op"
    new(report, "cijfers", "--yes", "--title", "Nog een titel")
    assert (report / "charts/nog-een-titel.yml").is_file()


def test_without_somebody_to_ask_the_kinds_are_named(report: Path) -> None:
    before = files(report / "charts")
    result = new(report, "cijfers")
    assert result.exit_code == 2
    assert "--kind" in result.stderr
    assert "lines, " in result.stderr
    assert files(report / "charts") == before


def test_somebody_chooses_after_seeing_them(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trendrapport.terminal.proposals.is_attended", lambda: True)
    result = CliRunner().invoke(
        main, ["new", "chart", "cijfers", "--root", str(report)], input="zoveelste\n2\nWat het laat zien\n"
    )
    assert result.exit_code == 0, result.output
    assert "  1. lines\n     6 jaren, 3 groepen (Groep) en één getal (Aantal)" in result.stderr
    assert "▇" in result.stderr
    assert '"zoveelste" is geen van deze.' in result.stderr
    assert declared(report, "wat-het-laat-zien")["kind"] != "lines"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("cijfer.csv",), "cijfers"),
        (("cijfers", "--kind", "waffel"), "lines"),
        (("cijfers", "--kind", "tile_map"), "past niet"),
        (("cijfers", "--kind", "altair"), "schrijft u zelf"),
        (("Een titel", "--yes"), "TABEL"),
        (("kapot", "--yes"), "trendrapport check"),
        (("cijfers", "--yes", "--name", "nul"), "Windows"),
        (("cijfers", "--yes", "--name", "../elders"), "geen pad"),
    ],
)
def test_what_cannot_be_is_told(report: Path, words: tuple[str, ...], told: str) -> None:
    with_table(report, "kapot", "jaar,aantal\n")
    before = files(report / "charts")
    result = new(report, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert files(report / "charts") == before


def test_a_table_for_which_nothing_fits_is_told_what_to_do(report: Path) -> None:
    with_table(report, "los", "groep\na\nb\n")
    result = new(report, "los", "--yes")
    assert result.exit_code == 2
    assert "geen soort grafiek" in result.stderr


def test_a_title_still_starts_a_chart_of_the_first_table(report: Path) -> None:
    assert new(report, "Een nieuwe grafiek").exit_code == 0
    assert (report / "charts/een-nieuwe-grafiek.yml").is_file()


def test_english_reports_are_answered_in_english(tmp_path: Path) -> None:
    new_report.init(tmp_path / "report", "en")
    with_table(tmp_path / "report", "figures", YEARS)
    result = new(tmp_path / "report", "figures", "--yes")
    assert "write what only you know" in result.stderr
    shown_in = next((tmp_path / "report/content/2026/trends").glob("*.md"))
    shown_in.write_text(shown_in.read_text("utf-8") + "\n```figure figures\n```\n", "utf-8")
    assert "starter-text" in codes(tmp_path / "report")


def test_from_a_sheet_of_an_office_to_a_chart(report: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "Omzet 2024.csv"
    sheet.write_text("Groep;2022;2023;2024\nWest;1.250,5;1.300,0;1.400,2\nOost;900,1;950,4;970,9\n", "utf-8")
    root = ["--root", str(report)]
    added = CliRunner().invoke(main, ["data", "add", str(sheet), "--name", "omzet", "--yes", *root])
    assert "trendrapport new chart omzet" in added.stderr
    assert new(report, "omzet", "--yes").exit_code == 0
    assert declared(report, "omzet")["fields"] == {"x": "jaar", "series": "groep", "value": "waarde"}
    shown(report, "omzet")
    assert not [one for one in check(report).diagnostics if one.severity.value == "error"]


@given(st.sampled_from(sorted(kinds_of_tables())), st.text(max_size=20))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_nothing_that_was_there_changes(report: Path, kind: str, title: str) -> None:
    before = {path: raw for path, raw in files(report).items() if not path.startswith("build/")}
    new(report, "cijfers", "--kind", kind, "--title", title)
    after = files(report)
    for path, raw in before.items():
        if path != "content/sources.yml":
            assert after[path] == raw, path
    assert not {one.code for one in check(report).diagnostics if one.severity.value == "error"}

"""`data add` with the number of a table, an address or a Data Package: the same values as a sheet gives, and
nothing at all when a server fails. All is invented.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from openpyxl import Workbook

import statline_server as failing
from statline_server import NUMBER, Server, serving
from trendrapport.cli import main
from trendrapport.fetching import statline, web
from trendrapport.fetching.web import Patience

Run = Callable[..., Result]
QUICK = Patience(connect=10, silence=10, whole=20, attempts=3, pause=0.01, longest_pause=0.02)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as found:
        monkeypatch.setenv(statline.OVERRIDE, f"{found.root}/v4")
        monkeypatch.setenv(statline.OVERRIDE_3, f"{found.root}/v3")
        monkeypatch.setattr(web.Web.__init__, "__defaults__", (QUICK, 1_000_000))
        yield found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "site_config.yml").write_text("language: nl\n", "utf-8")
    return tmp_path / "report"


@pytest.fixture
def run(root: Path) -> Run:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["data", "add", *arguments, "--root", str(root)])

    return run


def made(root: Path, name: str) -> tuple[str, dict]:
    folder = root / "charts/data"
    return (
        (folder / f"{name}.csv").read_text("utf-8"),
        yaml.safe_load((folder / f"{name}.datapackage.yml").read_text("utf-8")),
    )


def test_a_table_by_its_number(server: Server, run: Run, root: Path):
    result = run(NUMBER, "--name", "proef", "--where", "RegioS=GM*", "--where", "Perioden=202[23]*", "--yes")
    assert result.exit_code == 0, result.stderr
    text, told = made(root, "proef")
    assert text == (
        "gemeentecode,regios,jaar,verzonnen_aantal,verzonnen_aandeel,voorlopig\n"
        "GM0363,Amsterdam,2022,2001,250.125,false\n"
        "GM0363,Amsterdam,2023,2002,250.25,true\n"
        "GM0344,Utrecht,2022,3001,375.125,false\n"
        "GM0344,Utrecht,2023,3002,375.25,true\n"
    )
    fields = told["resources"][0]["schema"]["fields"]
    assert [field["type"] for field in fields] == ["string", "string", "year", "integer", "number", "boolean"]
    assert fields[4]["unit"] == "%"
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert told["sources"] == [
        {
            "title": "CBS StatLine, tabel 84410NED",
            "path": "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/84410NED/table",
        }
    ]
    original = told["original"]
    assert original["path"] == f"{server.root}/v4/{NUMBER}"
    assert original["where"] == ["RegioS=GM*", "Perioden=202[23]*"]
    assert original["version"] == "202601010000"
    assert len(original["hash"]) == len("sha256:") + 64


def test_signs_keep_what_they_mean(server: Server, run: Run, root: Path):
    assert run(NUMBER, "--where", "RegioS=GM0363", "--where", "Perioden=2021", "--yes").exit_code == 0
    text, told = made(root, "84410ned")
    assert text.endswith("GM0363,Amsterdam,2021,2000,\n")
    assert "onbekend" in told["description"]


def test_a_total_among_its_parts_is_asked(server: Server, run: Run, root: Path):
    result = run(NUMBER, "--yes")
    assert result.exit_code == 1
    assert "totals=drop" in result.stderr
    assert not (root / "charts").exists()
    assert run(NUMBER, "--set", "totals=drop", "--yes").exit_code == 0
    assert "Nederland" not in made(root, "84410ned")[0]


def test_quarters_of_the_former_service(server: Server, run: Run, root: Path):
    server.former = {"12345NED"}
    result = run("12345NED", "--where", "Geslacht=Mannen", "--yes")
    assert result.exit_code == 0, result.stderr
    text, told = made(root, "12345ned")
    assert text == "kwartaal,aantal,voorlopig\n2001-Q1,1.5,false\n2001-Q2,,true\n"
    assert "Geslacht: Mannen." in told["description"]


@pytest.mark.parametrize(
    "failure", [failing.status(500), failing.reset, failing.half, failing.wrong_type, failing.broken_gzip]
)
@pytest.mark.parametrize("after", [0, 3, 5])
def test_a_server_that_fails_leaves_nothing(server: Server, run: Run, root: Path, failure, after):
    server.failures = [lambda _: False] * after + [failing.always(failure)]
    result = run(NUMBER, "--set", "totals=drop", "--yes")
    assert (result.exit_code, result.exception.__class__) == (2, SystemExit)
    assert not (root / "charts").exists()


def workbook() -> bytes:
    book, made = Workbook(), io.BytesIO()
    for row in (["Naam", "Aantal"], ["Noord", 1], ["Zuid", 2]):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def test_an_address_of_a_file(server: Server, run: Run, root: Path):
    server.files["/map/Mijn%20cijfers.xlsx"] = (workbook(), "application/octet-stream")
    result = run(f"{server.root}/map/Mijn%20cijfers.xlsx", "--yes")
    assert result.exit_code == 0, result.stderr
    text, told = made(root, "mijn_cijfers")
    assert text == "naam,aantal\nNoord,1\nZuid,2\n"
    assert told["original"]["path"] == f"{server.root}/map/Mijn%20cijfers.xlsx"
    assert told["original"]["etag"]


PACKAGE = {
    "name": "verzonnen",
    "title": "Verzonnen pakket",
    "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
    "sources": [{"title": "Verzonnen bron"}],
    "resources": [
        {
            "name": "cijfers",
            "path": "data/cijfers.csv",
            "encoding": "windows-1252",
            "dialect": {"delimiter": ";", "$schema": "x"},
            "schema": {
                "fields": [
                    {"name": "Gebied", "type": "string", "title": "Het gebied"},
                    {"name": "Aandeel (%)", "type": "number", "decimalChar": ","},
                    {"name": "Dag", "type": "date", "format": "%d-%m-%Y"},
                    {"name": "Overig", "type": "any"},
                ],
                "missingValues": [{"value": ""}, {"value": "x", "label": "geheim"}],
            },
        }
    ],
}
ROWS = "Gebied;Aandeel (%);Dag;Overig\nSúdwest;12,5;31-12-2024;1\nNoord;x;01-01-2024;2\n"


def test_a_data_package_is_read_as_it_says(server: Server, run: Run, root: Path):
    server.files["/p/datapackage.json"] = (json.dumps(PACKAGE).encode(), "application/json")
    server.files["/p/data/cijfers.csv"] = (ROWS.encode("cp1252"), "text/csv")
    result = run(f"{server.root}/p/datapackage.json", "--name", "cijfers", "--yes")
    assert result.exit_code == 0, result.stderr
    text, told = made(root, "cijfers")
    assert text.splitlines()[1:] == ["Súdwest,12.5,2024-12-31,1", "Noord,,2024-01-01,2"]
    assert told["title"] == "Verzonnen pakket"
    assert told["licenses"][0]["name"] == "CC0-1.0"
    assert told["resources"][0]["schema"]["fields"][0]["title"] == "Het gebied"
    assert "geheim" in told["description"]
    assert "any wordt tekst" in result.stderr


def test_a_data_package_on_disk(run: Run, root: Path, tmp_path: Path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/cijfers.csv").write_bytes(ROWS.encode("cp1252"))
    (tmp_path / "datapackage.json").write_text(json.dumps(PACKAGE), "utf-8")
    assert run(str(tmp_path / "datapackage.json"), "--name", "cijfers", "--yes").exit_code == 0
    assert made(root, "cijfers")[1]["original"]["path"] == "datapackage.json"


def with_resource(**more: object) -> str:
    return json.dumps({**PACKAGE, "resources": [{**PACKAGE["resources"][0], **more}]})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "geen Data Package"),
        ("{", "geen JSON"),
        ('{"resources": []}', "geen tabel"),
        (with_resource(path="../geheim.csv"), "ligt niet naast"),
        (with_resource(path="/etc/passwd"), "ligt niet naast"),
        (with_resource(encoding="utf-7"), "tekenset"),
        (with_resource(dialect={}), "regel 1"),
        (with_resource(schema={"fields": [{"name": "Gebied", "type": "string"}]}), "regel 1"),
        (with_resource(path="weg.csv"), "bestaat niet"),
    ],
)
def test_what_is_no_package_is_refused_in_words(run: Run, root: Path, tmp_path: Path, text, said):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/cijfers.csv").write_bytes(ROWS.encode("cp1252"))
    (tmp_path / "datapackage.json").write_text(text, "utf-8")
    result = run(str(tmp_path / "datapackage.json"), "--yes")
    assert (result.exit_code, result.exception.__class__) == (2, SystemExit)
    assert said in result.stderr
    assert not (root / "charts").exists()


def test_parts_are_for_tables_of_statline(run: Run, tmp_path: Path):
    (tmp_path / "a.csv").write_text("a,b\nx,1\n", "utf-8")
    result = run(str(tmp_path / "a.csv"), "--where", "a=x")
    assert result.exit_code == 2
    assert "StatLine" in result.stderr

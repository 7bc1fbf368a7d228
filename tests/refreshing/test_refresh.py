"""`data refresh` shows what changed first, writes only when told, never half, and names what quotes a number
that changed. All is invented.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import statline_server as failing
from charts.samples import package
from statline_server import NUMBER, Server, serving
from trendrapport.charts.tables.table import read_table
from trendrapport.cli import main
from trendrapport.diagnostics import Language
from trendrapport.fetching import statline, web
from trendrapport.fetching.web import Patience
from trendrapport.pipeline import Options, build, check
from trendrapport.refreshing import quoting
from trendrapport.refreshing.columns import with_columns, with_types
from trendrapport.refreshing.comparing import changes

Run = Callable[..., Result]
QUICK = Patience(connect=10, silence=10, whole=20, attempts=3, pause=0.01, longest_pause=0.02)
CHART = """data: gemeenten
title: Utrecht telt er 3.002
description: In Utrecht zijn het er 3.002, in Amsterdam 2.002.
source: voorbeeldbron
kind: lines
fields: {x: jaar, value: verzonnen_aantal, series: regios}
"""
TEXT = """
## Een verzonnen vraag

In Utrecht was het aandeel in 2023 375,25 procent. In totaal ruim 3 duizend, of 3,0 duizend.

```figure gemeenten
```

Dat waren er 3.002. In 2023 was alles anders.
"""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as found:
        monkeypatch.setenv(statline.OVERRIDE, f"{found.root}/v4")
        monkeypatch.setenv(statline.OVERRIDE_3, f"{found.root}/v3")
        monkeypatch.setattr(web.Web.__init__, "__defaults__", (QUICK, 1_000_000))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
        yield found


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["data", *arguments])


@pytest.fixture
def report(sample: Path, server: Server) -> Path:
    """A report with a table of the server, a chart of it, and texts that quote it."""
    added = command(
        "add", NUMBER, "--name", "gemeenten", "--where", "RegioS=GM*", "--yes", "--root", str(sample)
    )
    assert added.exit_code == 0, added.stderr
    (sample / "charts/gemeenten.yml").write_text(CHART, "utf-8")
    trend = next(sample.glob("content/*/trends/*.md"))
    trend.write_text(trend.read_text("utf-8") + TEXT, "utf-8")
    return sample


def refresh(root: Path, *arguments: str) -> Result:
    return command("refresh", *arguments, "--root", str(root))


def files(root: Path) -> dict[str, bytes]:
    found = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {
        path.relative_to(root).as_posix(): raw for path, raw in found.items() if "build" not in path.parts
    }


def change(server: Server, area: str, period: str, measure: str, value: float) -> None:
    for one in server.table.observations:
        if (one["RegioS"], one["Perioden"], one["Measure"]) == (area, period, measure):
            one["Value"] = value
            return
    raise AssertionError


def test_nothing_changed(report: Path) -> None:
    before = files(report)
    result = refresh(report)
    assert (result.exit_code, result.stderr) == (0, "gemeenten: niets veranderd\n")
    assert files(report) == before


def test_what_changed_is_shown_first_and_written_when_told(report: Path, server: Server) -> None:
    before = files(report)
    change(server, "GM0344", "2023JJ00", "M001", 3100)
    change(server, "GM0344", "2023JJ00", "M002", 375.26)
    change(server, "GM0363", "2021JJ00", "M001", 1999)
    server.table.provisional = ()
    server.table.version = "202602010000"
    result = refresh(report)
    assert result.exit_code == 1
    assert files(report) == before
    lines = result.stderr.split("\n")
    assert lines[0] == ("gemeenten: 3 waarden veranderd, waarvan 2 voorlopige, 2 rijen zijn nu definitief")
    row = ["GM0344,", "Utrecht,", "2023", "Verzonnen", "aantal", "3.002", "3.100"]
    assert row in [line.split() for line in lines]
    assert "Niets geschreven" in result.stderr

    result = refresh(report, "gemeenten", "--write")
    assert result.stdout.split() == [
        f"charts/data/gemeenten.{end}" for end in ("csv", "datapackage.yml", "changes.yml")
    ]
    after = files(report)
    assert set(after) - set(before) == {"charts/data/gemeenten.changes.yml"}
    assert b"GM0344,Utrecht,2023,3100,375.26" in after["charts/data/gemeenten.csv"]
    told = yaml.safe_load(after["charts/data/gemeenten.datapackage.yml"])
    assert told["created"] == "2025-12-01"
    assert told["original"]["version"] == "202602010000"
    log = yaml.safe_load(after["charts/data/gemeenten.changes.yml"])
    assert log[0]["values"] == {"changed": 3, "provisional": 2, "settled": 2, "reopened": 0}
    assert log[0]["changed"][0] == {
        "row": "GM0363, Amsterdam, 2021",
        "column": "verzonnen_aantal",
        "was": 2000,
        "now": 1999,
    }
    assert refresh(report).stderr == "gemeenten: niets veranderd\n"
    assert not [one for one in check(report).diagnostics if "changes" in one.location.path]


def test_sentences_titles_and_key_figures_that_quote_a_changed_number_are_named(
    report: Path, server: Server
) -> None:
    figures = report / "content/2026/key_figures.yml"
    figures.write_text(
        "verzonnen:\n  title: Verzonnen in Utrecht\n  value: 3002\n  explanation: Het waren er 3.002.\n"
        "  source: voorbeeldbron\n",
        "utf-8",
    )
    change(server, "GM0344", "2023JJ00", "M001", 3100)
    change(server, "GM0344", "2023JJ00", "M002", 380.5)
    found = refresh(report).stderr
    trend = next(report.glob("content/*/trends/*.md"))
    at = trend.read_text("utf-8").split("\n").index("Dat waren er 3.002. In 2023 was alles anders.") + 1
    path = trend.relative_to(report).as_posix()
    assert f'{path}:{at}:14: "3.002" klopt niet meer: GM0344, Utrecht, 2023, Verzonnen aantal' in found
    assert "\n  Dat waren er 3.002.\n" in found
    assert '"375,25 procent" klopt niet meer' in found
    assert 'charts/gemeenten.yml:2:8: "3.002"' in found
    assert 'charts/gemeenten.yml:3:14: "3.002"' in found
    assert '"2.002"' not in found
    assert 'key_figures.yml:3:10: "3002"' in found
    assert '"3,0 duizend" klopt niet meer' in found
    assert '"2023" klopt' not in found


def test_new_and_vanished_rows_are_counted(report: Path, server: Server) -> None:
    for one in server.table.observations:
        if one["Perioden"] == "2021JJ00":
            one["Perioden"] = "2022JJ00"
    result = refresh(report)
    assert "2 rijen weg" in result.stderr


def test_what_an_editor_added_to_a_descriptor_stays(report: Path, server: Server) -> None:
    file = report / "charts/data/gemeenten.datapackage.yml"
    text = file.read_text("utf-8").replace("title: Gemeentecode", "title: Code  # zoals afgesproken")
    file.write_text("# Van ons\n" + text + "# onderaan\n", "utf-8")
    change(server, "GM0344", "2023JJ00", "M001", 3100)
    assert refresh(report, "--write").exit_code == 1
    now = file.read_text("utf-8")
    assert now.startswith("# Van ons\n")
    assert now.endswith("# onderaan\n")
    assert "title: Code  # zoals afgesproken" in now


def test_other_columns_are_told_and_the_descriptor_has_them(report: Path, server: Server) -> None:
    server.table.measures = ("M001",)
    result = refresh(report)
    assert "kolommen weg: verzonnen_aandeel" in result.stderr
    assert "wat u over de andere schreef, blijft" in result.stderr
    refresh(report, "--write")
    told = yaml.safe_load((report / "charts/data/gemeenten.datapackage.yml").read_text("utf-8"))
    names = [field["name"] for field in told["resources"][0]["schema"]["fields"]]
    assert names == ["gemeentecode", "regios", "jaar", "verzonnen_aantal", "voorlopig"]
    log = yaml.safe_load((report / "charts/data/gemeenten.changes.yml").read_text("utf-8"))
    assert log[0]["columns"]["removed"] == ["verzonnen_aandeel"]


def test_what_an_editor_wrote_of_columns_that_stay_is_kept_when_others_come_or_go(
    report: Path, server: Server
) -> None:
    file = report / "charts/data/gemeenten.datapackage.yml"
    text = file.read_text("utf-8").replace("title: Gemeentecode", "title: Code  # zoals afgesproken")
    text = text.replace("unit: aantal", "unit: stuks")
    text = re.sub(r"( +)(- name: jaar)", r"\1# het jaar zelf\n\1\2", text)
    file.write_text(text, "utf-8")
    server.table.measures = ("M001",)
    # The text quotes a figure of the column that goes.
    assert refresh(report, "--write").exit_code == 1
    without = file.read_text("utf-8")
    assert "verzonnen_aandeel" not in without
    server.table.measures = ("M001", "M002")
    assert refresh(report, "--write").exit_code == 0
    again = file.read_text("utf-8")
    for now in (without, again):
        assert "title: Code  # zoals afgesproken" in now
        assert re.search(r"# het jaar zelf\n +- name: jaar", now)
        assert "unit: stuks" in now
    assert yaml.safe_load(again)["resources"] == yaml.safe_load(text)["resources"]
    assert [one for one in check(report).diagnostics if one.location.path.startswith("charts/")] == []


def test_a_quoted_number_of_a_row_or_column_that_is_gone_is_told(report: Path, server: Server) -> None:
    """But not one that its column still has."""
    server.table.measures = ("M001",)
    told = refresh(report).stdout + refresh(report).stderr
    assert '"375,25 procent" staat niet meer in de tabel: ' in told
    assert '"3.002"' not in told


OLD = """name: t
resources:
  - path: t.csv
    schema:
      # Alle kolommen
      fields:
        # boven a
        - {name: a, type: integer, title: Mijn A}  # achter a
        - name: b
          # in b
          type: string

          title: >-
            Mijn
            lange B
        # boven c
        - {name: c, type: year}
      # onder
      missingValues: ["", x]
"""
NEW = """resources:
  - schema:
      fields:
      - name: c
        type: string
      - name: d
        type: number
        title: D
      - name: a
        type: number
"""


def test_columns_are_put_in_and_taken_out_line_by_line() -> None:
    lines = OLD.split("\n")
    new = ["        - name: d", "          type: number", "          title: D"]
    expected = [*lines[:6], *lines[15:17], *new, *lines[6:8], *lines[17:]]
    assert with_columns(OLD, NEW, "x.yml").split("\n") == expected
    types = with_types(OLD, NEW, "x.yml")
    assert '{name: a, type: "number", title: Mijn A}  # achter a' in types
    assert '{name: c, type: "string"}' in types


@pytest.mark.parametrize(
    "fields",
    [
        "[{name: a, type: year}, {name: c, type: year}]",
        "[{name: a, type: year},\n          {name: c, type: year}]",
    ],
)
def test_columns_that_share_lines_are_not_told_apart(fields: str) -> None:
    text = f"resources:\n  - schema:\n      fields: {fields}\n"
    assert with_columns(text, NEW, "x.yml") == ""


@pytest.mark.parametrize(
    "failure",
    [
        failing.status(500),
        failing.status(404),
        failing.reset,
        failing.half,
        failing.looping,
        failing.wrong_type,
        failing.broken_gzip,
        failing.bomb,
        failing.not_a_number,
    ],
)
@pytest.mark.parametrize("after", [0, 4])
def test_a_server_that_fails_changes_nothing(report: Path, server: Server, failure, after) -> None:
    change(server, "GM0344", "2023JJ00", "M001", 3100)
    before = files(report)
    server.failures = [lambda _: False] * after + [failing.always(failure)]
    result = refresh(report, "--write")
    assert (result.exit_code, result.exception.__class__) == (2, SystemExit)
    assert result.stderr.startswith("gemeenten: ")
    assert files(report) == before


def test_a_full_disk_leaves_what_there_was(
    report: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(server, "GM0344", "2023JJ00", "M001", 3100)
    before = files(report)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trendrapport.editing.writing.os.fsync", full)
    assert refresh(report, "--write").exit_code == 2
    assert files(report) == before


def test_a_file_of_the_report_is_read_again(sample: Path) -> None:
    (sample / "bron").mkdir()
    original = sample / "bron/cijfers.csv"
    original.write_text("Naam;Aantal\nNoord;11\nZuid;12\n", "utf-8")
    added = command("add", str(original), "--yes", "--root", str(sample))
    assert added.exit_code == 0, added.stderr
    original.write_text("Naam;Aantal\nNoord;11\nZuid;13\nOost;14\n", "utf-8")
    result = refresh(sample, "cijfers", "--write")
    assert result.stderr.startswith("cijfers: 1 rij erbij, 1 waarde veranderd\n")
    assert (sample / "charts/data/cijfers.csv").read_text("utf-8").endswith("Zuid,13\nOost,14\n")


@pytest.mark.parametrize(
    ("name", "said"), [("weg", 'geen tabel "weg"'), ("voorbeeld", "niet bekend waar ze vandaan komt")]
)
def test_a_table_without_origin_is_told(sample: Path, name: str, said: str) -> None:
    result = refresh(sample, name)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_elsewhere_cannot_be_read_again(sample: Path, tmp_path: Path) -> None:
    original = tmp_path / "elders.csv"
    original.write_text("Naam;Aantal\nNoord;11\nZuid;12\n", "utf-8")
    assert command("add", str(original), "--yes", "--root", str(sample)).exit_code == 0
    result = refresh(sample)
    assert result.exit_code == 2
    assert "niet in de map van het rapport" in result.stderr


def test_a_check_and_a_build_never_use_the_network(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a build used the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    check(report)
    assert build(report, Options()).built
    code = (
        "import sys; from pathlib import Path; from trendrapport.pipeline import Options, build; "
        "build(Path(sys.argv[1]), Options()); "
        "print([name for name in sys.modules if name.startswith('trendrapport.fetching')])"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, str(report)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
    assert not list((report / "site").rglob("*changes.yml"))


FIELDS = [("naam", "string"), ("jaar", "year"), ("aantal", "number")]
CELLS = st.tuples(st.sampled_from("abc"), st.integers(2020, 2023), st.integers(-50, 50))
TABLES = st.lists(CELLS, min_size=1, max_size=8, unique_by=lambda row: row[:2])


@given(TABLES, TABLES)
def test_what_differs_is_all_that_differs(before, after) -> None:
    tables = []
    for rows in (before, after):
        text = "naam,jaar,aantal\n" + "".join(f"{a},{b},{c}\n" for a, b, c in rows)
        made, _ = read_table("t", "t.csv", text, package(FIELDS))
        assert made
        tables.append(made)
    found = changes(*tables)
    old, new = ({row[:2]: row[2] for row in rows} for rows in (before, after))
    for key in found.removed:
        del old[key]
    for one in found.values:
        assert old[one.row] == one.was
        old[one.row] = one.now
    for key in found.added:
        old[key] = new[key]
    assert old == new
    assert found.nothing == (
        dict.fromkeys(map(tuple, before)).keys() == dict.fromkeys(map(tuple, after)).keys()
    )


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Er zijn 1.234,5 en 12,5% of 3,1 miljoen.",
            "nl",
            [("1.234,5", 1, 0), ("12,5%", 1, 0), ("3,1 miljoen", 1, 6)],
        ),
        ("In 2023 waren er 7, in 1.950 dorpen.", "nl", [("1.950", 0, 0)]),
        ("There are 1,234.5 of them, -12 in 2023.", "en", [("1,234.5", 1, 0), ("-12", 0, 0)]),
        ("GM0344, v1.2 en 3D", "nl", []),
        ("5 procent, 5% van 5", "nl", [("5 procent", 0, 0), ("5%", 0, 0)]),
    ],
)
def test_the_numbers_in_a_sentence(text: str, language: Language, found: list[tuple[str, int, int]]) -> None:
    read = [(one.text, one.decimals, one.power) for one in quoting._numbers(text, language)]
    assert read == found


@given(st.text("0123456789.,% -\u2212miljoen\n", max_size=40))
def test_any_text_can_be_searched_for_numbers(text: str) -> None:
    for language in ("nl", "en"):
        list(quoting._numbers(text, language))

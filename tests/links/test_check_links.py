"""`check --links`: each address at its line and column, what is written for one that moved, and a network
that fails. All content here is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from invented import trend
from links.failing_server import Server, serving
from links.test_reaching import QUICK, names
from test_fixing import put
from trendrapport.cli import main
from trendrapport.files.source import markdown_source
from trendrapport.links.written import in_text, written
from trendrapport.model.base import Model
from trendrapport.pipeline import links
from trendrapport.prose.markdown import parse
from trendrapport.report.load import load
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Cache

__all__ = ["names"]

PLACE = "content/2026/trends/proef.md"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(links.ask, "__defaults__", (*links.ask.__defaults__[:-1], QUICK))
    with serving() as found:
        yield found


@pytest.fixture
def report(sample: Path, server: Server) -> Path:
    """A report whose settings name addresses that are there."""
    settings = sample / "site_config.yml"
    text = settings.read_text("utf-8").replace("https://creativecommons.org/", f"{server.root}/goed/")
    settings.write_text(
        text.replace("address: https://example.org/\n", f"address: {server.root}/goed\n"), "utf-8"
    )
    return sample


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--links", *options])


def told(root: Path, *options: str) -> list[str]:
    """What is found: file, line, column and code."""
    found = json.loads(run(root, "--format", "json", *options).stdout or "[]")
    return [f"{one['path'].rpartition('/')[2]}:{one['line']}:{one['column']} {one['code']}" for one in found]


FIRST = trend().count("\n")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("goed", ""),
        ("bestaat-niet", "dead-link"),
        ("weg", "dead-link"),
        ("login", "unchecked-link"),
        ("te-vaak", "unchecked-link"),
        ("kapot", "unreachable-link"),
        ("afgebroken", "unreachable-link"),
        ("stil", "slow-link"),
        ("verhuisd", "moved-link"),
        ("naar-voorpagina", "moved-link"),
        ("goed#nergens", "missing-fragment"),
        ("tijdelijk", ""),
    ],
)
def test_what_is_wrong_is_told_where_it_is_written(
    report: Path, server: Server, name: str, code: str
) -> None:
    put(report, {PLACE: trend(body=f"Zie [de *pagina*]({server.root}/{name}).\n")})
    expected = [f"proef.md:{FIRST + 1}:{len('Zie [de *pagina*](') + 1} {code}"] if code else []
    assert [one for one in told(report) if one.startswith("proef.md")] == expected


EVERYWHERE = """Zie {root}/weg?1, <{root}/weg?2> en [x][y].[^n]

[y]: {root}/weg?3

[^n]: Of [dit]({root}/weg?4).

```video
title: Verzonnen
address: {root}/weg?5
source: Niemand
duration: "1:00"
transcript: {root}/weg?6
```
"""
CORRECTED = """corrections:
- date: "2026-01-01"
  what: Verzonnen.
  why: Zie {root}/weg?10.
"""
SOURCES = """references:
- id: verzonnen
  type: report
  title: Verzonnen
  issued: '2025'
  URL: {root}/weg?7
  DOI: 10.1234/verzonnen
"""
PERSON = """jan:
  name: Jan Verzonnen
  address: "{root}/weg?8"
"""


def test_addresses_are_found_everywhere(sample: Path) -> None:
    root = "https://voorbeeld.example"
    descriptor = sample / "charts/data/voorbeeld.datapackage.yml"
    descriptor.write_text(
        descriptor.read_text("utf-8") + f"original: {{path: '{root}/weg?9', hash: 'sha256:0'}}\n", "utf-8"
    )
    put(
        sample,
        {
            PLACE: trend(CORRECTED.format(root=root), EVERYWHERE.format(root=root)),
            "content/sources.yml": SOURCES.format(root=root),
            "content/people.yml": PERSON.format(root=root),
        },
    )  # fmt: skip
    report, _ = load(sample, Cache(None))
    found = {one.address.removeprefix(f"{root}/"): one for one in written(report)}
    assert {f"weg?{number}" for number in range(1, 11)} <= set(found)
    assert "https://doi.org/10.1234/verzonnen" in found
    for address, one in found.items():
        lines = (sample / one.at.path).read_text("utf-8").split("\n")
        assert lines[one.at.line - 1][one.at.column - 1 :].startswith(one.typed), address


def test_a_new_address_is_written_where_it_is_surely_the_same_page(report: Path, server: Server) -> None:
    root = server.root
    body = (
        f"[{root}/verhuisd]({root}/verhuisd) [a]({root}/verhuisd#kop) [b]({root}/naar-kop) "
        f"[c]({root}/naar-vraag) [d]({root}/naar-haken) [e]({root}/naar-voorpagina) "
        f"[f]({root}/verhuisd-308?x)\n"
    )
    put(report, {PLACE: trend(f"sources: [] # {root}/verhuisd\n", body)})
    result = run(report, "--fix")
    assert result.exit_code == 0, result.output
    text = (report / PLACE).read_text("utf-8")
    assert f"# {root}/verhuisd\n" in text
    assert (
        f"[{root}/goed]({root}/goed) [a]({root}/goed#kop) [b]({root}/goed#kop) [c]({root}/naar-vraag)" in text
    )
    assert f"[d]({root}/naar-haken) [e]({root}/naar-voorpagina) [f]({root}/goed)" in text
    again = run(report, "--fix")
    assert (report / PLACE).read_text("utf-8") == text
    assert "moved-link" in again.output


def test_a_dry_run_writes_nothing(report: Path, server: Server) -> None:
    put(report, {PLACE: trend(body=f"[a]({server.root}/verhuisd)\n")})
    before = (report / PLACE).read_bytes()
    result = run(report, "--dry-run")
    assert f"+[a]({server.root}/goed)" in result.stdout
    assert (report / PLACE).read_bytes() == before


def test_what_was_found_is_not_asked_for_again(report: Path, server: Server) -> None:
    put(
        report,
        {
            PLACE: trend(
                body=f"[a]({server.root}/goed/1) [b]({server.root}/weg) [c]({server.root}/verhuisd)\n"
            )
        },
    )
    first = told(report)
    server.asked.clear()
    assert told(report) == first
    assert {path for _, path in server.asked} == {"/weg"}


def test_an_old_answer_is_asked_for_again(
    report: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(report)
    server.asked.clear()
    monkeypatch.setattr(links, "_DAYS", {})
    run(report)
    assert server.asked != []


def test_without_a_network_there_is_one_message(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links.ask, "__defaults__", (*links.ask.__defaults__[:-1], QUICK))
    body = " ".join(f"[x](https://host{number}.example/)" for number in range(30))
    put(sample, {PLACE: trend(body=f"{body}\n")})
    result = run(sample)
    assert result.exit_code == 2
    assert result.output.count("\n") == 2
    assert "Geen enkele site is bereikbaar" in result.stderr


def test_a_single_dead_site_is_no_dead_network(report: Path, server: Server) -> None:
    put(report, {PLACE: trend(body="[a](https://weg.example/)\n")})
    assert told(report) == [f"proef.md:{FIRST + 1}:5 dead-link"]
    # The other addresses are known now: only the dead one is asked for, and one that was found.
    server.asked.clear()
    assert told(report) == [f"proef.md:{FIRST + 1}:5 dead-link"]
    assert len(server.asked) == 1


def test_exit_codes_and_counts(report: Path, server: Server) -> None:
    result = run(report)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 webadressen gecontroleerd" in result.stderr
    put(report, {PLACE: trend(body=f"[a]({server.root}/login)\n")})
    assert run(report, "--strict").exit_code == 0
    put(report, {PLACE: trend(body=f"[a]({server.root}/weg)\n")})
    assert run(report).exit_code == 0
    assert run(report, "--strict").exit_code == 1


def test_a_dead_link_can_be_allowed(report: Path, server: Server) -> None:
    note = "<!-- allow: dead-link zo staat het in het besluit -->\n"
    put(report, {PLACE: trend(body=f"{note}[a]({server.root}/weg)\n")})
    assert told(report) == []
    plain = CliRunner().invoke(main, ["check", "--root", str(report), "--strict"])
    assert plain.exit_code == 0, plain.output
    put(report, {PLACE: trend(body=f"{note}[a]({server.root}/goed)\n")})
    assert told(report) == [f"proef.md:{FIRST + 1}:1 unneeded-exception"]


def test_every_address_is_told_and_not_only_the_first_few(report: Path, server: Server) -> None:
    body = " ".join(f"[x]({server.root}/weg?{number})" for number in range(12))
    put(report, {PLACE: trend(body=f"{body}\n")})
    assert len(told(report)) == 12


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_it_says(report: Path, server: Server, language: str) -> None:
    settings = report / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: nl", f"language: {language}"), "utf-8")
    put(report, {PLACE: trend(body=f"[a]({server.root}/weg)\n")})
    said = {"nl": "bestaat niet (410)", "en": "does not exist (410)"}[language]
    assert said in run(report).stdout


@given(st.text(alphabet=st.sampled_from("ab/?#[]()<>:\\\"' \n&%|`é."), max_size=30))
def test_any_address_in_a_text_has_a_place(text: str) -> None:
    source, _ = markdown_source(PLACE, trend(body=f"Zie https://a.nl/{text} en [x](https://b.nl/{text}).\n"))
    assert source
    outline = parse(source.body, source.body_line).outline()
    entry = Entry("trends", "2026", "proef", Model(), source, outline=outline)
    for one in in_text(entry):
        line = source.text.split("\n")[one.at.line - 1]
        assert line[one.at.column - 1 :].startswith(one.typed)

"""A report for an older version is told what changed and brought up to date; one for a newer version is
refused. The changes here are invented, as are the reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import invented
from conftest import files
from trendrapport import __version__, upgrades
from trendrapport.cli import main
from trendrapport.diagnostics import CannotRunError, Diagnostic, Location, Text
from trendrapport.diagnostics.changes import Edit
from trendrapport.editing.applying import Draft
from trendrapport.files.source import yaml_source
from trendrapport.model.versions import numbers
from trendrapport.pipeline import Options, build, check
from trendrapport.pipeline.upgrading import upgrade
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules
from trendrapport.starters import new_report
from trendrapport.terminal import asking
from trendrapport.upgrades import settings_name_their_version

NAMED = f"trendrapport: {__version__}\n"


@pytest.fixture
def config(sample: Path) -> Path:
    """The settings of a report from before versions were named."""
    path = sample / "site_config.yml"
    path.write_text(path.read_text("utf-8").replace(NAMED, ""), "utf-8")
    return path


def said(*options: str, root: Path) -> Result:
    return CliRunner().invoke(main, ["upgrade", "--root", str(root), *options])


def codes(root: Path) -> list[str]:
    return [one.code for one in check(root).diagnostics]


def renamed_setting(report: Report) -> Iterator[Diagnostic]:
    """An invented change: `organisation` is called `publisher` now."""
    source = report.config_source
    if "organisation" not in source.data:
        return
    at = source.locate(("organisation",), key=True)
    text = Text("organisation heet nu publisher", "organisation is called publisher now")
    yield upgrades.reads_otherwise(at, (text, text, text), Edit(at, "organisation", "publisher"))


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version in which that setting got its name."""
    every = {**modules(upgrades), "renamed": SimpleNamespace(SINCE="0.9.0", upgrade=renamed_setting)}
    monkeypatch.setattr(upgrades, "modules", lambda _package: every)


@pytest.mark.parametrize("name", [*new_report.LANGUAGES, *new_report.OTHERS])
def test_a_new_report_names_this_version(tmp_path: Path, name: str) -> None:
    text = (new_report.sample(name) / "site_config.yml").read_text("utf-8")
    assert text.startswith(NAMED)


def test_a_report_for_this_version_is_left_alone(sample: Path) -> None:
    before = files(sample)
    done = said(root=sample)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "niets te veranderen" in done.stderr
    assert {path: raw for path, raw in files(sample).items() if not path.startswith("build/")} == before


def test_a_report_without_a_version_goes_on_as_it_is(config: Path) -> None:
    assert codes(config.parent) == []
    assert build(config.parent, Options(strict=True)).built


def test_what_only_lacks_the_version_is_told_by_upgrade_alone(config: Path) -> None:
    report = invented.view(config.parent).report
    found = list(settings_name_their_version.upgrade(report))
    assert [(one.code, one.severity.value) for one in found] == [("former-version", "advice")]


def test_nothing_is_written_without_being_asked(config: Path) -> None:
    before = config.read_bytes()
    for options in ((), ("--dry-run",), ("--dry-run", "--yes")):
        done = said(*options, root=config.parent)
        assert done.exit_code == 1
        assert f"+trendrapport: {__version__}" in done.stderr
        assert "voor versie 1.0.0" in done.stderr
        assert config.read_bytes() == before


def test_an_upgrade_changes_the_version_and_what_follows_from_it(config: Path) -> None:
    report = config.parent
    (report / "requirements.txt").write_text(
        "# ours\r\ntrendrapport[documents,editors] == 0.9.12  # pinned\nother==1.0\n", "utf-8", newline=""
    )
    (report / ".schema").mkdir()
    before = config.read_text("utf-8")
    done = said("--yes", root=report)
    assert done.exit_code == 0
    assert config.read_text("utf-8") == NAMED + before
    pinned = (report / "requirements.txt").read_bytes().decode()
    assert pinned == f"# ours\r\ntrendrapport[documents,editors] == {__version__}  # pinned\nother==1.0\n"
    assert (report / ".schema/trends.json").is_file()
    assert set(done.stdout.splitlines()) >= {"site_config.yml", "requirements.txt", ".schema/trends.json"}
    assert codes(report) == []
    assert said("--yes", root=report).exit_code == 0
    assert upgrade(report).files == {}


@pytest.mark.parametrize(
    ("language", "typed", "written"), [("nl", "j", True), ("de", "n", False), ("fr", "", True)]
)
def test_who_is_at_the_keyboard_is_asked(
    config: Path, monkeypatch: pytest.MonkeyPatch, language: str, typed: str, written: bool
) -> None:
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    config.write_text(config.read_text("utf-8").replace("language: nl", f"language: {language}"), "utf-8")
    done = CliRunner().invoke(main, ["upgrade", "--root", str(config.parent)], input=f"{typed}\n")
    assert done.exit_code == int(not written)
    assert config.read_text("utf-8").startswith(NAMED) is written


def test_a_newer_pin_stays(sample: Path) -> None:
    (sample / "requirements.txt").write_text("trendrapport==99.0.0\n", "utf-8")
    assert upgrade(sample).files == {}


@pytest.mark.parametrize("written", ["0.9.0", '"0.9.0"', "'0.9.0'  # of last year"])
def test_another_version_is_replaced_where_it_is(config: Path, written: str) -> None:
    text = config.read_text("utf-8")
    config.write_text(f"{text}trendrapport: {written}\n", "utf-8")
    found = upgrade(config.parent)
    _, _, rest = written.partition("  ")
    expected = f"{text}trendrapport: {__version__}{rest and '  '}{rest}\n"
    assert (found.files["site_config.yml"] or b"").decode() == expected


@given(
    above=st.lists(st.sampled_from(["# a comment", "", "---"]), max_size=4),
    end=st.sampled_from(["\n", "\r\n"]),
    braces=st.booleans(),
)
def test_nothing_else_changes(above: list[str], end: str, braces: bool) -> None:
    lines = ["title: A report # ours", "language: en"]
    if braces:
        lines = ["{title: A report, language: en} # ours"]
    if "---" in above:
        above = [*(line for line in above if line != "---"), "---"]
    text = end.join([*above, *lines, ""])
    source, found = yaml_source("site_config.yml", text.replace("\r\n", "\n"))
    assert source and not found
    config = SimpleNamespace(trendrapport=None)
    report = SimpleNamespace(config_source=source, config=config)
    (told,) = settings_name_their_version.upgrade(report)  # type: ignore[arg-type]
    draft = Draft(lambda _path: text.encode())
    assert draft.carry_out([told.changes])
    after = (draft.new["site_config.yml"] or b"").decode()
    kept = after.replace(f"trendrapport: {__version__}{end}", "").replace(
        f", trendrapport: {__version__}", ""
    )
    assert kept == text
    again, wrong = yaml_source("site_config.yml", after.replace("\r\n", "\n"))
    assert again and not wrong
    assert again.data == {"title": "A report", "language": "en", "trendrapport": __version__}


@pytest.mark.usefixtures("changed")
def test_what_a_version_changed_is_told_and_mended(config: Path) -> None:
    report = config.parent
    right = config.read_text("utf-8")
    config.write_text(right.replace("publisher:", "organisation:  # who we are"), "utf-8")
    assert "older-report" in codes(report)
    done = said("--yes", root=report)
    assert done.exit_code == 0
    assert "organisation heet nu publisher" in done.stderr
    assert config.read_text("utf-8") == NAMED + right.replace("publisher:", "publisher:  # who we are")
    assert codes(report) == []


@pytest.mark.usefixtures("changed")
def test_what_a_report_was_written_for_is_not_changed(config: Path) -> None:
    text = config.read_text("utf-8").replace("publisher:", "organisation:")
    config.write_text(f"trendrapport: 0.9.0\n{text}", "utf-8")
    assert "older-report" not in codes(config.parent)


def test_while_something_is_left_the_version_stays(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Text("kies zelf", "choose yourself")

    def by_hand(_report: Report) -> Iterator[Diagnostic]:
        yield upgrades.reads_otherwise(Location("site_config.yml"), (text, text, text))

    every = {**modules(upgrades), "by_hand": SimpleNamespace(SINCE="1.0.0", upgrade=by_hand)}
    monkeypatch.setattr(upgrades, "modules", lambda _package: every)
    done = said("--yes", root=config.parent)
    assert done.exit_code == 1
    assert "kies zelf" in done.stdout
    assert NAMED not in config.read_text("utf-8")
    assert not build(config.parent, Options(strict=True)).built


@pytest.mark.parametrize(
    ("version", "expected"), [("99.0.0", ["newer-report"]), ("1.0.99", []), ("1.0.0", [])]
)
def test_a_report_for_a_newer_version_is_refused(config: Path, version: str, expected: list[str]) -> None:
    config.write_text(f"trendrapport: {version}\n{config.read_text('utf-8')}", "utf-8")
    assert codes(config.parent) == expected
    assert build(config.parent, Options()).built is (not expected)
    if expected:
        with pytest.raises(CannotRunError, match=version):
            upgrade(config.parent)
        assert said(root=config.parent).exit_code == 2


@pytest.mark.parametrize(
    "version", ["1.0", "2", "v1.0.0", "01.0.0", "1.0.0-beta", "[1]", "{}", "''", "nieuw"]
)
def test_what_is_no_version_is_a_finding(config: Path, version: str) -> None:
    config.write_text(f"trendrapport: {version}\n{config.read_text('utf-8')}", "utf-8")
    (code,) = codes(config.parent)
    assert code in {"wrong-type", "bad-version", "empty-text"}
    with pytest.raises(CannotRunError):
        upgrade(config.parent)


@pytest.mark.parametrize("text", ["", "[]\n", "a: [\n", "- a\n", "\x00\n"])
def test_settings_that_cannot_be_read_are_not_changed(config: Path, text: str) -> None:
    config.write_text(text, "utf-8")
    assert codes(config.parent)
    with pytest.raises(CannotRunError):
        upgrade(config.parent)
    assert config.read_text("utf-8") == text


@given(st.lists(st.tuples(*[st.integers(0, 99)] * 3), min_size=2, max_size=4))
def test_versions_are_in_order(versions: list[tuple[int, int, int]]) -> None:
    written = [".".join(map(str, one)) for one in versions]
    assert [numbers(one) for one in written] == versions
    assert all(numbers(None) < numbers(one) for one in written)

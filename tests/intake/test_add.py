"""`trendrapport data add`: what it shows, asks and writes, and its exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from trendrapport.cli import main
from trendrapport.files.source import yaml_source
from trendrapport.intake import writing

PLAIN = "Naam;Aantal\nNoord;1\nZuid;2\n"
DOUBTFUL = "jaar,aantal\n2023,1.234\n2024,2.345\n"
Run = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A report without tables."""
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "site_config.yml").write_text("language: en\n", "utf-8")
    return tmp_path / "report"


@pytest.fixture
def run(root: Path) -> Run:
    """Runs the command on a text, with further arguments."""

    def run(text: str | bytes, *arguments: str, keys: str = "", name: str = "Mijn cijfers.csv") -> Result:
        file = root.parent / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return CliRunner().invoke(
            main, ["data", "add", str(file), "--root", str(root), *arguments], input=keys or None
        )

    return run


@pytest.fixture
def at_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who can be asked."""
    monkeypatch.setattr("trendrapport.commands.data.add.can_ask", lambda: True)


def tables(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(root.glob("charts/data/*"))}


def test_with_yes_what_is_proposed_is_written(run: Run, root: Path) -> None:
    result = run(PLAIN, "--yes")
    assert (result.exit_code, result.stdout.split()) == (
        0,
        [str(root / "charts/data" / name) for name in ("mijn_cijfers.csv", "mijn_cijfers.datapackage.yml")],
    )
    assert tables(root)["mijn_cijfers.csv"] == "naam,aantal\nNoord,1\nZuid,2\n"


def test_what_is_doubtful_is_shown_with_how_to_answer_and_nothing_is_written(run: Run, root: Path) -> None:
    result = run(DOUBTFUL)
    assert result.exit_code == 1
    assert tables(root) == {}
    for words in (
        'What is "1.234"',
        "numbers=comma",
        "numbers=point",
        "licence=CC-BY-4.0",
        "Nothing was written",
    ):
        assert words in result.stderr


def test_equally_likely_readings_are_not_taken_by_yes_either(run: Run, root: Path) -> None:
    result = run(DOUBTFUL, "--yes")
    assert result.exit_code == 1
    assert "numbers=comma" in result.stderr
    assert tables(root) == {}


def test_an_answer_is_used_and_kept_in_the_descriptor(run: Run, root: Path) -> None:
    assert run(DOUBTFUL, "--yes", "--set", "numbers=comma", "--name", "tijd").exit_code == 0
    descriptor = yaml.safe_load(tables(root)["tijd.datapackage.yml"])
    assert tables(root)["tijd.csv"] == "jaar,aantal\n2023,1234\n2024,2345\n"
    assert descriptor["original"]["answers"] == {"numbers": "comma"}
    assert descriptor["original"]["path"] == "Mijn cijfers.csv"
    assert descriptor["original"]["hash"].startswith("sha256:")


def test_title_source_and_licence_can_be_given(run: Run, root: Path) -> None:
    options = (
        "--title",
        "Wat: is dit",
        "--source",
        "Eigen telling, https://example.org/x",
        "--licence",
        "CC0-1.0",
    )
    assert run(PLAIN, *options).exit_code == 0
    source, found = yaml_source("x.yml", tables(root)["mijn_cijfers.datapackage.yml"])
    assert source and not found
    assert source.data["title"] == "Wat: is dit"
    assert source.data["sources"][0]["path"] == "https://example.org/x"
    assert source.data["licenses"][0]["name"] == "CC0-1.0"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--set", "nummers=comma"], 'Did you mean "numbers"'),
        (["--set", "numbers=komma"], 'Did you mean "comma"'),
        (["--set", "numbers"], "This is not a pair"),
        (["--name", "???"], "cannot become the name"),
    ],
)
def test_a_mistyped_answer_is_told(run: Run, root: Path, arguments: list[str], words: str) -> None:
    result = run(DOUBTFUL, *arguments)
    assert (result.exit_code, tables(root)) == (2, {})
    assert words in result.stderr


def test_a_table_is_only_replaced_when_told(run: Run, root: Path) -> None:
    assert run(PLAIN, "--yes").exit_code == 0
    before = tables(root)
    again = run("Naam;Aantal\nNoord;8\nZuid;9\n", "--yes")
    assert (again.exit_code, tables(root)) == (2, before)
    assert "--replace" in again.stderr
    assert run("Naam;Aantal\nNoord;8\nZuid;9\n", "--yes", "--replace").exit_code == 0
    assert "Noord,8" in tables(root)["mijn_cijfers.csv"]


def test_a_full_disk_leaves_what_was_there(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(PLAIN, "--yes").exit_code == 0
    before = tables(root)
    write = Path.write_text

    def full(path: Path, text: str, *arguments: str, **options: str) -> int:
        if path.name.endswith(".yml.new"):
            raise OSError(28, "No space left on device", str(path))
        return write(path, text, *arguments, **options)

    monkeypatch.setattr(writing.Path, "write_text", full)
    result = run("Naam;Aantal\nNoord;8\nZuid;9\n", "--yes", "--replace")
    assert (result.exit_code, tables(root)) == (2, before)


def test_dry_run_only_shows(run: Run, root: Path) -> None:
    assert run(PLAIN, "--dry-run", "--set", "source=x", "--set", "licence=CC0-1.0").exit_code == 0
    assert tables(root) == {}


def test_a_missing_file_is_told(root: Path) -> None:
    result = CliRunner().invoke(main, ["data", "add", "nergens.xlsx", "--root", str(root)])
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_folder_that_leads_elsewhere_is_not_written(run: Run, root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "charts").mkdir()
    (root / "charts" / "data").symlink_to(elsewhere)
    assert run(PLAIN, "--yes").exit_code == 2
    assert list(elsewhere.iterdir()) == []


@pytest.mark.usefixtures("at_keyboard")
def test_somebody_at_the_keyboard_is_asked(run: Run, root: Path) -> None:
    # point between thousands, the file as source, a licence of one's own after a wrong number, and agreed
    result = run(DOUBTFUL, keys="1\n1\n9\n4\nODbL-1.0\ny\n")
    assert result.exit_code == 0, result.output
    assert "Type a number from 1 to 4" in result.stderr
    assert "2023,1234" in tables(root)["mijn_cijfers.csv"]
    assert "ODbL-1.0" in tables(root)["mijn_cijfers.datapackage.yml"]


@pytest.mark.usefixtures("at_keyboard")
def test_nothing_is_written_when_somebody_declines(run: Run, root: Path) -> None:
    result = run(PLAIN, keys="1\n3\nn\n")
    assert (result.exit_code, tables(root)) == (1, {})

"""A report in a repository of its own: what `init` writes around it, and what forges do with that."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from conftest import files
from trendrapport import __version__
from trendrapport.cli import main
from trendrapport.pipeline import check
from trendrapport.starters import new_report
from trendrapport.starters.new_report import FORGES, LANGUAGES

BIN = Path(sys.executable).parent
POLICY = "rules: {unpinned-uses: {config: {policies: {actions/*: ref-pin}}}}\n"
"""GitHub's own steps are named by version: it runs the whole workflow anyway."""


def begun(folder: Path, *options: str) -> list[str]:
    """The lines that `init` prints."""
    done = CliRunner().invoke(main, ["init", str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A new report with options, each made once."""
    made: dict[tuple[str, ...], Path] = {}

    def report(*options: str) -> Path:
        if options not in made:
            made[options] = tmp_path_factory.mktemp("report") / "report"
            begun(made[options], *options)
        return made[options]

    return report


@pytest.mark.parametrize("options", [(), ("--language", "en"), ("--sample", "waterschap")])
def test_a_report_names_the_generator_that_it_needs(
    begin: Callable[..., Path], options: tuple[str, ...]
) -> None:
    report = begin(*options)
    assert (report / "requirements.txt").read_text("utf-8") == f"trendrapport[documents]=={__version__}\n"
    readme = (report / "README.md").read_text("utf-8")
    for name in ("requirements.txt", ".devcontainer/", ".gitignore", ".vscode/", ".schema/", ".editorconfig"):
        assert f"`{name}`" in readme
        assert (report / name).exists()
    assert not (report / ".github").exists()
    assert not (report / ".gitlab-ci.yml").exists()


def test_it_says_what_it_wrote(tmp_path: Path) -> None:
    *written, last = begun(tmp_path / "report", "--ci", "github")
    assert last == f"trendrapport build --root {tmp_path / 'report'}"
    told = {Path(line).relative_to(tmp_path / "report").as_posix() for line in written}
    assert {re.sub(r"^\.schema/.*", ".schema", path) for path in files(tmp_path / "report")} == told


@pytest.mark.parametrize("forge", FORGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_says_how_to_go_online(begin: Callable[..., Path], forge: str, language: str) -> None:
    report = begin("--language", language, "--ci", forge)
    readme = (report / "README.md").read_text("utf-8")
    _, place = FORGES[forge]
    assert f"`{place}`" in readme
    assert (report / place).is_file()
    assert "UTC" in readme
    assert "servers: []" in readme
    assert max(map(len, readme.splitlines())) <= 150
    assert check(report).diagnostics == ()


def test_the_workflow_for_github_is_valid_and_safe(begin: Callable[..., Path], tmp_path: Path) -> None:
    report = begin("--ci", "github")
    workflow = report / ".github/workflows/report.yml"
    passes("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow))
    policy = tmp_path / "zizmor.yml"
    policy.write_text(POLICY, "utf-8")
    passes("zizmor", "--offline", "--quiet", "--config", str(policy), str(report))


def test_the_pipeline_for_gitlab_is_valid(begin: Callable[..., Path]) -> None:
    pipeline = begin("--ci", "gitlab") / ".gitlab-ci.yml"
    passes(
        "check-jsonschema",
        "--builtin-schema",
        "vendor.gitlab-ci",
        "--data-transform",
        "gitlab-ci",
        str(pipeline),
    )


def passes(program: str, *words: str) -> None:
    """Runs a linter, which finds nothing."""
    done = subprocess.run([BIN / program, *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def steps_for_a_change(pipeline: dict[str, Any]) -> list[str]:
    """What a forge runs in a shell for a change, but for installing."""
    if "jobs" in pipeline:
        steps = pipeline["jobs"]["report"]["steps"]
        every = [step.get("run", "") for step in steps]
    else:
        every = pipeline["change"]["script"]
    return [step for step in every if step and not step.startswith("pip install")]


@pytest.mark.parametrize(("forge", "written"), [("github", "comment.md"), ("gitlab", "noticed.html")])
def test_a_forge_says_what_readers_would_notice_of_a_change(drawn: Path, forge: str, written: str) -> None:
    """Its steps are run as they stand, in a repository with a change."""
    begun(drawn, "--ci", forge)
    git(drawn, "init", "--quiet", "--initial-branch", "main")
    git(drawn, "add", ".")
    git(drawn, "commit", "--quiet", "--message", "begun")
    former = git(drawn, "rev-parse", "HEAD").strip()
    trend = drawn / "content/2026/trends/voorbeeldtrend.md"
    trend.write_text(trend.read_text("utf-8") + "\n## Nieuw\n\nEen verzonnen zin.\n", "utf-8")
    git(drawn, "commit", "--quiet", "--all", "--message", "changed")
    place = drawn / FORGES[forge][1]
    # YAML 1.1 reads "on" as true, which is of no use here.
    steps = steps_for_a_change(yaml.safe_load(place.read_text("utf-8")))
    told = {"FORMER": former, "CI_MERGE_REQUEST_DIFF_BASE_SHA": former, "GITHUB_STEP_SUMMARY": "summary.md"}
    variables = {**os.environ, **told, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    for step in steps:
        done = subprocess.run(
            ["bash", "-e", "-c", step], cwd=drawn, env=variables, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{step}\n{done.stdout}\n{done.stderr}"
    assert "Een verzonnen zin" in (drawn / written).read_text("utf-8")
    assert (drawn / "site/index.html").is_file()


def git(folder: Path, *words: str) -> str:
    """What git says, for somebody invented."""
    who = ("-c", "user.name=Iemand", "-c", "user.email=iemand@example.org")
    done = subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def test_the_container_of_an_editor_is_for_nobody_else(begin: Callable[..., Path]) -> None:
    folder = begin() / ".devcontainer"
    told: dict[str, Any] = json.loads((folder / "devcontainer.json").read_text("utf-8"))
    assert (folder / told["build"]["dockerfile"]).is_file()
    assert "requirements.txt" in told["postCreateCommand"]
    assert re.search(r"(?m)^USER 1000$", (folder / "Dockerfile").read_text("utf-8"))
    if (BIN / "hadolint").exists():
        passes("hadolint", str(folder / "Dockerfile"))


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    report = tmp_path / "report"
    begun(report)
    (report / "README.md").write_text("own words\n", "utf-8")
    (report / ".gitignore").unlink()
    before = files(report)
    assert CliRunner().invoke(main, ["init", str(report)]).exit_code == 2
    assert files(report) == before
    written = begun(report, "--ci", "gitlab")[:-1]
    assert {Path(line).name for line in written} == {".gitlab-ci.yml", ".gitignore"}
    assert before.items() <= files(report).items()
    assert begun(report, "--ci", "gitlab")[:-1] == []


def test_a_report_in_another_language_has_the_rest_in_english(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_report, "LANGUAGES", ("nl", "en", "de"))
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("language: nl", "language: fr"), "utf-8")
    (sample / "README.md").unlink()
    begun(sample, "--ci", "github")
    assert "## Going online with GitHub" in (sample / "README.md").read_text("utf-8")


def test_a_change_in_gitlab_shows_each_finding_once(sample: Path) -> None:
    (sample / "site_config.yml").write_text(
        (sample / "site_config.yml").read_text("utf-8") + "x: 1\nyy: 2\n", "utf-8"
    )
    done = CliRunner().invoke(main, ["check", "--root", str(sample), "--format", "gitlab"])
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert len({one["fingerprint"] for one in found}) == len(found) == 2
    for one in found:
        assert one["severity"] == "major"
        assert one["location"]["path"] == "site_config.yml"
        assert one["location"]["lines"]["begin"] > 1
        assert one["description"]


def test_a_finding_that_moves_is_the_same_to_gitlab(sample: Path) -> None:
    config = sample / "site_config.yml"
    text = config.read_text("utf-8")

    def fingerprints(written: str) -> list[str]:
        config.write_text(written, "utf-8")
        done = CliRunner().invoke(main, ["check", "--root", str(sample), "--format", "gitlab"])
        return [one["fingerprint"] for one in json.loads(done.stdout)]

    assert fingerprints(f"{text}x: 1\n") == fingerprints(f"# moved\n{text}x: 1\n") != []
    assert fingerprints(text) == []


def test_the_recipes_in_the_docs_are_those_that_init_writes() -> None:
    """No page tells a report to use the files of the generator's own repository."""
    text = (Path(__file__).parents[1] / "docs/publishing.md").read_text("utf-8")
    assert "--ci github" in text
    assert "--ci gitlab" in text
    assert "-e ." not in text
    for block in re.findall(r"(?ms)^ *```yaml\n(.*?)^ *```$", text):
        yaml.safe_load(block)

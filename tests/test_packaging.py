"""The package as it is published: what is in it, what it says of itself, and that it works by itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest

import packaged
from conftest import REPOSITORY, turns
from packaged import Built, Environment
from trendrapport import __version__

GUIDES = "trendrapport/manual/docs/"
NEEDED = (
    "charts/rendering/vega.js",
    "language/nl/labels.yml",
    "prose/dictionaries/nl.dic",
    "py.typed",
    "starters/sample/around/gitignore",
)
"""Files that are no modules, of several sorts."""

READ_ONLY = """
    mount --make-rprivate /
    for name in site work tmp; do mount --bind "$PLACE/$name" "$PLACE/$name"; done
    mount -o remount,bind,ro "$(findmnt --noheadings --output TARGET --target "$PLACE")"
    mount -o remount,bind,ro /
    touch "$PLACE/written" 2>/dev/null && exit 3
    cd "$REPORT"
    exec setpriv --bounding-set -all --inh-caps -all --no-new-privs \\
        env --ignore-environment TMPDIR="$PLACE/tmp" PATH=/usr/bin:/bin \\
        "$COMMANDS/trendrapport" build --strict --work "$PLACE/work" --output "$PLACE/site/public"
"""
"""Builds a report as in the container: on a read-only system, without rights, nothing in the environment."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Wheel and source distribution, built once."""
    with turns(tmp_path_factory, "published") as folder:
        if not any(folder.iterdir()):
            packaged.build(folder)
    return Built(folder)


@pytest.fixture(scope="module")
def environment(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel."""
    return packaged.installed(published.wheel, tmp_path_factory.mktemp("environment") / "env")


def contents(wheel: Path) -> dict[str, bytes]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def described(wheel: Path) -> Message:
    """What a wheel says of itself; the README is its payload."""
    (raw,) = (raw for name, raw in contents(wheel).items() if name.endswith("/METADATA"))
    return HeaderParser().parsestr(raw.decode())


def test_the_wheel_holds_every_file_of_the_package(published: Built) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "generator/trendrapport"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    there = {path.removeprefix("generator/") for path in listed.stdout.split("\0") if path}
    own = {name for name in contents(published.wheel) if ".dist-info/" not in name}
    guides = {name for name in own if name.startswith(GUIDES)}
    assert own - guides == there
    not_for_editors = {"architecture", "checks", "decisions"}
    written = {path.stem for path in (REPOSITORY / "docs").glob("*.md")} - not_for_editors
    assert {Path(name).stem for name in guides} == written
    assert {f"trendrapport/{name}" for name in NEEDED} <= own
    assert any(name.endswith(".woff2") for name in own)
    assert any(name.endswith(".html.j2") for name in own)


def test_the_source_distribution_makes_the_same_wheel(published: Built, tmp_path: Path) -> None:
    """Byte for byte, and so does a second build of the same moment."""
    project = packaged.unpacked(published.source, tmp_path / "unpacked")
    again = packaged.build(tmp_path / "again", project)
    assert again.wheel.name == published.wheel.name
    assert again.wheel.read_bytes() == published.wheel.read_bytes()
    assert again.source.read_bytes() == published.source.read_bytes()


def test_its_description_is_of_the_package(published: Built) -> None:
    told = described(published.wheel)
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert (told["Name"], told["Version"]) == ("trendrapport", __version__)
    assert told["Requires-Python"] == project["requires-python"]
    assert set(told.get_all("Provides-Extra", [])) == {*project["optional-dependencies"]}
    readme = told.get_payload()
    assert "uvx trendrapport init" in readme
    assert re.findall(r"\]\((?!https://)", readme) == [], "a link into the checkout leads nowhere"
    everything = told.as_string()
    assert str(REPOSITORY) not in everything
    assert "file:" not in everything
    assert not re.search(r"localhost|127\.0\.0\.1|/simple\b|/home/|/root/|[A-Z]:\\\\", everything)


def test_the_changelog_begins_with_this_version() -> None:
    text = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"(?m)^## (\d+\.\d+\.\d+) · \d{4}-\d\d-\d\d$", text)
    assert released[0] == __version__


def test_a_report_is_started_checked_and_built_apart_from_the_checkout(
    environment: Environment, tmp_path: Path
) -> None:
    where = environment.run(
        "python", "-c", "import trendrapport; print(trendrapport.__file__)", inside=tmp_path
    )
    assert Path(where.strip()).is_relative_to(environment.folder)
    assert environment.run("trendrapport", "--version", inside=tmp_path).split()[-1] == __version__
    assert "# Charts" in environment.run("trendrapport", "explain", "docs/charts.md", inside=tmp_path)
    environment.run("trendrapport", "init", "report", inside=tmp_path)
    report = tmp_path / "report"
    assert environment.run("trendrapport", "check", "--strict", inside=report) == ""
    environment.run("trendrapport", "build", "--strict", inside=report)
    page = (report / "site/2026/trends/voorbeeldtrend.html").read_text("utf-8")
    assert "<svg" in page
    assert str(REPOSITORY) not in page


def can_mount() -> bool:
    """Whether this process may have mounts of its own, as a container has."""
    tried = ["unshare", "--mount", "mount", "--make-rprivate", "/"]
    return bool(shutil.which("unshare")) and subprocess.run(tried, capture_output=True).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="only root on Linux may do so")
def test_a_report_is_built_where_nothing_else_can_be_written(
    environment: Environment, tmp_path: Path, sample: Path
) -> None:
    for name in ("site", "work", "tmp"):
        (tmp_path / name).mkdir()
    values = {"PLACE": str(tmp_path), "REPORT": str(sample), "COMMANDS": str(environment.scripts)}
    words = ["unshare", "--mount", "sh", "-c", READ_ONLY]
    done = subprocess.run(words, env={**os.environ, **values}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/public/index.html").is_file()
    assert not (sample / "build").exists()


def test_the_container_file_is_clean_and_names_what_is_there() -> None:
    text = (REPOSITORY / "Containerfile").read_text("utf-8")
    hadolint = Path(sys.executable).with_name("hadolint")
    if hadolint.exists():
        done = subprocess.run([hadolint, REPOSITORY / "Containerfile"], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", text)
    for name in " ".join(copied).split():
        assert (REPOSITORY / name).exists(), name
    assert "requirements.txt" in " ".join(copied)
    assert re.findall(r"(?m)^USER (.+)$", text) == ["1000:1000"]
    pinned = (REPOSITORY / "requirements-dev.txt").read_text("utf-8")
    (hatchling,) = re.findall(r"hatchling==[\d.]+", text)
    assert hatchling in pinned.splitlines()

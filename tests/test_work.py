"""What runs keep can stand outside a report that cannot be written, and need not be believed.

All content of the sample is invented.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import files
from test_build import run
from trendrapport.diagnostics import CannotRunError
from trendrapport.pipeline import Options, build
from trendrapport.site.generation import appearance
from trendrapport.site.stage import remember, remembered, state


def test_nothing_is_written_in_the_report(sample: Path, tmp_path: Path) -> None:
    before = files(sample)
    elsewhere = ("--work", str(tmp_path / "work"))
    for command in (["check", *elsewhere], ["build", *elsewhere, "--output", str(tmp_path / "site")]):
        done = run(sample, *command)
        assert done.returncode == 0, done.stderr
    assert files(sample) == before
    assert sorted(path.name for path in sample.iterdir()) == sorted(
        {path.partition("/")[0] for path in before}
    )
    assert (tmp_path / "site/index.html").is_file()
    assert {"cache.sqlite", "lock", "servers", "site", "stamp.json"} <= {
        path.name for path in (tmp_path / "work").iterdir()
    }


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root can become another user",
)
def test_a_report_of_another_user_is_built(sample: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    os.chown(place, 65534, 65534)
    readable = ["--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"]
    command = [
        sys.executable,
        "-m",
        "trendrapport",
        "build",
        "--work",
        str(place / "work"),
        "--output",
        str(place / "site"),
    ]
    for _ in range(2):
        done = subprocess.run(
            ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *readable, *command],
            cwd=sample,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (place / "site/index.html").is_file()


@pytest.mark.parametrize("work", [".", "content", "content/work", "mine", "file"])
def test_a_folder_with_something_else_keeps_nothing(sample: Path, work: str) -> None:
    (sample / "mine").mkdir()
    (sample / "mine/letter.txt").write_text("niet weg", "utf-8")
    (sample / "file").write_text("niet weg", "utf-8")
    before = files(sample)
    for command in ("check", "build"):
        done = run(sample, command, "--work", work)
        assert done.returncode == 2
        assert "Er is niets gebouwd of verwijderd" in done.stderr
    assert files(sample) == before


@pytest.mark.parametrize(
    ("output", "work"),
    [("build", "build"), ("build/site", "build"), ("site", "site/work"), ("build/servers/x", "build")],
)
def test_a_site_is_not_put_where_builds_keep_what_they_make(sample: Path, output: str, work: str) -> None:
    before = files(sample)
    with pytest.raises(CannotRunError):
        build(sample, Options(output=output, work=work))
    assert files(sample) == before


def test_all_is_read_again_when_asked(sample: Path) -> None:
    """Somebody gave other texts the same size and moment, and nothing that is remembered shows it."""
    assert build(sample, Options()).built
    clean = files(sample / "site")
    changed = (sample / "site/index.html", sample / "build/site/site/sources.html")
    for file in changed:
        file.write_bytes(file.read_bytes().replace(b"trendrapport", b"trendrepport"))
    for note in (sample / "build/site").glob("*.json"):
        believe(note, sample)
    page = sample / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n", "utf-8")
    assert build(sample, Options()).built
    assert files(sample / "site") != clean
    assert build(sample, Options(verify=True)).built
    assert files(sample / "site") == clean


def believe(note: Path, report: Path) -> None:
    """Has what is remembered say of each file that it is as it was left."""
    values = remembered(note)
    if "site" in values:
        values["site"] = appearance(report / "site")
    if "built" in values:
        values["built"] = {path: state(f"{report}/build/site/site/{path}") for path in values["built"]}
    remember(note, values)


def test_what_is_asked_once_is_not_asked_again(sample: Path) -> None:
    result = build(sample, Options(verify=True))
    stamp = (sample / "build/stamp.json").stat()
    assert build(sample, Options()) == result
    assert (sample / "build/stamp.json").stat().st_mtime_ns == stamp.st_mtime_ns

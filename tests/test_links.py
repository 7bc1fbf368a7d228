"""Nothing is written, removed or started behind a link that leads out of the report."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import files
from trendrapport.diagnostics import CannotRunError
from trendrapport.pipeline import Options, build, check
from trendrapport.starters import writing as starters

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")


@pytest.mark.parametrize(
    "link",
    [
        "build",
        "build/servers",
        "build/site",
        "build/site/docs/2026",
        "build/preview",
        "build/cache.sqlite",
        "site/assets",
        "site/index.html",
    ],
)
@pytest.mark.parametrize("command", [check, lambda report: build(report, Options())])
def test_nothing_is_written_or_removed_behind_a_link(
    sample: Path, tmp_path: Path, link: str, command: Callable[[Path], Any]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("x")
    (sample / link).parent.mkdir(parents=True, exist_ok=True)
    (sample / link).symlink_to(outside)
    if command is check and link.startswith("site"):
        assert command(sample).diagnostics == ()
    else:
        with pytest.raises(CannotRunError):
            command(sample)
    assert files(outside) == {"precious.txt": b"x"}


def test_a_link_that_stays_inside_is_no_hindrance(sample: Path) -> None:
    (sample / "build/elders").mkdir(parents=True)
    (sample / "build/preview").symlink_to("elders")
    assert build(sample, Options(output="build/preview")).built


def test_a_site_behind_a_link_is_replaced_only_when_it_is_named(sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "other/site"
    (other / "assets").mkdir(parents=True)
    (other / "assets/report.css").write_text("")
    (sample / "site").symlink_to(other)
    with pytest.raises(CannotRunError) as refused:
        build(sample, Options())
    assert f'--output "{other}"' in str(refused.value)
    assert files(other) == {"assets/report.css": b""}
    (sample / "public").symlink_to(other)
    assert build(sample, Options(output="public")).built
    assert (other / "index.html").is_file()


def test_a_link_from_the_site_to_a_folder_in_the_report_stays_one(sample: Path) -> None:
    (sample / "published").mkdir()
    (sample / "site").symlink_to("published")
    assert build(sample, Options()).built
    assert (sample / "site").is_symlink()
    assert (sample / "published/index.html").is_file()


@pytest.mark.parametrize("link", ["site/.new", "site/.ready", ".site.former"])
def test_a_link_in_the_place_of_a_folder_of_a_build_goes(sample: Path, link: str) -> None:
    (sample / "site/assets").mkdir(parents=True)
    (sample / "site/assets/report.css").write_text("")
    (sample / link).symlink_to(sample / "site")
    assert build(sample, Options()).built
    assert not os.path.lexists(sample / link)
    assert (sample / "site/index.html").is_file()


@pytest.mark.parametrize("link", ["site", "build"])
def test_a_link_that_leads_to_itself_is_told(sample: Path, link: str) -> None:
    (sample / "elsewhere").symlink_to(link)
    (sample / link).symlink_to("elsewhere")
    with pytest.raises(CannotRunError, match="leads to itself"):
        build(sample, Options())


def test_nothing_is_started_behind_a_link(sample: Path, tmp_path: Path) -> None:
    (sample / "content/2026/trends").rename(tmp_path / "trends")
    (sample / "content/2026/trends").symlink_to(tmp_path / "trends")
    before = files(tmp_path / "trends")
    with pytest.raises(CannotRunError, match="koppeling"):
        starters.write(sample, "trend", "Nieuw")
    assert files(tmp_path / "trends") == before

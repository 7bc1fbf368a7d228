"""Nothing is written, removed or started behind a link that leads out of the report."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import files
from trendrapport import starters
from trendrapport.diagnostics import CannotRunError
from trendrapport.pipeline import Options, build, check

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")


@pytest.mark.parametrize("link", ["build", "build/servers", "build/site", "build/site/docs/2026", "build/preview", "build/cache.sqlite",
                                  "site/assets", "site/index.html"])
@pytest.mark.parametrize("command", [check, lambda report: build(report, Options())])
def test_nothing_is_written_or_removed_behind_a_link(sample: Path, tmp_path: Path, link: str, command: Callable[[Path], Any]) -> None:
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


def test_nothing_is_started_behind_a_link(sample: Path, tmp_path: Path) -> None:
    (sample / "content/2026/trends").rename(tmp_path / "trends")
    (sample / "content/2026/trends").symlink_to(tmp_path / "trends")
    before = files(tmp_path / "trends")
    with pytest.raises(CannotRunError, match="koppeling"):
        starters.write(sample, "trend", "Nieuw")
    assert files(tmp_path / "trends") == before

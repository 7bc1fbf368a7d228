"""The site of the report in this repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import REPOSITORY, built_once


def real_report(folder: Path) -> None:
    """Copies the report in this repository to a folder."""
    for name in ("content", "charts"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "site_config.yml", folder)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the report in this repository; not to be changed."""
    return built_once(tmp_path_factory, "real", real_report)

"""The texts of the report in this repository as Word documents, and what comes back."""

from __future__ import annotations

from pathlib import Path

from conftest import REPOSITORY
from test_reviewing import read, unchanged


def test_every_text_comes_back_as_it_went(tmp_path: Path) -> None:
    unchanged(read(REPOSITORY), tmp_path)

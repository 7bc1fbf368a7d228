"""Every kind in one picture per state, to be looked at.

cd tests && ../.venv/bin/python -m charts.contact_sheet FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from chromium import chromium
from trendrapport.pipeline import Options, build

from . import gallery
from .photos import STATES, photographed

GAP, WIDE = 12, 1500
"""The space between two drawings, and how wide a sheet is at most, in pixels."""


def sheet(shots: Sequence[Image.Image]) -> Image.Image:
    """Photographs in rows of as many as fit beside each other."""
    beside = max(1, WIDE // (max(shot.width for shot in shots) + GAP))
    rows = [shots[start : start + beside] for start in range(0, len(shots), beside)]
    heights = [_height(row) for row in rows]
    made = Image.new("RGB", (max(map(_width, rows)), sum(heights)), "#888888")
    for index, row in enumerate(rows):
        for column, shot in enumerate(row):
            made.paste(shot, (column * (row[0].width + GAP), sum(heights[:index])))
    return made


def _width(row: list[Image.Image]) -> int:
    return sum(shot.width + GAP for shot in row)


def _height(row: list[Image.Image]) -> int:
    return max(shot.height for shot in row) + GAP


def main(folder: Path) -> None:
    """Writes `<state>.png` for each state."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        report = gallery.write(Path(work) / "report")
        assert build(report, Options()).built
        with chromium() as browser:
            found = photographed(browser, (report / "site/2026/trends/alle-soorten.html").as_uri())
    for state in STATES:
        sheet([shots[state].image for shots in found.values()]).save(folder / f"{state}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

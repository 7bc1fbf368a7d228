"""The script with which readers explore a figure: Vega, kept where the site is made, and this report's own controls.

It is a file of its own, as no page loads it before a reader asks for it.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from trendrapport.cache import digest
from trendrapport.charts import rendering, workers
from trendrapport.site.stage import write

PATH = "assets/explore.js"


def start(work: Path) -> None:
    """Has Vega bundled meanwhile, if that was not done before."""
    if not _kept(work).is_file():
        workers.explorer()


def script(work: Path) -> bytes:
    """The whole script; waits until Vega is bundled."""
    kept = _kept(work)
    if not kept.is_file():
        write(kept, workers.explorer().result().encode())
    return kept.read_bytes() + (files("trendrapport") / "pages/explorer/explore.js").read_bytes()


def _kept(work: Path) -> Path:
    """Where the bundle is kept, under a name of what it is made of."""
    return work / f"vega-{digest(version('vl-convert-python'), Path(rendering.__file__).read_bytes())[:16]}.js"

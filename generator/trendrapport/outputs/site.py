"""The website."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from trendrapport.cards import Pictures
from trendrapport.charts.draw import Drawing
from trendrapport.data_script import data_script
from trendrapport.figures import embed_height
from trendrapport.search.scripts import FOLDER as SEARCH
from trendrapport.site import explorer, mkdocs
from trendrapport.site.stage import paths, stage
from trendrapport.site.stage import publish as put
from trendrapport.tree import Tree
from trendrapport.view import View


def make(view: View, tree: Tree, work: Path, day: int) -> int:
    """The pages, with places for the drawings."""
    apart = {path for path in tree if path.startswith(f"{SEARCH}/")}
    stage({path: tree[path] for path in apart}, work / "search")
    return mkdocs.build(view.report.config, {path: raw for path, raw in tree.items() if path not in apart}, work, day)


def publish(view: View, drawings: Mapping[str, Drawing], pictures: Pictures, work: Path, folder: Path) -> None:
    """The site in a folder."""
    parts = {f"{name}.{part}": text for name, drawing in drawings.items()
             for part, text in (("svg", drawing.svg), ("narrow", drawing.narrow), ("table", drawing.table), ("words", drawing.words),
                                ("height", str(embed_height(drawing.svg))))}
    files = {f"figures/{name}{end}": read for name, drawing in drawings.items() for end, read in drawing.files.items()}
    files |= {f"figures/{name}.explore.js": partial(_explored, name, drawing.explore) for name, drawing in drawings.items() if drawing.explore}
    if any(drawing.explore for drawing in drawings.values()):
        files[explorer.PATH] = explorer.script
    files |= pictures
    # The search has many small files, which the engine would only copy.
    files |= {path: (work / "search" / path).read_bytes for path in sorted(paths(work / "search"))}
    put(work / "site", folder, {name: text.encode() for name, text in parts.items()}, files, view.report.config.outputs)


def _explored(name: str, spec: str) -> bytes:
    """What the page of a figure loads when a reader explores it."""
    return data_script("reportExplored", {name: json.loads(spec)})

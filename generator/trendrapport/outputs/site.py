"""The website."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from trendrapport.charts.draw import Drawing
from trendrapport.figures import embed_height
from trendrapport.site import explorer, mkdocs
from trendrapport.site.stage import publish as put
from trendrapport.tree import Tree
from trendrapport.view import View


def make(view: View, tree: Tree, work: Path, day: int) -> int:
    """The pages, with places for the drawings."""
    return mkdocs.build(view.report.config, tree, work, day)


def publish(drawings: Mapping[str, Drawing], work: Path, folder: Path) -> None:
    """The site in a folder."""
    parts = {f"{name}.{part}": text for name, drawing in drawings.items()
             for part, text in (("svg", drawing.svg), ("narrow", drawing.narrow), ("table", drawing.table), ("words", drawing.words),
                                ("height", str(embed_height(drawing.svg))))}
    files = {f"figures/{name}{end}": read for name, drawing in drawings.items() for end, read in drawing.files.items()}
    files |= {f"figures/{name}.vl.json": drawing.explore.encode for name, drawing in drawings.items() if drawing.explore}
    if any(drawing.explore for drawing in drawings.values()):
        files[explorer.PATH] = explorer.script
    put(work / "site", folder, {name: text.encode() for name, text in parts.items()}, files)

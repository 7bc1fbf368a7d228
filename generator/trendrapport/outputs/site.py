"""The website."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from trendrapport.charts.draw import Drawing
from trendrapport.charts.formats import standalone
from trendrapport.site import explorer, mkdocs
from trendrapport.site.stage import publish as put
from trendrapport.tree import Tree
from trendrapport.view import View


def make(view: View, tree: Tree, work: Path, day: int) -> int:
    """The pages, with places for the drawings."""
    if any(view.report.charts[name].data.explore for name in view.report.shown_charts):
        explorer.start(work)
    return mkdocs.build(view.report.config, tree, work, day)


def publish(drawings: Mapping[str, Drawing], work: Path, folder: Path) -> None:
    """The site in a folder."""
    parts = {f"{name}.svg": drawing.svg for name, drawing in drawings.items()}
    parts |= {f"{name}.table": drawing.table for name, drawing in drawings.items()}
    parts |= {f"{name}.words": drawing.words for name, drawing in drawings.items()}
    files = {f"figures/{name}.svg": standalone.write(drawing.svg) for name, drawing in drawings.items()}
    explored = {name: drawing.explore.encode() for name, drawing in drawings.items() if drawing.explore}
    if explored:
        files |= {f"figures/{name}.vl.json": spec for name, spec in explored.items()} | {explorer.PATH: explorer.script(work)}
    put(work / "site", folder, {name: text.encode() for name, text in parts.items()}, files)

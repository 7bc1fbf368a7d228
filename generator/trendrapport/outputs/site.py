"""The website."""

from __future__ import annotations

from pathlib import Path

from trendrapport.site.mkdocs import build
from trendrapport.tree import Tree
from trendrapport.view import View


def write(view: View, tree: Tree, work: Path, folder: Path, day: int) -> int:
    """The site in a folder."""
    return build(view.report.config, tree, work, folder, day)

"""A file per form in which the report is published; `outputs` in `site_config.yml` names them.

A module here holds one function and nothing registers it elsewhere:

    def write(view: View, tree: Tree, work: Path, folder: Path, day: int) -> int: ...

It leaves `folder` as it was when it fails, and returns how many pages or files it made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from trendrapport.tree import Tree
from trendrapport.view import View


class Output(Protocol):
    """What each module in this folder holds."""

    def write(self, view: View, tree: Tree, work: Path, folder: Path, day: int) -> int:
        """Publishes into a folder; `work` is its own place to keep what can be used again."""

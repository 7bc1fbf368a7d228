"""A file per form in which the report is published; `outputs` in `site_config.yml` names them.

A module here holds these and nothing registers it elsewhere:

    FILE = "name/report.zip"
    def make(view: View, tree: Tree, work: Path, day: int) -> int: ...
    def publish(view: View, drawings: Drawings, pictures: Pictures, work: Path, new: Next) -> None: ...

`make` runs while charts are still being drawn: it does all that needs no drawing, in a folder of its own, and
returns how many pages or files there will be. `publish` puts what was made into `new`, which replaces the
published folder once every output is ready, and only then.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from trendrapport.charts.drawing.draw import Drawing
from trendrapport.pages.parts.cards import Pictures
from trendrapport.pages.view import View
from trendrapport.site.generation import Next
from trendrapport.site.stage import Tree

Drawings = Mapping[str, Drawing]
"""Drawings by name."""


class Output(Protocol):
    """What each module in this folder holds."""

    FILE: str
    """The file that the home page offers, from the site's root; empty for the site itself.

    The labels `<name>` and `<name>_intro` say what it is called and what it is for.
    """

    def make(self, view: View, tree: Tree, work: Path, day: int) -> int:
        """Makes what needs no drawing; `work` is its own folder, which it finds back in a later run."""

    def publish(self, view: View, drawings: Drawings, pictures: Pictures, work: Path, new: Next) -> None:
        """Makes it ready to be published: the site, and after that each other output in a folder of its own
        within the site's.
        """

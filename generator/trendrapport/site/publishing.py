"""A published report to its folder: what needs no drawing is made first, while charts are drawn elsewhere;
then every output is made ready and published in one moment.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trendrapport.charts.drawing.draw import Drawing
from trendrapport.pages.makers import every_page
from trendrapport.pages.parts import cards
from trendrapport.pages.parts.cards import Painting
from trendrapport.pages.view import View
from trendrapport.report.identity import moved
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.day import first_day
from trendrapport.runtime.history import Changes, changes, commit
from trendrapport.runtime.plugins import modules
from trendrapport.site import outputs
from trendrapport.site.generation import renewed
from trendrapport.site.outputs import Output
from trendrapport.site.responses import site
from trendrapport.site.servers import configurations
from trendrapport.site.stage import Tree, stage
from trendrapport.site.tree import tree


@dataclass(frozen=True)
class Prepared:
    """What is made of a report while its charts are drawn."""

    view: View
    paths: Sequence[str]
    """The paths of all pages."""
    files: Tree
    painting: Painting
    outputs: Mapping[str, Output]
    """The forms in which the report is published, the site first."""
    work: Path
    count: int
    """How many pages or files there will be."""

    def publish(self, drawings: Mapping[str, Drawing], folder: Path, notes: Path) -> None:
        """Makes each output ready with the drawings, and then publishes all of them in one moment.

        `notes` keeps what was put into the folder.
        """
        pictures = self.painting.finish()
        with renewed(folder, notes) as new:
            for name, output in self.outputs.items():
                output.publish(self.view, drawings, pictures, self.work / name, new)
            config = self.view.report.config
            served = site(config, self.files, moved(self.view.report, self.paths))
            stage(configurations(served, config.servers, in_site=False), self.work / "servers")


def prepare(
    report: Report, cache: Cache, root: Path, work: Path, progress: Callable[[str, int, int], None]
) -> Prepared:
    """Makes everything that needs no drawing; `work` is the folder in which runs keep what they make."""
    names = sorted(report.config.outputs, key=lambda name: name != "site")
    forms: dict[str, Output] = {name: modules(outputs)[name] for name in names}
    view = View(report, offered=tuple((name, form.FILE) for name, form in forms.items() if form.FILE))
    pages = every_page(view)
    progress("pages", len(pages), len(pages))
    painting = cards.begin(pages, cache)
    files = tree(view, pages, cache, root, _changes(root, cache))
    day = _epoch(view)
    count = sum(output.make(view, files, work / name, day) for name, output in forms.items())
    paths = [page.path for page in pages]
    return Prepared(view, paths, files, painting, forms, work, count)


def _changes(root: Path, cache: Cache) -> Changes:
    """When files were last changed, as the commit that is checked out has it."""
    known = commit(root)
    if not known:
        return {}

    def asked() -> bytes:
        return json.dumps(changes(root)).encode()

    found: Changes = json.loads(cache.made(digest("changes", known), asked))
    return found


def _epoch(view: View) -> int:
    """Noon on the day that the newest edition appeared, in UTC, so that the same content gives the same
    bytes.
    """
    published = view.latest.data.published if view.latest else "2020"
    noon = datetime.fromisoformat(f"{first_day(published)}T12:00:00+00:00")
    return int(noon.timestamp())

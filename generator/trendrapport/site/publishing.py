"""A published report to its folder: what needs no drawing is made first, while charts are drawn elsewhere;
then every output is made ready and published in one moment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from trendrapport.charts.drawing.draw import Drawing
from trendrapport.model.config import Config
from trendrapport.pages.makers import every_page
from trendrapport.pages.parts import cards
from trendrapport.pages.parts.cards import Painting
from trendrapport.pages.view import Page, View
from trendrapport.report.identity import moved
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache, Kept, digest
from trendrapport.runtime.day import first_day
from trendrapport.runtime.history import Changes, changes, commit
from trendrapport.runtime.plugins import modules
from trendrapport.site import outputs
from trendrapport.site.generation import renewed
from trendrapport.site.output_files import figure_files, make, offers, sizes, wanted
from trendrapport.site.outputs import Contents, Parts
from trendrapport.site.responses import Site, site
from trendrapport.site.servers import configurations
from trendrapport.site.stage import Tree, stage
from trendrapport.site.tree import tree

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and of how many."""


@dataclass(frozen=True)
class Prepared:
    """What is made of a report while its charts are drawn."""

    view: View
    pages: Sequence[Page]
    files: Tree
    painting: Painting
    outputs: Mapping[str, Any]
    """The forms in which the report is published, the site first."""
    work: Path
    count: int
    """How many pages or files there will be."""
    day: int
    """The day of the newest edition, see `Contents`."""
    changes: Changes
    cache: Cache
    progress: Progress
    free: Callable[[], None]
    """Lets go of what is needed no more."""

    def publish(
        self, drawings: Mapping[str, Drawing], folder: Path, notes: Path, *, in_place: bool = False
    ) -> None:
        """Makes each output ready with the drawings, and then publishes all of them in one moment; or, in
        place, file by file.

        `notes` keeps what was put into the folder.
        """
        asked = wanted(self.view, self.pages)
        contents = Contents(self.view, drawings, self.pages, self.files, self.day, self.changes, self.cache)
        files = make(self.outputs, contents, asked, self.cache, partial(self.progress, "documents"))
        offered = [one.path for output in asked.values() for one in output]
        drawn = figure_files(drawings)
        served = self._served([*self.files, *files, *offered], files, drawn)
        beside = {
            **self.painting.finish(),
            **files,
            **drawn,
            **_in_site(served, self.view.report.config),
        }
        if len(self.pages) > LARGE:
            self.free()
        parts = Parts(drawings, beside, sizes(self.files, files, drawings, self.cache))
        with renewed(folder, notes, in_place=in_place) as new:
            for name, output in self.outputs.items():
                if hasattr(output, "publish"):
                    output.publish(self.view, parts, self.work / name, new)
            names = self.view.report.config.servers
            stage(configurations(served, names, in_site=False), self.work / "servers")

    @property
    def addresses(self) -> frozenset[str]:
        """The paths of all pages, also of those that only lead on to another."""
        return frozenset(re.sub(r"\.md$", ".html", path) for path in self.files)

    def _served(self, paths: Sequence[str], made: Iterable[str], drawn: Iterable[str]) -> Site:
        """What servers have to know of the site with these files, of which outputs made some, and with those
        of drawings.
        """
        report = self.view.report
        pages = moved(report, [page.path for page in self.pages])
        # At the former address of a page is one that leads on; a file has only the rule of a server.
        files = moved(
            report, [path for path in (*paths, *drawn) if _FILE.fullmatch(path) and path not in pages]
        )
        return site(report.config, paths, files | pages, made)


_FILE = re.compile(r"[\w./-]+(?<!\.md)")
"""The path of a file that is no page, and that reads the same in the configuration of any server."""


def _in_site(served: Site, config: Config) -> dict[str, Kept]:
    """What servers read in the site's folder."""
    files = configurations(served, config.servers, in_site=True)
    return {path: Kept(digest(raw), partial(bytes, raw)) for path, raw in files.items()}


LARGE = 500
"""More pages than this take so much memory in their theme that other processes let go of theirs."""


def prepare(
    report: Report, cache: Cache, root: Path, work: Path, progress: Progress, free: Callable[[], None]
) -> Prepared:
    """Makes everything that needs no drawing; `work` is the folder in which runs keep what they make. `free`
    is called before what takes most memory, where there are many pages.
    """
    forms = _forms(report)
    view = View(report, offers=offers(forms))
    pages = every_page(view)
    progress("pages", len(pages), len(pages))
    painting = cards.begin(pages, cache)
    known = _changes(root, cache)
    files = tree(view, pages, cache, root, known)
    day = _epoch(view)
    if len(pages) > LARGE:
        free()
    count = 0
    for name, form in forms.items():
        if hasattr(form, "make"):
            count += form.make(view, files, work / name, day)
    return Prepared(view, pages, files, painting, forms, work, count, day, known, cache, progress, free)


def _forms(report: Report) -> dict[str, Any]:
    """The outputs that the settings name: the site first, what lists all files last, others as they come."""
    forms = {name: modules(outputs)[name] for name in report.config.outputs}

    def place(name: str) -> int:
        if name == "site":
            return 0
        return 2 if hasattr(forms[name], "LAST") else 1

    return {name: forms[name] for name in sorted(forms, key=place)}


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

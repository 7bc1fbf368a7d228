"""The website."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from trendrapport.charts.drawing.draw import Drawing
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.browser.includes import filled, included
from trendrapport.pages.parts.cards import Pictures
from trendrapport.pages.parts.figure import embed_height
from trendrapport.pages.view import View
from trendrapport.runtime.cache import Kept
from trendrapport.runtime.fingerprint import generator
from trendrapport.site import explorer, mkdocs
from trendrapport.site.generation import Next
from trendrapport.site.outputs import Drawings
from trendrapport.site.stage import Tree, paths, remember, remembered, stage, state

FILE = ""
FILES = "files"
"""What the engine would only copy, such as scripts, tables and whole documents, is staged here, beside what
it makes.
"""


def make(view: View, tree: Tree, work: Path, day: int) -> int:
    """The pages, with slots for the drawings."""
    stage({path: raw for path, raw in tree.items() if not path.endswith(".md")}, work / FILES)
    return mkdocs.build(view.report.config, tree, work, day)


def publish(view: View, drawings: Drawings, pictures: Pictures, work: Path, new: Next) -> None:
    """All of the site but what other outputs add to it."""
    files = {
        **_made(work / "site", drawings, work / "site.json"),
        **_made(work / FILES, drawings, work / f"{FILES}.json"),
        **_drawn(drawings),
        **_explorable(view, drawings),
        **pictures,
    }
    new.fill(files, view.report.config.outputs)


def _drawn(drawings: Drawings) -> dict[str, Kept]:
    """The files of each drawing."""
    files = {}
    for name, drawing in drawings.items():
        for end, kept in drawing.files.items():
            files[f"figures/{name}{end}"] = kept
    return files


def _explorable(view: View, drawings: Drawings) -> dict[str, Kept]:
    """What readers load when they explore a figure."""
    files = {}
    for name, drawing in drawings.items():
        if view.report.charts[name].data.explore:
            path = f"figures/{name}.explore.js"
            files[path] = Kept(drawing.kept.name, partial(_explored, drawing))
    if files:
        files[explorer.PATH] = Kept(generator(), explorer.script)
    return files


def _made(folder: Path, drawings: Drawings, notes: Path) -> dict[str, Kept]:
    """Each file that was made before the drawings were there, with all its slots filled.

    `notes` keeps which drawings those are of.
    """
    before = remembered(notes)
    made, after = {}, {}
    for path in sorted(paths(folder)):
        file = f"{folder}/{path}"
        file_state = state(file)
        shows: list[str] = []
        if path.endswith(".html"):
            known = before.get(path, {})
            shows = known["shows"] if known.get("state") == file_state else _shown(file)
            after[path] = {"state": file_state, "shows": shows}
        drawn = " ".join(drawings[name].kept.name for name in shows)
        made[path] = Kept(f"{file_state} {drawn}", partial(_filled, file, drawings))
    remember(notes, after)
    return made


def _shown(page: str) -> list[str]:
    """The names of the drawings that a page has slots for."""
    slots = included(Path(page).read_bytes())
    return sorted({slot.partition(".")[0] for slot in slots})


def _filled(file: str, drawings: Drawings) -> bytes:
    raw = Path(file).read_bytes()
    if not file.endswith(".html"):
        return raw
    return filled(raw, partial(_part, drawings))


def _part(drawings: Drawings, slot: str) -> bytes:
    """What fills a slot: a text of a drawing, or the height of a frame that shows it."""
    name, _, wanted = slot.partition(".")
    texts = drawings[name].texts
    if wanted == "height":
        return str(embed_height(texts["svg"])).encode()
    return str(dict(texts)[wanted]).encode()


def _explored(drawing: Drawing) -> bytes:
    """What the page of a figure loads when a reader explores it."""
    return data_script("reportExplored", {drawing.name: json.loads(drawing.texts["explore"])})

"""The website."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from trendrapport.charts.drawing.draw import Drawing
from trendrapport.language.labels import Labels
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.includes import filled, included, sized
from trendrapport.pages.parts.figure import embed_height
from trendrapport.pages.view import View
from trendrapport.runtime.cache import Kept
from trendrapport.runtime.fingerprint import generator
from trendrapport.site import explorer, mkdocs
from trendrapport.site.generation import Next
from trendrapport.site.outputs import Drawings, Parts, made_of_site
from trendrapport.site.stage import Tree, paths, remember, remembered, stage, state

OFFERS: dict[str, str] = {}
FILES = "files"
"""What the engine would only copy, such as scripts, tables and whole documents, is staged here, beside what
it makes.
"""


def make(view: View, tree: Tree, work: Path, day: int) -> int:
    """The pages, with slots for the drawings."""
    stage({path: raw for path, raw in tree.items() if not path.endswith(".md")}, work / FILES)
    return mkdocs.build(view.report.config, tree, work, day)


def publish(view: View, parts: Parts, work: Path, new: Next) -> None:
    """All of the site but what is made of it."""
    files = {
        **parts.files,
        **_made(work / "site", parts, work / "site.json"),
        **_made(work / FILES, parts, work / f"{FILES}.json"),
        **_explorable(view, parts.drawings),
    }
    new.fill(files, made_of_site(view.report.config.outputs))


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


def _made(folder: Path, parts: Parts, notes: Path) -> dict[str, Kept]:
    """Each file that was made before the drawings were there, with all its slots filled.

    `notes` keeps which slots there are.
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
        filling = " ".join(_state(parts, slot) for slot in shows)
        made[path] = Kept(f"{file_state} {filling}", partial(_filled, file, parts))
    remember(notes, after)
    return made


def _shown(page: str) -> list[str]:
    """The slots of a page, one for each drawing and each size."""
    slots = included(Path(page).read_bytes())
    return sorted({slot if sized(slot) else slot.partition(".")[0] for slot in slots})


def _state(parts: Parts, slot: str) -> str:
    """A name for what fills a slot."""
    size = sized(slot)
    if size:
        return str(parts.sizes.get(size.path))
    return parts.drawings[slot].kept.name


def _filled(file: str, parts: Parts) -> bytes:
    raw = Path(file).read_bytes()
    if not file.endswith(".html"):
        return raw
    return filled(raw, partial(_part, parts))


def _part(parts: Parts, slot: str) -> bytes:
    """What fills a slot: the size of a file, a text of a drawing, or the height of a frame that shows it."""
    size = sized(slot)
    if size:
        bytes_ = parts.sizes.get(size.path)
        return b"" if bytes_ is None else f", {Labels(size.language).size(bytes_)}".encode()
    name, _, wanted = slot.partition(".")
    texts = parts.drawings[name].texts
    if wanted == "height":
        return str(embed_height(texts["svg"])).encode()
    return str(dict(texts)[wanted]).encode()


def _explored(drawing: Drawing) -> bytes:
    """What the page of a figure loads when a reader explores it."""
    return data_script("reportExplored", {drawing.name: json.loads(drawing.texts["explore"])})

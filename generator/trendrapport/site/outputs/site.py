"""The website."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from trendrapport.runtime.cache import Kept
from trendrapport.pages.parts.cards import Pictures
from trendrapport.charts.drawing.draw import Drawing
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.parts.figure import embed_height
from trendrapport.runtime.fingerprint import generator
from trendrapport.pages.browser.includes import filled, included
from trendrapport.site import explorer, mkdocs
from trendrapport.site.generation import Next
from trendrapport.site.stage import paths, remember, remembered, stage, state
from trendrapport.site.tree import Tree
from trendrapport.pages.view import View

FILES = "files"
"""What the engine would only copy, such as scripts, tables and whole documents, is staged here, beside what
it makes.
"""


def make(view: View, tree: Tree, work: Path, day: int) -> int:
    """The pages, with places for the drawings."""
    stage({path: raw for path, raw in tree.items() if not path.endswith(".md")}, work / FILES)
    return mkdocs.build(view.report.config, tree, work, day)


def publish(view: View, drawings: Mapping[str, Drawing], pictures: Pictures, work: Path, new: Next) -> None:
    """All of the site but what other outputs add to it."""
    files = {path: kept for place in ("site", FILES) for path, kept in _made(work / place, drawings, work / f"{place}.json").items()}
    files |= {f"figures/{name}{end}": kept for name, drawing in drawings.items() for end, kept in drawing.files.items()}
    explored = [name for name in drawings if view.report.charts[name].data.explore]
    files |= {f"figures/{name}.explore.js": Kept(drawings[name].kept.name, partial(_explored, drawings[name])) for name in explored}
    if explored:
        files[explorer.PATH] = Kept(generator(), explorer.script)
    new.fill({**files, **pictures}, view.report.config.outputs)


def _made(folder: Path, drawings: Mapping[str, Drawing], known: Path) -> dict[str, Kept]:
    """Each file that was made before the drawings were there, with all its places filled.

    `known` keeps which drawings those are of.
    """
    before, states = remembered(known), {path: state(f"{folder}/{path}") for path in sorted(paths(folder))}
    shown = {path: before[path]["shows"] if before.get(path, {}).get("state") == at else _shown(folder / path)
             for path, at in states.items() if path.endswith(".html")}
    remember(known, {path: {"state": states[path], "shows": names} for path, names in shown.items()})
    made = {path: " ".join(drawings[name].kept.name for name in names) for path, names in shown.items()}
    return {path: Kept(f"{at} {made.get(path, '')}", partial(_filled, f"{folder}/{path}", drawings)) for path, at in states.items()}


def _shown(page: Path) -> list[str]:
    """The names of the drawings that a page has places for."""
    return sorted({part.partition(".")[0] for part in included(page.read_bytes())})


def _filled(file: str, drawings: Mapping[str, Drawing]) -> bytes:
    raw = Path(file).read_bytes()
    return filled(raw, lambda part: _part(part, drawings).encode()) if file.endswith(".html") else raw


def _part(part: str, drawings: Mapping[str, Drawing]) -> str:
    name, _, wanted = part.partition(".")
    texts = drawings[name].texts
    return str(embed_height(texts["svg"])) if wanted == "height" else str(dict(texts)[wanted])


def _explored(drawing: Drawing) -> bytes:
    """What the page of a figure loads when a reader explores it."""
    return data_script("reportExplored", {drawing.name: json.loads(drawing.texts["explore"])})

"""The files that get another path with the name of what they hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from trendrapport.editing.renaming.new_name import Renaming
from trendrapport.model import entries
from trendrapport.model.entries import Shape
from trendrapport.report.image_uses import image_uses
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules

_ENDS = {"charts": (".yml", ".py", ".vl.json"), "tables": (".csv", ".datapackage.yml", ".changes.yml")}
_FOLDERS = {"charts": "charts", "tables": "charts/data"}


def moves(report: Report, wanted: Renaming, paths: Iterable[str]) -> dict[str, str]:
    """The new path of each file that moves, by its former one; `paths` are those of all files."""
    there = set(paths)
    if wanted.kind == "editions":
        return _in_folder(f"content/{wanted.old}", f"content/{wanted.new}", there)
    if wanted.kind in _ENDS:
        folder, ends = _FOLDERS[wanted.kind], _ENDS[wanted.kind]
        pairs = {f"{folder}/{wanted.old}{end}": f"{folder}/{wanted.new}{end}" for end in ends}
        return {old: new for old, new in pairs.items() if old in there}
    if modules(entries)[wanted.kind].SHAPE is not Shape.TEXT:
        return {}
    found: dict[str, str] = {}
    for _, edition, _ in wanted.keys:
        found |= _of_text(report, wanted, edition, there)
    return found


def _in_folder(old: str, new: str, paths: Iterable[str]) -> dict[str, str]:
    return {path: f"{new}{path.removeprefix(old)}" for path in paths if path.startswith(f"{old}/")}


def _of_text(report: Report, wanted: Renaming, edition: str | None, paths: Iterable[str]) -> dict[str, str]:
    """A text, its translations, and the pictures that are called after it and that only it shows."""
    place = modules(entries)[wanted.kind].PLACE.format(edition=edition, slug=wanted.old)
    folder = f"content/{posixpath.dirname(place)}"
    text = re.compile(rf"{re.escape(f'{folder}/{wanted.old}')}(?:\.(?:nl|en))?\.md")
    found = {path: _renamed(path, wanted) for path in paths if text.fullmatch(path)}
    users = _users(report)
    for path, own in users.items():
        in_folder = posixpath.dirname(path) == folder and path in report.images
        if in_folder and own <= set(found) and _is_called_after(path, wanted.old):
            found[path] = _renamed(path, wanted)
    return found


def _renamed(path: str, wanted: Renaming) -> str:
    folder, name = posixpath.split(path)
    return f"{folder}/{wanted.new}{name.removeprefix(wanted.old)}"


def _is_called_after(path: str, name: str) -> bool:
    """Whether a picture is called `name.png` or `name-something.png`."""
    return re.match(rf"{re.escape(name)}[.-]", posixpath.basename(path)) is not None


def _users(report: Report) -> Mapping[str, set[str]]:
    """The files that show each picture."""
    found: dict[str, set[str]] = {}
    for path, file in _shown(report):
        found.setdefault(path, set()).add(file)
    return found


def _shown(report: Report) -> Iterator[tuple[str, str]]:
    for entry in report.texts:
        for use in image_uses(entry):
            yield use.path, entry.source.path

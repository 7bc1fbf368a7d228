"""What refers to something that gets another name or path, to the edits that make it refer to the new one."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, unquote

from trendrapport.diagnostics import Location
from trendrapport.diagnostics.changes import Edit
from trendrapport.editing.renaming.new_name import Renaming
from trendrapport.model import entries
from trendrapport.model.entries import Shape
from trendrapport.prose.html import FIGURE
from trendrapport.prose.outline import Mark
from trendrapport.report.download_uses import file_of
from trendrapport.report.image_uses import image_uses
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.plugins import modules

_BLOCKS = {"figure": "charts", "key-figure": "key_figures", "quote": "people"}
"""The kind that the name of a block is of."""


def edits(report: Report, wanted: Renaming, moves: Mapping[str, str]) -> Iterator[Edit]:
    """Every reference, in fields, texts and links, also those in the files that move."""
    yield from _own_names(report, wanted)
    for entry in (*report.texts, *report.charts.values()):
        yield from _in_fields(report, entry, wanted)
    for entry in report.texts:
        yield from _in_text(report, entry, wanted)
        yield from _links(report, entry, wanted, moves)


def _own_names(report: Report, wanted: Renaming) -> Iterator[Edit]:
    """The name where it is given: the key of an entry among others, the `id` of a source, and in the
    descriptor of a table its name and that of its file.
    """
    if wanted.kind == "tables":
        yield from _in_descriptor(report, wanted)
        return
    if wanted.kind not in modules(entries):
        return
    shape = modules(entries)[wanted.kind].SHAPE
    for entry in report.texts:
        if entry.key not in wanted.keys:
            continue
        if shape is Shape.MAPPING:
            yield from entry.source.renamed(entry.at, wanted.new, key=True)
        elif shape is Shape.REFERENCES:
            yield from entry.source.renamed((*entry.at, "id"), wanted.new)


def _in_descriptor(report: Report, wanted: Renaming) -> Iterator[Edit]:
    package = report.packages.get(wanted.old)
    if package is None:
        return
    resource = package.data.resources[0]
    named = {("name",): package.data.name, ("resources", 0, "name"): resource.name}
    for path, name in named.items():
        if name == wanted.old:
            yield from package.source.renamed(path, wanted.new)
    if resource.path == f"{wanted.old}.csv":
        yield from package.source.renamed(("resources", 0, "path"), f"{wanted.new}.csv")


def _in_fields(report: Report, entry: Entry[Any], wanted: Renaming) -> Iterator[Edit]:
    for reference in entry.references:
        path = (*entry.at, *reference.path)
        is_here = path in entry.source.positions
        if is_here and wanted.is_meant(report, reference.to, reference.name, entry.edition):
            yield from entry.source.renamed(path, wanted.new, key=reference.is_key)


def _in_text(report: Report, entry: Entry[Any], wanted: Renaming) -> Iterator[Edit]:
    """Citations, mentions of figures, and names of blocks."""
    told: Counter[Mark] = Counter()
    for citation in entry.outline.citations:
        kind = "charts" if citation.key.startswith(FIGURE) else "sources"
        if wanted.is_meant(report, kind, citation.key.removeprefix(FIGURE), entry.edition):
            # Citations between the same brackets are at the same place.
            found = _words(entry, entry.in_text(citation.at), wanted, before="@(?:fig:)?")
            yield from found[told[citation.at] :][:1]
            told[citation.at] += 1
    for block in entry.outline.blocks:
        if wanted.is_meant(report, _BLOCKS.get(block.word, ""), block.name, entry.edition):
            line = Location(entry.source.path, block.at.line)
            yield from _words(entry, line, wanted, before=rf"{block.word}[ \t]+")[:1]


def _words(entry: Entry[Any], at: Location, wanted: Renaming, before: str) -> list[Edit]:
    """Each place on a line, from a character on, where the old name stands behind something."""
    line = entry.source.text.split("\n")[at.line - 1]
    pattern = re.compile(rf"{before}(?P<name>{re.escape(wanted.old)})(?![\w-])")
    edits = []
    for match in pattern.finditer(line, max(at.column - 2, 0)):
        place = Location(at.path, at.line, match.start("name") + 1)
        edits.append(Edit(place, wanted.old, wanted.new))
    return edits


def _links(report: Report, entry: Entry[Any], wanted: Renaming, moves: Mapping[str, str]) -> Iterator[Edit]:
    """Links and pictures whose path is another now, from where their file is now."""
    page = entry.source.path
    for link in entry.outline.links:
        target = file_of(link.target, page)
        path, mark, anchor = link.target.partition("#")
        new = _path_now(path, target, page, moves) if target else path
        anchor = _anchor_now(report, target or page, anchor, wanted)
        yield from _rewritten(entry, entry.in_text(link.at), link.target, f"{new}{mark}{anchor}")
    for use in image_uses(entry):
        new = _path_now(use.target, use.path, page, moves)
        yield from _rewritten(entry, use.at, use.target, new)


def _path_now(written: str, target: str, page: str, moves: Mapping[str, str]) -> str:
    """How the path to a file is written now; as it was if it leads there still."""
    now, folder = moves.get(target, target), posixpath.dirname(moves.get(page, page))
    if posixpath.normpath(posixpath.join(folder, unquote(written))) == now:
        return written
    return quote(posixpath.relpath(now, folder), safe="/.-_~")


def _anchor_now(report: Report, target: str, anchor: str, wanted: Renaming) -> str:
    """The part of a page that is called after what gets another name."""
    if wanted.kind == "charts":
        return f"figure-{wanted.new}" if anchor == f"figure-{wanted.old}" else anchor
    holds_it = any(entry.source.path == target for entry in report.texts if entry.key in wanted.keys)
    return wanted.new if holds_it and not target.endswith(".md") and anchor == wanted.old else anchor


def _rewritten(entry: Entry[Any], at: Location, old: str, new: str) -> Iterator[Edit]:
    """The edit of a path, on the line where its link or picture begins."""
    if old != new:
        yield from entry.source.in_line(at, old, new)

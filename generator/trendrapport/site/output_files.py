"""The files that outputs make beside the pages: each made only when something that it shows has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from trendrapport.charts.drawing.jobs import later
from trendrapport.pages.view import Offer, Page, View
from trendrapport.runtime.cache import Cache, Kept, digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.site.outputs import Contents, Drawings, Output, Wanted
from trendrapport.site.stage import Tree

Files = Mapping[str, Kept]
"""Files by path from the site's root."""


def offers(outputs: Mapping[str, Output]) -> tuple[Offer, ...]:
    """What the pages offer of these outputs, in their order."""
    found = []
    for name, output in outputs.items():
        for kind, patterns in output.OFFERS.items():
            several = [patterns] if isinstance(patterns, str) else patterns
            found += [Offer(name, kind, pattern) for pattern in several]
    return tuple(found)


def wanted(view: View, pages: Sequence[Page]) -> dict[str, list[Wanted]]:
    """The files that pages offer, by the name of the output that makes them."""
    entries = {view.path(entry): entry for entry in view.entries}
    found: dict[str, list[Wanted]] = {}
    for page in pages:
        own = view.in_language(page.language) if page.language else view
        for offer in view.offers:
            if offer.kind == page.template:
                for file in own.files_of(offer, page.path):
                    entry = entries.get(page.path)
                    one = Wanted(file.path, page, own, entry, file.municipality)
                    found.setdefault(offer.output, []).append(one)
    return found


def make(
    outputs: Mapping[str, Any],
    contents: Contents,
    asked: Mapping[str, Sequence[Wanted]],
    cache: Cache,
    progress: Callable[[int, int], None],
) -> Files:
    """All files that outputs make beside the pages, kept in the store."""
    found: dict[str, Kept] = {}
    for name, output in outputs.items():
        if hasattr(output, "files"):
            found |= _named(name, output.files(contents, asked.get(name, ())))
    _make_stale([kept for kept in found.values() if kept.name not in cache], cache, progress)
    return {path: later(cache, kept.name) for path, kept in found.items()}


def _named(output: str, files: Files) -> Iterator[tuple[str, Kept]]:
    """The files under names that also say by what they are made."""
    for path, kept in files.items():
        yield path, Kept(digest("file", output, generator(), kept.name), kept.read)


def _make_stale(stale: Sequence[Kept], cache: Cache, progress: Callable[[int, int], None]) -> None:
    for done, kept in enumerate(stale):
        progress(done, len(stale))
        cache.put(kept.name, kept.read())
    if stale:
        progress(len(stale), len(stale))


def sizes(tree: Tree, files: Files, drawings: Drawings, cache: Cache) -> dict[str, int]:
    """The bytes of each file that needs no drawing, of the files of outputs and of those of drawings; what is
    kept is not read for that.
    """
    found = {path: len(raw) for path, raw in tree.items()}
    files = {**files, **figure_files(drawings)}
    for path, kept in files.items():
        found[path] = int(cache.made(digest("size", kept.name), partial(_size, kept)))
    return found


def figure_files(drawings: Drawings) -> dict[str, Kept]:
    """The files of each drawing, by path."""
    files = {}
    for name, drawing in drawings.items():
        for end, kept in drawing.files.items():
            files[f"figures/{name}{end}"] = kept
    return files


def _size(kept: Kept) -> bytes:
    return str(len(kept.read())).encode()

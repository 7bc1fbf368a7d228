"""Two copies of a site to what a reader would notice between them."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trendrapport.inspecting.copies import Address, Copy, listed
from trendrapport.inspecting.noticed import (
    CellChange,
    ChangedFigure,
    ChangedPage,
    Everywhere,
    Moved,
    Noticed,
    OtherFiles,
    PageName,
    Worded,
)
from trendrapport.inspecting.page_text import PageText, Row, page_text
from trendrapport.reviewing.pairing import Shown, paired
from trendrapport.site import listing
from trendrapport.site.components import PATH as BILL
from trendrapport.site.listing import sha256
from trendrapport.site.responses import HIDDEN_PATH, MISSING

Progress = Callable[[int, int], None]
Sources = Mapping[str, Sequence[str]]
"""The files of the report that a page is made of, by the page's path."""

_OFTEN = 3
"""A difference that is on so many pages is told once."""
_FIGURES = "figures/"
_DRAWING = ".svg"
_SEARCH = "search.html"
"""Lists every page, and so differs with each title."""
_FOR_PROGRAMS = frozenset({listing.PATH, BILL, "sitemap.xml", "sitemap.xml.gz", "robots.txt"})
_OF_SITE = ("assets/", "search/")
"""What pages are shown with; readers notice it there."""


@dataclass(frozen=True)
class _Pair:
    """A page in both copies: its path in the old one and in the new one, and what a reader gets of it."""

    path: str
    now: str
    before: PageText
    after: PageText

    @property
    def name(self) -> PageName:
        """Its name now."""
        return PageName(self.now, self.after.title)


def noticed(old: Copy, new: Copy, progress: Progress = lambda done, of: None) -> Noticed:
    """What a reader would notice. Raises CannotRunError for a copy that cannot be read."""
    both = sorted(old.files & new.files)
    changed = [path for path in both if _digest(old, path) != _digest(new, path)]
    pairs = list(_pairs(old, new, [path for path in changed if _is_page(path)], progress))
    sources = _sources(new)
    pages = list(_pages(pairs, sources))
    often = _often(pages)
    moved = tuple(_moved(pairs))
    led_to = {one.to for one in moved}
    gone = tuple(_only_in(old, new))
    return Noticed(
        came=tuple(page for page in _only_in(new, old) if page.path not in led_to),
        gone=gone,
        moved=moved,
        pages=tuple(_without(pages, often)),
        everywhere=often,
        figures=tuple(_figures(old, new, pairs, sources)),
        others=tuple(_others(old, new, changed, [*gone, *(one.page for one in moved)])),
    )


def _pairs(old: Copy, new: Copy, pages: Sequence[str], progress: Progress) -> Iterator[_Pair]:
    """Each page that differs; one that leads on with the page that took its place."""
    for done, path in enumerate(pages, 1):
        before, after, now = _read(old, path), _read(new, path), path
        if after.moved_to and not before.moved_to:
            now = _followed(path, after.moved_to)
            after = _read(new, now)
        yield _Pair(path, now, before, after)
        progress(done, len(pages))


def _moved(pairs: Iterable[_Pair]) -> Iterator[Moved]:
    for pair in pairs:
        if pair.path != pair.now:
            yield Moved(PageName(pair.path, pair.before.title), pair.now)


def _pages(pairs: Iterable[_Pair], sources: Sources) -> Iterator[ChangedPage]:
    """The pages with other words, without those of figures."""
    for pair in pairs:
        words = _words(pair.before.blocks, pair.after.blocks)
        if words and not pair.path.startswith(_FIGURES):
            yield ChangedPage(pair.name, words, tuple(sources.get(pair.now, ())))


def _figures(old: Copy, new: Copy, pairs: Iterable[_Pair], sources: Sources) -> Iterator[ChangedFigure]:
    """The figures of which a reader sees anything else."""
    for pair in pairs:
        if not pair.path.startswith(_FIGURES):
            continue
        cells = _cells(pair.before.tables, pair.after.tables)
        words = _words(pair.before.blocks, pair.after.blocks)
        drawings = _drawings(old, pair.path, new, pair.now)
        if cells or words or drawings:
            yield ChangedFigure(pair.name, cells, words, drawings, tuple(sources.get(pair.now, ())))


def _is_page(path: str) -> bool:
    return path.endswith(".html") and path not in (MISSING, _SEARCH)


def _digest(copy: Copy, path: str) -> str:
    """The SHA-256 of a file, which for one at an address is in the list there."""
    if isinstance(copy, Address) and path in (files := listed(copy).files):
        return files[path].sha256
    return sha256(copy.read(path) or b"")


def _sources(copy: Copy) -> Sources:
    """What each file is made of, as the list of a copy says if it has one."""
    if listing.PATH not in copy.files and not isinstance(copy, Address):
        return {}
    return {path: file.sources for path, file in listed(copy).files.items()}


def _read(copy: Copy, path: str) -> PageText:
    return page_text(copy.read(path) or b"")


def _followed(page: str, address: str) -> str:
    """The path of the page to which an address on a page leads; one elsewhere as it is."""
    if "://" in address:
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))


def _only_in(copy: Copy, other: Copy) -> Iterator[PageName]:
    """The pages that only one copy has, without those that only lead on."""
    for path in sorted(copy.files - other.files):
        if _is_page(path):
            page = _read(copy, path)
            if not page.moved_to:
                yield PageName(path, page.title)


def _words(before: Sequence[Shown], after: Sequence[Shown]) -> tuple[Worded, ...]:
    """The paragraphs that differ, in their order."""
    found = []
    for one, other in paired(before, after):
        old = "" if one is None else before[one].text
        new = "" if other is None else after[other].text
        if old != new:
            found.append(Worded(old, new))
    return tuple(found)


def _drawings(old: Copy, before: str, new: Copy, after: str) -> tuple[bytes, bytes] | None:
    """The drawings of a figure by the paths of its pages; None where they are the same."""
    one = old.read(before.removesuffix(".html") + _DRAWING) or b""
    other = new.read(after.removesuffix(".html") + _DRAWING) or b""
    return None if one == other else (one, other)


def _cells(before: Sequence[Sequence[Row]], after: Sequence[Sequence[Row]]) -> tuple[CellChange, ...]:
    """The values that differ in the tables of a figure, by the names of their rows and columns."""
    old, new = _values(before), _values(after)
    found = []
    for row, column in dict.fromkeys((*old, *new)):
        was, is_ = old.get((row, column), ""), new.get((row, column), "")
        if was != is_:
            found.append(CellChange(row, column, was, is_))
    return tuple(found)


def _values(tables: Sequence[Sequence[Row]]) -> dict[tuple[str, str], str]:
    """Each value by row and column; of rows with the same name, the second has its number."""
    found = {}
    for table in tables:
        head = table[0] if table else ()
        seen: Counter[str] = Counter()
        for row in table[1:]:
            name = row[0]
            seen[name] += 1
            if seen[name] > 1:
                name = f"{name} ({seen[row[0]]})"
            for column, value in zip(head[1:], row[1:], strict=False):
                found[name, column] = value
    return found


def _often(pages: Iterable[ChangedPage]) -> tuple[Everywhere, ...]:
    """The differences that are on many pages."""
    where: defaultdict[Worded, list[PageName]] = defaultdict(list)
    for page in pages:
        for words in dict.fromkeys(page.words):
            where[words].append(page.page)
    return tuple(Everywhere(words, tuple(on)) for words, on in where.items() if len(on) >= _OFTEN)


def _without(pages: Iterable[ChangedPage], often: Iterable[Everywhere]) -> Iterator[ChangedPage]:
    """The pages with what differs on them alone."""
    known = {one.words for one in often}
    for page in pages:
        own = tuple(words for words in page.words if words not in known)
        if own:
            yield replace(page, words=own)


def _others(old: Copy, new: Copy, changed: Iterable[str], left: Iterable[PageName]) -> Iterator[OtherFiles]:
    """The other files that readers can open, by type; what lay beside a page that is no longer there is left
    out, as it went with that.
    """
    stems = {page.path.removesuffix(".html") for page in left}
    lost = [path for path in old.files - new.files if path.partition(".")[0] not in stems]
    came, gone, differ = _by_type(new.files - old.files), _by_type(lost), _by_type(changed)
    for kind in sorted({*came, *gone, *differ}):
        yield OtherFiles(kind, len(came[kind]), len(differ[kind]), tuple(sorted(gone[kind])))


def _by_type(paths: Iterable[str]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        is_left_out = path.startswith(_OF_SITE) or path in _FOR_PROGRAMS or HIDDEN_PATH.fullmatch(path)
        if not path.endswith(".html") and not is_left_out:
            found[posixpath.splitext(path)[1].removeprefix(".").upper()].append(path)
    return found

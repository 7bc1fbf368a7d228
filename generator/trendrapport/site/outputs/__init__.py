"""A file per form in which the report is published; `outputs` in `site_config.yml` names them.

A module here says which file it makes of which pages, and nothing registers it elsewhere:

    OFFERS = {"trends": "{stem}.pdf", "edition": "{stem}.pdf", "home": "all.pdf"}

The keys are the templates of the pages, the values paths from the site's root, with names in braces
(`View.names`), or several of these. Each such page offers its files under one heading, with type, size and
language; the front of an edition and the home page offer the edition's. The labels `<name>` and
`<name>_intro` say what the file is called and what it is for.

Most modules make files that lie beside the pages, and hold these:

    NEEDS = ("typst",)
    def files(contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]: ...

`files` gives each wanted file by its path, and any others; the name of each is a digest of all that the file
shows. Its bytes are asked for only when nothing is kept under that name (of the same generator and
libraries), and then kept: so `files` itself has to be quick, and what makes documents is loaded only when
bytes are asked for. `NEEDS` names what the extra `documents` installs for it, as pip calls it; a report that
asks for an output without its libraries is told so. It is read without loading the module.

The site, and what is made of the site, hold these instead:

    def make(view: View, tree: Tree, work: Path, day: int) -> int: ...
    def publish(view: View, parts: Parts, work: Path, new: Next) -> None: ...

`make` runs while charts are still being drawn: it does all that needs no drawing, in a folder of its own, and
returns how many pages or files there will be. `publish` puts what was made into `new`, which replaces the
published folder once every output is ready, and only then. `LAST = True` says that a module lists what all
others made.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from trendrapport.charts.drawing.draw import Drawing
from trendrapport.charts.tables.municipalities import Municipality
from trendrapport.pages.view import Page, View
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Cache, Kept, digest
from trendrapport.runtime.history import Changes
from trendrapport.runtime.plugins import modules
from trendrapport.site.generation import Next
from trendrapport.site.stage import Tree

Drawings = Mapping[str, Drawing]
"""Drawings by name."""


@dataclass(frozen=True)
class Contents:
    """What files are made of."""

    view: View
    """The published report in its own language."""
    drawings: Drawings
    pages: Sequence[Page]
    files: Tree
    """Every file of the site that needs no drawing, such as pictures, tables and fonts, by path from the
    site's root; pages are in it as the engine reads them.
    """
    day: int
    """Noon on the day that the newest edition appeared (seconds since 1970, UTC): the date of files in which
    there must be one.
    """
    changes: Changes
    """When each file of the report last changed, as far as git knows."""
    cache: Cache
    """Where what takes long to know of a file is kept between runs."""


@dataclass(frozen=True)
class Wanted:
    """A file that a page offers."""

    path: str
    page: Page
    view: View
    """The published report in the page's language."""
    entry: Entry[Any] | None
    """The entry that the page is of; None for a page of something else, such as a role or a figure."""
    municipality: Municipality | None = None
    """The municipality that it is for, if it is for one."""


@dataclass(frozen=True)
class Parts:
    """What is put into the site when all drawings are there."""

    drawings: Drawings
    files: Mapping[str, Kept]
    """Files beside the pages, by path: pictures, the files of other outputs and what servers read."""
    sizes: Mapping[str, int]
    """The bytes of each file but pages, by path; of one that is made of the site they are not known yet."""


class Output(Protocol):
    """What each module in this folder holds."""

    OFFERS: Mapping[str, str | Sequence[str]]


class Files(Output, Protocol):
    """An output that makes files beside the pages."""

    NEEDS: tuple[str, ...]

    def files(self, contents: Contents, wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
        """Each file by path, named after all that it shows; reading it makes it."""


class Form(Output, Protocol):
    """The site, or an output that is made of it, in a folder of its own within the site's."""

    def make(self, view: View, tree: Tree, work: Path, day: int) -> int:
        """Makes what needs no drawing; `work` is its own folder, which it finds back in a later run."""

    def publish(self, view: View, parts: Parts, work: Path, new: Next) -> None:
        """Makes it ready to be published; the site comes first."""


def kept_texts(texts: Mapping[str, str]) -> dict[str, Kept]:
    """Files that are made already, by path, each named after its text."""
    return {path: Kept(digest(text), partial(str.encode, text)) for path, text in texts.items()}


def made_of_site(names: Collection[str]) -> list[str]:
    """Those of these outputs that are made of the site, each in the folder of its name."""
    from trendrapport.site import outputs

    return [name for name in names if name != "site" and hasattr(modules(outputs)[name], "publish")]

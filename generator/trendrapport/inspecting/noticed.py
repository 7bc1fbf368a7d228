"""What a reader would notice between two published sites, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.reviewing.signs import plain
from trendrapport.reviewing.wording import Part, parts, turns


@dataclass(frozen=True)
class PageName:
    """A page by its path from the site's root and its title."""

    path: str
    title: str


@dataclass(frozen=True)
class Worded:
    """A paragraph that differs: empty where there was none, or is none any more."""

    before: str
    after: str

    @property
    def parts(self) -> list[Part]:
        """The same word by word, without what is far from a change."""
        return parts(turns(plain(self.before), plain(self.after)))


@dataclass(frozen=True)
class Moved:
    """A page whose address leads on to another."""

    page: PageName
    to: str


@dataclass(frozen=True)
class ChangedPage:
    """A page with other words."""

    page: PageName
    words: tuple[Worded, ...]
    sources: tuple[str, ...] = ()
    """The files of the report that it is made of, if the site says so."""


@dataclass(frozen=True)
class Everywhere:
    """A paragraph that differs in the same way on several pages."""

    words: Worded
    pages: tuple[PageName, ...]


@dataclass(frozen=True)
class CellChange:
    """A value in the table of a figure: its row and column as readers see them."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedFigure:
    """A figure with other values or words, or another drawing."""

    page: PageName
    cells: tuple[CellChange, ...]
    words: tuple[Worded, ...]
    drawings: tuple[bytes, bytes] | None
    """As it was and as it is, as SVG; None where the drawing is the same."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherFiles:
    """How many files of a type, other than pages, came and changed, and which are gone."""

    type: str
    came: int
    changed: int
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Noticed:
    """All that a reader would notice."""

    came: tuple[PageName, ...]
    gone: tuple[PageName, ...]
    moved: tuple[Moved, ...]
    pages: tuple[ChangedPage, ...]
    everywhere: tuple[Everywhere, ...]
    figures: tuple[ChangedFigure, ...]
    others: tuple[OtherFiles, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether a reader would notice nothing at all."""
        parts = (self.came, self.gone, self.moved, self.pages, self.everywhere, self.figures, self.others)
        return not any(parts)

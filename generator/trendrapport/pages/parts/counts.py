"""How many trends are in each cell of a radar or a matrix that has too many for a mark each: a table of
numbers with a dot for each trend, which lead to the names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.pages.view import View, Word
from trendrapport.placing.dot_rows import dot_rows


@dataclass(frozen=True)
class Dots:
    """The dots of one category or sector."""

    slug: str
    path: str


@dataclass(frozen=True)
class CountedCell:
    """How many trends a cell has, the same in words, and where their names are; a dot for each."""

    count: int
    says: str
    href: str
    width: int
    height: int
    dots: list[Dots]


@dataclass(frozen=True)
class CountRow:
    """The cells of a row, and what that is called; `slug` of a row with a colour of its own."""

    label: str
    slug: str | None
    cells: list[CountedCell]


@dataclass(frozen=True)
class Counts:
    """Such a table: what its columns are called together, and each of them."""

    title: str
    head: str | None
    columns: list[str]
    rows: list[CountRow]


def counted(view: View, where: str, href: str, found: Sequence[Word]) -> CountedCell:
    """A cell, given of each of its trends the word that colours it, in the order of the settings; `where` is
    what the cell is called. Of several words it also says how many trends have each.
    """
    counts = Counter(word["slug"] for word in found)
    labels = {word["slug"]: word["label"] for word in found}
    drawn = dot_rows(list(counts.values()))
    says = f"{where}: {view.labels.count('count_trends', len(found))}"
    if len(counts) > 1:
        parts = ", ".join(f"{labels[slug]} {count}" for slug, count in counts.items())
        says = f"{says} ({parts})"
    return CountedCell(
        count=len(found),
        says=says,
        href=href,
        width=drawn.width,
        height=drawn.height,
        dots=[Dots(slug, path) for slug, path in zip(counts, drawn.paths, strict=True)],
    )

"""Codes and names of municipalities or provinces to their tile; tiles and their source are in `tiles/`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Literal, get_args

from trendrapport.charts.tables.names import bare, folded

Division = Literal["provinces", "municipalities"]

_MARKS: dict[Division, re.Pattern[str]] = {
    "provinces": re.compile(r"(?:provincie|province)\s+|\s*\((?:pv|provincie|province)\)$"),
    "municipalities": re.compile(
        r"(?:gemeente|municipality of|municipality)\s+"
        r"|\s*\((?:gm|gemeente|municipality|stad|city)\)$"
    ),
}
"""What is put before or after the name of an area to say which sort of area it is."""
_IN_PROVINCE = re.compile(r"\s*\((?:[a-z]{1,2}|gld|lb)\.?\)$")
"""Letters of a province that tell two places with one name apart, as in Laren (NH.)."""
_LARGER = re.compile(r"\((?:ld|cr|am|rp|vr)\)$")
"""What Statistics Netherlands puts after the name of a part of the country, a COROP area and the like."""


@dataclass(frozen=True)
class Area:
    """A tile: which area it is, and its column and row from the north-west."""

    code: str
    name: str
    short: str
    column: int
    row: int


@dataclass(frozen=True)
class Areas:
    """The tiles of one division of the country."""

    division: Division
    all: tuple[Area, ...]
    by_word: Mapping[str, Area]
    alike: Mapping[str, tuple[Area, ...]]
    """Areas that have one short name between them."""

    def of(self, word: str) -> Area | None:
        """The area with that code or name; `Laren` will do for `Laren (NH.)`, which is the only one."""
        if word in self.by_word:
            return self.by_word[word]
        for name in self._names(word):
            if name in self.by_word:
                return self.by_word[name]
        return None

    def several(self, word: str) -> tuple[Area, ...]:
        """The areas that a name may mean, if it does not say which of them."""
        for name in self._names(word):
            same = self.alike.get(name, ())
            if len(same) > 1:
                return same
        return ()

    def _names(self, word: str) -> list[str]:
        """How a name may be known, as it is written first; none if it says that it is of another sort of
        area.
        """
        name = folded(word)
        others = [mark for sort, mark in _MARKS.items() if sort != self.division]
        if any(mark.search(name) for mark in (_LARGER, *others)):
            return []
        unmarked = _MARKS[self.division].sub("", name)
        return [
            _plain(name),
            _plain(unmarked),
            _plain(_IN_PROVINCE.sub("", unmarked)),
            bare(_plain(unmarked)),
        ]


@dataclass(frozen=True)
class Former:
    """A municipality that became part of others."""

    name: str
    year: str
    into: tuple[str, ...]


@cache
def areas(division: Division) -> Areas:
    """The areas of a division, by every code and name that only one of them has."""
    found: list[Area] = []
    by_word: dict[str, Area] = {}
    alike: dict[str, tuple[Area, ...]] = {}
    for row in _rows(division):
        area = Area(row["code"], row["name"], row["short"], int(row["column"]), int(row["row"]))
        found.append(area)
        names = [_plain(name) for name in (area.name, *_also(row))]
        by_word |= dict.fromkeys([area.code, area.short or area.code, *names, *map(bare, names)], area)
        short = _short(area.name)
        alike[short] = (*alike.get(short, ()), area)
    alone = {word: same[0] for word, same in alike.items() if len(same) == 1}
    return Areas(division, tuple(found), alone | by_word, alike)


@cache
def former() -> dict[str, Former]:
    """The municipalities that became part of others since 2010, by folded name."""
    found: dict[str, Former] = {}
    for row in _rows("former"):
        found[folded(row["name"])] = Former(row["name"], row["year"], tuple(row["into"].split(";")))
    return found


@cache
def aliases() -> dict[str, str]:
    """The folded other names of areas, each with the folded name of its area."""
    found: dict[str, str] = {}
    for row in chain.from_iterable(map(_rows, get_args(Division))):
        found |= dict.fromkeys(map(folded, _also(row)), folded(row["name"]))
    return found


def division(words: Iterable[str]) -> Division:
    """The division in which most of the words are found; of Utrecht alone, the provinces."""
    known = list(words)
    divisions: tuple[Division, ...] = get_args(Division)
    return max(divisions, key=lambda name: count_found(known, areas(name)))


def count_found(words: Iterable[str], tiles: Areas) -> int:
    """How many of the words are the name of a tile."""
    return sum(tiles.of(word) is not None for word in words)


def _rows(name: str) -> list[dict[str, str]]:
    text = files("trendrapport.charts.tables").joinpath("tiles", f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _also(row: Mapping[str, str]) -> list[str]:
    """The other names of an area."""
    return [name for name in row["also"].split(";") if name]


def _plain(name: str) -> str:
    return re.sub(r"[.]", "", folded(name).replace("-", " ")).strip()


def _short(name: str) -> str:
    return re.sub(r"\s*\(.*\)$", "", _plain(name))

"""Codes and names of municipalities or provinces to their tile; the tiles and their source are in `tiles/`."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Division = Literal["provinces", "municipalities"]


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

    all: tuple[Area, ...]
    by_word: dict[str, Area]

    def of(self, word: str) -> Area | None:
        """The area with that code or name; `Laren` will do for `Laren (NH.)`, which is the only one."""
        return self.by_word.get(word) or self.by_word.get(_plain(word)) or self.by_word.get(_short(word))


@cache
def areas(division: Division) -> Areas:
    """The areas of a division, by every code and name that stands for one of them alone."""
    text = files("trendrapport.charts").joinpath("tiles", f"{division}.csv").read_text("utf-8")
    found: list[Area] = []
    by_word: dict[str, Area] = {}
    shortened: dict[str, list[Area]] = {}
    for row in csv.DictReader(text.splitlines()):
        area = Area(row["code"], row["name"], row["short"], int(row["column"]), int(row["row"]))
        found.append(area)
        by_word |= dict.fromkeys([area.code, *(_plain(name) for name in [area.name, *row["also"].split(";")] if name)], area)
        shortened.setdefault(_short(area.name), []).append(area)
    alone = {word: same[0] for word, same in shortened.items() if len(same) == 1}
    return Areas(tuple(found), alone | by_word)


def division(words: Iterable[str]) -> Division:
    """The division in which most of the words are found; of Utrecht alone, the provinces."""
    counts = Counter({name: sum(areas(name).of(word) is not None for word in words) for name in get_args(Division)})
    name: Division = counts.most_common(1)[0][0]
    return name


def _plain(name: str) -> str:
    return re.sub(r"[.]", "", name.casefold().replace("-", " ")).strip()


def _short(name: str) -> str:
    return re.sub(r"\s*\(.*\)$", "", _plain(name))

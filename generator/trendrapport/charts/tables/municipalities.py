"""The Dutch municipalities by CBS code, with their province and size; the data and their source are in
`tiles/`.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trendrapport.diagnostics import Text, did_you_mean

_WRITE = Text(
    nl="Schrijf de naam zoals die op de site staat, of de CBS-code, zoals GM0344.",
    en="Write the name as it is on the site, or the CBS code, such as GM0344.",
)
SIZES = (25_000, 50_000, 100_000, 250_000)
"""The numbers of inhabitants at which the next size class of Statistics Netherlands used here starts."""


@dataclass(frozen=True)
class Municipality:
    """A municipality; `inhabitants` on 1 January 2022."""

    code: str
    name: str
    also: tuple[str, ...]
    """Other names for it."""
    province: str
    inhabitants: int

    @property
    def size(self) -> int:
        """The size class, counted from 0."""
        return bisect_right(SIZES, self.inhabitants)


@cache
def municipalities() -> dict[str, Municipality]:
    """The municipalities by code, in the order of their names without what comes before the first capital."""
    provinces = {row["code"]: row["name"] for row in _rows("provinces")}
    found = [_municipality(row, provinces) for row in _rows("municipalities")]
    return {one.code: one for one in sorted(found, key=_sort_key)}


def municipality(name: str) -> Municipality | None:
    """The municipality with this name, another name of it, or this code; capitals do not count."""
    return _by_name().get(name.casefold())


def meant(name: str) -> Text:
    """How to mend a name that no municipality has: the nearest one, and how names are written."""
    return did_you_mean(name, [one.name for one in municipalities().values()], _WRITE)


@cache
def _by_name() -> dict[str, Municipality]:
    found: dict[str, Municipality] = {}
    for one in municipalities().values():
        for name in (*one.also, one.name, one.code):
            found[name.casefold()] = one
    return found


def _municipality(row: Mapping[str, str], provinces: Mapping[str, str]) -> Municipality:
    also = tuple(filter(None, row["also"].split(";")))
    province, inhabitants = provinces[row["province"]], int(row["inhabitants"])
    return Municipality(row["code"], row["name"], also, province, inhabitants)


def _sort_key(one: Municipality) -> tuple[str, str]:
    return one.name.removeprefix("'s-").casefold(), one.code


def _rows(division: str) -> csv.DictReader[str]:
    text = files("trendrapport.charts.tables").joinpath("tiles", f"{division}.csv").read_text("utf-8")
    return csv.DictReader(text.splitlines())

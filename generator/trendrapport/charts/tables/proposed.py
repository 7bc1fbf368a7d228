"""What a descriptor can say of a column so that its cells are values as they are; proposed only if every
cell can then be read, and in one way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import product

from trendrapport.charts.tables.cell_values import read_cell
from trendrapport.charts.tables.told_numbers import around
from trendrapport.files.cells import Cell
from trendrapport.model.charts import Scalar, TableField

_GROUPS = (None, ".", ",", " ", "\u00a0", "\u202f", "'", "\u2019")
_DATES = (
    "%d-%m-%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d-%m-%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d %B %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%B %d, %Y",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y %H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
)
_TRUTHS = (("ja", "nee"), ("yes", "no"), ("waar", "onwaar"), ("j", "n"), ("y", "n"))
_NOTHING = {
    "decimalChar": None,
    "groupChar": None,
    "bareNumber": None,
    "format": None,
    "trueValues": None,
    "falseValues": None,
}

Keys = Mapping[str, object]
"""Keys of a field with their values."""


def proposed(field: TableField, marks: Set[str], cells: Iterable[Cell]) -> str:
    """What to write at a column, as YAML; empty if nothing helps, or if it is not certain."""
    every = {cell.text.strip() for cell in cells} - marks
    # Marks for missing values, and words, are told apart.
    texts = sorted(every)
    if field.type in ("number", "integer"):
        texts = list(filter(_has_digit, texts))
    for candidates in _candidates(field):
        found = list(_fitting(field, texts, candidates))
        if found:
            keys, first = found[0]
            are_same = all(values == first for _, values in found)
            return written(keys) if texts and are_same else ""
    return ""


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def written(keys: Keys) -> str:
    """Keys and their values as YAML on one line."""
    return ", ".join(f"{key}: {_value(value)}" for key, value in keys.items())


def _value(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\u00a0", r"\u00a0").replace("\u202f", r"\u202f")


def _fitting(
    field: TableField, texts: Sequence[str], candidates: Iterable[Keys]
) -> Iterator[tuple[Keys, list[Scalar]]]:
    """The candidates with which every text is a value, and those values."""
    for keys in candidates:
        values = _values(field.model_copy(update={**_NOTHING, **keys}), texts)
        if values is not None:
            yield keys, values


def _values(field: TableField, texts: Sequence[str]) -> list[Scalar] | None:
    """The values of texts, or None if one is none."""
    values: list[Scalar] = []
    signs: set[str] = set()
    for text in texts:
        value, problem = read_cell(text, field)
        if problem and problem.code in ("csv-type", "csv-number"):
            return None
        values.append(value)
        if field.bareNumber is False:
            signs.add(around(text))
    # Of 12% and 12 km, one would be misread.
    return values if len(signs - {""}) <= 1 else None


def _candidates(field: TableField) -> Iterator[Iterable[Keys]]:
    """What the keys of a column can be, the simplest first; of one group, all are compared."""
    match field.type:
        case "number":
            yield _numbers((".", ","), {})
            yield _numbers((".", ","), {"bareNumber": False})
        case "integer":
            yield _numbers((".",), {})
            yield _numbers((".",), {"bareNumber": False})
        case "date":
            yield [{"format": pattern} for pattern in _DATES]
        case "boolean":
            yield _truths()


def _numbers(decimals: Sequence[str], more: Keys) -> Iterator[Keys]:
    for decimal, group in product(decimals, _GROUPS):
        is_whole = len(decimals) == 1
        if group != decimal or is_whole:
            keys = {"decimalChar": decimal, "groupChar": group}
            said = {key: sign for key, sign in keys.items() if sign and (key, sign) != ("decimalChar", ".")}
            yield {**said, **more}


def _truths() -> Iterator[Keys]:
    for yes, no in _TRUTHS:
        for change in (str.lower, str.capitalize, str.upper):
            yield {"trueValues": [change(yes)], "falseValues": [change(no)]}

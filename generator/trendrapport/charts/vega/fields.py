"""The columns that a Vega-Lite specification asks for, and those that its transforms make; draws nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trendrapport.charts.vega.formulas import formulas
from trendrapport.files.yaml_data import DataPath

_DEFAULTS = {
    "fold": ("key", "value"),
    "density": ("value", "density"),
    "quantile": ("prob", "value"),
    "regression": ("coef", "rSquared"),
    "sequence": ("data",),
}
"""The columns that a transform or a source of data makes when it names none, by the manual of Vega-Lite."""

_NAMING = {
    "fold": ("fold",),
    "flatten": ("flatten",),
    "impute": ("impute", "key"),
    "stack": ("stack",),
    "density": ("density",),
    "quantile": ("quantile",),
    "regression": ("regression", "on"),
    "loess": ("loess", "on"),
}
"""By kind of transform, the keys at which it names columns that it takes, beside `field` and `groupby`."""

_FROM_VALUES = frozenset({"pivot", "lookup"})
"""These make columns whose names are in the data."""

_TICKS = frozenset({"axis", "labelExpr"})
"""Within these `datum` and `field` are of a tick of an axis, not of a row."""

_RANGES = frozenset({"bin", "stack"})
"""With one name at `as` these make a second column for the end of each range."""

_IN_FORMULA = re.compile(
    r"(?<![\w.])datum(?:"
    r"\.([^\W\d]\w*)"
    r"|\[\s*'([^'\\]*)'\s*\]"
    r'|\[\s*"([^"\\]*)"\s*\]'
    r")"
)
_NESTED = re.compile(r"(?<!\\)[.\[]")


def asked(spec: Any) -> Iterator[tuple[DataPath, str]]:  # noqa: ANN401 - any JSON
    """Each column that is asked for at `field`, at `groupby`, by a transform or in a formula, with the path
    of that text.
    """
    yield from _fields(spec, ())
    for path, formula in formulas(spec):
        if not _TICKS.intersection(path):
            for found in _IN_FORMULA.finditer(formula):
                yield path, next(filter(None, found.groups()), "")


def made(spec: Any) -> frozenset[str] | None:  # noqa: ANN401 - any JSON
    """The columns that transforms make; None where their names cannot be known without the data."""
    names: set[str] = set()
    for value in _objects(spec):
        if value.keys() & _FROM_VALUES:
            return None
        for maker in value.keys() & _DEFAULTS.keys():
            names.update(_DEFAULTS[maker])
        own = _texts(value.get("as"))
        names.update(own)
        if value.keys() & _RANGES:
            names.update(f"{name}_end" for name in own)
    return frozenset(names)


def is_known(name: str, columns: frozenset[str]) -> bool:
    """Whether a column is there: itself, a part of its values, or what Vega makes of it, such as `mean_x`."""
    whole = name.replace("\\", "")
    if whole in columns or whole.startswith("__"):
        return True
    first = _NESTED.split(name, maxsplit=1)[0]
    return first in columns or any(whole.endswith(f"_{column}") for column in columns)


def _fields(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:  # noqa: ANN401 - any JSON
    for key, inner in _items(value):
        here = (*path, key)
        if key == "field" and isinstance(inner, str):
            yield here, inner
        elif key == "groupby":
            yield from _named(inner, here)
        elif key not in {"data", "axis"}:
            yield from _fields(inner, here)
            if key == "transform":
                yield from _taken(inner, here)


def _taken(transforms: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:  # noqa: ANN401 - any JSON
    """The columns that transforms name as what they take."""
    for index, transform in _items(transforms):
        if isinstance(transform, dict):
            for kind in sorted(_NAMING.keys() & transform.keys()):
                for key in _NAMING[kind]:
                    yield from _named(transform.get(key), (*path, index, key))


def _named(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:  # noqa: ANN401 - any JSON
    """A column, or each of a list of them."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, name in enumerate(value):
            if isinstance(name, str):
                yield (*path, index), name


def _items(value: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        yield value
    for _, inner in _items(value):
        yield from _objects(inner)


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - any JSON
    names = value if isinstance(value, list) else [value]
    return [name for name in names if isinstance(name, str)]

"""What a model's fields name elsewhere, as its fields declare with `to`; knows no report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model


@dataclass(frozen=True)
class Reference:
    """A name of something else, and where in the data it is."""

    path: DataPath
    to: str
    """The kind of entry, or the taxonomy."""
    name: str
    own_edition: bool = False
    is_key: bool = False


@cache
def _targets(model: type[Model]) -> dict[str, tuple[str, bool]]:
    extras = {name: field.json_schema_extra for name, field in model.model_fields.items()}
    return {
        name: (str(extra["to"]), bool(extra.get("own_edition")))
        for name, extra in extras.items()
        if isinstance(extra, dict) and "to" in extra
    }


def target(model: type[Model], field: str) -> str | None:
    """The kind of entry or the taxonomy that a field of a model names, if it names something."""
    if field not in _targets(model):
        return None
    to, _ = _targets(model)[field]
    return to


def references(value: Any, at: DataPath = ()) -> Iterator[Reference]:  # noqa: ANN401
    """Every reference in a model and the models within it; of a partial one, those that can be read."""
    match value:
        case Model():
            targets = _targets(type(value))
            for name in type(value).model_fields:
                if name in targets:
                    yield from _named(getattr(value, name, None), (*at, name), *targets[name])
                else:
                    yield from references(getattr(value, name, None), (*at, name))
        case tuple():
            for index, item in enumerate(value):
                yield from references(item, (*at, index))


def _named(value: Any, at: DataPath, to: str, own_edition: bool) -> Iterator[Reference]:  # noqa: ANN401
    match value:
        case str():
            yield Reference(at, to, value, own_edition)
        case tuple():
            for index, item in enumerate(value):
                yield from _named(item, (*at, index), to, own_edition)
        case dict():
            for key in value:
                yield Reference((*at, key), to, key, own_edition, is_key=True)

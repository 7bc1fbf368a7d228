"""Every text in the fields of a model, such as a title, and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model


@dataclass(frozen=True)
class FieldText:
    """A text in a field, or in a list or block that the field holds."""

    model: type[Model]
    field: str
    path: DataPath
    """The path to the text, from the outermost model."""
    text: str


def texts(data: Model, at: DataPath = ()) -> Iterator[FieldText]:
    """Each text in a model and in the models inside it; of a partial one, those that can be read."""
    for name, field in type(data).model_fields.items():
        for path, value in parts_of(getattr(data, name, None), (*at, field.alias or name)):
            if isinstance(value, Model):
                yield from texts(value, path)
            else:
                yield FieldText(type(data), name, path, value)


def parts_of(value: Any, at: DataPath) -> Iterator[tuple[DataPath, str | Model]]:  # noqa: ANN401
    """Each text and each model in a value, such as that of a field."""
    match value:
        case str() | Model():
            yield at, value
        case tuple() | list():
            for index, item in enumerate(value):
                yield from parts_of(item, (*at, index))
        case dict():
            for key, item in value.items():
                yield from parts_of(item, (*at, key))

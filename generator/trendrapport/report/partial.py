"""Data with mistakes to the part of a model that can be read, so that one run reports everything.

What comes of it is not valid: it serves to look up what its fields name, and is never shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

from pydantic import ValidationError

from trendrapport.files.source import dump_json
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.report.validation import path_in

M = TypeVar("M", bound=Model)

_Paths = Collection[DataPath]


def partial(model: type[M], data: Any) -> M:  # noqa: ANN401
    """A model of the fields that have no mistake; the others have their default, or are absent where there is
    none.
    """
    try:
        return model.model_validate_json(dump_json(model.plain(data)))
    except ValidationError as error:
        return _model(model, data, {path_in(data, one["loc"]) for one in error.errors(include_url=False)}, ())


def _model(model: type[M], data: Any, wrong: _Paths, at: DataPath) -> M:  # noqa: ANN401
    parts: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        is_there = isinstance(data, dict) and key in data
        if is_there and not _is_wrong((*at, key), field.annotation, wrong):
            parts[name] = _part(field.annotation, data[key], wrong, (*at, key))
    return cast("M", model.model_construct(**parts))


def _part(annotation: Any, value: Any, wrong: _Paths, at: DataPath) -> Any:  # noqa: ANN401
    """A value with what is wrong in it left out; a wrong item becomes None, so that the others keep their
    index.
    """
    if isinstance(value, list):
        return tuple(_items(annotation, value, wrong, at))
    if not isinstance(value, dict):
        return value
    if inner := _inner(annotation):
        return _model(inner, value, wrong, at)
    inside = get_args(annotation)[-1] if get_origin(annotation) is dict else None
    parts = {}
    for key, part in value.items():
        if (*at, key) not in wrong:
            parts[key] = _part(inside, part, wrong, (*at, key))
    return parts


def _items(annotation: Any, items: list[Any], wrong: _Paths, at: DataPath) -> Iterator[Any]:  # noqa: ANN401
    for index, item in enumerate(items):
        is_wrong = (*at, index) in wrong
        yield None if is_wrong else _part(annotation, item, wrong, (*at, index))


def _is_wrong(at: DataPath, annotation: Any, wrong: _Paths) -> bool:  # noqa: ANN401
    """Whether a value has a mistake; for a pair also inside it, as half of a pair says nothing."""
    if at in wrong:
        return True
    return _is_pair(annotation) and any(path[: len(at)] == at for path in wrong)


def _is_pair(annotation: Any) -> bool:  # noqa: ANN401
    """Whether a type is, or can be, a tuple of a fixed length."""
    bare = [_bare(one) for one in (annotation, *get_args(annotation))]
    tuples = [one for one in bare if get_origin(one) is tuple]
    return any(Ellipsis not in get_args(one) for one in tuples)


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    """A type without the rules that are annotated to it."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _inner(annotation: Any) -> type[Model] | None:  # noqa: ANN401
    """The model in the type of a field that holds one, or a list of it."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    if get_origin(annotation) is dict:
        return None
    models = (_inner(one) for one in get_args(annotation))
    return next((model for model in models if model), None)

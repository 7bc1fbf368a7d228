"""Data with mistakes in it to the part of a model that can be read, so that one run tells everything.

What comes of it is not valid: it serves to look up what its fields name, and is never shown.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

from pydantic import ValidationError

from trendrapport.files.source import dump_json
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.report.validation import path_in

M = TypeVar("M", bound=Model)


def partial(model: type[M], data: Any) -> M:  # noqa: ANN401
    """A model of the fields that have no mistake; the others have their default, or are absent where there is
    none.
    """
    try:
        return model.model_validate_json(dump_json(model.plain(data)))
    except ValidationError as error:
        return _model(model, data, {path_in(data, one["loc"]) for one in error.errors(include_url=False)}, ())


def _model(model: type[M], data: Any, wrong: Collection[DataPath], at: DataPath) -> M:  # noqa: ANN401
    keys = {field.alias or name: (name, field.annotation) for name, field in model.model_fields.items()}
    right = [
        key
        for key in keys
        if isinstance(data, dict) and key in data and not _is_wrong((*at, key), keys[key][1], wrong)
    ]
    parts = {keys[key][0]: _part(keys[key][1], data[key], wrong, (*at, key)) for key in right}
    return cast("M", model.model_construct(**parts))


def _part(annotation: Any, value: Any, wrong: Collection[DataPath], at: DataPath) -> Any:  # noqa: ANN401
    """A value with what is wrong in it left out; None stands for an item, so that the others keep their
    place.
    """
    match value:
        case dict() if inner := _inner(annotation):
            return _model(inner, value, wrong, at)
        case dict():
            inside = get_args(annotation)[-1] if get_origin(annotation) is dict else None
            return {
                key: _part(inside, part, wrong, (*at, key))
                for key, part in value.items()
                if (*at, key) not in wrong
            }
        case list():
            return tuple(
                None if (*at, index) in wrong else _part(annotation, part, wrong, (*at, index))
                for index, part in enumerate(value)
            )
    return value


def _is_wrong(at: DataPath, annotation: Any, wrong: Collection[DataPath]) -> bool:  # noqa: ANN401
    """Whether a value has a mistake of its own, or within it where it is a pair: half of a pair says nothing."""
    bare = (_bare(one) for one in (annotation, *get_args(annotation)))
    kinds = [one for one in bare if get_origin(one) is tuple]
    is_pair = any(Ellipsis not in get_args(one) for one in kinds)
    return at in wrong or is_pair and any(path[: len(at)] == at for path in wrong)


def _bare(annotation: Any) -> Any:  # noqa: ANN401
    """A type without the rules that are annotated to it."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _inner(annotation: Any) -> type[Model] | None:  # noqa: ANN401
    """The model in the type of a field that holds one, or a list of it."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    inside = () if get_origin(annotation) is dict else get_args(annotation)
    return next((model for one in inside if (model := _inner(one))), None)

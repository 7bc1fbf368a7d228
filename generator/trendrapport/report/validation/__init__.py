"""Plain data to a model, and a model's complaints to diagnostics with a position.

Knows what can be wrong with a value of any model; nothing of what the models mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from trendrapport.diagnostics import Diagnostic, mended_by, nearest
from trendrapport.diagnostics.changes import Edit
from trendrapport.files.source import Source, dump_json
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.report.validation.complaint import Complaint, Mistake, keys_at
from trendrapport.report.validation.rules import explain
from trendrapport.report.validation.wrong_type import TYPES

M = TypeVar("M", bound=Model)

_Errors = dict[DataPath, list[ErrorDetails]]
"""What pydantic refuses, by its path in the data."""


def parse(
    model: type[M],
    source: Source,
    data: Any,  # noqa: ANN401
    at: DataPath = (),
) -> tuple[M | None, list[Diagnostic]]:
    """A model from the data at `at` in a source, or None and everything that is wrong with it."""
    try:
        return model.model_validate_json(dump_json(model.plain(data))), []
    except ValidationError as error:
        errors = _by_path(model, data, error.errors(include_url=False))
        return None, list(_diagnostics(model, source, at, errors))


def _by_path(model: type[Model], data: Any, errors: list[ErrorDetails]) -> _Errors:  # noqa: ANN401
    by_path: _Errors = {}
    for error in errors:
        if not _follows(error):
            loc = model.place_written(data, error["loc"])
            path = path_in(data, loc, missing=error["type"] == "missing")
            by_path.setdefault(path, []).append(error)
    return by_path


def _follows(error: ErrorDetails) -> bool:
    """Whether a list only lacks items as those that it has are wrong, which is reported of each already."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def path_in(data: Any, loc: tuple[str | int, ...], *, missing: bool = False) -> DataPath:  # noqa: ANN401
    """The part of a model's path that leads into the data: pydantic adds the names of a value's possible
    forms to it.
    """
    path: list[str | int] = []
    for part in loc[:-1] if missing else loc:
        if _has(data, part):
            path.append(part)
            data = data[part]
    if missing:
        path.append(loc[-1])
    return tuple(path)


def _has(data: Any, part: str | int) -> bool:  # noqa: ANN401
    if isinstance(data, dict):
        return part in data
    return isinstance(data, list) and part in range(len(data))


def _diagnostics(model: type[Model], source: Source, at: DataPath, errors: _Errors) -> Iterator[Diagnostic]:
    meant = _keys_meant(model, errors)
    for path, forms in _worth_reporting(errors):
        # A key that was written in another way is reported where it was written.
        if path in meant and _all_missing(forms):
            continue
        # What is wrong with a form that fits says more than that another does not.
        forms.sort(key=lambda error: error["type"] in TYPES)
        mistake = explain(Complaint(model, path, forms, source.written((*at, *path))))
        is_key = forms[0]["type"] == "extra_forbidden" or forms[0]["loc"][-1:] == ("[key]",)
        whole = (*at, *path)
        found = Diagnostic(source.locate(whole, key=is_key), mistake.code, *mistake.texts)
        yield mended_by(found, *_changes(source, whole, mistake, is_key=is_key))


def _changes(source: Source, path: DataPath, mistake: Mistake, *, is_key: bool) -> tuple[Edit, ...]:
    """What mends a mistake in the value at a path, or in its key."""
    if mistake.typed is not None:
        return source.rewritten(path, mistake.typed)
    if mistake.name is None:
        return ()
    taken = is_key and (*path[:-1], mistake.name) in source.positions
    return () if taken else source.renamed(path, mistake.name, key=is_key)


def _worth_reporting(errors: _Errors) -> Iterator[tuple[DataPath, list[ErrorDetails]]]:
    """All but the forms that a value does not have: where one form fits so far that something inside it is
    wrong, the others are not meant.
    """
    outside: set[DataPath] = set()
    for path in errors:
        outside |= {path[:length] for length in range(len(path))}
    for path, forms in errors.items():
        is_other_form = path in outside and all(error["type"] in TYPES for error in forms)
        if not is_other_form:
            yield path, forms


def _all_missing(forms: list[ErrorDetails]) -> bool:
    return all(error["type"] == "missing" for error in forms)


def _keys_meant(model: type[Model], errors: Mapping[DataPath, list[ErrorDetails]]) -> set[DataPath]:
    """The keys that are nearest to those that do not exist."""
    meant: set[DataPath] = set()
    for path, forms in errors.items():
        if path and forms[0]["type"] == "extra_forbidden":
            near = nearest(str(path[-1]), keys_at(model, path[:-1]))
            if near:
                meant.add((*path[:-1], near))
    return meant

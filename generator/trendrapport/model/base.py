"""The base of every model, and how a field is declared.

A model is validated from JSON in strict mode: nothing is coerced, no key is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema


class Model(BaseModel):
    """A frozen value with known keys only."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)

    also_read: ClassVar[frozenset[str]] = frozenset()
    """Keys that `plain` takes besides those of the fields."""

    other_forms: ClassVar[Mapping[str, Sequence[Mapping[str, Any]]]] = {}
    """By key, what `plain` takes there besides the form of the field, as JSON Schema."""

    @classmethod
    def plain(cls, data: Any) -> Any:  # noqa: ANN401
        """The data of a file in the form of this model, where that has others too."""
        return data

    @classmethod
    def place_written(cls, data: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:  # noqa: ANN401
        """The path in the data of a file to what `plain` puts at a path."""
        return path


def described(
    nl: str,
    en: str,
    *,
    example: Any = None,  # noqa: ANN401
    default: Any = ...,  # noqa: ANN401
    to: str = "",
    own_edition: bool = False,
    translated: bool = False,
    exported: bool = False,
    **rules: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """A field with its explanation in both languages and an example for starter files.

    `to` says that the value, each item of a list or each key of a mapping names something else: an entry of
    that kind, or a word of that taxonomy; with `own_edition`, one in the same edition. A field that is
    `translated` holds words, which a translation of the entry must have too; any other is the same in every
    language. What is `exported` only programs write: no starter file has it. All of it is kept in the JSON
    Schema, beside the usual keys.
    """
    marks = {"to": to, "own_edition": own_edition, "translated": translated, "exported": exported}
    extra: dict[str, Any] = {"nl": nl} | {name: mark for name, mark in marks.items() if mark}
    examples = None if example is None else [example]
    return Field(default, description=en, json_schema_extra=extra, examples=examples, **rules)


def text_schema(name: str = "", pattern: str = "") -> WithJsonSchema:
    """What a JSON Schema says of a text whose own check goes further than a schema can."""
    form: dict[str, Any] = {"format": name, "pattern": pattern}
    return WithJsonSchema({"type": "string"} | {key: value for key, value in form.items() if value})

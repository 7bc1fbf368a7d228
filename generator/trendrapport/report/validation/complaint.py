"""What pydantic refuses in the data of a model, with what the model says of the field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from trendrapport.diagnostics import Text, Texts, shortened
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.model.schema_parts import at_path, choices

_FORM = Text(nl="Zo hoort het: {explanation}.", en="It should be: {explanation}.")


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a value: its code and its texts."""

    code: str
    texts: Texts
    name: str | None = None
    """The name that belongs there, if no other can be meant; it keeps its quotation marks."""
    typed: str | None = None
    """What has to be typed there instead, if nothing else can be meant."""


@dataclass(frozen=True)
class Complaint:
    """All that pydantic refuses at one path, which may be something else for each form that a value can have.

    The first error is the one that says most.
    """

    model: type[Model]
    path: DataPath
    errors: list[ErrorDetails]
    typed: str
    """A number or a word as an editor typed it; empty for another value."""

    @property
    def kind(self) -> str:
        """The type of the first error, in the words of pydantic or of a model."""
        return self.errors[0]["type"]

    @property
    def rules(self) -> Mapping[str, Any]:
        """What the first error says of the rule that the value breaks, such as a limit."""
        return self.errors[0].get("ctx", {})

    @property
    def value(self) -> Any:  # noqa: ANN401
        """The value that is refused; for a missing key, what it is missing from."""
        return self.errors[0]["input"]

    @property
    def key(self) -> str:
        """The innermost key of the path."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def shown(self) -> dict[str, str]:
        """The key and the value as a message shows them."""
        return {"key": shortened(self.key), "value": show(self.value)}

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the field."""
        return at_path(schema_of(self.model), self.path)

    @property
    def explanation(self) -> Text | None:
        """What the model says that the field is for."""
        schema = self.schema
        if "nl" not in schema or "description" not in schema:
            return None
        return Text(schema["nl"], schema["description"])

    @property
    def form(self) -> Text | None:
        """The same as an instruction."""
        explanation = self.explanation
        return _FORM.filled(explanation=explanation) if explanation else None


@cache
def schema_of(model: type[Model]) -> dict[str, Any]:
    """The JSON Schema of a model."""
    return model.model_json_schema()


def keys_at(model: type[Model], path: DataPath) -> list[str]:
    """The keys that a block at a path can have."""
    whole = schema_of(model)
    if path and path[0] in model.also_read:
        forms = {name: {"anyOf": list(forms)} for name, forms in model.other_forms.items()}
        whole = {"properties": forms}
    found: set[str] = set()
    for option in choices(whole, at_path(whole, path)):
        found |= option.get("properties", {}).keys()
    return sorted(found)


def show(value: Any) -> str:  # noqa: ANN401
    """A value as a message shows it."""
    if isinstance(value, str):
        return shortened(value)
    return shortened(json.dumps(value, ensure_ascii=False, default=str))

"""A specification held against the schema of Vega-Lite that comes with Altair, without loading Altair: what
is no Vega-Lite, and where.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trendrapport.diagnostics import Text, choose_from, did_you_mean
from trendrapport.files.yaml_data import DataPath

if TYPE_CHECKING:
    from jsonschema import Draft7Validator
    from jsonschema.exceptions import ValidationError

_VALUE = Text(nl="Vega-Lite kent {value} hier niet", en="Vega-Lite does not know {value} here")
_KEY = (
    Text(
        nl='Vega-Lite kent de sleutel "{key}" hier niet', en=('Vega-Lite does not know the key "{key}" here')
    ),
    Text(nl='Haal "{key}" weg.', en='Remove "{key}".'),
)
_LACKING = (
    Text(nl='de sleutel "{key}" ontbreekt', en='the key "{key}" is missing'),
    Text(nl='Zet "{key}" hierbij.', en='Add "{key}" here.'),
)
_TYPE = (
    Text(nl="hier hoort {types}", en="{types} must stand here"),
    Text(nl="Schrijf hier {types}.", en="Write {types} here."),
)
_OTHER = (
    Text(nl="deze waarde kan hier niet: {reason}", en="this value is not possible here: {reason}"),
    Text(
        nl="De beschrijving van Vega-Lite zegt wat hier kan staan.",
        en=("The documentation of Vega-Lite says what can stand here."),
    ),
)
_TYPES = {
    "string": Text(nl="een tekst", en="a text"),
    "number": Text(nl="een getal", en="a number"),
    "integer": Text(nl="een getal", en="a number"),
    "boolean": Text(nl="true of false", en="true or false"),
    "object": Text(nl="een object ({...})", en="an object ({...})"),
    "array": Text(nl="een lijst ([...])", en="a list ([...])"),
    "null": Text(nl="null", en="null"),
}
_ALSO = Text(nl="Of schrijf hier {types}.", en="Or write {types} here.")
_OR = Text(nl=" of ", en=" or ")

WEIGHTS = {"additionalProperties": 1.0, "enum": 2.0, "const": 3.0, "required": 4.0, "type": 6.0}
"""How far a specification is from a form that it breaks in this way: another key is nearer than a value of
another type.
"""
DEEPER = 0.6
"""What is wrong deeper within a form weighs so much less: up to there it was that form."""
SHOWN = 40
"""So many characters of a wrong value are shown."""
LISTED = 60
"""Of more choices than these no list is given."""


@dataclass(frozen=True)
class Mistake:
    """What is no Vega-Lite, and the path of the value, or of the object that lacks one."""

    path: DataPath
    what: Text
    fix: Text


def mistakes(spec: dict[str, Any]) -> list[Mistake]:
    """What is no Vega-Lite in a specification; of the forms that it could have, the nearest tells it."""
    found = [mistake for error in _validator().iter_errors(spec) for mistake in _of(error)]
    return list(dict.fromkeys(found))


@cache
def _validator() -> Draft7Validator:
    from jsonschema import Draft7Validator

    package = importlib.util.find_spec("altair")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("altair")
    schema = next(Path(package.origin).parent.glob("vegalite/v*/schema/vega-lite-schema.json"))
    return Draft7Validator(json.loads(schema.read_text("utf-8")))


def _of(error: ValidationError) -> Iterator[Mistake]:
    leaves = _nearest(error)
    # A key that is written wrong is also one that is missing: that is one mistake.
    misspelt = {tuple(leaf.absolute_path) for leaf in leaves if leaf.validator == "additionalProperties"}
    for leaf in leaves:
        if leaf.validator != "required" or tuple(leaf.absolute_path) not in misspelt:
            yield from _told(leaf, error)


def _nearest(error: ValidationError) -> list[ValidationError]:
    """What is wrong by the nearest of several forms."""
    if not error.context:
        return [error]
    forms: dict[Any, list[ValidationError]] = {}
    for inner in error.context:
        forms.setdefault(inner.relative_schema_path[0], []).extend(_nearest(inner))
    return min(forms.values(), key=lambda found: sum(map(_weight, found)))


def _weight(error: ValidationError) -> float:
    weight = WEIGHTS.get(str(error.validator), 2.0) * DEEPER ** len(error.absolute_path)
    return weight * len(_unknown(error)) if error.validator == "additionalProperties" else weight


def _unknown(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    return [key for key in error.instance if key not in known] if isinstance(error.instance, dict) else []


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    if error.context:
        for inner in error.context:
            yield from _leaves(inner)
    else:
        yield error


def _told(leaf: ValidationError, whole: ValidationError) -> Iterator[Mistake]:
    path: DataPath = tuple(leaf.absolute_path)
    if leaf.validator == "additionalProperties":
        known = _known(path, whole)
        for key in _unknown(leaf):
            fix = (
                choose_from(key, known)
                if len(known) <= LISTED
                else did_you_mean(key, known, _KEY[1].filled(key=key))
            )
            yield Mistake((*path, key), _KEY[0].filled(key=key), fix)
    elif leaf.validator in {"enum", "const"}:
        yield Mistake(path, _VALUE.filled(value=_shown(leaf.instance)), _choice(leaf, path, whole))
    elif leaf.validator == "required":
        for key in leaf.validator_value:
            if key not in leaf.instance:
                yield Mistake(path, _LACKING[0].filled(key=key), _LACKING[1].filled(key=key))
    elif leaf.validator == "type":
        types = _types(path, whole)
        yield Mistake(path, _TYPE[0].filled(types=types), _TYPE[1].filled(types=types))
    else:
        yield Mistake(path, _OTHER[0].filled(reason=leaf.message[: 2 * SHOWN]), _OTHER[1])


def _known(path: DataPath, whole: ValidationError) -> list[str]:
    """Every key that some form has in the object at this place."""
    found = [
        one
        for one in _leaves(whole)
        if tuple(one.absolute_path) == path and one.validator == "additionalProperties"
    ]
    return sorted({key for one in found for key in one.schema.get("properties", {})})


def _choice(leaf: ValidationError, path: DataPath, whole: ValidationError) -> Text:
    """The values of which one can be chosen, and the kinds of others."""
    fix = choose_from(str(leaf.instance), _choices(path, whole))
    types = _types(path, whole)
    return fix + _ALSO.filled(types=types) if types.nl else fix


def _choices(path: DataPath, whole: ValidationError) -> list[str]:
    """Every value that some form allows at this place."""
    found = [
        one
        for one in _leaves(whole)
        if tuple(one.absolute_path) == path and one.validator in {"enum", "const"}
    ]
    values = [
        value
        for one in found
        for value in (one.validator_value if one.validator == "enum" else [one.validator_value])
    ]
    return list(dict.fromkeys(str(value) for value in values if value is not None))


def _types(path: DataPath, whole: ValidationError) -> Text:
    """The kinds of values that some form has at this place, in words; that of the value itself is none of
    them.
    """
    found = [one for one in _leaves(whole) if tuple(one.absolute_path) == path and one.validator == "type"]
    wanted = [
        kind
        for one in found
        for kind in ([one.validator_value] if isinstance(one.validator_value, str) else one.validator_value)
    ]
    named = list(dict.fromkeys(_TYPES[kind] for kind in wanted))
    return Text(nl=_OR.nl.join(one.nl for one in named), en=_OR.en.join(one.en for one in named))


def _shown(value: Any) -> str:  # noqa: ANN401
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}\u2026"

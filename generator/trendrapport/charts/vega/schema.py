"""A specification compared with the schema of Vega-Lite that comes with Altair, without loading Altair: what
is not Vega-Lite, and where.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trendrapport.diagnostics import Text, Texts, choose_from, did_you_mean
from trendrapport.diagnostics.texts import joined
from trendrapport.files.yaml_data import DataPath

if TYPE_CHECKING:
    from jsonschema import Draft7Validator
    from jsonschema.exceptions import ValidationError

_WHY = Text(nl="zo kan de grafiek niet worden getekend", en="the chart cannot be drawn like this")
_VALUE = Text(nl="Vega-Lite accepteert {value} hier niet", en="Vega-Lite does not accept {value} here")
_KEY = (
    Text(nl='Vega-Lite kent de sleutel "{key}" hier niet', en='Vega-Lite does not know the key "{key}" here'),
    Text(nl='Verwijder "{key}".', en='Remove "{key}".'),
)
_LACKING = (
    Text(nl='de sleutel "{key}" ontbreekt', en='the key "{key}" is missing'),
    Text(nl='Voeg "{key}" hier toe.', en='Add "{key}" here.'),
)
_TYPE = (
    Text(nl="hier is {types} nodig", en="{types} is needed here"),
    Text(nl="Schrijf hier {types}.", en="Write {types} here."),
)
_OTHER = (
    Text(nl="deze waarde mag hier niet: {reason}", en="this value is not allowed here: {reason}"),
    Text(
        nl="De documentatie van Vega-Lite zegt wat hier mag staan.",
        en="The Vega-Lite documentation says what is allowed here.",
    ),
)
_TYPES = {
    "string": Text(nl="een tekst", en="a string"),
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
"""What is wrong one level deeper weighs this much less: up to there it was that form."""
SHOWN = 40
"""How many characters of a wrong value are shown."""
LISTED = 60
"""Of more choices than these no list is given."""


@dataclass(frozen=True)
class Mistake:
    """What is wrong in a specification, and the path of the value, or of the object that lacks one."""

    path: DataPath
    code: str
    what: Text
    why: Text
    fix: Text


def mistake(path: DataPath, code: str, texts: Texts, **values: object) -> Mistake:
    """A mistake of these texts; values go into what it says is wrong."""
    what, why, fix = texts
    return Mistake(path, code, what.filled(**values), why, fix)


def mistakes(spec: dict[str, Any]) -> list[Mistake]:
    """What is no Vega-Lite in a specification; of the forms that it could have, the nearest says what."""
    found: dict[Mistake, None] = {}
    for error in _validator().iter_errors(spec):
        found |= dict.fromkeys(_of(error))
    return list(found)


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
        path: DataPath = tuple(leaf.absolute_path)
        if leaf.validator != "required" or path not in misspelt:
            yield from _of_leaf(leaf, path, error)


def _nearest(error: ValidationError) -> list[ValidationError]:
    """What is wrong by the nearest of several forms."""
    if not error.context:
        return [error]
    forms: dict[Any, list[ValidationError]] = {}
    for inner in error.context:
        forms.setdefault(inner.relative_schema_path[0], []).extend(_nearest(inner))
    return min(forms.values(), key=_distance)


def _distance(form: Sequence[ValidationError]) -> float:
    """How far a specification is from a form of which this is wrong."""
    return sum(map(_weight, form))


def _weight(error: ValidationError) -> float:
    weight: float = WEIGHTS.get(str(error.validator), 2.0) * DEEPER ** len(error.absolute_path)
    if error.validator == "additionalProperties":
        return weight * len(_unknown(error))
    return weight


def _unknown(error: ValidationError) -> list[str]:
    """The keys of an object that its form does not have."""
    if not isinstance(error.instance, dict):
        return []
    known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    return [key for key in error.instance if key not in known]


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """What is wrong by any of several forms."""
    if not error.context:
        yield error
        return
    for inner in error.context:
        yield from _leaves(inner)


def _leaves_at(path: DataPath, whole: ValidationError, *validators: str) -> Iterator[ValidationError]:
    """What is wrong with the value at a path by some rules, in any of several forms."""
    for leaf in _leaves(whole):
        if leaf.validator in validators and tuple(leaf.absolute_path) == path:
            yield leaf


def _of_leaf(leaf: ValidationError, path: DataPath, whole: ValidationError) -> Iterator[Mistake]:
    """What is wrong with one value, by the rule that it breaks."""
    if leaf.validator == "additionalProperties":
        yield from _unknown_keys(leaf, path, whole)
    elif leaf.validator in {"enum", "const"}:
        yield _mistake(path, _VALUE.filled(value=_shown(leaf.instance)), _choice(leaf, path, whole))
    elif leaf.validator == "required":
        for key in leaf.validator_value:
            if key not in leaf.instance:
                yield _mistake(path, _LACKING[0].filled(key=key), _LACKING[1].filled(key=key))
    elif leaf.validator == "type":
        types = _types(path, whole)
        yield _mistake(path, _TYPE[0].filled(types=types), _TYPE[1].filled(types=types))
    else:
        yield _mistake(path, _OTHER[0].filled(reason=leaf.message[: 2 * SHOWN]), _OTHER[1])


def _mistake(path: DataPath, what: Text, fix: Text) -> Mistake:
    return Mistake(path, "vega-lite-unknown", what, _WHY, fix)


def _unknown_keys(leaf: ValidationError, path: DataPath, whole: ValidationError) -> Iterator[Mistake]:
    """Each key that no form has in the object at this path."""
    known = _known(path, whole)
    for key in _unknown(leaf):
        if len(known) <= LISTED:
            fix = choose_from(key, known)
        else:
            fix = did_you_mean(key, known, _KEY[1].filled(key=key))
        yield _mistake((*path, key), _KEY[0].filled(key=key), fix)


def _known(path: DataPath, whole: ValidationError) -> list[str]:
    """Every key that some form has in the object at this path."""
    known: set[str] = set()
    for leaf in _leaves_at(path, whole, "additionalProperties"):
        known |= leaf.schema.get("properties", {}).keys()
    return sorted(known)


def _choice(leaf: ValidationError, path: DataPath, whole: ValidationError) -> Text:
    """The values of which one can be chosen, and the kinds of others."""
    fix = choose_from(str(leaf.instance), _choices(path, whole))
    types = _types(path, whole)
    return fix + _ALSO.filled(types=types) if types.nl else fix


def _choices(path: DataPath, whole: ValidationError) -> list[str]:
    """Every value that some form allows at this path."""
    values: list[object] = []
    for leaf in _leaves_at(path, whole, "enum", "const"):
        values += leaf.validator_value if leaf.validator == "enum" else [leaf.validator_value]
    return list(dict.fromkeys(str(value) for value in values if value is not None))


def _types(path: DataPath, whole: ValidationError) -> Text:
    """The kinds of values that some form has at this path, in words; that of the value itself is none of
    them.
    """
    names: list[str] = []
    for leaf in _leaves_at(path, whole, "type"):
        wanted = leaf.validator_value
        names += [wanted] if isinstance(wanted, str) else wanted
    types = list(dict.fromkeys(_TYPES[name] for name in names))
    return joined(types, _OR)


def _shown(value: Any) -> str:  # noqa: ANN401
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}\u2026"

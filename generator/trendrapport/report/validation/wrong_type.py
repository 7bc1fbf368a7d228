"""A value of the wrong type, such as a text instead of a list."""

from __future__ import annotations

import re
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.files import value_advice
from trendrapport.files.yaml_quoting import quoted
from trendrapport.model.schema_parts import at_path, choices
from trendrapport.report.validation.complaint import Complaint, Mistake, schema_of, show
from trendrapport.report.validation.forms import ANY_DATE, FULL_DATE

_WHY = Text(nl="het programma raadt niets en zet niets om", en="the program does not guess or convert values")
_WHAT_WHOLE = Text(nl="hier is {expected} nodig", en="{expected} is needed here")
_WHAT_TYPE = Text(
    nl='"{key}" moet {expected} zijn, maar is {seen}',
    en='"{key}" must be {expected}, but is {seen}',
)
_WHAT_ITEM = Text(
    nl='elk lijstpunt van "{key}" moet {expected} zijn, maar dit is {seen}',
    en='each item of "{key}" must be {expected}, but this is {seen}',
)
_QUOTED = Text(
    nl='Zet de waarde tussen aanhalingstekens: "{value}".',
    en='Put the value in quotation marks: "{value}".',
)
_COLON = Text(
    nl="Zet tekst met een dubbele punt tussen aanhalingstekens: {value}",
    en="Put text with a colon in quotation marks: {value}",
)
_OR = Text(nl="{first} of {second}", en="{first} or {second}")

TYPES: dict[str, tuple[Text, Text]] = {
    "string_type": (
        Text(nl="tekst", en="text"),
        Text(nl="Schrijf tekst achter de sleutel.", en="Write text after the key."),
    ),
    "int_type": (
        Text(nl="een geheel getal", en="a whole number"),
        Text(
            nl="Schrijf een geheel getal, zonder aanhalingstekens.",
            en="Write a whole number, without quotation marks.",
        ),
    ),
    "float_type": (
        Text(nl="een getal", en="a number"),
        Text(
            nl="Schrijf een getal met een decimale punt, zonder aanhalingstekens.",
            en="Write a number with a decimal point, without quotation marks.",
        ),
    ),
    "bool_type": (
        Text(nl="true of false", en="true or false"),
        Text(nl="Schrijf true of false.", en="Write true or false."),
    ),
    "tuple_type": (
        Text(nl="een lijst", en="a list"),
        Text(
            nl='Begin elke regel met "- ", of zet de waarden tussen [ en ].',
            en='Start each line with "- ", or put the values between [ and ].',
        ),
    ),
    "dict_type": (
        Text(nl="een blok met sleutels", en="a block of keys"),
        Text(nl='Schrijf ingesprongen regels "sleutel: waarde".', en='Write indented lines "key: value".'),
    ),
}
TYPES |= {
    "int_from_float": TYPES["int_type"],
    "model_type": TYPES["dict_type"],
    "model_attributes_type": TYPES["dict_type"],
    "list_type": TYPES["tuple_type"],
}
"""By the type that pydantic asks: what it is called, and how to write it."""


_NUMBERS = frozenset({"int_type", "int_from_float", "float_type"})
_DECIMAL = r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_YES_OR_NO = dict.fromkeys(("yes", "ja", "waar", "on", "aan"), "true")
_YES_OR_NO |= dict.fromkeys(("no", "nee", "onwaar", "off", "uit"), "false")


def wrong_type(complaint: Complaint) -> Mistake:
    """A value of none of the types that its field can have."""
    types = [error["type"] for error in complaint.errors if error["type"] in TYPES]
    expected, fix = _expected(complaint, types)
    fix = _meant(complaint, types) or fix
    typed = _sure(complaint, types)
    if not complaint.key:
        return Mistake("wrong-type", (_WHAT_WHOLE.filled(expected=expected), _WHY, fix), typed=typed)
    is_item = isinstance(complaint.path[-1], int)
    what = _WHAT_ITEM if is_item else _WHAT_TYPE
    filled = what.filled(key=complaint.shown["key"], expected=expected, seen=_seen(complaint))
    return Mistake("wrong-type", (filled, _WHY, fix), typed=typed)


def _sure(complaint: Complaint, types: list[str]) -> str | None:
    """What has to be typed instead, if nothing else can be meant."""
    value, asked = complaint.value, set(types)
    if "string_type" in asked:
        return _as_text(complaint) if len(asked) == 1 else None
    if not isinstance(value, str):
        return None
    if asked <= _NUMBERS and re.fullmatch(r"-?[0-9]{1,15}" if "int_type" in asked else _DECIMAL, value):
        return value
    if asked == {"bool_type"}:
        return _YES_OR_NO.get(value.casefold())
    if asked <= {"tuple_type", "list_type"} and re.fullmatch(r"\w[\w-]*", value):
        return None if _is_list_of_blocks(complaint) else f"[{value}]"
    return None


def _as_text(complaint: Complaint) -> str | None:
    """A number, or a text with a colon that became a block, between quotation marks."""
    value = complaint.value
    if isinstance(value, int | float) and not isinstance(value, bool) and complaint.typed:
        return f'"{complaint.typed}"'
    if _is_pair(value):
        ((key, rest),) = value.items()
        return quoted(f"{key}: {rest}") if isinstance(rest, str) and rest.strip() else None
    return None


def _expected(complaint: Complaint, types: list[str]) -> tuple[Text, Text]:
    """What the types are called, and how to write such a value."""
    expected, fix = TYPES[types[0]]
    names = list(dict.fromkeys(TYPES[one][0] for one in types))
    if "string_type" in types and isinstance(complaint.value, int | float):
        return expected, _QUOTED.filled(value=_typed(complaint))
    if types[0] == "string_type" and _is_pair(complaint.value):
        return expected, _with_colon(complaint.value) or fix
    if len(names) > 1:
        return _either(names), complaint.form or fix
    return expected, fix


def _either(names: list[Text]) -> Text:
    expected, *others = names
    for other in others:
        expected = _OR.filled(first=expected, second=other)
    return expected


def _is_pair(value: Any) -> bool:  # noqa: ANN401
    """Whether a value is a block of one key, as a text with a colon in it becomes."""
    return isinstance(value, dict) and len(value) == 1


def _with_colon(pair: dict[str, Any]) -> Text | None:
    ((key, rest),) = pair.items()
    if not isinstance(rest, str | int | float):
        return None
    return _COLON.filled(value=quoted(f"{key}: {rest}"))


def _meant(complaint: Complaint, types: list[str]) -> Text | None:
    """How to write what an editor probably meant, as far as that can be said."""
    value = complaint.value
    if types[0] == "string_type" and not isinstance(value, dict | list):
        return _meant_date(complaint)
    match types:
        case ["int_type" | "int_from_float" | "float_type" as number]:
            better = value_advice.number(value, whole=number != "float_type")
            return _with_form(complaint, better or TYPES[number][1])
        case ["tuple_type" | "list_type"]:
            better = None if _is_list_of_blocks(complaint) else value_advice.items(value)
            return _with_form(complaint, better or TYPES["tuple_type"][1])
        case ["model_type" | "model_attributes_type" | "dict_type"]:
            return value_advice.block(complaint.schema, value)
    return None


def _meant_date(complaint: Complaint) -> Text | None:
    """How to write a date, where the field asks one."""
    forms = choices(schema_of(complaint.model), complaint.schema)
    if any(form.get("format") == "date" for form in forms):
        return FULL_DATE
    if any(form.get("type") == ["string", "integer"] for form in forms):
        return ANY_DATE
    return None


def _is_list_of_blocks(complaint: Complaint) -> bool:
    return "properties" in at_path(schema_of(complaint.model), (*complaint.path, 0))


def _with_form(complaint: Complaint, fix: Text) -> Text:
    form = complaint.form
    return fix + form if form else fix


def _seen(complaint: Complaint) -> Text:
    """What an editor wrote, by its type."""
    value = complaint.value
    match value:
        case None:
            return Text(nl="leeg", en="empty")
        case dict():
            return Text(nl="een blok met sleutels", en="a block of keys")
        case list() | tuple():
            return Text(nl="een lijst", en="a list")
        case str():
            return Text(nl=f'de tekst "{show(value)}"', en=f'the text "{show(value)}"')
    return Text(nl=_typed(complaint), en=_typed(complaint))


def _typed(complaint: Complaint) -> str:
    return complaint.typed or show(complaint.value)

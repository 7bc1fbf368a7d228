"""Plain data to a model, and a model's complaints to diagnostics with a place.

Knows what can be wrong with a value of any model; nothing of what the models mean.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from trendrapport.diagnostics import Diagnostic, Text, choose_from, nearest, shortened
from trendrapport.files import value_advice
from trendrapport.files.source import Source, dump_json
from trendrapport.files.yaml_data import DataPath
from trendrapport.files.yaml_quoting import quoted
from trendrapport.model.addresses import slug_of
from trendrapport.model.base import Model
from trendrapport.model.schema_parts import at_path, choices

M = TypeVar("M", bound=Model)

_WHY_KEY = Text(
    nl="een sleutel die het rapport niet kent, zou ongemerkt verdwijnen",
    en="a key that the report does not know would silently disappear",
)
_WHY_MISSING = Text(
    nl=("zonder deze sleutel is de pagina niet compleet"), en="without this key the page is incomplete"
)
_WHY_TYPE = Text(nl="er wordt niets geraden of omgezet", en="nothing is guessed or converted")
_WHY_RANGE = Text(
    nl="buiten deze grenzen heeft de waarde geen betekenis",
    en="outside these limits the value has no meaning",
)
_WHY_NAME = Text(nl="dit wordt een adres of een verwijzing", en="this becomes an address or a reference")
_WHY_DATE = Text(nl="op een datum wordt gesorteerd en gepubliceerd", en="dates decide order and publication")
_WHY_ADDRESS = Text(nl="lezers moeten de link kunnen volgen", en="readers must be able to follow the link")
_WHY_EMPTY = Text(nl="een lege tekst zegt de lezer niets", en="an empty text tells the reader nothing")
_WHY_CHOICE = Text(
    nl=("de pagina's en filters kennen alleen deze waarden"), en="pages and filters know only these values"
)

_QUOTED = Text(
    nl='Zet aanhalingstekens om de waarde: "{value}".',
    en=('Put quotation marks around the value: "{value}".'),
)

_COLON = Text(
    nl="Zet tekst met een dubbele punt tussen aanhalingstekens: {value}",
    en="Put text with a colon between quotation marks: {value}",
)

_TYPES: dict[str, tuple[Text, Text]] = {
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
            nl="Schrijf een getal met een punt, zonder aanhalingstekens.",
            en="Write a number with a point, without quotation marks.",
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
        Text(nl=('Schrijf ingesprongen regels "sleutel: waarde".'), en='Write indented lines "key: value".'),
    ),
}
_TYPES |= {
    "int_from_float": _TYPES["int_type"],
    "model_type": _TYPES["dict_type"],
    "model_attributes_type": _TYPES["dict_type"],
    "list_type": _TYPES["tuple_type"],
}

_LIMITS = {
    "greater_than_equal": Text(nl="minstens {ge}", en="at least {ge}"),
    "less_than_equal": Text(nl="hoogstens {le}", en="at most {le}"),
    "greater_than": Text(nl="meer dan {gt}", en="more than {gt}"),
    "less_than": Text(nl="minder dan {lt}", en="less than {lt}"),
    "finite_number": Text(nl="eindig", en="finite"),
}

_WHAT_UNKNOWN = Text(nl='de sleutel "{key}" bestaat niet', en='the key "{key}" does not exist')
_WHAT_MISSING = Text(nl='de sleutel "{key}" ontbreekt', en='the key "{key}" is missing')
_FIX_MISSING = Text(nl='Voeg "{key}:" toe: {nl}.', en='Add "{key}:": {en}.')
_PUBLISHED = Text(
    nl=(
        '"published" staat alleen in edition.yml: wanneer een editie verscheen. Vanaf welke dag lezers iets '
        'krijgen, zegt "publish".'
    ),
    en=(
        '"published" only stands in edition.yml: when an edition appeared. From which day '
        'readers get something, "publish" says.'
    ),
)
_BOTH = Text(
    nl=('"published" zegt wanneer de editie verscheen, "publish" vanaf welke dag lezers haar krijgen.'),
    en='"published" says when the edition appeared, "publish" from which day readers get it.',
)
_PUBLISH = Text(
    nl='"publish" is iets anders: de dag vanaf wanneer lezers de editie krijgen.',
    en='"publish" is something else: the day from which readers get the edition.',
)
_WHAT_TYPE = Text(
    nl='"{key}" moet {expected_nl} zijn, maar is {seen_nl}',
    en='"{key}" must be {expected_en}, but is {seen_en}',
)
_WHAT_ITEM = Text(
    nl='elk punt van "{key}" moet {expected_nl} zijn, maar dit is {seen_nl}',
    en='each item of "{key}" must be {expected_en}, but this is {seen_en}',
)
_MEANING = Text(nl="Dat is: {told}.", en="That is: {told}.")
_FEW = 12
"""Of so many choices a field's explanation can say what each means."""
_FIX_FORM = Text(nl="Zo hoort het: {told}.", en="It should be: {told}.")
_WHAT_WHOLE = Text(nl="hier moet {expected_nl} staan", en="{expected_en} must stand here")
_WHAT_CHOICE = Text(nl='"{value}" kan niet bij "{key}"', en='"{value}" cannot stand at "{key}"')
_WHAT_RANGE = Text(
    nl='{value} kan niet bij "{key}": het moet {limit_nl} zijn',
    en='{value} cannot stand at "{key}": it must be {limit_en}',
)
_FIX_RANGE = Text(nl="Schrijf een getal dat {limit_nl} is.", en="Write a number that is {limit_en}.")
_WHAT_NAME = Text(
    nl='"{value}" is geen geldige naam voor "{key}"', en=('"{value}" is not a valid name for "{key}"')
)
_FIX_NAME = Text(nl="Schrijf het volgens dit patroon: {pattern}", en="Write it by this pattern: {pattern}")
_FIX_SLUG = Text(
    nl='Schrijf "{name}": kleine letters, cijfers en streepjes.',
    en='Write "{name}": lower case letters, digits and hyphens.',
)
_FIX_NAME_OF = Text(
    nl='Schrijf "{name}": kleine letters, cijfers, streepjes en lage streepjes.',
    en='Write "{name}": lower case letters, digits, hyphens and underscores.',
)
_WHAT_LONG = Text(
    nl='"{key}" is langer dan {limit} tekens ({seen})',
    en='"{key}" is longer than {limit} characters ({seen})',
)
_WHY_LONG = Text(
    nl="lange teksten passen niet op kaarten en in lijsten",
    en=("long texts do not fit on cards and in lists"),
)
_FIX_LONG = Text(nl="Maak de tekst korter.", en="Make the text shorter.")
_WHAT_FEW = Text(nl='"{key}" heeft er minstens {limit} nodig', en='"{key}" needs at least {limit}')
_FIX_FEW = Text(nl="Vul de lijst aan.", en="Complete the list.")
_WHAT_MANY = Text(nl='"{key}" mag er hoogstens {limit} hebben', en='"{key}" may have at most {limit}')
_FIX_MANY = Text(nl="Haal weg wat er te veel is.", en="Remove what is too much.")
_OTHER = Text(nl='de waarde bij "{key}" klopt niet ({type})', en='the value at "{key}" is wrong ({type})')
_FIX_OTHER = Text(
    nl=("Kijk in de handleiding wat hier kan staan."), en="See the manual for what can stand here."
)

_ADVICE = {
    "bad-date": value_advice.day,
    "incomplete-date": value_advice.day,
    "bad-moment": value_advice.moment,
}
"""What a value of the wrong form was meant to be, by the code of its mistake."""

_CUSTOM: dict[str, tuple[Text, Text, Text]] = {
    "bad-date": (
        Text(nl='"{value}" bij "{key}" is geen datum', en='"{value}" at "{key}" is not a date'),
        _WHY_DATE,
        Text(
            nl="Schrijf een bestaande datum, zoals 2021, 2021-11 of 2021-11-25.",
            en="Write an existing date, such as 2021, 2021-11 or 2021-11-25.",
        ),
    ),
    "bad-moment": (
        Text(nl='"{value}" bij "{key}" is geen moment', en='"{value}" at "{key}" is not a moment'),
        Text(
            nl="zo is niet te zeggen waar in de grafiek het staat",
            en=("it cannot be said where in the chart it stands"),
        ),
        Text(
            nl="Schrijf een bestaand jaar, een maand, een dag, een kwartaal of een week: "
            "2021, 2021-11, 2021-11-25, 2021-Q4 of 2021-W47.",
            en=(
                "Write an existing year, month, day, quarter or week: 2021, 2021-11, "
                "2021-11-25, 2021-Q4 or 2021-W47."
            ),
        ),
    ),
    "date-range": (
        Text(
            nl='"{value}" bij "{key}" valt buiten de jaren {first} tot en met {last}',
            en='"{value}" at "{key}" is outside the years {first} to {last}',
        ),
        Text(
            nl="een tijdlijn toont elk jaar tussen de eerste en de laatste datum",
            en="a timeline shows each year between the first and the last date",
        ),
        Text(
            nl="Schrijf de datum zelf. Is die nog niet bekend, laat de sleutel dan weg.",
            en="Write the date itself. If it is not known yet, leave the key out.",
        ),
    ),
    "incomplete-date": (
        Text(
            nl=('"{value}" bij "{key}" is geen volledige datum'), en='"{value}" at "{key}" is not a full date'
        ),
        _WHY_DATE,
        Text(
            nl="Schrijf jaar, maand en dag, zoals 2021-11-25.",
            en="Write year, month and day, such as 2021-11-25.",
        ),
    ),
    "bad-colour": (
        Text(nl='"{value}" bij "{key}" is geen kleur', en='"{value}" at "{key}" is not a colour'),
        Text(
            nl="de site tekent alleen kleuren die zo geschreven zijn",
            en=("the site only draws colours written this way"),
        ),
        Text(
            nl='Schrijf "#" en zes tekens (0-9, a-f), tussen aanhalingstekens, zoals "#0b5c66".',
            en=('Write "#" and six characters (0-9, a-f), between quotation marks, such as "#0b5c66".'),
        ),
    ),
    "one-colour": (
        Text(
            nl='bij "{key}" horen twee kleuren, en er staat er een',
            en=('"{key}" needs two colours, and there is one'),
        ),
        Text(
            nl=("de site heeft een lichte en een donkere weergave"),
            en="the site has a light and a dark scheme",
        ),
        Text(
            nl='Schrijf er twee, eerst die voor de lichte weergave: ["{first}", "#..."].',
            en='Write two, first the one for the light scheme: ["{first}", "#..."].',
        ),
    ),
    "bad-address": (
        Text(nl='"{value}" bij "{key}" is geen webadres', en=('"{value}" at "{key}" is not a web address')),
        _WHY_ADDRESS,
        Text(
            nl="Schrijf het hele adres, met https:// ervoor.",
            en="Write the whole address, starting with https://.",
        ),
    ),
    "address-with-user": (
        Text(
            nl='in "{value}" bij "{key}" staat een @ voor het eind van de hostnaam',
            en='in "{value}" at "{key}" there is an @ before the end of the host name',
        ),
        Text(
            nl=(
                "wat voor die @ staat, is een naam of een wachtwoord; wie dat leest, ziet "
                "een andere site dan er opengaat"
            ),
            en=(
                "what stands before that @ is a name or a password; anyone who reads "
                "it sees another site than the one that opens"
            ),
        ),
        Text(
            nl=("Haal alles tussen // en @ weg, en de @ ook. Was het een wachtwoord, verander dat dan."),
            en=("Remove all between // and @, and the @ too. If it was a password, change that."),
        ),
    ),
    "address-with-query": (
        Text(
            nl='in "{value}" bij "{key}" staat een ? of een #',
            en=('in "{value}" at "{key}" there is a ? or a #'),
        ),
        Text(
            nl=(
                "de site staat op een host en een pad; wat daarna komt, zou in elk adres van een pagina staan"
            ),
            en=("the site stands on a host and a path; what follows would stand in each address of a page"),
        ),
        Text(
            nl="Haal het vraagteken of hekje weg, en alles daarna.",
            en="Remove the question mark or hash, and all that follows.",
        ),
    ),
    "address-with-sign": (
        Text(
            nl=(
                'in het pad van "{value}" bij "{key}" staat een teken dat voor webservers iets anders '
                "betekent"
            ),
            en=(
                'in the path of "{value}" at "{key}" there is a sign that means something else to web servers'
            ),
        ),
        Text(
            nl="de pagina's zouden zonder beveiliging of helemaal niet opengaan",
            en="the pages would open without protection or not at all",
        ),
        Text(
            nl="Gebruik in het pad alleen letters, cijfers en - . _ ~ met / ertussen.",
            en="Use only letters, digits and - . _ ~ with / between them in the path.",
        ),
    ),
    "bad-doi": (
        Text(nl='"{value}" bij "{key}" is geen DOI', en='"{value}" at "{key}" is no DOI'),
        _WHY_ADDRESS,
        Text(
            nl=(
                "Een DOI begint met 10. en heeft een / en geen spatie, zoals 10.1234/abc; een ander "
                "adres hoort bij URL."
            ),
            en=(
                "A DOI starts with 10. and has a / and no blank, such as 10.1234/abc; another "
                "address belongs at URL."
            ),
        ),
    ),
    "bad-duration": (
        Text(nl='"{value}" bij "{key}" is geen duur', en='"{value}" at "{key}" is no duration'),
        Text(
            nl="lezers zien eraan of ze er nu tijd voor hebben",
            en=("readers see by it whether they have the time now"),
        ),
        Text(
            nl='Schrijf minuten en seconden als "4:32", of met uren als "1:02:15".',
            en='Write minutes and seconds as "4:32", or with hours as "1:02:15".',
        ),
    ),
    "bad-email": (
        Text(
            nl='"{value}" bij "{key}" is geen e-mailadres',
            en=('"{value}" at "{key}" is not an e-mail address'),
        ),
        _WHY_ADDRESS,
        Text(nl="Schrijf het als naam@organisatie.nl.", en="Write it as name@organisation.org."),
    ),
    "empty-text": (
        Text(nl='"{key}" is leeg', en='"{key}" is empty'),
        _WHY_EMPTY,
        Text(nl=("Vul de tekst in, of verwijder de sleutel."), en="Fill in the text, or remove the key."),
    ),
    "bad-sentence": (
        Text(
            nl='"{key}" is geen zin waarin elk van deze plaatsen één keer voorkomt: {places}',
            en='"{key}" is no sentence with each of these places once: {places}',
        ),
        Text(
            nl="daar komen voor elke gemeente de naam en het cijfer te staan",
            en="there the name and the figure of each municipality will stand",
        ),
        Text(
            nl=("Schrijf een zin met {places}, zonder andere accolades en zonder punt aan het eind."),
            en=("Write a sentence with {places}, without other braces and without a full stop."),
        ),
    ),
}


def parse(model: type[M], source: Source, data: Any, at: DataPath = ()) -> tuple[M | None, list[Diagnostic]]:  # noqa: ANN401
    """A model from the data at `at` in a source, or None and everything that is wrong with it."""
    try:
        return model.model_validate_json(dump_json(model.plain(data))), []
    except ValidationError as error:
        return None, list(_diagnostics(model, source, data, at, error.errors(include_url=False)))


def _diagnostics(
    model: type[Model],
    source: Source,
    data: Any,
    at: DataPath,  # noqa: ANN401
    errors: list[ErrorDetails],
) -> Iterator[Diagnostic]:
    by_path: dict[DataPath, list[ErrorDetails]] = {}
    for error in errors:
        if not _follows(error):
            loc = model.place_written(data, error["loc"])
            by_path.setdefault(path_in(data, loc, missing=error["type"] == "missing"), []).append(error)
    meant = _meant_keys(model, by_path)
    within = {path[:length] for path in by_path for length in range(len(path))}
    for path, forms in by_path.items():
        # Where one form of a value fits so far that something in it is wrong, nothing is told of the other
        # forms.
        if path in within and all(error["type"] in _TYPES for error in forms):
            continue
        # A key that was written in another way is told of where it stands.
        if path in meant and all(error["type"] == "missing" for error in forms):
            continue
        # What is wrong with a form that fits says more than that another does not.
        forms.sort(key=lambda error: error["type"] in _TYPES)
        key = forms[0]["type"] == "extra_forbidden" or forms[0]["loc"][-1:] == ("[key]",)
        code, what, why, fix = _finding(model, path, forms, source.written((*at, *path)))
        yield Diagnostic(source.locate((*at, *path), key=key), code, what, why, fix)


def _meant_keys(model: type[Model], by_path: Mapping[DataPath, list[ErrorDetails]]) -> set[DataPath]:
    """The keys that are nearest to those that do not exist."""
    unknown = [path for path, forms in by_path.items() if path and forms[0]["type"] == "extra_forbidden"]
    return {
        (*path[:-1], near) for path in unknown if (near := nearest(str(path[-1]), _keys(model, path[:-1])))
    }


def _follows(error: ErrorDetails) -> bool:
    """Whether a list only lacks items because those that it has are wrong, which is told of each already."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def path_in(data: Any, loc: tuple[str | int, ...], *, missing: bool = False) -> DataPath:  # noqa: ANN401
    """The part of a model's path that leads into the data: pydantic adds the names of a value's possible
    forms to it.
    """
    path: list[str | int] = []
    for part in loc[:-1] if missing else loc:
        inside = (
            isinstance(data, dict) and part in data or isinstance(data, list) and part in range(len(data))
        )
        if inside:
            path.append(part)
            data = data[part]
    return (*path, loc[-1]) if missing else tuple(path)


def _finding(
    model: type[Model], path: DataPath, errors: list[ErrorDetails], written: str
) -> tuple[str, Text, Text, Text]:
    error = errors[0]
    kind, rules, value = error["type"], error.get("ctx", {}), error["input"]
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    shown = {"key": shortened(key), "value": _shown(value)}
    match kind:
        case "missing":
            return _missing(model, path, value)
        case "extra_forbidden":
            return (
                "unknown-key",
                _WHAT_UNKNOWN.filled(**shown),
                _WHY_KEY,
                _unknown_fix(key, _keys(model, path[:-1])),
            )
        case "enum" | "literal_error":
            names = [str(name) for name in at_path(_schema(model), path).get("enum", [])]
            told = _told(model, path) if len(names) <= _FEW else None
            fix = choose_from(str(value), names) + (_MEANING.filled(told=told) if told else Text("", ""))
            return "unknown-choice", _WHAT_CHOICE.filled(**shown), _WHY_CHOICE, fix
        case "string_pattern_mismatch":
            return (
                "bad-name",
                _WHAT_NAME.filled(**shown),
                _WHY_NAME,
                _name_fix(str(value), rules["pattern"], _told(model, path)),
            )
        case "string_too_long":
            shown |= {"limit": str(rules["max_length"]), "seen": str(len(str(value)))}
            return "too-long", _WHAT_LONG.filled(**shown), _WHY_LONG, _FIX_LONG
        case "too_short":
            return "too-few", _WHAT_FEW.filled(**shown, limit=rules["min_length"]), _WHY_MISSING, _FIX_FEW
        case "too_long":
            return "too-many", _WHAT_MANY.filled(**shown, limit=rules["max_length"]), _WHY_RANGE, _FIX_MANY
    if kind in _CUSTOM:
        what, why, fix = _CUSTOM[kind]
        better = _ADVICE[kind](str(value)) if kind in _ADVICE else None
        fix = _CUSTOM["incomplete-date"][2] if rules.get("whole") else fix
        return kind, what.filled(**rules | shown), why, (better or Text("", "")) + fix.filled(**rules | shown)
    if kind in _LIMITS:
        limit = _LIMITS[kind].filled(**rules)
        limits = {"limit_nl": limit.nl, "limit_en": limit.en}
        return "out-of-range", _WHAT_RANGE.filled(**shown, **limits), _WHY_RANGE, _FIX_RANGE.filled(**limits)
    if kind in _TYPES:
        kinds = [one["type"] for one in errors if one["type"] in _TYPES]
        of_list = bool(path) and isinstance(path[-1], int)
        what_is_so = _WHAT_ITEM if of_list else _WHAT_TYPE
        code, what, why, fix = _wrong_type(
            what_is_so, shown | {"value": written or shown["value"]}, kinds, value, _told(model, path)
        )
        return code, what, why, _instead(model, path, kinds, value, _told(model, path)) or fix
    return "wrong-value", _OTHER.filled(**shown, type=kind), _WHY_TYPE, _FIX_OTHER


def _instead(
    model: type[Model], path: DataPath, kinds: list[str], value: Any, told: Text | None
) -> Text | None:  # noqa: ANN401
    """What a value of the wrong type may have been meant to be, as far as that can be said."""
    schema = at_path(_schema(model), path)
    if kinds[0] == "string_type" and not isinstance(value, dict | list):
        forms = choices(_schema(model), schema)
        if any(form.get("format") == "date" for form in forms):
            return _CUSTOM["incomplete-date"][2]
        return (
            _CUSTOM["bad-date"][2]
            if any(form.get("type") == ["string", "integer"] for form in forms)
            else None
        )
    match kinds:
        case ["int_type" | "int_from_float" | "float_type" as kind]:
            better = value_advice.number(value, whole=kind != "float_type") or _TYPES[kind][1]
            return better + _FIX_FORM.filled(told=told) if told else better
        case ["tuple_type" | "list_type"]:
            of_blocks = "properties" in at_path(_schema(model), (*path, 0))
            better = (None if of_blocks else value_advice.items(value)) or _TYPES["tuple_type"][1]
            return better + _FIX_FORM.filled(told=told) if told else better
        case ["model_type" | "model_attributes_type" | "dict_type"]:
            return value_advice.block(schema, value)
    return None


@cache
def _schema(model: type[Model]) -> dict[str, Any]:
    return model.model_json_schema()


def _name_fix(value: str, pattern: str, told: Text | None) -> Text:
    """The name that the editor may have meant, if that fits the pattern; else what the field is for, or the
    pattern.
    """
    better = slug_of(value)
    if re.fullmatch(pattern, wide := better.replace("-", "_")) and "_" in value:
        return _FIX_NAME_OF.filled(name=wide)
    if re.fullmatch(pattern, better):
        return _FIX_SLUG.filled(name=better)
    return _FIX_FORM.filled(told=told) if told else _FIX_NAME.filled(pattern=pattern)


def _unknown_fix(key: str, keys: list[str]) -> Text:
    """The key that the editor may have meant, and all that there are."""
    if "publish" not in keys:
        return choose_from(key, keys)
    if key == "published":
        return _PUBLISHED + choose_from("publish", keys)
    both = "published" in keys and key.startswith("publi")
    return _BOTH + choose_from(key, keys) if both else choose_from(key, keys)


def _missing(model: type[Model], path: DataPath, there: Any) -> tuple[str, Text, Text, Text]:  # noqa: ANN401
    key = str(path[-1])
    schema = at_path(_schema(model), path)
    nl, en = schema.get("nl", "verplicht"), schema.get("description", "required")
    fix = _FIX_MISSING.filled(key=key, nl=nl, en=en)
    confused = key == "published" and isinstance(there, dict) and "publish" in there
    return "missing-key", _WHAT_MISSING.filled(key=key), _WHY_MISSING, fix + _PUBLISH if confused else fix


def _told(model: type[Model], path: DataPath) -> Text | None:
    """What a model tells of the field at a path."""
    schema = at_path(_schema(model), path)
    return Text(schema["nl"], schema["description"]) if "nl" in schema and "description" in schema else None


def _wrong_type(
    what: Text,
    shown: dict[str, str],
    kinds: list[str],
    value: Any,
    told: Text | None,  # noqa: ANN401
) -> tuple[str, Text, Text, Text]:
    expected, fix = _TYPES[kinds[0]]
    forms = dict.fromkeys(_TYPES[kind][0] for kind in kinds)
    if "string_type" in kinds and isinstance(value, int | float):
        fix = _QUOTED.filled(**shown)
    elif kinds[0] == "string_type" and isinstance(value, dict) and len(value) == 1:
        ((key, rest),) = value.items()
        fix = _COLON.filled(value=quoted(f"{key}: {rest}")) if isinstance(rest, str | int | float) else fix
    elif len(forms) > 1:
        expected = Text(" of ".join(form.nl for form in forms), " or ".join(form.en for form in forms))
        fix = _FIX_FORM.filled(told=told) if told else fix
    seen = Text(shown["value"], shown["value"]) if isinstance(value, int | float) else _seen(value)
    if not shown["key"]:
        return (
            "wrong-type",
            _WHAT_WHOLE.filled(expected_nl=expected.nl, expected_en=expected.en),
            _WHY_TYPE,
            fix,
        )
    filled = what.filled(
        key=shown["key"],
        expected_nl=expected.nl,
        expected_en=expected.en,
        seen_nl=seen.nl,
        seen_en=seen.en,
    )
    return "wrong-type", filled, _WHY_TYPE, fix


def _seen(value: Any) -> Text:  # noqa: ANN401
    match value:
        case None:
            return Text(nl="leeg", en="empty")
        case dict():
            return Text(nl="een blok met sleutels", en="a block of keys")
        case list() | tuple():
            return Text(nl="een lijst", en="a list")
        case str():
            return Text(nl=f'de tekst "{_shown(value)}"', en=f'the text "{_shown(value)}"')
        case _:
            return Text(nl=_shown(value), en=_shown(value))


def _shown(value: Any) -> str:  # noqa: ANN401
    return shortened(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))


def _keys(model: type[Model], path: DataPath) -> list[str]:
    whole = _schema(model)
    if path and path[0] in model.also_read:
        whole = {"properties": {name: {"anyOf": list(forms)} for name, forms in model.other_forms.items()}}
    return sorted(
        {name for option in choices(whole, at_path(whole, path)) for name in option.get("properties", {})}
    )

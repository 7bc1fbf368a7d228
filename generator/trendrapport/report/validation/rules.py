"""What a complaint of pydantic means to an editor: what is wrong, why that matters and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable

from trendrapport.diagnostics import Text, Texts, choose_from
from trendrapport.diagnostics.slips import surely_meant
from trendrapport.model.addresses import slug_of
from trendrapport.report.validation.complaint import Complaint, Mistake, keys_at
from trendrapport.report.validation.forms import FORMS, bad_form
from trendrapport.report.validation.wrong_type import TYPES, wrong_type

_UNKNOWN_KEY = (
    Text(nl='de sleutel "{key}" bestaat niet', en='the key "{key}" does not exist'),
    Text(
        nl="een sleutel die het rapport niet kent, zou ongemerkt wegvallen",
        en="a key that the report does not know would silently be dropped",
    ),
)
_MISSING_KEY = (
    Text(nl='de sleutel "{key}" ontbreekt', en='the key "{key}" is missing'),
    Text(nl="zonder deze sleutel is de pagina niet compleet", en="without this key the page is incomplete"),
    Text(nl='Voeg "{key}:" toe: {explanation}.', en='Add "{key}:": {explanation}.'),
)
_REQUIRED = Text(nl="verplicht", en="required")
_PUBLISHED = Text(
    nl=(
        '"published" hoort alleen in edition.yml: de datum waarop een editie verscheen. '
        '"publish" bepaalt vanaf welke dag lezers iets krijgen.'
    ),
    en=(
        '"published" belongs only in edition.yml: the date of an edition. "publish" sets the day '
        "from which readers get something."
    ),
)
_BOTH = Text(
    nl=(
        '"published" is de datum waarop de editie verscheen; "publish" bepaalt vanaf welke dag '
        "lezers die krijgen."
    ),
    en='"published" is the date of the edition; "publish" sets the day from which readers get it.',
)
_PUBLISH = Text(
    nl='"publish" is iets anders: de dag vanaf wanneer lezers de editie krijgen.',
    en='"publish" is something else: the day from which readers get the edition.',
)
_UNKNOWN_CHOICE = (
    Text(nl='"{value}" mag niet bij "{key}"', en='"{value}" is not allowed under "{key}"'),
    Text(
        nl="de pagina's en filters kennen alleen deze waarden",
        en="pages and filters know only these values",
    ),
)
_MEANING = Text(nl="Vul in: {explanation}.", en="Enter: {explanation}.")
_FEW = 12
"""The most choices of which a field's explanation can say what each means."""
_BAD_NAME = (
    Text(nl='"{value}" is geen geldige naam voor "{key}"', en='"{value}" is not a valid name for "{key}"'),
    Text(nl="dit wordt een adres of een verwijzing", en="this becomes an address or a reference"),
)
_PATTERN = Text(nl="Schrijf het volgens dit patroon: {pattern}", en="Follow this pattern: {pattern}")
_SLUG = Text(
    nl='Schrijf "{name}": kleine letters, cijfers en streepjes.',
    en='Write "{name}": lower-case letters, digits and hyphens.',
)
_WIDE_SLUG = Text(
    nl='Schrijf "{name}": kleine letters, cijfers, streepjes en lage streepjes.',
    en='Write "{name}": lower-case letters, digits, hyphens and underscores.',
)
_TOO_LONG: Texts = (
    Text(
        nl='"{key}" is langer dan {limit} tekens ({seen})',
        en='"{key}" is longer than {limit} characters ({seen})',
    ),
    Text(
        nl="lange teksten passen niet op kaarten en in lijsten",
        en="long texts do not fit on cards and in lists",
    ),
    Text(nl="Maak de tekst korter.", en="Make the text shorter."),
)
_TOO_FEW: Texts = (
    Text(nl='"{key}" moet er minstens {limit} hebben', en='"{key}" must have at least {limit}'),
    _MISSING_KEY[1],
    Text(nl="Vul de lijst aan.", en="Complete the list."),
)
_OUT_OF_RANGE: Texts = (
    Text(
        nl='{value} mag niet bij "{key}": het moet {limit} zijn',
        en='{value} is not allowed under "{key}": it must be {limit}',
    ),
    Text(
        nl="buiten deze grenzen heeft de waarde geen betekenis",
        en="outside these limits the value has no meaning",
    ),
    Text(nl="Schrijf een getal dat {limit} is.", en="Write a number that is {limit}."),
)
_TOO_MANY: Texts = (
    Text(nl='"{key}" mag er hoogstens {limit} hebben', en='"{key}" may have at most {limit}'),
    _OUT_OF_RANGE[1],
    Text(nl="Verwijder wat er te veel is.", en="Remove some."),
)
_OTHER: Texts = (
    Text(nl='de waarde bij "{key}" klopt niet ({type})', en='the value under "{key}" is wrong ({type})'),
    Text(nl="het programma raadt niets en zet niets om", en="the program does not guess or convert values"),
    Text(nl="Zie de handleiding voor wat hier mag staan.", en="See the manual for what is allowed here."),
)
_LIMITS = {
    "greater_than_equal": Text(nl="minstens {ge}", en="at least {ge}"),
    "less_than_equal": Text(nl="hoogstens {le}", en="at most {le}"),
    "greater_than": Text(nl="meer dan {gt}", en="more than {gt}"),
    "less_than": Text(nl="minder dan {lt}", en="less than {lt}"),
    "finite_number": Text(nl="eindig", en="finite"),
}
"""By the limit that a number is beyond: what it must be."""


def explain(complaint: Complaint) -> Mistake:
    """What is wrong, in words of the report."""
    rule = _RULES.get(complaint.kind, _other)
    return rule(complaint)


def _missing_key(complaint: Complaint) -> Mistake:
    what, why, fix = _MISSING_KEY
    key = str(complaint.path[-1])
    schema = complaint.schema
    explanation = Text(schema.get("nl", _REQUIRED.nl), schema.get("description", _REQUIRED.en))
    fix = fix.filled(key=key, explanation=explanation)
    block = complaint.value
    if key == "published" and isinstance(block, dict) and "publish" in block:
        fix += _PUBLISH
    return Mistake("missing-key", (what.filled(key=key), why, fix))


def _unknown_key(complaint: Complaint) -> Mistake:
    what, why = _UNKNOWN_KEY
    keys = keys_at(complaint.model, complaint.path[:-1])
    # Of these two dates, each is often meant by the name of the other.
    is_date = complaint.key.startswith("publi")
    meant = None if is_date else surely_meant(complaint.key, keys)
    fix = _key_meant(complaint.key, keys)
    return Mistake("unknown-key", (what.filled(**complaint.shown), why, fix), meant)


def _key_meant(key: str, keys: list[str]) -> Text:
    """The key that the editor may have meant, and all that there are."""
    if "publish" in keys and key == "published":
        return _PUBLISHED + choose_from("publish", keys)
    if {"publish", "published"} <= set(keys) and key.startswith("publi"):
        return _BOTH + choose_from(key, keys)
    return choose_from(key, keys)


def _unknown_choice(complaint: Complaint) -> Mistake:
    what, why = _UNKNOWN_CHOICE
    names = [str(name) for name in complaint.schema.get("enum", [])]
    fix = choose_from(str(complaint.value), names)
    explanation = complaint.explanation
    if explanation and len(names) <= _FEW:
        fix += _MEANING.filled(explanation=explanation)
    return Mistake(
        "unknown-choice",
        (what.filled(**complaint.shown), why, fix),
        surely_meant(str(complaint.value), names),
    )


def _bad_name(complaint: Complaint) -> Mistake:
    what, why = _BAD_NAME
    return Mistake("bad-name", (what.filled(**complaint.shown), why, _name_meant(complaint)))


def _name_meant(complaint: Complaint) -> Text:
    """The name that the editor may have meant, if it fits the pattern; otherwise what the field is for."""
    value, pattern = str(complaint.value), complaint.rules["pattern"]
    slug = slug_of(value)
    wide = slug.replace("-", "_")
    if "_" in value and re.fullmatch(pattern, wide):
        return _WIDE_SLUG.filled(name=wide)
    if re.fullmatch(pattern, slug):
        return _SLUG.filled(name=slug)
    return complaint.form or _PATTERN.filled(pattern=pattern)


def _too_long(complaint: Complaint) -> Mistake:
    what, why, fix = _TOO_LONG
    length = len(str(complaint.value))
    filled = what.filled(key=complaint.shown["key"], limit=complaint.rules["max_length"], seen=length)
    return Mistake("too-long", (filled, why, fix))


def _too_few(complaint: Complaint) -> Mistake:
    what, why, fix = _TOO_FEW
    filled = what.filled(**complaint.shown, limit=complaint.rules["min_length"])
    return Mistake("too-few", (filled, why, fix))


def _too_many(complaint: Complaint) -> Mistake:
    what, why, fix = _TOO_MANY
    filled = what.filled(**complaint.shown, limit=complaint.rules["max_length"])
    return Mistake("too-many", (filled, why, fix))


def _out_of_range(complaint: Complaint) -> Mistake:
    what, why, fix = _OUT_OF_RANGE
    limit = _LIMITS[complaint.kind].filled(**complaint.rules)
    return Mistake(
        "out-of-range", (what.filled(**complaint.shown, limit=limit), why, fix.filled(limit=limit))
    )


def _other(complaint: Complaint) -> Mistake:
    what, why, fix = _OTHER
    return Mistake("wrong-value", (what.filled(**complaint.shown, type=complaint.kind), why, fix))


_RULES: dict[str, Callable[[Complaint], Mistake]] = {
    "missing": _missing_key,
    "extra_forbidden": _unknown_key,
    "enum": _unknown_choice,
    "literal_error": _unknown_choice,
    "string_pattern_mismatch": _bad_name,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    **dict.fromkeys(FORMS, bad_form),
    **dict.fromkeys(_LIMITS, _out_of_range),
    **dict.fromkeys(TYPES, wrong_type),
}
"""By the type of an error, in the words of pydantic or of a model."""

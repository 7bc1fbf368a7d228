"""A translation that contradicts its original, or lacks something (`translation-differs`, `untranslated`).

A translation (`<slug>.<language>.md`) holds the words of an entry in another language: its text, title and
summary, and each other field with words that the original has. Everything else (a horizon, a score, a
reference) comes from the original: leave it out, or repeat it unchanged. If a translation shows a word from a
taxonomy, the settings give that word's name in the other language under `translations`. If they do not,
`untranslated-term` warns that readers see the report's own word.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from trendrapport.diagnostics import Diagnostic, Location, Text, every_filled, finding, warning
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.model.references import Reference, references
from trendrapport.report.report import Entry, Report

OWN = frozenset({"status", "publish"})
"""A translation can be finished later than its original."""

_DIFFERS = (
    Text(nl='"{field}" is anders dan in "{original}"', en='"{field}" differs from "{original}"'),
    Text(
        nl="een vertaling zegt hetzelfde in andere woorden; nu zouden lezers twee dingen lezen",
        en="a translation says the same in other words; readers would read two different things",
    ),
    Text(
        nl=("Neem over wat het origineel heeft, of verander het daar. Een veld zonder woorden mag hier weg."),
        en="Write what the original has, or change it there. A field without words may be left out here.",
    ),
)
_UNTRANSLATED = (
    Text(nl='"{field}" is niet vertaald', en='"{field}" is not translated'),
    Text(
        nl="het origineel heeft dit wel; de pagina zou twee talen door elkaar hebben",
        en="the original has it; the page would mix two languages",
    ),
    Text(
        nl='Neem "{field}" over uit "{original}" en vertaal de woorden.',
        en='Copy "{field}" from "{original}" and translate the words.',
    ),
)
_NO_TEXT = (
    Text(nl="deze vertaling heeft geen tekst", en="this translation has no text"),
    Text(nl="het origineel heeft wel tekst", en="the original does have text"),
    Text(
        nl='Schrijf onder de tweede regel --- een vertaling van de tekst van "{original}".',
        en='Below the second line ---, write a translation of the text of "{original}".',
    ),
)
_TERM = (
    Text(
        nl='"{name}" heeft geen naam in de taal "{language}"',
        en='"{name}" has no name in the language "{language}"',
    ),
    Text(nl='"{path}" is vertaald en toont deze naam', en='"{path}" is translated and shows this name'),
    Text(
        nl="Zet onder de naam: translations: {{{language}: {{label: ..., explanation: ...}}}}",
        en="Add below the name: translations: {{{language}: {{label: ..., explanation: ...}}}}",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every field of a translation that is not a translation."""
    originals = {entry.key: entry for entry in report.entries}
    for translation in report.translations:
        if original := originals.get(translation.key):
            yield from _untranslated(original, translation)
            yield from _different(original, translation)
            yield from _without_text(original, translation)
    yield from _untranslated_terms(report)


def _untranslated(original: Entry[Model], translation: Entry[Model]) -> Iterator[Diagnostic]:
    """The fields with words that the translation leaves out."""
    for field in type(original.data).model_fields:
        if _is_left_out(field, original, translation):
            texts = every_filled(_UNTRANSLATED, field=field, original=original.source.path)
            yield finding(translation.locate(), "untranslated", texts)


def _different(original: Entry[Model], translation: Entry[Model]) -> Iterator[Diagnostic]:
    """The fields in which the translation says something else."""
    for field in type(original.data).model_fields:
        if field in OWN or _is_left_out(field, original, translation):
            continue
        was, now = getattr(original.data, field), getattr(translation.data, field)
        where = _difference(was, now, words=_has_words(original.data, field))
        if where is not None:
            texts = every_filled(_DIFFERS, field=field, original=original.source.path)
            yield finding(translation.locate(field, *where), "translation-differs", texts)


def _without_text(original: Entry[Model], translation: Entry[Model]) -> Iterator[Diagnostic]:
    if original.source.body.strip() and not translation.source.body.strip():
        texts = every_filled(_NO_TEXT, original=original.source.path)
        yield finding(Location(translation.source.path), "untranslated", texts)


def _untranslated_terms(report: Report) -> Iterator[Diagnostic]:
    """Each word of a taxonomy that a translation shows and that has no name in its language."""
    found = set()
    for translation in report.translations:
        language = translation.language
        for reference in translation.references:
            term = (report.config.taxonomies.terms(reference.to) or {}).get(reference.name)
            name = (reference.to, reference.name, language)
            if term and language not in term.translations and name not in found:
                found.add(name)
                yield _untranslated_term(report, reference, translation)


def _untranslated_term(report: Report, reference: Reference, translation: Entry[Model]) -> Diagnostic:
    at = report.config_source.locate(
        (*report.config.taxonomies.place(reference.to), reference.name), key=True
    )
    path = translation.source.path
    texts = every_filled(_TERM, name=reference.name, language=translation.language, path=path)
    return warning(at, "untranslated-term", texts)


def _has_words(data: Model, field: str) -> bool:
    """Whether a field holds words, which are to be translated."""
    extra = type(data).model_fields[field].json_schema_extra
    return isinstance(extra, dict) and "translated" in extra


def _is_left_out(field: str, original: Entry[Model], translation: Entry[Model]) -> bool:
    """Whether a field holds words in the original and is missing from the translation."""
    is_there = bool(getattr(original.data, field))
    return is_there and _has_words(original.data, field) and field not in translation.source.data


def _difference(was: Any, now: Any, *, words: bool) -> DataPath | None:  # noqa: ANN401
    """Where two values differ in more than words, or None; words that the original does not have are no
    difference.
    """
    if not words:
        return () if was != now else None
    if was in (None, (), {}):
        return None
    form = _form_difference(was, now)
    return form if form is not None else _reference_difference(was, now)


def _form_difference(was: Any, now: Any) -> DataPath | None:  # noqa: ANN401
    """Where two values differ in what is not words, such as the number of items."""
    pairs = _pairs(was, now)
    if pairs is None:
        is_text = isinstance(was, str) and isinstance(now, str) and not isinstance(was, Enum)
        return None if is_text or was == now else ()
    for key, one, other in pairs:
        path = _form_difference(one, other)
        if path is not None:
            return (key, *path)
    return None


def _pairs(was: Any, now: Any) -> list[tuple[str | int, Any, Any]] | None:  # noqa: ANN401
    """What two values of one form hold, each with its key; None for values that hold nothing or differ in
    form.
    """
    match was:
        case Model() if type(now) is type(was):
            return [(name, getattr(was, name), getattr(now, name)) for name in type(was).model_fields]
        case tuple() if isinstance(now, tuple) and len(was) == len(now):
            return list(zip(range(len(was)), was, now, strict=True))
        case dict() if isinstance(now, dict) and was.keys() == now.keys():
            return [(key, was[key], now[key]) for key in was]
    return None


def _reference_difference(was: Any, now: Any) -> DataPath | None:  # noqa: ANN401
    for old, new in zip(references(was), references(now), strict=True):
        if old.name != new.name:
            return new.path
    return None

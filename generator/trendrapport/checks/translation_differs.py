"""A translation that contradicts its original, or lacks something (`translation-differs`, `untranslated`).

A translation (`<slug>.<language>.md`) holds the words of an entry in another language: its text, title and
summary, and each other field with words in it that the original has. What is not words (a horizon, a score, a
reference) is the original's: leave it out, or write it as it is there. A word of a taxonomy that a
translation shows has its name in that language in the settings, below `translations` (`untranslated-term`, a
warning: readers see the report's own word).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from trendrapport.diagnostics import Diagnostic, Location, Text, every_filled, finding, warning
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.model.references import references
from trendrapport.report.report import Entry, Report

OWN = frozenset({"status", "publish"})
"""A translation can be finished later than its original."""

_DIFFERS = (
    Text(nl='"{field}" is anders dan in "{original}"', en=('"{field}" is not as it is in "{original}"')),
    Text(
        nl="een vertaling zegt hetzelfde in andere woorden; lezers zouden twee dingen horen",
        en="a translation says the same in other words; readers would be told two things",
    ),
    Text(
        nl=("Schrijf wat het origineel heeft, of verander het daar. Een veld zonder woorden kan hier weg."),
        en="Write what the original has, or change it there. A field without words can go here.",
    ),
)
_UNTRANSLATED = (
    Text(nl='"{field}" is niet vertaald', en='"{field}" is not translated'),
    Text(
        nl="het origineel heeft dit wel, en de pagina zou twee talen door elkaar hebben",
        en="the original has it, and the page would mix two languages",
    ),
    Text(
        nl='Neem "{field}" over uit "{original}" en vertaal de woorden.',
        en='Copy "{field}" from "{original}" and translate the words.',
    ),
)
_NO_TEXT = (
    Text(nl="deze vertaling heeft geen tekst", en="this translation has no text"),
    Text(nl="het origineel heeft die wel", en="the original has"),
    Text(
        nl='Vertaal de tekst van "{original}" onder de tweede regel ---.',
        en='Translate the text of "{original}" below the second line ---.',
    ),
)
_TERM = (
    Text(
        nl='"{name}" heeft geen naam in de taal "{language}"',
        en=('"{name}" has no name in the language "{language}"'),
    ),
    Text(nl='"{path}" is vertaald en toont dit woord', en='"{path}" is translated and shows this word'),
    Text(
        nl="Zet onder het woord: translations: {{{language}: {{label: ..., explanation: ...}}}}",
        en="Put below the word: translations: {{{language}: {{label: ..., explanation: ...}}}}",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every field of a translation that is not a translation."""
    originals = {entry.key: entry for entry in report.entries}
    for translation in report.translations:
        if original := originals.get(translation.key):
            yield from _compared(original, translation)
    yield from _terms(report)


def _terms(report: Report) -> Iterator[Diagnostic]:
    """Each word of a taxonomy that a translation shows and that has no name in its language, once a language."""
    told = set()
    for translation in report.translations:
        for reference in translation.references:
            term = getattr(report.config.taxonomies, reference.to, {}).get(reference.name)
            name = (reference.to, reference.name, translation.language)
            if term and translation.language not in term.translations and name not in told:
                told.add(name)
                at = report.config_source.locate(("taxonomies", reference.to, reference.name), key=True)
                yield warning(
                    at,
                    "untranslated-term",
                    every_filled(
                        _TERM,
                        name=reference.name,
                        language=translation.language,
                        path=translation.source.path,
                    ),
                )


def _compared(original: Entry[Model], translation: Entry[Model]) -> Iterator[Diagnostic]:
    path = original.source.path
    for field, info in type(original.data).model_fields.items():
        extra, was = info.json_schema_extra, getattr(original.data, field)
        words = isinstance(extra, dict) and "translated" in extra
        if words and was and field not in translation.source.data:
            yield finding(
                translation.locate(), "untranslated", every_filled(_UNTRANSLATED, field=field, original=path)
            )
        elif (
            field not in OWN
            and (where := _difference(was, getattr(translation.data, field), words=words)) is not None
        ):
            yield finding(
                translation.locate(field, *where),
                "translation-differs",
                every_filled(_DIFFERS, field=field, original=path),
            )
    if original.source.body.strip() and not translation.source.body.strip():
        yield finding(
            Location(translation.source.path), "untranslated", every_filled(_NO_TEXT, original=path)
        )


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
    inside: list[tuple[str | int, Any, Any]]
    match was:
        case Model() if type(now) is type(was):
            inside = [(name, getattr(was, name), getattr(now, name)) for name in type(was).model_fields]
        case tuple() if isinstance(now, tuple) and len(was) == len(now):
            inside = [(index, *pair) for index, pair in enumerate(zip(was, now, strict=True))]
        case dict() if isinstance(now, dict) and was.keys() == now.keys():
            inside = [(key, was[key], now[key]) for key in was]
        case str() if isinstance(now, str) and not isinstance(was, Enum):
            return None
        case _:
            return None if was == now else ()
    return next(
        ((key, *path) for key, one, other in inside if (path := _form_difference(one, other)) is not None),
        None,
    )


def _reference_difference(was: Any, now: Any) -> DataPath | None:  # noqa: ANN401
    pairs = zip(references(was), references(now), strict=True)
    return next((new.path for old, new in pairs if old.name != new.name), None)

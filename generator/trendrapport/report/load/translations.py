"""Translations: `<slug>.<language>.md` beside `<slug>.md`, with the words of that entry in another language.

A translation gives the fields that hold words, and what else it gives must be as it is in the original; all
other fields are the original's. `checks/translation_differs.py` holds that.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from trendrapport.diagnostics import Diagnostic, Language, Location, Text, every_filled, finding, nearest_file
from trendrapport.model.base import Model
from trendrapport.report.load.outlines import outline
from trendrapport.report.load.reading import Reading, Translation, split
from trendrapport.report.report import Entry, Key
from trendrapport.report.validation import parse

_NO_ORIGINAL = Text(
    nl='"{path}" is een vertaling van een bestand dat niet bestaat',
    en='"{path}" is a translation of a file that does not exist',
)
_WHY_NO_ORIGINAL = Text(
    nl="een vertaling bevat alleen de woorden; al het andere staat in het origineel",
    en="a translation contains only the words; everything else is in the original",
)
_FIX_NO_ORIGINAL = Text(
    nl=('Schrijf eerst "{original}", of geef dit bestand de naam van het origineel, met ".{language}" erin.'),
    en=('Write "{original}" first, or give this file the name of the original, with ".{language}" in it.'),
)
_OWN_LANGUAGE = (
    Text(
        nl='"{path}" is een vertaling in de taal van het rapport zelf',
        en='"{path}" is a translation into the report\'s own language',
    ),
    Text(
        nl="in die taal bestaat elke tekst al",
        en="every text already exists in that language",
    ),
    Text(
        nl='Noem het bestand "{original}", of kies een andere taal.',
        en='Rename the file to "{original}", or choose another language.',
    ),
)


def add_translations(reading: Reading, own: Language) -> None:
    """Adds the translations that can be read to what was read, and tells what is wrong with the others; `own`
    is the report's language.
    """
    originals = {entry.key: entry for entry in reading.entries}
    for one in reading.translations:
        original = originals.get(one.key)
        if one.language == own or one.key not in reading.names:
            reading.found.append(_misplaced(one, own, reading.names))
        elif original is not None:
            _add(reading, one, original)


def _add(reading: Reading, one: Translation, original: Entry[Model]) -> None:
    words = one.source.data
    value, wrong = parse(
        one.model, one.source, original.source.data | words if isinstance(words, dict) else words
    )
    reading.found += wrong
    if value is not None:
        reading.translated.append(
            Entry(*one.key, value, one.source, (), outline(reading.cache, one.source), one.language)
        )


def _misplaced(one: Translation, own: Language, names: Iterable[Key]) -> Diagnostic:
    name, original, at = (
        PurePosixPath(one.source.path).name,
        PurePosixPath(split(one.source.path)[0]).name,
        Location(one.source.path),
    )
    if one.language == own:
        return finding(at, "own-language", every_filled(_OWN_LANGUAGE, path=name, original=original))
    there = [f"{slug}.md" for kind, edition, slug in names if (kind, edition) == one.key[:2]]
    fix = nearest_file(
        original, sorted(there), _FIX_NO_ORIGINAL.filled(original=original, language=one.language)
    )
    return Diagnostic(at, "no-original", _NO_ORIGINAL.filled(path=name), _WHY_NO_ORIGINAL, fix)

"""A language in which the generator has no words to the two files in which someone is to write them: the
English ones, line by line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Language, Text, choose_from, translations
from trendrapport.language.facts import BUILT_IN, EUROPEAN, FOLDER, labels_file, locale_of, name_of
from trendrapport.starters.saving import save_new

_UNKNOWN = Text(
    nl='"{language}" is geen taal van de Europese Unie.',
    en='"{language}" is no language of the European Union.',
)
_THERE = Text(
    nl='De woorden in "{language}" zijn er al: "{file}".',
    en='The words in "{language}" are already there: "{file}".',
)
_HEAD = "# What readers see on the site, to be translated line by line. {places} are filled in: keep them.\n"
_HEAD_OF_CHARTS = "# What charts say: behind the English. {places} are filled in: keep them.\n"
_COMPLETE: Language = "de"
"""A language other than those of messages, which has every sentence of charts."""


def begin(language: Language, folder: Path | None = None) -> list[Path]:
    """Writes the labels of the site and the sentences of charts, all still in English; gives both files.

    They go where the generator reads them, after which a report can be in that language, or else into another
    folder. Raises CannotRunError for a code that is none, and for a language that is there.
    """
    if language not in EUROPEAN:
        raise CannotRunError(_UNKNOWN.filled(language=language) + choose_from(language, EUROPEAN))
    if language in BUILT_IN:
        raise CannotRunError(_THERE.filled(language=language, file=labels_file(language)))
    place = folder or FOLDER / language
    return [
        save_new(place / "labels.yml", _HEAD + _labels(language)),
        save_new(place / "charts.yml", _HEAD_OF_CHARTS + _sentences()),
    ]


def _labels(language: Language) -> str:
    """The English labels, but for what is known of the language."""
    _, _, text = labels_file("en").read_text("utf-8").partition("\n")
    text = re.sub(r"(?m)^locale: .*$", f"locale: {locale_of(language)}", text)
    own = json.dumps(name_of(language, language), ensure_ascii=False)
    return re.sub(r"(?m)^language_name: .*$", f"language_name: {own}", text)


def _sentences() -> str:
    written = [json.dumps(sentence, ensure_ascii=False) for sentence in translations(_COMPLETE)]
    return "".join(f"{sentence}: {sentence}\n" for sentence in written)

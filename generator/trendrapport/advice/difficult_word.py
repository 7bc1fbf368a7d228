"""A word for which there is a plainer one (`difficult-word`).

Words of the office and of consultants slow readers down, and say no more than everyday ones: "met betrekking
tot" is "over", and "implementeren" is "invoeren". The list is a short one, in `difficult_word.yml`; terms
that a text is about belong in the glossary, and words there get no advice. Quotations are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from trendrapport.advice import Written
from trendrapport.diagnostics import Diagnostic, Language, Text, advice, every_filled
from trendrapport.model.entries.glossary import Term

_TEXTS = (
    Text(nl='"{word}" kan gewoner', en='"{word}" can be said more plainly'),
    Text(
        nl="lezers begrijpen een gewoon woord sneller, en het zegt hetzelfde",
        en="readers understand an everyday word sooner, and it says the same",
    ),
    Text(nl="Schrijf bijvoorbeeld: {plain}.", en="Write, for instance: {plain}."),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every word with a plainer one."""
    explained = {name.casefold() for term in written.report.of(Term) for name in term.data.names}
    for page in written.worded:
        words = _words(page.language)
        for passage in page.passages:
            for match in _pattern(page.language).finditer(passage.text):
                word = " ".join(match[0].split())
                if word.casefold() not in explained:
                    texts = every_filled(_TEXTS, word=word, plain=words[word.casefold()])
                    yield advice(page.at(passage, match.start()), "difficult-word", texts)


@cache
def _words(language: Language) -> Mapping[str, str]:
    """The plainer word for each form of a difficult one."""
    listed = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))[language]
    found: dict[str, str] = {}
    for forms, plain in listed.items():
        found |= dict.fromkeys(forms.split(", "), plain)
    return found


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    longest_first = sorted(_words(language), key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

"""Many sentences that do not say who does something (`passive-voice`).

"De gegevens worden verwerkt" leaves open by whom; "De gemeente verwerkt de gegevens" tells it. One such
sentence is no trouble, and sometimes who did it does not matter. When they are more than a quarter of a text,
and at least four, each is pointed out, so that you can see which of them should name somebody. Only clear
cases count: in Dutch a form of "worden" with a participle, in English a form of "be" with a participle and
"by".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.advice import Page, Passage, Written
from trendrapport.diagnostics import Diagnostic, Language, Text, advice, every_filled
from trendrapport.prose.sentences import Sentence

FEWEST = 4
"""Fewer than these in a text get no advice."""

SHARE = 0.25
"""The share of the sentences up to which they get none either."""

_STRONG = (
    "boden|bonden|broken|dragen|gonnen|geven|grepen|handen|houden|keken|koren|kozen|kregen|laten|lezen|loten"
    "|nomen|schreven|slagen|sproken|staan|trokken|vangen|vonden|wezen|worpen|zien"
)
_PARTICIPLE = (
    r"(?:(?:aan|af|bij|door|in|mee|na|om|onder|op|over|samen|tegen|toe|uit|voor|vast|weg)?"
    r"ge[a-zë]{2,}(?:d|t|en|aan|ien)"
    rf"|(?:be|ver|ont|her|over|onder|voor)(?:[a-zë]{{3,}}(?:d|t)|s?(?:{_STRONG}))|gedaan|gezien)"
)
_NO_COMMA = r"[^,;:.!?]"
_PASSIVES: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        rf"\b(?:wordt|worden|werd|werden)\b{_NO_COMMA}{{0,80}}?\b(?P<done>{_PARTICIPLE})\b"
        rf"|\b(?P<before>{_PARTICIPLE}) (?:wordt|worden|werd|werden)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|been|being|be) (?P<done>\w+(?:ed|en|wn|ught|ade|ept|elt)) by\b", re.IGNORECASE
    ),
}
_OTHERS = """
bekend beleid bereid bericht bestaat bestand betekent bewust gebeurt gebeuren gebied gebieden gebouwen
gebreken gebruiken gedachten
gedeelten gedicht geduld geeft gegevens geheimen geldt gelden geloven geluid geluiden gemeenten gemiddeld
genieten gerecht gerechten geschikt geslachten gesprekken gevaren gevoelens gevolgen gewend geweld gewicht
gewoonten gezicht gezichten gezinnen gezond onderzoeken overheid verband verkeerd verliefd verstand verschilt
voorbeeld
"""
"""Words that look like a participle and are none."""
_NO_PARTICIPLES = frozenset(_OTHERS.split())

_TEXTS = (
    Text(
        nl='"{shown}" zegt niet wie dat doet, zoals {count} van de {of} zinnen in deze tekst',
        en='"{shown}" leaves who does it for last, as do {count} of the {of} sentences in this text',
    ),
    Text(
        nl="lezers weten dan niet wie iets moet doen of heeft gedaan",
        en="readers then look for who must do something, or has done it",
    ),
    Text(
        nl="Begin de zin met wie het doet, als dat ertoe doet.",
        en="Begin the sentence with who does it, if that matters.",
    ),
)


def advise(written: Written) -> Iterator[Diagnostic]:
    """Every passive sentence in a text with many of them."""
    for page in written.worded:
        sentences = list(page.sentences)
        found = [(one, match) for one in sentences if (match := _passive(one[1], page.language))]
        if len(found) >= FEWEST and len(found) > SHARE * len(sentences):
            for (paragraph, sentence), match in found:
                yield _advice(page, paragraph, sentence, match, len(found), len(sentences))


def _passive(sentence: Sentence, language: Language) -> re.Match[str] | None:
    for match in _PASSIVES[language].finditer(sentence.text):
        groups = match.groupdict()
        done = groups["done"] or groups.get("before") or ""
        if done.casefold() not in _NO_PARTICIPLES:
            return match
    return None


def _advice(
    page: Page, paragraph: Passage, sentence: Sentence, match: re.Match[str], count: int, of: int
) -> Diagnostic:
    at = page.at(paragraph, sentence.start + match.start())
    return advice(at, "passive-voice", every_filled(_TEXTS, shown=match[0], count=count, of=of))

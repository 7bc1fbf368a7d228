"""Sentences in both languages, and values as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Language = str
"""A language by its code (ISO 639-1), such as nl."""

LANGUAGES: tuple[Language, Language] = ("nl", "en")
"""The languages of messages; a report can be in others."""

_LANGUAGES = Path(__file__).parents[1] / "language"
"""A folder for each language, with the words of the site too."""


@cache
def translations(language: Language) -> dict[str, str]:
    """The sentences of charts in another language than Dutch, by the English."""
    import yaml  # neither of the languages of messages needs it

    file = _LANGUAGES / language / "charts.yml"
    if not file.is_file():
        return {}
    found: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))
    return found


@dataclass(frozen=True)
class Text:
    """One sentence in each language, with `{name}` where a value goes.

    What readers see is also in the other languages of reports: under the English in
    `language/<code>/charts.yml`. Messages
    are in Dutch and English only.
    """

    nl: str
    en: str
    made_of: tuple[str, Mapping[str, object]] | None = field(
        default=None, compare=False, repr=False, kw_only=True
    )
    """The English sentence before its values were filled in, and these; None where there were none."""

    def filled(self, **values: object) -> Text:
        """The same sentence with its values filled in, a Text in its own language; values are never read as
        templates again.
        """
        kept = {name: value if isinstance(value, Text) else str(value) for name, value in values.items()}
        nl = self.nl.format_map(_in_language(kept, "nl"))
        en = self.en.format_map(_in_language(kept, "en"))
        return Text(nl, en, made_of=(self.en, kept))

    def of(self, language: Language) -> str:
        """The sentence in a language; in English where nobody has translated it."""
        if language == "nl":
            return self.nl
        if language == "en":
            return self.en
        sentence, values = self.made_of or (self.en, {})
        translated = translations(language).get(sentence, sentence)
        return translated.format_map(_in_language(values, language)) if values else translated

    def __add__(self, other: Text) -> Text:
        return Text(f"{self.nl} {other.nl}".strip(), f"{self.en} {other.en}".strip())


def _in_language(values: Mapping[str, object], language: Language) -> dict[str, str]:
    """Values as a sentence in this language has them."""
    found: dict[str, str] = {}
    for name, value in values.items():
        found[name] = value.of(language) if isinstance(value, Text) else str(value)
    return found


def counted(number: int, one: Text, many: Text) -> Text:
    """The text that goes with a number, in the singular or the plural with `{count}`."""
    if number == 1:
        return one
    return many.filled(count=number)


def shortened(value: object, most: int = 60) -> str:
    """A value as a message shows it: the start of one that is long."""
    text = str(value)
    if len(text) <= most:
        return text
    return f"{text[: most - 3]}..."


_COMMA = Text(nl=", ", en=", ")
_AND = Text(nl="{first} en {last}", en="{first} and {last}")


def with_commas(texts: Iterable[Text]) -> Text:
    """Texts after each other, with commas between them."""
    return joined(texts, _COMMA)


def joined(texts: Iterable[Text], between: Text) -> Text:
    """Texts after each other, with another between them."""
    every = list(texts)
    return Text(nl=between.nl.join(one.nl for one in every), en=between.en.join(one.en for one in every))


def enumerated(values: Iterable[object]) -> Text:
    """Values as an enumeration: 2, 3 and 5."""
    *first, last = map(str, values)
    if not first:
        return Text(last, last)
    return _AND.filled(first=", ".join(first), last=last)

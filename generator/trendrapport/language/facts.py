"""What other formats and libraries call a language, and how it puts numbers beside their units.

A language is known by its code (ISO 639-1). All that the Unicode Consortium's data (CLDR) or a list of the
standard library knows of it is taken from there, so that a language needs no file but that of its labels.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from trendrapport.diagnostics import Language
from trendrapport.language import NO_BREAK_SPACE

FOLDER = Path(__file__).parent
"""A folder for each language: `labels.yml`, and for other languages than those of messages `charts.yml`."""

BUILT_IN = tuple(sorted(path.parent.name for path in FOLDER.glob("*/labels.yml")))
"""The languages in which the site has its own words."""

EUROPEAN = {
    "bg": "BUL",
    "cs": "CES",
    "da": "DAN",
    "de": "DEU",
    "el": "ELL",
    "en": "ENG",
    "es": "SPA",
    "et": "EST",
    "fi": "FIN",
    "fr": "FRA",
    "fy": "FRY",
    "ga": "GLE",
    "hr": "HRV",
    "hu": "HUN",
    "it": "ITA",
    "lt": "LIT",
    "lv": "LAV",
    "mt": "MLT",
    "nl": "NLD",
    "pl": "POL",
    "pt": "POR",
    "ro": "RON",
    "sk": "SLK",
    "sl": "SLV",
    "sv": "SWE",
}
"""The languages of the European Union, and Frisian, by their codes in the Union's
lists (ISO 639-3). Charts can be drawn in these."""

_LOCALES = {"en": "en_GB"}
"""Where the most spoken form of a language is not the one that we write."""

_WINDOWS = {"en": "en_US"}
"""Where spreadsheets have another form: Excel in any English reads the days of the United States."""

_NOUNS_WITH_CAPITALS = frozenset({"de"})
"""Languages in which a noun has a capital wherever it stands."""

_APART = frozenset({"nl"})
"""Languages that write a space before a percent sign, which CLDR leaves out."""


def labels_file(language: Language) -> Path:
    """What the site says in a language."""
    return FOLDER / language / "labels.yml"


@cache
def locale_of(language: Language) -> str:
    """A language and where it is mostly spoken, as CLDR writes them: nl_NL."""
    if language in _LOCALES:
        return _LOCALES[language]
    from babel.core import get_global

    likely = get_global("likely_subtags").get(language, language)
    return f"{language}_{likely.rpartition('_')[2]}"


def tag_of(language: Language) -> str:
    """A language and where it is mostly spoken, as a tag (BCP 47): nl-NL."""
    return locale_of(language).replace("_", "-")


def name_of(language: Language, within: Language = "en") -> str:
    """The name of a language in another one, as `Dutch`; empty for one that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language).get_display_name(within))
    except (UnknownLocaleError, ValueError):
        return ""


@cache
def spreadsheet_number(language: Language) -> str:
    """The number that spreadsheets have for a language, in hexadecimal digits; empty if they have none."""
    from locale import windows_locale

    wanted = _WINDOWS.get(language, locale_of(language))
    numbers = [number for number, locale in windows_locale.items() if locale == wanted]
    return f"{numbers[0]:x}" if numbers else ""


@cache
def decimal_mark(language: Language) -> str:
    """What stands before the decimals of a number."""
    from babel.numbers import get_decimal_symbol

    return str(get_decimal_symbol(locale_of(language)))


@cache
def grouping_mark(language: Language) -> str:
    """What stands between the thousands of a number."""
    from babel.numbers import get_group_symbol

    return str(get_group_symbol(locale_of(language)))


@cache
def currency_comes_last(language: Language) -> bool:
    """Whether an amount is written before its currency: 5 €."""
    return _currency_pattern(language).endswith("\u00a4")


@cache
def percent_is_apart(language: Language) -> bool:
    """Whether there is a space between a number and its percent sign."""
    from babel import Locale

    return language in _APART or NO_BREAK_SPACE in str(Locale.parse(language).percent_formats[None].pattern)


@cache
def currency_is_apart(language: Language) -> bool:
    """Whether there is a space between an amount and its currency sign."""
    return NO_BREAK_SPACE in _currency_pattern(language)


def _currency_pattern(language: Language) -> str:
    from babel import Locale

    pattern = str(Locale.parse(language).currency_formats["standard"].pattern)
    return pattern.partition(";")[0]


def within_sentence(label: str, language: Language) -> str:
    """What begins with a capital by itself, as it is within a sentence: "editie", but "Ausgabe"."""
    return label if language in _NOUNS_WITH_CAPITALS else label.lower()

"""Languages in the authority table of the European Union, which catalogues and the Woo index refer to."""

from __future__ import annotations

from trendrapport.diagnostics import Language

_TABLE = "http://publications.europa.eu/resource/authority/language"

_CODES = {
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
"""The languages of the European Union, and Frisian, as the table has them (ISO 639-3)."""


def address_of(language: Language) -> str:
    """The address of a language in the table; that of an undetermined one for any that we do not know."""
    return f"{_TABLE}/{_CODES.get(language, 'UND')}"

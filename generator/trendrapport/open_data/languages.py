"""Languages in the authority table of the European Union, which catalogues and the Woo index refer to."""

from __future__ import annotations

from trendrapport.diagnostics import Language
from trendrapport.language.facts import EUROPEAN

_TABLE = "http://publications.europa.eu/resource/authority/language"


def address_of(language: Language) -> str:
    """The address of a language in the table; that of an undetermined one for any that we do not know."""
    return f"{_TABLE}/{EUROPEAN.get(language, 'UND')}"

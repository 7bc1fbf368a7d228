"""Names of columns that a file does not name itself, in the report's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trendrapport.diagnostics import Language, Text

GROUP, VALUE, CATEGORY, PROVISIONAL, CODE = "@group", "@value", "@category", "@provisional", "@code"
"""Names until the language is known; no heading of a file begins so."""

NAMES: Mapping[str, Text] = MappingProxyType(
    {
        GROUP: Text(nl="Groep", en="Group"),
        VALUE: Text(nl="Waarde", en="Value"),
        CATEGORY: Text(nl="Categorie", en="Category"),
        PROVISIONAL: Text(nl="Voorlopig", en="Provisional"),
        CODE: Text(nl="Gemeentecode", en="Municipality code"),
        "@year": Text(nl="Jaar", en="Year"),
        "@yearmonth": Text(nl="Maand", en="Month"),
        "@date": Text(nl="Datum", en="Date"),
        "@quarter": Text(nl="Kwartaal", en="Quarter"),
        "@week": Text(nl="Week", en="Week"),
        "@period": Text(nl="Periode", en="Period"),
        "@municipality": Text(nl="Gemeente", en="Municipality"),
        "@province": Text(nl="Provincie", en="Province"),
    }
)


def named(title: str, language: Language) -> str:
    """A title, or the name that stands for it in a language."""
    known = NAMES.get(title)
    if known:
        return known.of(language)
    return title

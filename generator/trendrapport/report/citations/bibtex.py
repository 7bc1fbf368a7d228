"""BibTeX, for LaTeX: an entry in UTF-8, with the special characters of TeX escaped.

Entry types and fields: Patashnik, BibTeXing (1988), and `url`, `langid` and `abstract` of BibLaTeX, which
BibTeX passes over.
"""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.language.facts import name_of
from trendrapport.model.entries.sources import CslName, Source
from trendrapport.report.citations import date_parts, inverted

NAME = "BibTeX"
ENDING = "bib"
TYPE = "text/x-bibtex"

TYPES = {
    "chapter": "incollection",
    "report": "techreport",
    "book": "book",
    "article-journal": "article",
    "thesis": "phdthesis",
    "paper-conference": "inproceedings",
}
"""What is of no type here is `misc`."""
_WHOLES = {"incollection": "booktitle", "article": "journal"}
_PUBLISHERS = {"techreport": "institution"}
"""The fields for what an item is part of and for its publisher, by kind of entry."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# BibTeX counts braces, also escaped ones: text with one of them would not be closed.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    | {sign: f"\\{sign}" for sign in "&%$#_"}
)


def write(item: Source) -> str:
    """An entry whose key is the item's name."""
    kind = TYPES.get(item.type, "misc")
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(item, kind).items() if value]
    _, month = _year_and_month(item)
    if month:
        lines.append(f"  month = {MONTHS[month - 1]}")
    return f"@{kind}{{{item.id},\n" + ",\n".join(lines) + "\n}\n"


def write_all(items: Sequence[Source]) -> str:
    """An entry for each, with a line between."""
    return "\n".join(map(write, items))


def _fields(item: Source, kind: str) -> dict[str, str]:
    """The fields of an entry, some of them empty; two have another name by the kind of entry."""
    year, _ = _year_and_month(item)
    return {
        "author": _names(item.author),
        "editor": _names(item.editor),
        "title": f"{{{_text(item.title)}}}",
        _WHOLES.get(kind, "howpublished"): _text(item.container_title),
        _PUBLISHERS.get(kind, "publisher"): _text(item.publisher),
        "year": str(year or ""),
        "note": _text(". ".join(part for part in (item.genre, item.note) if part)),
        "version": _text(str(item.version or "")),
        "url": _address(item.URL),
        "langid": name_of(item.language or "").lower(),
        "abstract": _text(item.abstract),
    }


def _year_and_month(item: Source) -> tuple[int, int]:
    """Each 0 where it is not known."""
    year, month, *_ = (*date_parts(item.issued), 0, 0)
    return year, month


def _text(value: str | None) -> str:
    return " ".join((value or "").split()).translate(_SPECIAL)


def _address(value: str | None) -> str:
    """An address as it is, except for a brace, which an address has encoded."""
    return (value or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _names(names: tuple[CslName, ...]) -> str:
    """Names joined by "and"; braces keep an organisation's name whole."""
    return " and ".join(_name(name) for name in names)


def _name(name: CslName) -> str:
    if name.literal:
        return f"{{{_text(name.literal)}}}"
    return _text(inverted(name))

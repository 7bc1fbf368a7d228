"""BibTeX, for LaTeX: an entry in UTF-8 with what TeX gives a meaning escaped.

Entry types and fields: Patashnik, BibTeXing (1988), and `url`, `langid` and `abstract` of BibLaTeX, which
BibTeX passes over.
"""

from __future__ import annotations

from trendrapport.model.entries.sources import CslName, Source
from trendrapport.report.citations import date_parts, inverted

NAME = "BibTeX"
ENDING = "bib"

TYPES = {
    "chapter": "incollection",
    "report": "techreport",
    "book": "book",
    "article-journal": "article",
    "thesis": "phdthesis",
    "paper-conference": "inproceedings",
}
"""What is of no type here is `misc`."""
LANGUAGES = {"nl": "dutch", "en": "english"}
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
    type_ = TYPES.get(item.type, "misc")
    year, month = (*date_parts(item.issued), 0, 0)[:2]
    fields = {
        "author": _names(item.author),
        "editor": _names(item.editor),
        "title": f"{{{_text(item.title)}}}",
        "booktitle"
        if type_ == "incollection"
        else "journal"
        if type_ == "article"
        else "howpublished": _text(item.container_title),
        "institution" if type_ == "techreport" else "publisher": _text(item.publisher),
        "year": str(year or ""),
        "note": _text(". ".join(part for part in (item.genre, item.note) if part)),
        "version": _text(str(item.version or "")),
        "url": _address(item.URL),
        "langid": LANGUAGES.get(item.language or "", ""),
        "abstract": _text(item.abstract),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    lines += [f"  month = {MONTHS[month - 1]}"] if month else []
    return f"@{type_}{{{item.id},\n" + ",\n".join(lines) + "\n}\n"


def _text(value: str | None) -> str:
    return " ".join((value or "").split()).translate(_SPECIAL)


def _address(value: str | None) -> str:
    """An address stands as it is, except for a brace, which an address has encoded."""
    return (value or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _names(names: tuple[CslName, ...]) -> str:
    """Names joined by "and"; braces keep an organisation's name whole."""
    return " and ".join(
        f"{{{_text(name.literal)}}}" if name.literal else _text(inverted(name)) for name in names
    )

"""Files of a spreadsheet that were put where a table should be; known by their first bytes, whatever they are
called.
"""

from __future__ import annotations

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, every_filled, finding

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".tsv", ".tab")
"""How files of spreadsheets are called."""

_ZIP, _OLD, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_SAVE = Text(
    nl=(
        "Open het bestand in uw spreadsheetprogramma, en bewaar het blad met de tabel als CSV "
        "UTF-8. In LibreOffice kunt u de komma als scheidingsteken kiezen; Excel neemt dat van "
        "Windows over."
    ),
    en=(
        "Open the file in your spreadsheet program, and save the sheet with the table as CSV "
        "UTF-8. LibreOffice lets you choose the comma as separator; Excel takes that from Windows."
    ),
)
_WHY = Text(
    nl="een tabel is gewone tekst, zodat wijzigingen te volgen zijn en niets verborgen is",
    en="a table is plain text, so that changes can be followed and nothing is hidden",
)
_RENAMED: Texts = (
    Text(nl="dit is {what}, en geen CSV", en="this is {what}, and no CSV"),
    _WHY,
    _SAVE + Text(nl="Een andere naam maakt er geen CSV van.", en="Another name does not make it CSV."),
)
_BESIDE: Texts = (
    Text(nl='"{name}" is een bestand van een spreadsheet', en='"{name}" is a file of a spreadsheet'),
    _WHY,
    _SAVE + Text(nl="De naam wordt dan: {better}.", en="Its name will then be: {better}."),
)
_EXCEL = Text(nl="een Excel-bestand (xlsx)", en="an Excel file (xlsx)")
_OPEN_DOCUMENT = Text(nl="een bestand van LibreOffice (ods)", en="a file of LibreOffice (ods)")
_SOME_ZIP = Text(
    nl="een ingepakt bestand, zoals Excel (xlsx) en LibreOffice (ods) bewaren",
    en="a packed file, as Excel (xlsx) and LibreOffice (ods) save",
)
_OLD_EXCEL = Text(nl="een ouder Excel-bestand (xls)", en="an older Excel file (xls)")
_A_PDF, _A_PAGE = Text(nl="een PDF", en="a PDF"), Text(nl="een webpagina", en="a web page")


def renamed(path: str, raw: bytes) -> Diagnostic | None:
    """What a file of bytes is that is called a table, if it is something else."""
    what = _sort(raw)
    return finding(Location(path), "spreadsheet-file", every_filled(_RENAMED, what=what)) if what else None


def beside(path: str) -> Diagnostic | None:
    """That a file beside the tables is one of a spreadsheet, and what it should become."""
    ending = next((ending for ending in ENDINGS if path.lower().endswith(ending)), None)
    if not ending:
        return None
    better = f"{path[: -len(ending)]}.csv"
    return finding(
        Location(path), "spreadsheet-file", every_filled(_BESIDE, name=path.rpartition("/")[2], better=better)
    )


def _sort(raw: bytes) -> Text | None:
    """What sort of file it is by its first bytes; None of one that may be a table."""
    if raw.startswith(_ZIP):
        if b"xl/" in raw or b"[Content_Types].xml" in raw:
            return _EXCEL
        return _OPEN_DOCUMENT if b"opendocument.spreadsheet" in raw[:200] else _SOME_ZIP
    if raw.startswith(_OLD):
        return _OLD_EXCEL
    if raw.startswith(_PDF):
        return _A_PDF
    return (
        _A_PAGE if raw[:200].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<table")) else None
    )

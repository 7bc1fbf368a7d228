"""Spreadsheet files where a table should be, recognised by their first bytes, whatever they are called."""

from __future__ import annotations

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, every_filled, finding

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".tsv", ".tab")
"""How files of spreadsheets are called."""

_ZIP, _OLD, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_SAVE = Text(
    nl=(
        "Open het bestand in uw spreadsheetprogramma, en bewaar het blad met de tabel als CSV "
        "UTF-8. In LibreOffice kunt u de komma als scheidingsteken kiezen; Excel gebruikt het "
        "scheidingsteken van Windows."
    ),
    en=(
        "Open the file in your spreadsheet program, and save the sheet with the table as CSV "
        "UTF-8. In LibreOffice you can choose the comma as separator; Excel uses the separator "
        "of Windows."
    ),
)
_WHY = Text(
    nl="een tabel is gewone tekst: daarin zijn wijzigingen te volgen en is niets verborgen",
    en="a table is plain text: changes can be followed and nothing is hidden",
)
_RENAMED: Texts = (
    Text(nl="dit is {what}, en geen CSV", en="this is {what}, not CSV"),
    _WHY,
    _SAVE + Text(nl="Alleen de naam veranderen helpt niet.", en="Renaming it is not enough."),
)
_BESIDE: Texts = (
    Text(nl='"{name}" is een spreadsheetbestand', en='"{name}" is a spreadsheet file'),
    _WHY,
    _SAVE + Text(nl="De naam wordt dan: {better}.", en="The name will then be: {better}."),
)
_EXCEL = Text(nl="een Excel-bestand (xlsx)", en="an Excel file (xlsx)")
_OPEN_DOCUMENT = Text(nl="een LibreOffice-bestand (ods)", en="a LibreOffice file (ods)")
_SOME_ZIP = Text(
    nl="een ingepakt bestand, zoals Excel (xlsx) en LibreOffice (ods) maken",
    en="a packed file, such as Excel (xlsx) and LibreOffice (ods) save",
)
_OLD_EXCEL = Text(nl="een ouder Excel-bestand (xls)", en="an older Excel file (xls)")
_A_PDF, _A_PAGE = Text(nl="een PDF-bestand", en="a PDF file"), Text(nl="een webpagina", en="a web page")


def renamed(path: str, raw: bytes) -> Diagnostic | None:
    """What a file of bytes is that is called a table, if it is something else."""
    what = sort_of(raw)
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


def sort_of(raw: bytes) -> Text | None:
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

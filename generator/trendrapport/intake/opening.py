"""The bytes of a file to its sheets; what is no table, or too large, is refused in words."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Literal

from trendrapport.charts.tables.rows import MOST_ROWS
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.files.spreadsheets import sort_of
from trendrapport.intake.dialogue import Dialogue
from trendrapport.intake.sheet import Sheet

Sort = Literal["xlsx", "ods", "text"]

MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 40_000_000, 200_000_000, 5_000
"""The largest file, packed and unpacked, and the number of files in a packed one."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_EMPTY = Text(nl='"{name}" is leeg.', en='"{name}" is empty.')
_LARGE = Text(
    nl='"{name}" is te groot: meer dan {most} MB. Bewaar alleen het blad met de tabel.',
    en='"{name}" is too large: more than {most} MB. Save only the sheet with the table.',
)
_PACKED = Text(
    nl=(
        '"{name}" is uitgepakt te groot of heeft te veel onderdelen. Bewaar het blad met de tabel in een '
        "nieuw bestand."
    ),
    en=(
        '"{name}" is too large when unpacked or has too many parts. Save the sheet with the table in '
        "a new file."
    ),
)
_OTHER = Text(
    nl='"{name}" is {what}, en geen tabel. Gebruik XLSX, ODS, CSV of TSV.',
    en='"{name}" is {what}, not a table. Use XLSX, ODS, CSV or TSV.',
)
_PASSWORD = Text(
    nl='"{name}" is beveiligd met een wachtwoord. Bewaar het in uw spreadsheetprogramma zonder wachtwoord.',
    en='"{name}" is protected with a password. Save it without a password in your spreadsheet program.',
)
_OLD = Text(
    nl=(
        '"{name}" is een ouder Excel-bestand (xls). Open het in uw spreadsheetprogramma en bewaar '
        "het als XLSX."
    ),
    en='"{name}" is an older Excel file (xls). Open it in your spreadsheet program and save it as XLSX.',
)
_BROKEN = Text(
    nl='"{name}" is beschadigd. Open het in uw spreadsheetprogramma en bewaar het opnieuw.',
    en='"{name}" is damaged. Open it in your spreadsheet program and save it again.',
)
_LIBRARY = Text(
    nl='Voor "{name}" is {library} nodig. Installeer die met: pip install "trendrapport[editors]"',
    en='"{name}" needs {library}. Install it with: pip install "trendrapport[editors]"',
)
_ROWS = Text(
    nl=(
        'Een blad in "{name}" heeft meer dan {most} rijen. Maak een tabel met sommen of gemiddelden, of met '
        "alleen de jaren en groepen die ertoe doen."
    ),
    en=(
        'A sheet in "{name}" has more than {most} rows. Make a table of sums or averages, or of only the '
        "years and groups that matter."
    ),
)


def sheets_of(name: str, raw: bytes, dialogue: Dialogue) -> list[Sheet]:
    """The sheets of a file, one of a text file; `name` is what messages call it.

    Raises CannotRunError for what is no table, cannot be opened or is too large.
    """
    if not raw.strip():
        raise CannotRunError(_EMPTY.filled(name=name))
    if len(raw) > MOST_BYTES:
        raise too_large(name)
    sort = _sort(name, raw)
    if sort == "text":
        from trendrapport.intake.separated import sheet

        found = [sheet(name, raw, dialogue)]
    else:
        found = _spreadsheet(name, raw, sort)
    if any(len(one.rows) > MOST_ROWS for one in found):
        raise too_many_rows(name)
    return found


def too_large(name: str) -> CannotRunError:
    """That a file has more bytes than are read."""
    return CannotRunError(_LARGE.filled(name=name, most=MOST_BYTES // 1_000_000))


def too_many_rows(name: str) -> CannotRunError:
    """That a sheet has more rows than a report can show."""
    most = Text(f"{MOST_ROWS:,}".replace(",", "."), f"{MOST_ROWS:,}")
    return CannotRunError(_ROWS.filled(name=name, most=most))


def damaged(name: str) -> CannotRunError:
    """That a file cannot be read because something in it is broken."""
    return CannotRunError(_BROKEN.filled(name=name))


def _sort(name: str, raw: bytes) -> Sort:
    """What a file is by its bytes, whatever it is called."""
    if raw.startswith(_OLD_EXCEL):
        raise CannotRunError((_PASSWORD if _ENCRYPTED in raw else _OLD).filled(name=name))
    if raw.startswith(b"PK\x03\x04"):
        return _packed(name, raw)
    other = sort_of(raw)
    if other:
        raise CannotRunError(_OTHER.filled(name=name, what=other))
    return "text"


def _packed(name: str, raw: bytes) -> Sort:
    """Which spreadsheet a packed file is, if it is one and can be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            parts = packed.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or size > MOST_UNPACKED:
                raise CannotRunError(_PACKED.filled(name=name))
            names = {part.filename for part in parts}
            if "xl/workbook.xml" in names:
                return "xlsx"
            if "content.xml" in names and b"opendocument.spreadsheet" in packed.read("mimetype"):
                if b"encryption-data" in packed.read("META-INF/manifest.xml"):
                    raise CannotRunError(_PASSWORD.filled(name=name))
                return "ods"
    except (zipfile.BadZipFile, KeyError, RuntimeError, OSError) as error:
        raise damaged(name) from error
    raise CannotRunError(_OTHER.filled(name=name, what=sort_of(raw) or Text("", "")))


def _spreadsheet(name: str, raw: bytes, sort: Sort) -> list[Sheet]:
    """The sheets of a spreadsheet; whatever its library stumbles over is a broken file."""
    try:
        if sort == "xlsx":
            from trendrapport.intake.excel import sheets
        else:
            from trendrapport.intake.open_document import sheets
    except ModuleNotFoundError as error:
        raise CannotRunError(_LIBRARY.filled(name=name, library=error.name)) from error
    try:
        return sheets(name, raw)
    except (CannotRunError, MemoryError):
        raise
    except Exception as error:
        raise damaged(name) from error

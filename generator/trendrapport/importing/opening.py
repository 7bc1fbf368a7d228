"""A file of a word processor to Pandoc's tree of its blocks, and its pictures; runs nothing of the file."""

from __future__ import annotations

import base64
import binascii
import json
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.importing.google import is_google, plain_page, plain_tree
from trendrapport.importing.office_marks import marked, with_spans
from trendrapport.importing.word_fields import with_field_words

FORMS = {".docx": "docx", ".odt": "odt", ".html": "html", ".htm": "html", ".zip": "zip"}
_MARKDOWN = "gfm+yaml_metadata_block"
FORMS |= {".md": _MARKDOWN, ".markdown": _MARKDOWN}
"""What Pandoc calls each sort of file, by the end of its name."""
LARGEST = 60_000_000
"""The most bytes of a file."""
AS_LINK = "as-link"
"""The class of words that look like a link: whether these are in italics is not known."""
PATIENCE = 120
"""Seconds after which a file is taken to have no end."""

_NO_FILE = Text(
    nl='"{path}" bestaat niet, of is geen bestand.', en='"{path}" does not exist, or is not a file.'
)
_FORM = Text(
    nl='"{path}" is geen DOCX, ODT, HTML of Markdown. Open het in uw tekstverwerker en bewaar het als .docx.',
    en='"{path}" is no DOCX, ODT, HTML or Markdown. Open it in your word processor and save it as .docx.',
)
_OLD = Text(
    nl=(
        '"{path}" is een bestand van Word van voor 2007 (.doc). Open het in Word of LibreOffice, kies '
        "Opslaan als, en bewaar het als Word-document (.docx)."
    ),
    en=(
        '"{path}" is a file of Word from before 2007 (.doc). Open it in Word or LibreOffice, choose Save as, '
        "and save it as a Word document (.docx)."
    ),
)
_PDF = Text(
    nl=(
        '"{path}" is een PDF, waarin koppen en alinea\'s niet meer te herkennen zijn. Vraag om het bestand '
        "waarvan die is gemaakt, als .docx of .odt."
    ),
    en=(
        '"{path}" is a PDF, in which headings and paragraphs can no longer be told. Ask for the file that it '
        "was made of, as .docx or .odt."
    ),
)
_TABLE = Text(
    nl='"{path}" is een tabel. Maak er gegevens van met: trendrapport data add',
    en='"{path}" is a table. Make data of it with: trendrapport data add',
)
_OTHERS = {".doc": _OLD, ".dot": _OLD, ".pdf": _PDF}
_OTHERS |= dict.fromkeys((".xls", ".xlsx", ".ods", ".csv", ".tsv"), _TABLE)
"""What is said of files that are often taken for a text, by the end of their name."""
_NO_PAGE = Text(
    nl='"{path}" is geen webpagina van Google Docs. Kies daar: Bestand, Downloaden, Microsoft Word (.docx).',
    en='"{path}" is no web page of Google Docs. Choose there: File, Download, Microsoft Word (.docx).',
)
_LARGE = Text(
    nl='"{path}" is groter dan 60 MB. Verklein de afbeeldingen erin.',
    en='"{path}" is larger than 60 MB. Make the pictures in it smaller.',
)
_DAMAGED = Text(
    nl=(
        '"{path}" kan niet worden gelezen: het bestand is beschadigd of heeft een wachtwoord. Open het in uw '
        "tekstverwerker en bewaar het opnieuw, zonder wachtwoord."
    ),
    en=(
        '"{path}" cannot be read: the file is damaged or has a password. Open it in your word processor and '
        "save it again, without a password."
    ),
)
_LIBRARY = Text(
    nl='Voor teksten uit Word is meer nodig: pip install "trendrapport[editors]"',
    en='Texts from Word need more: pip install "trendrapport[editors]"',
)

_UNREADABLE = (KeyError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What comes of a part of an archive that is not there, damaged or locked."""

Tree = dict[str, Any]
"""Pandoc's own form of a document, as JSON has it."""
Pictures = Callable[[str], bytes | None]
"""The bytes of a picture by the address that the document has for it; None if it is not in the file."""


def opened(path: Path) -> tuple[Tree, Pictures]:
    """The tree of a file, and its pictures. Raises CannotRunError, with what to do, if it cannot be read."""
    if not path.is_file():
        raise CannotRunError(_NO_FILE.filled(path=path))
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise CannotRunError(_OTHERS.get(path.suffix.lower(), _FORM).filled(path=path))
    if path.stat().st_size > LARGEST:
        raise CannotRunError(_LARGE.filled(path=path))
    if form == "html":
        return _page(path, path.read_bytes()), lambda address: _beside(path, address)
    if form == _MARKDOWN:
        return _tree(path, form, _as_utf_8(path.read_bytes())), lambda address: _beside(path, address)
    if not zipfile.is_zipfile(path):
        raise CannotRunError(_DAMAGED.filled(path=path))
    _refuse_large_parts(path)
    if form == "zip":
        return _page(path, _zipped_page(path)), lambda address: _inside(path, address)
    if form == "odt":
        return _office_text(path), lambda address: _inside(path, address)
    return _word_text(path), lambda address: _inside(path, address)


def _refuse_large_parts(path: Path) -> None:
    """Refuses an archive of which a part is larger than a text can be, however small the archive is."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [part.file_size for part in archive.infolist()]
    except _UNREADABLE as error:
        raise CannotRunError(_DAMAGED.filled(path=path)) from error
    if max(sizes, default=0) > LARGEST:
        raise CannotRunError(_LARGE.filled(path=path))


def _word_text(path: Path) -> Tree:
    """The tree of a document of Word."""
    _pandoc()
    from lxml import etree

    try:
        raw = with_field_words(path)
    except (*_UNREADABLE, etree.LxmlError) as error:
        raise CannotRunError(_DAMAGED.filled(path=path)) from error
    return _tree(path, "docx", raw)


def _office_text(path: Path) -> Tree:
    """The tree of an OpenDocument text, with its tracked changes and comments."""
    _pandoc()
    from lxml import etree

    try:
        raw, marks = marked(path)
    except (*_UNREADABLE, etree.LxmlError) as error:
        raise CannotRunError(_DAMAGED.filled(path=path)) from error
    tree: Tree = with_spans(_tree(path, "odt", raw), marks)
    return {key: _without_lines(part) for key, part in tree.items()}


def _without_lines(part: Any) -> Any:  # noqa: ANN401
    """A part of a tree, with links as they are underlined by themselves: Pandoc takes that for italics."""
    if isinstance(part, list):
        return [_without_lines(one) for one in part]
    if not isinstance(part, dict):
        return part
    found = {key: _without_lines(one) for key, one in part.items()}
    if part.get("t") == "Link":
        attributes, words, address = found["c"]
        if [one["t"] for one in words] == ["Emph"]:
            words = [{"t": "Span", "c": [["", [AS_LINK], []], words[0]["c"]]}]
        found["c"] = [attributes, words, address]
    return found


def _zipped_page(path: Path) -> bytes:
    """The page in an archive in which Google Docs saved it with its pictures."""
    try:
        with zipfile.ZipFile(path) as archive:
            pages = [one for one in archive.infolist() if one.filename.lower().endswith(".html")]
            if len(pages) != 1 or pages[0].file_size > LARGEST:
                raise CannotRunError(_NO_PAGE.filled(path=path))
            return archive.read(pages[0])
    except _UNREADABLE as error:
        raise CannotRunError(_DAMAGED.filled(path=path)) from error


def _as_utf_8(raw: bytes) -> bytes:
    """A text file in the encoding that Pandoc reads; one that is not in it is of an older Windows program."""
    try:
        return raw.decode("utf-8-sig").encode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").encode()


def _page(path: Path, raw: bytes) -> Tree:
    """The tree of a web page."""
    page = raw.decode("utf-8", "replace")
    if not is_google(page):
        return _tree(path, "html", raw)
    tree: Tree = plain_tree(_tree(path, "html", plain_page(page).encode()), page)
    return tree


def _tree(path: Path, form: str, raw: bytes) -> Tree:
    command = [_pandoc(), "--sandbox", "--from", form, "--to", "json", "--track-changes=all"]
    try:
        # Only Pandoc is run.
        done = subprocess.run(  # noqa: S603
            command, input=raw, capture_output=True, timeout=PATIENCE, check=True
        )
        tree: Tree = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise CannotRunError(_DAMAGED.filled(path=path)) from error
    return tree


def _pandoc() -> str:
    """The path of the program in its wheel."""
    try:
        import pypandoc  # type: ignore[import-untyped]
    except ImportError as error:
        raise CannotRunError(_LIBRARY) from error
    return str(pypandoc.get_pandoc_path())


def written(tree: Tree) -> str:
    """A tree as Markdown of a report's texts."""
    form = "commonmark+pipe_tables+footnotes+strikeout+definition_lists"
    command = [_pandoc(), "--sandbox", "--from", "json", "--to", form, "--wrap=none"]
    done = subprocess.run(  # noqa: S603 - Pandoc
        command, input=json.dumps(tree).encode(), capture_output=True, timeout=PATIENCE, check=True
    )
    return done.stdout.decode()


def _inside(path: Path, address: str) -> bytes | None:
    """A picture in the archive that a DOCX or ODT is."""
    with zipfile.ZipFile(path) as archive:
        for name in (f"word/{address}", address):
            try:
                if archive.getinfo(name).file_size <= LARGEST:
                    return archive.read(name)
            except _UNREADABLE:
                continue
    return None


def _beside(path: Path, address: str) -> bytes | None:
    """A picture of an HTML file: written in it, or in a folder beside it; never from elsewhere."""
    if address.startswith("data:"):
        _, _, raw = address.partition(";base64,")
        try:
            return base64.b64decode(raw, validate=True) or None
        except binascii.Error:
            return None
    parts = PurePosixPath(unquote(address)).parts
    folder = path.resolve().parent
    file = folder.joinpath(*parts).resolve()
    if not parts or ":" in address or not file.is_relative_to(folder) or not file.is_file():
        return None
    if file.stat().st_size > LARGEST:
        return None
    return file.read_bytes()

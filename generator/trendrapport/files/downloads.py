"""What a file to download must be: by its extension and by its bytes. Knows no report.

Nothing in such a file is opened but the list of what is in a package: a program for macros, or for what
another program would run, is not published.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Literal

OFFICE = frozenset({".docx", ".xlsx", ".pptx"})
OPEN_DOCUMENT = frozenset({".odt", ".ods", ".odp"})
DOWNLOADS = frozenset({".pdf", ".zip"}) | OFFICE | OPEN_DOCUMENT
"""The ends of names of files that readers can download."""

WITH_MACROS = frozenset(
    {".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".potm", ".ppsm", ".ppam"}
)
"""Files that are made to hold macros."""

FORMER = frozenset({".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps"})
"""Files of Office before 2007, which can hold macros without a sign of it."""

REFUSED = WITH_MACROS | FORMER

MOST = 25_000_000
"""Bytes in a download: Cloudflare Pages takes no larger file."""

Fault = Literal["macros", "former", "large", "broken"]
"""Why a file is not published."""

_MACROS = ("vbaproject.bin", "basic/script-lc.xml", "basic/script-lb.xml")


def end_of(path: str) -> str:
    """The end of a file's name in lower case, with its dot."""
    return posixpath.splitext(path)[1].lower()


def fault(path: str, raw: bytes) -> Fault | None:
    """Why a file cannot be published as a download; None for one that can."""
    end = end_of(path)
    if end in REFUSED:
        return "former" if end in FORMER else "macros"
    if len(raw) > MOST:
        return "large"
    if end == ".pdf":
        # Some programs write a line before the sign.
        return None if b"%PDF-" in raw[:1024] else "broken"
    names = _packed(raw)
    if names is None or not _is_of(end, names):
        return "broken"
    if end != ".zip" and any(name.lower().endswith(_MACROS) for name in names):
        return "macros"
    return None


def _packed(raw: bytes) -> list[str] | None:
    """The names of what is in a package; None for what is no package, or has a name that leads out of the
    folder in which it is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = package.namelist()
    except Exception:  # whatever is wrong with it, a reader could not open it
        return None
    return None if any(_leads_out(name) for name in names) else names


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.replace("\\", "/").split("/")


def _is_of(end: str, names: list[str]) -> bool:
    """Whether a package holds what its name says."""
    if end in OFFICE:
        return "[Content_Types].xml" in names
    return "content.xml" in names if end in OPEN_DOCUMENT else True

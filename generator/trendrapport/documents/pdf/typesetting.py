"""A template and its data to the bytes of a PDF.

The same data give the same bytes: no fonts of the system, no clock, and no files but those given.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts

STANDARDS = ["a-2a", "ua-1"]
"""For archives (ISO 19005-2, level A) and for who has it read aloud (ISO 14289-1)."""

_FAMILIES = {"font_source_sans_pro": "SourceSansPro", "font_source_serif_pro": "SourceSerifPro"}
"""The packages with the site's letters."""
_SIGNS = "manimgx_fonts"
"""The package with emoji, other signs and the letters of other scripts (Noto), which Typst falls back on."""
_WEIGHTS = ("Regular", "It", "Semibold", "SemiboldIt", "Bold")
"""The weights that the templates use."""


@dataclass(frozen=True)
class Sheet:
    """What a PDF is made of."""

    template: str
    """The name of a file in `typst/`."""
    data: Mapping[str, Any]
    """Plain values for the template."""
    files: Mapping[str, bytes]
    """Drawings and pictures by the paths that the data name."""
    day: int
    """The date of the document, in seconds since 1970."""


def typeset(sheet: Sheet) -> bytes:
    """The PDF of a sheet.

    Raises typst.TypstError where a template is wrong, which is a mistake in this generator.
    """
    from trendrapport.documents.pdf.letters import displayable, drawn
    from trendrapport.documents.pdf.row_names import with_row_names

    text = json.dumps(displayable(sheet.data), ensure_ascii=False, sort_keys=True)
    given = {"main.typ": _templates()[f"{sheet.template}.typ"], **_templates(), "data.json": text.encode()}
    return with_row_names(compiled({**given, **drawn(sheet.files)}, sheet.day))


def compiled(given: Mapping[str, bytes], day: int) -> bytes:
    """The PDF of a source `main.typ`, which finds nothing but the files that are given.

    Raises typst.TypstError.
    """
    import typst

    compile_given: Any = typst.compile  # whose stub knows no files in memory
    made: bytes = compile_given(
        dict(given), font_paths=fonts(), format="pdf", pdf_standards=STANDARDS, timestamp=day
    )
    return made


@cache
def _templates() -> dict[str, bytes]:
    folder = files("trendrapport.documents.pdf") / "typst"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".typ")}


@cache
def fonts() -> Fonts:
    """The site's letters, and for what these lack those that Typst brings and those of Noto."""
    import typst

    paths = [_letters().name, str(_folder(_SIGNS))]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)


@cache
def _letters() -> TemporaryDirectory[str]:
    """A folder with only the files that are used, as long as this process runs: the packages have each weight
    in two formats, of which a folder's order would choose one.
    """
    folder: TemporaryDirectory[str] = TemporaryDirectory(prefix="trendrapport-letters-")
    for package, family in _FAMILIES.items():
        for weight in _WEIGHTS:
            name = f"{family}-{weight}.otf"
            shutil.copyfile(_folder(package) / "files" / name, Path(folder.name) / name)
    return folder


def _folder(package: str) -> Path:
    """Where a package of fonts is, which need not be loaded."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent

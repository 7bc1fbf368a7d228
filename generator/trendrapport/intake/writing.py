"""A tidy table and its descriptor to the files of a report: both, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trendrapport.charts.tables.table import read_table
from trendrapport.diagnostics import CannotRunError, Diagnostic, Text
from trendrapport.files.links import followed, is_inside
from trendrapport.files.source import yaml_source
from trendrapport.model.addresses import slug_of
from trendrapport.model.charts import DataPackage
from trendrapport.report.validation import parse
from trendrapport.runtime.failures import at

FOLDER = Path("charts", "data")
"""Where tables are, from the report's root."""

_THERE = Text(
    nl='"{path}" bestaat al. Kies een andere naam met --name, of vervang de tabel met --replace.',
    en='"{path}" already exists. Choose another name with --name, or replace the table with --replace.',
)
_NO_NAME = Text(
    nl='"{name}" kan geen naam van een tabel worden. Kies er een met --name.',
    en='"{name}" cannot become the name of a table. Choose one with --name.',
)
_LINK = Text(
    nl='"{path}" leidt buiten het rapport; zie: trendrapport check',
    en='"{path}" leads outside the report; see: trendrapport check',
)


@dataclass(frozen=True)
class Files:
    """The texts of a table's two files, and its name."""

    name: str
    table: str
    descriptor: str

    @property
    def texts(self) -> Mapping[Path, str]:
        """Each text by its path from the report's root."""
        return {
            FOLDER / f"{self.name}.csv": self.table,
            FOLDER / f"{self.name}.datapackage.yml": self.descriptor,
        }

    def findings(self) -> list[Diagnostic]:
        """What a check of the report would say of them."""
        paths = [path.as_posix() for path in self.texts]
        source, found = yaml_source(paths[1], self.descriptor)
        if source is None:
            return list(found)
        package, more = parse(DataPackage, source, source.data)
        if package is None:
            return [*found, *more]
        return [*found, *more, *read_table(self.name, paths[0], self.table, package)[1]]


def table_name(wanted: str) -> str:
    """A name that a table can have: lower case letters, digits and underscores."""
    name = slug_of(wanted, otherwise="").replace("-", "_")
    if not name:
        raise CannotRunError(_NO_NAME.filled(name=wanted))
    return name


def place_of(file: Path, root: Path) -> str:
    """Where a file was found: from the report's root, or its name alone if it is elsewhere, as the folders of
    a computer are nobody else's business.
    """
    real = followed(file)
    if is_inside(file, followed(root)):
        return real.relative_to(followed(root)).as_posix()
    return file.name


def refuse_existing(root: Path, name: str) -> None:
    """Refuses a name that a table of the report has."""
    for path in Files(name, "", "").texts:
        if os.path.lexists(root / path):
            raise CannotRunError(_THERE.filled(path=path.as_posix()))


def _bytes_of(path: Path) -> bytes | None:
    if not path.is_file():
        return None
    return path.read_bytes()


def write(root: Path, files: Files, *, replace: bool = False) -> list[Path]:
    """Writes both files, and returns their paths; after an error, such as a full disk, what was there is
    there still.
    """
    if not replace:
        refuse_existing(root, files.name)
    folder = root / FOLDER
    if not is_inside(folder, followed(root)):
        raise CannotRunError(_LINK.filled(path=FOLDER.as_posix()))
    folder.mkdir(parents=True, exist_ok=True)
    paths = [root / path for path in files.texts]
    beside = [path.with_name(f".{path.name}.new") for path in paths]
    former = {path: _bytes_of(path) for path in paths}
    try:
        for new, text in zip(beside, files.texts.values(), strict=True):
            with at(new):
                new.write_text(text, "utf-8", newline="\n")
        for new, path in zip(beside, paths, strict=True):
            new.replace(path)
    except OSError:
        _restore(former)
        raise
    finally:
        for new in beside:
            new.unlink(missing_ok=True)
    return paths


def _restore(former: Mapping[Path, bytes | None]) -> None:
    for path, raw in former.items():
        if raw is None:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != raw:
            path.write_bytes(raw)

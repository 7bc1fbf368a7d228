"""A starter text in its file: a new one, or added to a file that holds several entries."""

from __future__ import annotations

from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.model.entries import Kind, Shape

ALREADY_THERE = Text(nl='"{name}" bestaat al.', en='"{name}" already exists.')
_ENCODING = Text(
    nl='"{name}" is geen UTF-8; zie: trendrapport check',
    en='"{name}" is not UTF-8; see: trendrapport check',
)
_JSON = Text(
    nl=(
        '"{name}" is JSON uit een ander programma. Voeg de bron daar toe en exporteer opnieuw, of '
        "maak er YAML van."
    ),
    en=(
        '"{name}" is JSON from another program. Add the source there and export again, or convert it to YAML.'
    ),
)


def save_entry(path: Path, module: Kind, slug: str, made: str, body: str) -> Path:
    """Saves a starter text in the form of its kind; returns the path.

    Raises CannotRunError for a file that is there already, or that cannot be added to.
    """
    match module.SHAPE:
        case Shape.TEXT:
            return save_new(path, f"---\n{made}---\n\n{body}\n")
        case Shape.SINGLE:
            return save_new(path, made)
        case Shape.MAPPING:
            return _added(path, f"{slug}:\n{_indented(made, '  ')}", "")
    indent = _indent_of_items(path)
    return _added(path, f"{indent}-\n{_indented(made, f'{indent}  ')}", "references:\n")


def _indent_of_items(path: Path) -> str:
    """The indent of items in a list, which may be the whole file, as some programs export it; refused for a
    file in JSON.
    """
    text = path.read_text("utf-8", "replace").lstrip() if path.exists() else ""
    if text.startswith("["):
        raise CannotRunError(_JSON.filled(name=path))
    return "" if text.startswith("- ") else "  "


def save_new(path: Path, text: str) -> Path:
    """Saves a text in a new file; raises CannotRunError when there is one."""
    if path.exists():
        raise CannotRunError(ALREADY_THERE.filled(name=path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def _added(path: Path, text: str, start: str) -> Path:
    try:
        before = path.read_text("utf-8") if path.exists() else start
    except UnicodeDecodeError as error:
        raise CannotRunError(_ENCODING.filled(name=path)) from error
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{before.rstrip()}\n\n{text}".lstrip(), "utf-8", newline="\n")
    return path


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in text.splitlines())

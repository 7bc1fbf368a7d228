"""A starter text in its file: a new one, or added to a file that holds several entries."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.files.yaml_data import read_yaml
from trendrapport.model.entries import Kind, Shape
from trendrapport.runtime.failures import at

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


_NOT_ADDED = Text(
    nl='Aan "{name}" kan niets worden toegevoegd zonder de rest te veranderen. Voeg de bron er zelf aan toe.',
    en='Nothing can be added to "{name}" without changing the rest. Add the source to it yourself.',
)
_START = "references:\n"
_ITEM = re.compile(r"^( *)-(?: |$)", re.MULTILINE)
_APART = re.compile(r"\n\n *- ")
"""An empty line between two items."""


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
    return _added(path, f"{indent}-\n{_indented(made, f'{indent}  ')}", _START)


def with_items(path: Path, items: Sequence[Mapping[str, str]]) -> str:
    """The text of a file of references with more of them, written as the others are; saves nothing.

    Raises CannotRunError for a file to which nothing can be added without changing what it says.
    """
    before = _text_of(path, _START)
    indent = _indent_of_items(path)
    between = "\n"
    if _APART.search(before):
        between = "\n\n"
    after = before.rstrip()
    for item in items:
        made = yaml.safe_dump([dict(item)], allow_unicode=True, sort_keys=False, width=1000)
        after += f"{between}{textwrap.indent(made.rstrip(), indent)}"
    after += "\n"
    if _items(path, after) != [*_items(path, before), *map(dict, items)]:
        raise CannotRunError(_NOT_ADDED.filled(name=path))
    return after


def _items(path: Path, text: str) -> list[Any]:
    """The references in a text; raises CannotRunError if it cannot be read."""
    data, found = read_yaml(path.name, text)
    if isinstance(data, dict):
        data = data.get("references") or []
    if found or not isinstance(data, list):
        raise CannotRunError(_NOT_ADDED.filled(name=path))
    return data


def save_changed(path: Path, text: str) -> Path:
    """Saves a text in place of that of a file, which is never there by half; returns the path."""
    return save_bytes(path, text.encode())


def save_bytes(path: Path, raw: bytes) -> Path:
    """Saves bytes in a file, which is never there by half; returns the path."""
    save_files({path: raw})
    return path


def save_files(files: Mapping[Path, bytes]) -> list[Path]:
    """Saves bytes in files, and returns their paths: in all or, as far as the system lets, in none."""
    aside = {path: path.with_name(f"{path.name}.new~") for path in files}
    try:
        for path, raw in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with at(path):
                aside[path].write_bytes(raw)
        for path, new in aside.items():
            with at(path):
                new.replace(path)
    finally:
        for new in aside.values():
            new.unlink(missing_ok=True)
    return list(files)


def _indent_of_items(path: Path) -> str:
    """The indent of items in a list, which may be the whole file, as some programs export it; refused for a
    file in JSON.
    """
    text = ""
    if path.exists():
        text = path.read_text("utf-8", "replace")
    if text.lstrip().startswith("["):
        raise CannotRunError(_JSON.filled(name=path))
    first = _ITEM.search(text)
    if first:
        return first[1]
    return "  "


def save_new(path: Path, text: str) -> Path:
    """Saves a text in a new file; raises CannotRunError when there is one."""
    refuse_existing(path)
    return save_changed(path, text)


def refuse_existing(path: Path) -> None:
    """Raises CannotRunError for a file that is there already."""
    if path.exists():
        raise CannotRunError(ALREADY_THERE.filled(name=path))


def _added(path: Path, text: str, start: str) -> Path:
    before = _text_of(path, start)
    return save_changed(path, f"{before.rstrip()}\n\n{text}".lstrip())


def _text_of(path: Path, start: str) -> str:
    """The text of a file, or that with which a new one starts."""
    try:
        if path.exists():
            return path.read_text("utf-8")
        return start
    except UnicodeDecodeError as error:
        raise CannotRunError(_ENCODING.filled(name=path)) from error


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in text.splitlines())

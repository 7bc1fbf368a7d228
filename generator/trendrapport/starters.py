"""A title to a starter file whose every field is explained; and a folder to a whole report with a sample."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from trendrapport import entries
from trendrapport.by_place import modules
from trendrapport.charts.declaration import Chart
from trendrapport.entries import Shape
from trendrapport.model import Model

KINDS = {"trend": "trends", "interview": "interviews", "column": "columns", "foreword": "forewords", "edition": "editions",
         "instrument": "instruments", "page": "pages", "person": "people", "source": "sources", "term": "glossary",
         "milestone": "milestones", "key-figure": "key_figures", "inspiration": "inspiration"}
"""What an editor calls one entry, and its kind; a kind that is not here goes by its own name."""


class CannotStartError(Exception):
    """Why a starter file cannot be written, in both languages."""


def write(root: Path, kind: str, title: str, edition: str | None = None) -> Path:
    """Writes a starter file, or adds to a file that holds several entries; returns its path."""
    slug = _slug(title)
    if kind == "chart":
        return _fresh(root / "charts" / f"{slug}.yml", _fields(Chart, title))
    found = modules(entries)
    name = KINDS.get(kind, kind)
    if name not in found:
        known = ", ".join(sorted({*KINDS, "chart"}))
        raise CannotStartError(f'"{kind}" bestaat niet; kies uit / "{kind}" does not exist; choose from: {known}')
    module = found[name]
    place = module.PLACE.format(edition=slug if name == "editions" else edition or _newest(root), slug=slug)
    return _written(root / "content" / place, module, slug, title)


def _written(path: Path, module: ModuleType, slug: str, title: str) -> Path:
    fields = _fields(module.MODEL, title)
    match module.SHAPE:
        case Shape.TEXT:
            return _fresh(path, f"---\n{fields}---\n\nSchrijf hier de tekst.\n")
        case Shape.SINGLE:
            return _fresh(path, fields)
        case Shape.MAPPING:
            return _added(path, f"{slug}:\n{_indented(fields, '  ')}", "")
    item = _indented(re.sub(r"^id: .*$", f"id: {slug}", fields, flags=re.MULTILINE), "    ")
    return _added(path, f"  -\n{item}", "references:\n")


def _fresh(path: Path, text: str) -> Path:
    if path.exists():
        raise CannotStartError(f'"{path}" bestaat al / exists already')
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def _added(path: Path, text: str, start: str) -> Path:
    before = path.read_text("utf-8") if path.exists() else start
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{before.rstrip()}\n\n{text}".lstrip(), "utf-8", newline="\n")
    return path


def _fields(model: type[Model], title: str) -> str:
    return "".join(_lines(model, title))


def _lines(model: type[Model], title: str) -> Iterator[str]:
    for name, schema in model.model_json_schema()["properties"].items():
        yield f"# {schema.get('nl', '')}\n"
        example = title if name in {"title", "name", "term"} else next(iter(schema.get("examples", [])), None)
        required = name in model.model_json_schema().get("required", [])
        shown = json.dumps(example, ensure_ascii=False) if example is not None else ""
        yield f"{name}: {shown}\n" if required or name in {"status", "fields"} else f"# {name}: {shown}".rstrip() + "\n"


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in text.splitlines())


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80] or "naam"


def _newest(root: Path) -> str:
    found = sorted(path.parent.name for path in (root / "content").glob("*/edition.yml"))
    if not found:
        raise CannotStartError('Er is nog geen editie; begin met: trendrapport new edition 2026 / There is no edition yet')
    return found[-1]


def init(folder: Path) -> None:
    """Copies the sample report into a folder that is new or empty."""
    if folder.exists() and any(folder.iterdir()):
        raise CannotStartError(f'"{folder}" is niet leeg / is not empty')
    sample: Any = files("trendrapport") / "sample"
    shutil.copytree(str(sample), folder, dirs_exist_ok=True)

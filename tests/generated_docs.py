"""The program that writes the parts of docs/ which follow from the code, and what it would write anew."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parents[1] / "docs"


@cache
def generator() -> ModuleType:
    """The program, `docs/generate.py`."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stale(made: Mapping[str, bytes]) -> list[str]:
    """The paths in docs/ that are not there, or hold something else."""
    found = []
    for path, raw in made.items():
        file = DOCS / path
        if not file.is_file() or file.read_bytes() != raw:
            found.append(path)
    return found

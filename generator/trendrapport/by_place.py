"""Lists the modules in a folder: a file's name is its name, and nothing else registers it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def modules(package: ModuleType) -> dict[str, ModuleType]:
    """The modules directly in `package`, by file name, in alphabetical order."""
    return {name: importlib.import_module(f"{package.__name__}.{name}") for name in _names(package.__path__)}


def names(folder: str) -> list[str]:
    """The names of the modules in one of this package's folders, without loading any."""
    return _names([str(Path(__file__).parent / folder)])


def _names(paths: Iterable[str]) -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(paths))

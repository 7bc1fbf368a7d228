"""Lists the modules in a folder: a file's name is its name, and nothing else registers it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def modules(package: ModuleType) -> dict[str, ModuleType]:
    """The modules directly in `package`, by file name, in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return {name: importlib.import_module(f"{package.__name__}.{name}") for name in names}

"""Lists the modules in a folder: a file's name is its name, and nothing else registers it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parents[1]


class Modules(Mapping[str, ModuleType]):
    """The modules directly in a package, by file name, in alphabetical order; each is loaded when it is asked
    for.
    """

    def __init__(self, package: ModuleType) -> None:
        self._package = package.__name__
        self._names = dict.fromkeys(_names(package.__path__))

    def __getitem__(self, name: str) -> ModuleType:
        if name not in self._names:
            raise KeyError(name)
        return importlib.import_module(f"{self._package}.{name}")

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def modules(package: ModuleType) -> Modules:
    """The modules directly in `package`."""
    return Modules(package)


def names(folder: str) -> list[str]:
    """The names of the modules in one of this package's folders, without loading any."""
    return _names([str(PACKAGE / folder)])


def _names(paths: Iterable[str]) -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(paths))

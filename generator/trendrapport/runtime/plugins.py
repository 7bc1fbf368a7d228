"""Lists the modules in a folder: a file's name is its name, and nothing else registers it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

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


def constant(folder: str, module: str, name: str) -> Any:  # noqa: ANN401
    """The plain value that a module in one of this package's folders gives a name, without loading it; None
    if it gives none.
    """
    tree = ast.parse((PACKAGE / folder / f"{module}.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return ast.literal_eval(node.value)
    return None


def _names(paths: Iterable[str]) -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(paths))

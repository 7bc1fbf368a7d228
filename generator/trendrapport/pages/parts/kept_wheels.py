"""The wheels of radars, kept between builds by all that each depends on: placing the marks and the names of
sixty trends takes half a second.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from trendrapport.pages.view import View
from trendrapport.placing.wheel import Drawing, Mark, Measure, drawing
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator

MOST = 200
"""The most wheels that are kept, those that were last asked for."""
NAME = "wheels"


@dataclass(frozen=True)
class Wheels:
    """Wheels by name, the last one asked for last; `read` gives those of the build before as JSON."""

    read: Callable[[], bytes | None] = field(default=lambda: None, compare=False)

    @cached_property
    def drawn(self) -> dict[str, Drawing]:
        """The wheels that there are; nothing is read before one is asked for."""
        found: dict[str, Drawing] = json.loads(self.read() or b"{}")
        return found

    def drawing(
        self,
        measure: Measure,
        marks: tuple[Mark, ...],
        sectors: tuple[str, ...],
        rings: tuple[str, ...],
        like: Measure | None = None,
    ) -> Drawing:
        """What `placing/wheel.py` makes of the same."""
        name = digest(repr((measure, marks, sectors, rings, like)))
        found = self.drawn.pop(name, None) or drawing(measure, marks, sectors, rings, like)
        self.drawn[name] = found
        return found

    def keep(self, store: Cache, name: str) -> None:
        """Puts the wheels in the store under a name; where none was asked for, those stay."""
        if "drawn" not in vars(self) and name in store:
            return
        last = dict(list(self.drawn.items())[-MOST:])
        store.put(name, json.dumps(last, separators=(",", ":")).encode())


def wheels(view: View) -> Wheels:
    """The wheels of a report."""
    found = view.worked_out.get(NAME)
    if not isinstance(found, Wheels):
        found = view.worked_out[NAME] = Wheels()
    return found


def keep_wheels(view: View, store: Cache) -> Callable[[], None]:
    """Has a report's pages take the wheels of the build before from a store; gives what keeps those of this
    one there.
    """
    name = digest(NAME, generator())
    found = view.worked_out[NAME] = Wheels(lambda: store.get(name))
    return lambda: found.keep(store, name)

"""A file per check: a report to diagnostics.

A module here holds one function and nothing registers it elsewhere:

    def check(report: Report) -> Iterator[Diagnostic]: ...

One that takes long may hold this instead, and is not asked again about a part in which nothing was wrong:

    def parts(report: Report) -> Iterator[Part]: ...

It imports what looks at a part where that is done, as most parts were found clean before.

The module is named after the wrong pattern. Its docstring is its manual page: what is wrong, why that
matters, an example and what to do instead. It reads no files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from trendrapport.diagnostics import Diagnostic, Severity, Text, finding
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.runtime.plugins import modules

ENOUGH = 1000
"""The number of errors after which a check is not asked for more: for each it may look for the nearest of all
names.
"""

_STOPPED = (
    Text(
        nl='het zoeken naar "{name}" is hier gestopt: er zijn al {most} fouten',
        en='the search for "{name}" stopped here: there are already {most} errors',
    ),
    Text(nl="wat hierna komt, is niet gecontroleerd", en="nothing after this was checked"),
    Text(
        nl="Los eerst de meldingen hierboven op, en controleer dan opnieuw.",
        en="Fix the findings above first, and then check again.",
    ),
)


class Check(Protocol):
    """What a module in this folder holds, if it does not look at parts."""

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Everything of this kind that is wrong with the report."""


@dataclass(frozen=True)
class Part:
    """A part of the report that is looked at by itself."""

    name: str
    """All that the findings depend on."""
    check: Callable[[], Iterable[Diagnostic]]
    """Everything of this kind that is wrong with the part."""


def check(report: Report, cache: Cache | None = None) -> list[Diagnostic]:
    """What all checks find; the cache keeps which parts were found clean."""
    from trendrapport import checks

    found: list[Diagnostic] = []
    for module in modules(checks).values():
        found += _enough(_found(module, report, cache))
    return found


def _enough(found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """What a check finds, up to a number of errors of which nobody reads all before fixing some.

    Warnings do not count: of a library of sources most can be unused, and what stops here stops a build.
    """
    errors = 0
    for one in found:
        if errors == ENOUGH:
            yield finding(one.location, "too-many-findings", _STOPPED, name=one.code, most=ENOUGH)
            return
        errors += one.severity is Severity.ERROR
        yield one


def _found(module: Any, report: Report, cache: Cache | None) -> Iterator[Diagnostic]:  # noqa: ANN401
    if hasattr(module, "check"):
        yield from module.check(report)
        return
    for part in module.parts(report):
        name = digest("clean", generator(), module.__name__, part.name)
        if cache is not None and name in cache:
            continue
        found = list(part.check())
        yield from found
        if cache is not None and not found:
            cache.put(name, b"")

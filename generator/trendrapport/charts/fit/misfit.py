"""One thing in a declaration that does not fit. What does not fit in a table has a line and a column already,
and is a diagnostic from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trendrapport.diagnostics import Diagnostic, Severity, Text, Texts, few
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: the path of the value (or its key), what, why and how to fix it."""

    path: DataPath
    key: bool
    code: str
    what: Text
    why: Text
    fix: Text
    severity: Severity = Severity.ERROR

    def diagnostic(self, source: Source) -> Diagnostic:
        """The finding at the value, or its key, in the declaration."""
        location = source.locate(self.path, key=self.key)
        return Diagnostic(location, self.code, self.what, self.why, self.fix, self.severity)


def at_value(path: DataPath, code: str, texts: Texts, /, **values: object) -> Misfit:
    """A misfit at a value of the declaration; `values` go into what it says is wrong."""
    return _misfit(path, code, texts, values, key=False)


def at_key(path: DataPath, code: str, texts: Texts, /, **values: object) -> Misfit:
    """The same at the key of a value."""
    return _misfit(path, code, texts, values, key=True)


def _misfit(path: DataPath, code: str, texts: Texts, values: dict[str, object], *, key: bool) -> Misfit:
    what, why, fix = texts
    if values:
        what = what.filled(**values)
    return Misfit(path, key, code, what, why, fix)


def diagnostics(found: Iterable[Misfit | Diagnostic], source: Source) -> Iterator[Diagnostic]:
    """A few of the findings in the table, then all of those in the declaration."""
    everything = list(found)
    yield from few(one for one in everything if isinstance(one, Diagnostic))
    for one in everything:
        if isinstance(one, Misfit):
            yield one.diagnostic(source)

"""A file per check: a report to diagnostics.

A module here holds one function and nothing registers it elsewhere:

    def check(report: Report) -> Iterator[Diagnostic]: ...

The module is named after the wrong pattern. Its docstring is its manual page: what is wrong,
why that matters, an example and what to do instead. It reads no files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from trendrapport.by_place import modules
from trendrapport.diagnostics import Diagnostic
from trendrapport.report import Report


class Check(Protocol):
    """What each module in this folder holds."""

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Everything of this kind that is wrong with the report."""


def check(report: Report) -> list[Diagnostic]:
    """What all checks find."""
    from trendrapport import checks

    return [finding for module in modules(checks).values() for finding in module.check(report)]

"""A file per change that asks something of a report for an older version: a report to findings that mend it.

A module here holds two names and nothing registers it elsewhere:

- `SINCE`: the version that made the change, such as `"1.1.0"`;
- `upgrade(report) -> Iterator[Diagnostic]`: each place in the report that the new version reads otherwise
  than the older one did, as a finding (`reads_otherwise`) with what mends it: a renamed key gets its new
  name, and a changed default is written out. A report with mistakes is given as far as it can be read.

It is only asked about reports whose settings name an older version than that, or none. Must not change files:
`trendrapport upgrade` and `check --fix` carry out what findings hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Texts, mended_by, warning
from trendrapport.diagnostics.changes import Change
from trendrapport.model.versions import numbers
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules


def reads_otherwise(at: Location, texts: Texts, *changes: Change) -> Diagnostic:
    """The finding of a place that a newer version reads otherwise, with what mends it if something can."""
    return mended_by(warning(at, "older-report", texts), *changes)


def due(report: Report) -> Iterator[Diagnostic]:
    """What newer versions changed for a report, the oldest change first."""
    from trendrapport import upgrades

    known = numbers(report.config.trendrapport)
    changes = sorted(modules(upgrades).values(), key=lambda change: numbers(change.SINCE))
    for change in changes:
        if known < numbers(change.SINCE):
            yield from change.upgrade(report)

"""Settings name the version of the generator that they were written for, from 1.0.0 on.

That nothing else is due is known only of the version that runs, so this is of that version, whichever it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport import __version__
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, advice, mended_by
from trendrapport.diagnostics.changes import AddKeys, Change, Edit
from trendrapport.files.source import Source
from trendrapport.report.report import Report

SINCE = __version__
KEY = "trendrapport"

_FORMER: Texts = (
    Text(
        nl="de instellingen zijn {version}, en dit is Trendrapport {ours}",
        en="the settings are {version}, and this is Trendrapport {ours}",
    ),
    Text(
        nl="aan de versie ziet een nieuwere Trendrapport wat er voor dit rapport is veranderd",
        en="from the version, a newer Trendrapport knows what has changed for this report",
    ),
    Text(
        nl="Laat de versie bijwerken met: trendrapport upgrade",
        en="Have the version brought up to date by: trendrapport upgrade",
    ),
)
_BEFORE = Text(nl="van voor versie 1.0.0", en="from before version 1.0.0")
_OF = Text(nl="voor versie {version}", en="for version {version}")


def upgrade(report: Report) -> Iterator[Diagnostic]:
    """The settings, with the version that runs in place of the one that they name, or at their top."""
    source, version = report.config_source, report.config.trendrapport
    if not source.data or not isinstance(source.data, dict):
        return
    named = _BEFORE
    if version:
        named = _OF.filled(version=version)
    what, why, fix = _FORMER
    what = what.filled(version=named, ours=__version__)
    found = advice(source.locate((KEY,), key=True), "former-version", (what, why, fix))
    yield mended_by(found, _renewed(source) if version else _added(source))


def _renewed(source: Source) -> Change:
    """Another version where there is one."""
    position = source.positions[(KEY,)]
    line, column = position.value
    _, end = position.end
    written = source.text.split("\n")[line - 1][column - 1 : end - 1]
    return Edit(Location(source.path, line, column), written, __version__)


def _added(source: Source) -> Change:
    """The version above the first key; within settings that are written between braces, behind the last."""
    first = min(source.positions[(key,)].key for key in source.data)
    line, column = first
    if column > 1:
        return AddKeys(source.path, (), f"{KEY}: {__version__}")
    return Edit(Location(source.path, line, 1), "", f"{KEY}: {__version__}\n")

"""A report with what a newer version of the generator asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trendrapport import __version__
from trendrapport.checks.other_version import is_newer
from trendrapport.diagnostics import CannotRunError, Diagnostic, Language, Severity, Text
from trendrapport.editing.applying import Draft
from trendrapport.editing.writing import write
from trendrapport.files.contents import Files
from trendrapport.model.judgement import trend_model
from trendrapport.model.versions import numbers
from trendrapport.pipeline.mending import bytes_in
from trendrapport.pipeline.results import WORK
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache
from trendrapport.starters import schemas
from trendrapport.upgrades import due

ROUNDS = 20
"""Times that is looked what is due: a change can make room for the next."""
REQUIREMENTS = "requirements.txt"
SCHEMAS = ".schema"
_PIN = re.compile(
    rb"(?m)^(?P<what>trendrapport(?:\[[\w, -]*\])?[ \t]*==[ \t]*)(?P<version>\d+\.\d+\.\d+)(?=[ \t\r\n;#]|$)"
)

_UNREADABLE = Text(
    nl="De instellingen hebben fouten, zodat niet zeker is wat er staat. Zie eerst: trendrapport check",
    en="The settings have errors, so that it is not sure what they say. First see: trendrapport check",
)
_NEWER = Text(
    nl="Dit rapport is al voor Trendrapport {version}, en dit is {ours}. Installeer die versie.",
    en="This report is already for Trendrapport {version}, and this is {ours}. Install that version.",
)


@dataclass(frozen=True)
class Upgraded:
    """What a newer version changes in a report: what was done, what is left to do by hand, and new bytes of
    files beside those that they had.
    """

    done: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    files: Files
    former: Files
    language: Language

    @property
    def own_files(self) -> Files:
        """The files that editors write themselves."""
        return {path: raw for path, raw in self.files.items() if not path.startswith(f"{SCHEMAS}/")}

    def save(self, root: Path) -> None:
        """Writes the files, all or none; raises as `editing.writing` does."""
        write(root, self.files)


def upgrade(root: Path, tell: Tell = silent, work: str = WORK) -> Upgraded:
    """What the version that runs changes in a report. Writes nothing of the report.

    While something is left that only an editor can do, the settings keep their version. Raises CannotRunError
    for settings with errors that are left then, and for a report for a newer version.
    """
    folder = work_folder(root, work)
    with alone_in(folder, tell):
        return with_store_in(folder, partial(_upgraded, root), tell)


def _upgraded(root: Path, cache: Cache) -> Upgraded:
    from trendrapport.report.load import load

    draft, done = Draft(partial(bytes_in, root)), list[Diagnostic]()
    for _ in range(ROUNDS):
        report, found = load(root, cache, draft.changed)
        _expect_older(report)
        wanted = {one.changes: one for one in _changes(report) if one.changes}
        made = draft.carry_out(wanted)
        if not made:
            break
        done += [wanted[group] for group in made]
    left = tuple(_changes(report))
    if not left:
        _expect_right_settings(report, found)
        done += _name_version(draft, report)
        draft.new |= dict(_around(root, report))
    former = {path: bytes_in(root, path) for path in draft.changed}
    return Upgraded(tuple(done), left, draft.changed, former, report.config.language)


def _expect_older(report: Report) -> None:
    """Raises CannotRunError for a report for a newer version."""
    version = report.config.trendrapport
    if version and is_newer(version):
        raise CannotRunError(_NEWER.filled(version=version, ours=__version__))


def _expect_right_settings(report: Report, found: Iterable[Diagnostic]) -> None:
    """Raises CannotRunError for settings with errors."""
    settings = report.config_source.path
    if any(one.location.path == settings and one.severity is Severity.ERROR for one in found):
        raise CannotRunError(_UNREADABLE)


def _changes(report: Report) -> Iterator[Diagnostic]:
    """What is due, but for the version itself."""
    return (one for one in due(report) if one.severity is not Severity.ADVICE)


def _name_version(draft: Draft, report: Report) -> list[Diagnostic]:
    """Puts the version that runs in the settings; gives what was done."""
    wanted = {one.changes: one for one in due(report)}
    return [wanted[group] for group in draft.carry_out(wanted)]


def _around(root: Path, report: Report) -> Iterator[tuple[str, bytes]]:
    """What `init` writes around a report and follows from the version: what is to be installed, and the
    explanations for text editors. Nothing is made that is not there.
    """
    raw = bytes_in(root, REQUIREMENTS)
    if raw is not None:
        yield REQUIREMENTS, _PIN.sub(_newest, raw)
    if (root / SCHEMAS).is_dir():
        made = schemas.schemas(report.config.language, trend_model(report.config))
        yield from ((f"{SCHEMAS}/{name}.json", schema) for name, schema in made.items())


def _newest(pin: re.Match[bytes]) -> bytes:
    """A pinned version, or the one that runs if that is newer."""
    if numbers(pin["version"].decode()) < numbers(__version__):
        return pin["what"] + __version__.encode()
    return pin[0]

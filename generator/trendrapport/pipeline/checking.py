"""A report, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Diagnostic, Location, Text, few, finding, ordered
from trendrapport.files.contents import NOTHING, Files
from trendrapport.pipeline.results import WORK, Result
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.runtime.cache import Cache

if TYPE_CHECKING:
    from trendrapport.report.report import Report


_NO_CONTENT = (
    Text(nl='de map "content" ontbreekt', en='the folder "content" is missing'),
    Text(
        nl="daarin staan alle teksten van het rapport; zonder die map is er niets te publiceren",
        en="it holds all texts of the report; without it there is nothing to publish",
    ),
    Text(
        nl=("Zet de map terug naast site_config.yml, of begin opnieuw met: trendrapport new edition 2026"),
        en=("Put the folder back beside site_config.yml, or start again with: trendrapport new edition 2026"),
    ),
)


def check(root: Path, tell: Tell = silent, work: str = WORK, *, advice: bool = False) -> Result:
    """Every finding in a report, with advice if asked for. Raises CannotRunError when what a run keeps may
    not be kept there.
    """
    folder = work_folder(root, work)

    def checked(cache: Cache) -> Result:
        _, result = checked_report(root, cache, advice=advice)
        return result

    with alone_in(folder, tell):
        return with_store_in(folder, checked, tell)


def checked_report(
    root: Path, cache: Cache, typed: Files = NOTHING, *, advice: bool = False
) -> tuple[Report, Result]:
    """A report, and what was found in it: of each kind and file, the first few."""
    report, found = everything_found(root, cache, typed, advice=advice)
    return report, Result(
        diagnostics=ordered(few(found)),
        language=report.config.language,
        parts=len(report.entries),
        charts=len(report.charts),
        address=report.config.address,
    )


def everything_found(
    root: Path, cache: Cache, typed: Files = NOTHING, *, advice: bool = False
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """A report, and every finding in it, with advice if asked for; `typed` is read instead of the files at
    those paths.
    """
    from trendrapport.exceptions.applying import without_allowed
    from trendrapport.report.load import load

    report, found = load(root, cache, typed)
    every = [*found, *_found_by_checks(root, report, cache)]
    if advice:
        from trendrapport.advice import advice as all_advice

        every += all_advice(report)
    return report, ordered(without_allowed(report, every, with_advice=advice))


def _found_by_checks(root: Path, report: Report, cache: Cache) -> list[Diagnostic]:
    from trendrapport.checks import check as all_checks

    if not (root / "content").exists():
        # Without any text, whatever refers to one would be reported as a mistake of its own.
        return [finding(Location("content"), "missing-folder", _NO_CONTENT)]
    return list(all_checks(report, cache))

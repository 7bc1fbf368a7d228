"""A report, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.diagnostics import Diagnostic, Location, Text, few, finding, ordered
from trendrapport.files.contents import NOTHING, Files
from trendrapport.pipeline.results import WORK, Result
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.runtime.cache import Cache

if TYPE_CHECKING:
    from trendrapport.pipeline.links import Answers
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


@dataclass(frozen=True)
class Also:
    """What is looked for beside what is wrong with a report by itself."""

    advice: bool = False
    answers: Answers | None = None
    """What came of asking for its web addresses, if that was done."""


NOTHING_ELSE = Also()


def check(
    root: Path,
    tell: Tell = silent,
    work: str = WORK,
    *,
    advice: bool = False,
    answers: Answers | None = None,
) -> Result:
    """Every finding in a report, with advice if asked for, and with what is wrong with its web addresses if
    there are answers to those. Raises CannotRunError when what a run keeps may not be kept there.
    """
    folder = work_folder(root, work)

    def checked(cache: Cache) -> Result:
        _, result = checked_report(root, cache, also=Also(advice, answers))
        return result

    with alone_in(folder, tell):
        return with_store_in(folder, checked, tell)


def checked_report(
    root: Path, cache: Cache, typed: Files = NOTHING, *, also: Also = NOTHING_ELSE
) -> tuple[Report, Result]:
    """A report, and what was found in it: of each kind and file, the first few; but every address, as each
    has a cause of its own.
    """
    report, found = everything_found(root, cache, typed, also=also)
    codes: frozenset[str] = frozenset()
    if also.answers is not None:
        from trendrapport.manual.pages import link_codes

        codes = link_codes()
    about_links = [one for one in found if one.code in codes]
    others = [one for one in found if one.code not in codes]
    return report, Result(
        diagnostics=ordered([*few(others), *about_links]),
        language=report.config.language,
        parts=len(report.entries),
        charts=len(report.charts),
        address=report.config.address,
        links=len(also.answers or ()),
    )


def everything_found(
    root: Path, cache: Cache, typed: Files = NOTHING, *, also: Also = NOTHING_ELSE
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """A report, and every finding in it with what else is asked for; `typed` is read instead of the files at
    those paths.
    """
    from trendrapport.exceptions.applying import without_allowed
    from trendrapport.report.load import load

    report, found = load(root, cache, typed)
    every = [*found, *_found_by_checks(root, report, cache)]
    if also.advice:
        from trendrapport.advice import advice as all_advice

        every += all_advice(report)
    if also.answers is not None:
        from trendrapport.links.findings import findings

        every += findings(report, also.answers)
    return report, ordered(without_allowed(report, every, partial(_not_looked_for, also)))


def _not_looked_for(also: Also) -> frozenset[str]:
    """The codes of findings that are only there when they are asked for, and were not."""
    from trendrapport.manual.pages import advice_codes, link_codes

    codes: frozenset[str] = frozenset()
    if not also.advice:
        codes |= advice_codes()
    if also.answers is None:
        codes |= link_codes()
    return codes


def _found_by_checks(root: Path, report: Report, cache: Cache) -> list[Diagnostic]:
    from trendrapport.checks import check as all_checks

    if not (root / "content").exists():
        # Without any text, whatever refers to one would be reported as a mistake of its own.
        return [finding(Location("content"), "missing-folder", _NO_CONTENT)]
    return list(all_checks(report, cache))

"""Leaves out the findings that are allowed, and tells of exceptions that do nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from trendrapport.diagnostics import (
    Diagnostic,
    Severity,
    Text,
    Texts,
    did_you_mean,
    every_filled,
    mended_by,
    warning,
)
from trendrapport.diagnostics.slips import surely_meant
from trendrapport.exceptions.written import Allowance, written
from trendrapport.manual.pages import codes
from trendrapport.report.report import Report

_NO_REASON: Texts = (
    Text(
        nl='bij de uitzondering voor "{code}" ontbreekt de reden',
        en='the exception for "{code}" has no reason',
    ),
    Text(
        nl="een volgende redacteur moet weten waarom dit goed is; zonder reden telt de uitzondering niet",
        en="the next editor must know why this is right; without a reason the exception does not count",
    ),
    Text(nl='Schrijf de reden achter "{code}".', en='Write the reason after "{code}".'),
)
_UNKNOWN: Texts = (
    Text(nl='de melding "{code}" bestaat niet', en='the finding "{code}" does not exist'),
    Text(nl="deze uitzondering laat niets toe", en="this exception allows nothing"),
    Text(
        nl="Schrijf de naam die in de melding tussen [ en ] staat.",
        en="Write the name that the finding has between [ and ].",
    ),
)
_ERROR: Texts = (
    Text(
        nl='"{code}" is een fout, en die kan niet worden toegestaan',
        en='"{code}" is an error, which cannot be allowed',
    ),
    Text(
        nl=(
            "een pagina zou verkeerd of niet compleet zijn, of bij de verkeerde lezers terechtkomen; alleen "
            "een waarschuwing kan bij nader inzien goed zijn"
        ),
        en=(
            "a page would be wrong or incomplete, or reach the wrong readers; only a warning can be right "
            "after all"
        ),
    ),
    Text(nl="Los de fout op, en verwijder de uitzondering.", en="Fix the error, and remove the exception."),
)
_UNNEEDED: Texts = (
    Text(
        nl='de uitzondering voor "{code}" is niet meer nodig',
        en='the exception for "{code}" is no longer needed',
    ),
    Text(
        nl="er is hier geen melding meer; een volgende zou ongemerkt worden toegestaan",
        en="there is no such finding here any more; the next one would be allowed unnoticed",
    ),
    Text(nl="Verwijder de uitzondering.", en="Remove the exception."),
)
_LATER = frozenset({"wide-drawing"})
"""Warnings that only a build can find, when it draws."""


def without_allowed(
    report: Report, found: Iterable[Diagnostic], later: Callable[[], Collection[str]] = frozenset
) -> list[Diagnostic]:
    """The findings that are not allowed, and what is wrong with the exceptions; those for what is only found
    `later` are not needless.
    """
    findings, exceptions = list(found), written(report)
    if not exceptions:
        return findings
    allowing = [one for one in exceptions if one.reason and one.code in codes()]
    kept = [finding for finding in findings if not _is_allowed(finding, allowing)]
    return [*kept, *_faults(report, findings, exceptions, _LATER.union(later()))]


def left(report: Report, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that are not allowed, of those that a build adds."""
    allowing = [one for one in written(report) if one.reason]
    return [finding for finding in found if not _is_allowed(finding, allowing)]


def _is_allowed(finding: Diagnostic, exceptions: Iterable[Allowance]) -> bool:
    if finding.severity is Severity.ERROR:
        return False
    return any(one.is_about(finding) for one in exceptions)


def _faults(
    report: Report, found: list[Diagnostic], exceptions: list[Allowance], later: Collection[str]
) -> Iterator[Diagnostic]:
    for one in exceptions:
        fault = _fault(report, found, one, later)
        if fault:
            yield fault


def _fault(
    report: Report, found: list[Diagnostic], one: Allowance, later: Collection[str]
) -> Diagnostic | None:
    """What is wrong with an exception, if it is not for what is only found `later`."""
    if one.code not in codes():
        return _unknown(report, one)
    if not one.reason:
        return warning(one.at, "exception-without-reason", every_filled(_NO_REASON, code=one.code))
    about = [finding for finding in found if one.is_about(finding)]
    if any(finding.severity is Severity.ERROR for finding in about):
        return warning(one.at, "exception-of-error", every_filled(_ERROR, code=one.code))
    if about or one.code in later or _may_hide(report, one):
        return None
    found_so = warning(one.at, "unneeded-exception", every_filled(_UNNEEDED, code=one.code))
    return mended_by(found_so, *one.removal)


def _may_hide(report: Report, one: Allowance) -> bool:
    """Whether mistakes may hide what the exception is about: what cannot be read is not looked at."""
    if one.lines is None:
        return bool(report.broken)
    return one.path in report.broken


def _unknown(report: Report, one: Allowance) -> Diagnostic:
    what, why, fix = every_filled(_UNKNOWN, code=one.code)
    found = warning(one.at, "exception-of-unknown-code", (what, why, did_you_mean(one.code, codes(), fix)))
    meant = surely_meant(one.code, codes())
    if not meant:
        return found
    for entry in report.texts:
        if entry.source.path == one.at.path:
            return mended_by(found, *entry.source.in_line(one.at, one.code, meant))
    return found

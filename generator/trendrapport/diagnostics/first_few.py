"""The findings that are reported of many of one kind."""

from __future__ import annotations

from collections.abc import Iterable

from trendrapport.diagnostics.findings import Diagnostic, Severity, has_errors
from trendrapport.diagnostics.texts import Text, counted

MOST = 5
"""How many findings of one code in one file are reported; more would mostly have one cause."""

LINES = 20
"""How many of the lines with more findings are named."""

_MORE_WHAT = (
    Text(
        nl="nog 1 melding van deze soort ({code}) in dit bestand, op regel {lines}",
        en="1 more finding of this kind ({code}) in this file, on line {lines}",
    ),
    Text(
        nl="nog {count} meldingen van deze soort ({{code}}) in dit bestand, op regel {{lines}}",
        en="{count} more findings of this kind ({{code}}) in this file, on lines {{lines}}",
    ),
)
_MORE = (
    Text(nl="vaak hebben ze dezelfde oorzaak", en="they often have the same cause"),
    Text(nl="Los eerst de meldingen hierboven op.", en="Fix the findings above first."),
)


def few(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of each code the first findings in a file, and then how many more there are.

    Of findings that are fixed in different ways, the first of each way goes before a second of another.
    """
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in found:
        alike.setdefault((diagnostic.location.path, diagnostic.code), []).append(diagnostic)
    shown: list[Diagnostic] = []
    for same in alike.values():
        shown += _first_of(same)
    return shown


def _first_of(same: list[Diagnostic]) -> list[Diagnostic]:
    """The first of one code in one file, and how many more there are."""
    if len(same) <= MOST:
        return same
    chosen = _chosen(same)
    shown, rest = [], []
    for index, diagnostic in enumerate(same):
        if index in chosen:
            shown.append(diagnostic)
        else:
            rest.append(diagnostic)
    return [*shown, _more(rest)]


def _chosen(same: list[Diagnostic]) -> set[int]:
    """Which findings are reported (by index): the first of each way to fix, then the others."""
    fixes: set[Text] = set()
    first, other = [], []
    for index, diagnostic in enumerate(same):
        if diagnostic.fix in fixes:
            other.append(index)
        else:
            first.append(index)
            fixes.add(diagnostic.fix)
    return set([*first, *other][:MOST])


def _more(rest: list[Diagnostic]) -> Diagnostic:
    """That there are more findings of one code, at the first of those; an error if one of them is."""
    first = rest[0]
    lines = list(dict.fromkeys(str(diagnostic.location.line) for diagnostic in rest))
    named = ", ".join(lines[:LINES])
    if len(lines) > LINES:
        named += "..."
    what = counted(len(rest), *_MORE_WHAT).filled(code=first.code, lines=named)
    severity = Severity.ERROR if has_errors(rest) else first.severity
    return Diagnostic(first.location, "more-findings", what, *_MORE, severity)

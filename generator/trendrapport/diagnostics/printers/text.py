"""Diagnostics as lines that a person reads; the command that prints them adds the terminal's colours."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.diagnostics import Diagnostic, Language, Text
from trendrapport.diagnostics.visible import visible

_SEVERITY = {
    "error": Text(nl="fout", en="error"),
    "warning": Text(nl="waarschuwing", en="warning"),
    "advice": Text(nl="advies", en="advice"),
}
_WHY, _FIX = Text(nl="waarom", en="why"), Text(nl="oplossing", en="fix")


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Location, code and what on one line; why and how to fix it below."""
    return "\n".join(_shown(diagnostic, language) for diagnostic in diagnostics)


def _shown(diagnostic: Diagnostic, language: Language) -> str:
    where = visible(str(diagnostic.location))
    severity = _SEVERITY[diagnostic.severity].of(language)
    what = visible(diagnostic.what.of(language))
    why = visible(diagnostic.why.of(language))
    fix = visible(diagnostic.fix.of(language))
    return (
        f"{where}: {severity}[{diagnostic.code}]: {what}\n"
        f"  {_WHY.of(language)}: {why}\n"
        f"  {_FIX.of(language)}: {fix}"
    )

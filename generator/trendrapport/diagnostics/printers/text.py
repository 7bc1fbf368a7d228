"""Diagnostics as lines that a person reads; the terminal's colours are added by who prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.diagnostics import Diagnostic, Language, Text
from trendrapport.diagnostics.visible import visible

_SEVERITY = {"error": Text(nl="fout", en="error"), "warning": Text(nl="waarschuwing", en="warning")}
_WHY, _FIX = Text(nl="waarom", en="why"), Text(nl="oplossing", en="fix")


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Place, code and what on one line; why and how to mend it below."""
    return "\n".join(line for diagnostic in diagnostics for line in _lines(diagnostic, language))


def _lines(told: Diagnostic, language: Language) -> Iterator[str]:
    what, why, fix = (visible(text.of(language)) for text in (told.what, told.why, told.fix))
    yield f"{visible(str(told.location))}: {_SEVERITY[told.severity].of(language)}[{told.code}]: {what}"
    yield f"  {_WHY.of(language)}: {why}"
    yield f"  {_FIX.of(language)}: {fix}"

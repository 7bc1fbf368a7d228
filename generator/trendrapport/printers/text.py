"""Diagnostics as lines that a person reads; the terminal's colours are added by who prints them."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.diagnostics import Diagnostic, Language, Text

_SEVERITY = {"error": Text(nl="fout", en="error"), "warning": Text(nl="waarschuwing", en="warning")}
_WHY, _FIX = Text(nl="waarom", en="why"), Text(nl="oplossing", en="fix")


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Place, code and what on one line; why and how to mend it below."""
    return "\n".join(f"{d.location}: {_SEVERITY[d.severity].of(language)}[{d.code}]: {d.what.of(language)}\n"
                     f"  {_WHY.of(language)}: {d.why.of(language)}\n  {_FIX.of(language)}: {d.fix.of(language)}"
                     for d in diagnostics)

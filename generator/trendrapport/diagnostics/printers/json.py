"""Diagnostics as a JSON list."""

from __future__ import annotations

import json
from collections.abc import Sequence

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible_json


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One object per diagnostic."""
    objects = [_object(diagnostic, language) for diagnostic in diagnostics]
    return visible_json(json.dumps(objects, ensure_ascii=False, indent=2))


def _object(diagnostic: Diagnostic, language: Language) -> dict[str, str | int]:
    return {
        "path": diagnostic.location.path,
        "line": diagnostic.location.line,
        "column": diagnostic.location.column,
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "what": diagnostic.what.of(language),
        "why": diagnostic.why.of(language),
        "fix": diagnostic.fix.of(language),
    }

"""Diagnostics as a JSON list."""

from __future__ import annotations

import json
from collections.abc import Sequence

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible_json


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One object per diagnostic."""
    return visible_json(
        json.dumps(
            [
                {
                    "path": d.location.path,
                    "line": d.location.line,
                    "column": d.location.column,
                    "severity": d.severity,
                    "code": d.code,
                    "what": d.what.of(language),
                    "why": d.why.of(language),
                    "fix": d.fix.of(language),
                }
                for d in diagnostics
            ],
            ensure_ascii=False,
            indent=2,
        )
    )

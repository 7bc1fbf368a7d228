"""Diagnostics as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from trendrapport import __version__
from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible_json

_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One log with one run."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    rules = [{"id": code} for code in codes]
    run = {
        "tool": {"driver": {"name": "trendrapport", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, language) for diagnostic in diagnostics],
    }
    log = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [run],
    }
    return visible_json(json.dumps(log, ensure_ascii=False, indent=2))


def _result(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    at = diagnostic.location
    physical = {
        "artifactLocation": {"uri": quote(at.path, errors="surrogatepass")},
        "region": {"startLine": at.line, "startColumn": at.column},
    }
    return {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.sentences(language)},
        "locations": [{"physicalLocation": physical}],
    }

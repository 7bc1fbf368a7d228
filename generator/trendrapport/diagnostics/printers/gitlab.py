"""Diagnostics as a Code Quality report of GitLab, https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible, visible_json

_SEVERITIES = {"error": "major", "warning": "minor", "advice": "info"}


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One issue per diagnostic.

    What tells one from others in the report of another commit (`fingerprint`) has no line in it: a finding
    that moved is the same one. Of findings that say the same of one file, each has its number in it.
    """
    seen: dict[str, int] = {}
    issues = []
    for diagnostic in diagnostics:
        said = json.dumps([diagnostic.location.path, diagnostic.code, diagnostic.what.en])
        seen[said] = seen.get(said, 0) + 1
        fingerprint = sha256(f"{said} {seen[said]}".encode()).hexdigest()
        issues.append(_issue(diagnostic, language, fingerprint))
    return visible_json(json.dumps(issues, ensure_ascii=False, indent=2))


def _issue(diagnostic: Diagnostic, language: Language, fingerprint: str) -> dict[str, Any]:
    at = diagnostic.location
    return {
        "description": visible(diagnostic.sentences(language)),
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": at.path, "lines": {"begin": at.line}},
    }

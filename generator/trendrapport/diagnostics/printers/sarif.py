"""Diagnostics as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from trendrapport import __version__
from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.diagnostics.visible import visible_json


def show(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One log with one run."""
    rules = [{"id": code} for code in sorted({d.code for d in diagnostics})]
    results = [
        {
            "ruleId": d.code,
            "level": d.severity,
            "message": {"text": d.sentences(language)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(d.location.path, errors="surrogatepass")},
                        "region": {"startLine": d.location.line, "startColumn": d.location.column},
                    }
                }
            ],
        }
        for d in diagnostics
    ]
    driver = {"name": "trendrapport", "version": __version__, "rules": rules}
    return visible_json(
        json.dumps(
            {
                "version": "2.1.0",
                "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
            },
            ensure_ascii=False,
            indent=2,
        )
    )

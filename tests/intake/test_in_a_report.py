"""What a messy file becomes passes `check`, also when a chart uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from trendrapport.diagnostics import Severity
from trendrapport.intake.writing import write
from trendrapport.pipeline import check
from trendrapport.starters import new_report

from .test_messy import FILES, files_of

CHART = """data: {name}
title: "Verzonnen cijfers: {name}"
description: "Verzonnen cijfers."
source: {source}
"""

CHOSEN = {
    "bladen": "fields: {value: aandeel}",
    "groepen": "kind: lines\nfields: {x: jaar, value: waarde, series: leeftijd}\nfilter: {groep: Mannen}",
    "opmaak": "fields: {x: peildatum, value: bedrag}",
    "oud_programma": "fields: {category: cafe}",
    "tekens": "fields: {value: saldo}",
    "twee_koppen": "fields: {value: aantal}",
    "twee_tabellen": "fields: {value: deel}",
}
"""What an editor chooses where a table leaves a choice."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with the table of each messy file, and a chart of each."""
    root = tmp_path_factory.mktemp("intake") / "report"
    new_report.init(root)
    for messy in FILES:
        write(root, files_of(messy))
        text = CHART.format(name=messy.name, source="voorbeeldbron")
        text += CHOSEN.get(messy.name, "") + "\n"
        (root / "charts" / f"x_{messy.name}.yml").write_text(text, "utf-8")
    return root


def test_every_table_passes_check_in_a_chart(report: Path) -> None:
    found = check(report).diagnostics
    about = [one for one in found if any(messy.name in one.location.path for messy in FILES)]
    errors = [one for one in about if one.severity is Severity.ERROR]
    assert [(one.location.path, one.code, one.fix.en) for one in errors] == []
    assert {one.code for one in about} <= {"unused-table", "unused-chart"}

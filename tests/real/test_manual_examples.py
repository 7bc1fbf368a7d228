"""What docs/ show of tables of the report in this repository is what is made of them now."""

from __future__ import annotations

import pytest

from charts.samples import declared_jobs
from conftest import REPOSITORY
from generated_docs import generator, stale
from trendrapport.charts.proposing.proposals import proposals
from trendrapport.terminal.proposals import show


def test_the_manual_shows_what_is_proposed_for_a_table_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    seen = next(job.table for job in declared_jobs(REPOSITORY) if job.table.name == "vertrouwen_instituties")
    show(proposals(seen), seen, "en")
    shown_lines = capsys.readouterr().err.splitlines()
    manual = (REPOSITORY / "docs/charts.md").read_text("utf-8").split("```\n  1. ")[1].split("Which chart")[0]
    for line in f"  1. {manual}".splitlines():
        assert line in [*shown_lines, "     ..."], line


def test_drawings_of_its_tables_in_the_manual_are_current() -> None:
    assert stale(generator().drawings()) == [], "run: python docs/generate.py"

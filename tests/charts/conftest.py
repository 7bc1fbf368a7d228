"""A small table and jobs on it, for the tests of charts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from trendrapport.charts.draw import ChartJob
from trendrapport.charts.table import Table

from .samples import FIELDS, TEXT, chart_of, table_of


@pytest.fixture
def table() -> Table:
    """A small table with what is hard: a missing value, a provisional one, and markup in text."""
    return table_of(TEXT, FIELDS)


@pytest.fixture
def job(table: Table) -> Callable[..., ChartJob]:
    """A maker of jobs on the small table."""
    def make(kind: str, *, language: Any = "nl", code: str | None = None, on: Table | None = None, **more: Any) -> ChartJob:
        chart = chart_of(kind, **more)
        return ChartJob("proef", "charts/proef.yml", chart, on or table, language, code, "charts/proef.py" if code else None)
    return make

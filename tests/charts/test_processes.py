"""Processes that work for this one, and help each other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from trendrapport.charts.processes import Processes

PATIENCE = 30
"""Seconds after which something that does not end is taken never to end."""


def nothing() -> None:
    """Warms nothing up."""


@pytest.fixture
def pair() -> Iterator[tuple[Processes, Processes]]:
    made = Processes(1, nothing), Processes(1, nothing)
    yield made
    for one in made:
        one.end()


def test_idle_ones_help_and_stay(pair: tuple[Processes, Processes], tmp_path: Path) -> None:
    wanting, others = pair
    own, theirs = (one.submit(os.getpid).result(PATIENCE) for one in pair)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    # Whoever opens one end of a pipe waits for the other end.
    busy = others.submit(os.open, pipe, os.O_RDONLY)
    wanting.helped_by(others)
    assert {wanting.submit(os.getpid).result(PATIENCE) for _ in range(4)} == {own}
    os.close(os.open(pipe, os.O_WRONLY))
    busy.result(PATIENCE)

    wanting.helped_by(others)
    wanting.helped_by(others)
    ends = [wanting.submit(os.open, pipe, flag) for flag in (os.O_RDONLY, os.O_WRONLY)]
    assert all(end.result(PATIENCE) for end in ends)
    assert others.submit(os.getpid).result(PATIENCE) == theirs

"""The memory of a process and all that it started, while that runs; on Linux, where files tell it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

EACH = 0.1
"""Seconds between two looks."""


def _descendants(process: int) -> Iterator[int]:
    """The processes that a process started, and those that they started."""
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in map(int, found):
            yield child
            yield from _descendants(child)


def _share(process: int) -> int:
    """The memory of a process in KiB, of what it shares with others its share (Pss); 0 for one that ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def most_memory(process: subprocess.Popen[str]) -> float:
    """Waits until a process ends; the most MiB that all that it started together had at a time."""
    most = 0
    while True:
        try:
            process.wait(EACH)
        except subprocess.TimeoutExpired:
            most = max(most, sum(map(_share, _descendants(process.pid))))
        else:
            return most / 1024

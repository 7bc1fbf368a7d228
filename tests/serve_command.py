"""The command `serve` as a process of its own, and what it says."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

PATIENCE = 60
"""Seconds after which something that does not come is taken not to come."""


class Serving:
    """A running server, and what it has said so far."""

    def __init__(self, report: Path, *options: str) -> None:
        command = [sys.executable, "-u", "-m", "trendrapport", "serve", *options]
        self.process = subprocess.Popen(
            [*command, "--port", "0", "--root", str(report)],
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self.said = ""
        threading.Thread(target=self._read, daemon=True).start()
        self.address = re.findall(r"http://127\.0\.0\.1:\d+/", self.until("http://"))[0]

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            self._lines.put(line)

    def until(self, wanted: str) -> str:
        """What is said up to and with a line that holds the wanted words."""
        said = ""
        while wanted not in said:
            said += self._lines.get(timeout=PATIENCE)
        return said

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            shown: str = answer.read().decode()
            return shown

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()

"""`serve` as an editor meets it: the page, a mistake that leaves it standing, and the page mended."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PAGE = "content/2026/trends/voorbeeldtrend.md"
PATIENCE = 60
"""Seconds after which something that does not come is taken not to come."""


class Serving:
    """A running server, and what it has said so far."""

    def __init__(self, report: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "trendrapport", "serve", "--port", "0", "--root", str(report)], text=True,
            encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONUTF8": "1"})
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.address = re.findall(r"http://127\.0\.0\.1:\d+/", self.until("http://"))[0]

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
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


@pytest.fixture
def serving(sample: Path) -> Iterator[Serving]:
    running = Serving(sample)
    yield running
    running.process.kill()
    running.process.wait()


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
    return holds()


def test_a_mistake_leaves_the_last_good_page(serving: Serving, sample: Path) -> None:
    page = "2026/trends/voorbeeldtrend.html"
    good, text = serving.page(page), (sample / PAGE).read_text("utf-8")
    assert "<svg" in good
    (sample / PAGE).write_text(text.replace("impact:", "impakt:"), "utf-8")
    said = serving.until("laatste goede site")
    assert f"{PAGE}:" in said
    assert "impakt" in said
    assert serving.page(page) == good
    (sample / PAGE).write_text(text + "\nEen zin erbij.\n", "utf-8")
    serving.until("Bijgewerkt")
    assert eventually(lambda: "Een zin erbij." in serving.page(page))
    with pytest.raises(urllib.error.HTTPError):
        serving.page("bestaat-niet.html")


def test_settings_that_go_and_come_back(serving: Serving, sample: Path) -> None:
    text = (sample / "site_config.yml").read_text("utf-8")
    (sample / "site_config.yml").unlink()
    assert "unreadable-file" in serving.until("laatste goede site")
    (sample / "site_config.yml").write_text(text, "utf-8")
    serving.until("Bijgewerkt")
    assert serving.process.poll() is None


def test_a_port_that_is_taken_is_told(serving: Serving, sample: Path) -> None:
    port = re.findall(r"\d+", serving.address)[-1]
    done = subprocess.run([sys.executable, "-m", "trendrapport", "serve", "--port", port, "--root", str(sample)],
                          capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_it_ends_quietly_when_interrupted(serving: Serving) -> None:
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(PATIENCE) == 0

"""Whatever becomes of a report's files: a check ends in findings, writes nothing elsewhere, and what it calls
clean can be built.

    make fuzz MINUTES=30 SEED=7        # longer, with other changes
    SEED=7 ONLY=123 pytest -n0 tests/test_mutations.py

All of it starts from the invented report in `tests/dutch`, with a chart in Vega-Lite and a picture more.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

import pytest
from PIL import Image

from conftest import dutch_report, files
from mutating import Files, Mutation, mutation
from trendrapport import pipeline
from trendrapport.diagnostics import LANGUAGES, MOST, CannotRunError, Diagnostic, has_errors, printers
from trendrapport.diagnostics.visible import visible
from trendrapport.runtime.plugins import modules

SEED, MINUTES = os.environ.get("SEED", "1"), float(os.environ.get("MINUTES", "0"))
LONG = MINUTES > 0 or "ONLY" in os.environ
COUNT = 160
"""So many changes are tried, which takes about a minute, and more when there is more time."""
BUILT = 12
"""Of so many that are clean one is built, and each when there is more time."""
HANGING = 10.0
"""Seconds of a processor after which a check is taken never to end."""
BUILDING = 120.0
MOST_MEMORY = 1024**3
"""Bytes that a run may take beside what its process had before, and each process that draws for it."""
MADE_BY_RUNS = {"site", "build"}
ELSEWHERE = "something was written outside the folders for it"

VEGA = b"""{"mark": "bar", "encoding": {"x": {"field": "peildatum", "type": "ordinal"},
 "y": {"field": "vermogen_kwp", "type": "quantitative"}, "color": {"value": "chart-2"}}}"""
CHART = b"""kind: vega_lite
data: zonnestroom_nederland
title: Verzonnen
subtitle: Verzonnen
description: Verzonnen.
source: bron-13
"""


PRECIOUS = {"precious.txt": b"x", "site/assets/report.css": b"x"}
"""What lies outside the report: nothing becomes of it."""


class Hangs(BaseException):
    """Took so long that it is taken never to end."""


@contextmanager
def within(seconds: float, timer: int) -> Iterator[None]:
    def end(_number: int, _frame: object) -> None:
        raise Hangs

    sign = signal.SIGPROF if timer == signal.ITIMER_PROF else signal.SIGALRM
    before = signal.signal(sign, end)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(sign, before)


class Report:
    """A copy of the report that is put right again after each change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "report"
        self.outside = folder / "outside"
        self.outside.mkdir()
        for path, raw in PRECIOUS.items():
            (self.outside / path).parent.mkdir(parents=True, exist_ok=True)
            (self.outside / path).write_bytes(raw)
        dutch_report(self.folder)
        self.right = self._with_more()
        self.clean = pipeline.check(self.folder).diagnostics

    def _with_more(self) -> Files:
        raw = io.BytesIO()
        Image.new("RGB", (40, 30), "teal").save(raw, "PNG")
        text = (
            self.folder / "content/pages/about.md"
        ).read_bytes() + b"\n```figure eigen-vega\n```\n\n![Een vlak](vlak.png)\n"
        more = {
            "charts/eigen-vega.yml": CHART,
            "charts/eigen-vega.vl.json": VEGA,
            "content/pages/vlak.png": raw.getvalue(),
            "content/pages/about.md": text,
        }
        for path, written in more.items():
            (self.folder / path).write_bytes(written)
        return {path: found for path, found in files(self.folder).items() if not path.startswith("build/")}

    @contextmanager
    def changed(self, made: Mutation) -> Iterator[None]:
        try:
            for path, raw in made.changes.items():
                if raw is None:
                    (self.folder / path).unlink()
            for path, raw in made.changes.items():
                if raw is not None:
                    self._write(path, raw)
            with ExitStack() as undone:
                for path, target in made.links.items():
                    undone.enter_context(self._linked(path, target))
                yield
        finally:
            for path in made.changes:
                if path in self.right:
                    self._write(path, self.right[path])
                else:
                    (self.folder / path).unlink()

    @contextmanager
    def _linked(self, path: str, target: str) -> Iterator[None]:
        """A link for as long as this lasts; what stood there stands aside meanwhile, out of the report."""
        link, aside = self.folder / path, self.folder.with_name("aside")
        link.parent.mkdir(parents=True, exist_ok=True)
        stood = os.path.lexists(link)
        if stood:
            link.rename(aside)
        link.symlink_to(
            target if target.startswith("/") else os.path.relpath(self.folder / target, link.parent)
        )
        try:
            yield
        finally:
            if link.is_symlink():
                link.unlink()
            elif link.is_dir():
                shutil.rmtree(link)
            elif link.exists():
                link.unlink()
            if stood:
                aside.rename(link)

    def _write(self, path: str, raw: bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)

    def state(self) -> Files:
        """All but what runs make, which is too much to read after each change."""
        found = {}
        for part in self.folder.iterdir():
            if part.is_file():
                found[part.name] = part.read_bytes()
            elif part.name not in {"build", "site", ".site.former"} and not part.is_symlink():
                found |= {f"{part.name}/{path}": raw for path, raw in files(part).items()}
        return found

    def is_as_it_was(self, before: Files) -> bool:
        """Whether nothing was written where no run may write."""
        return self.state() == before and files(self.outside) == PRECIOUS


def wrong_check(report: Report) -> tuple[str, bool]:
    """What is wrong with a check itself, empty if nothing; and whether it lets the report be built."""
    before = report.state()
    try:
        with within(HANGING, signal.ITIMER_PROF):
            found = pipeline.check(report.folder).diagnostics
            for form in modules(printers).values():
                for language in LANGUAGES:
                    form.show(found, language).encode()
    except CannotRunError:
        # A command that refuses a folder says so; that it did nothing there is looked at.
        return "" if report.is_as_it_was(before) else ELSEWHERE, False
    except (Hangs, Exception):
        return traceback.format_exc(), False
    sentences = [
        text.of(language) for one in found for text in (one.what, one.why, one.fix) for language in LANGUAGES
    ]
    if not all(map(str.strip, sentences)):
        return f"a finding that says nothing: {found}", False
    alike = Counter((one.location.path, one.code) for one in found if one.code != "more-findings")
    if max(alike.values(), default=0) > MOST:
        return f"too many of one sort: {alike}", False
    if not report.is_as_it_was(before):
        return ELSEWHERE, False
    return "", not has_errors(found)


def wrong_build(report: Report, made: Mutation) -> str:
    """What keeps a clean report from being built, empty if nothing; a link where a build writes may."""
    before = report.state()
    try:
        with within(BUILDING, signal.ITIMER_REAL):
            result = pipeline.build(report.folder, pipeline.Options())
    except CannotRunError as refused:
        told = (
            "" if MADE_BY_RUNS & {path.partition("/")[0] for path in made.links} else f"clean, but {refused}"
        )
        return told if report.is_as_it_was(before) else ELSEWHERE
    except (Hangs, Exception):
        return f"clean, but {traceback.format_exc()}"
    if not report.is_as_it_was(before):
        return ELSEWHERE
    return "" if result.built else f"clean, but {as_text(result.diagnostics)}"


def processes(number: int) -> list[int]:
    """A process and those that it started."""
    try:
        started = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return []
    return [number, *(one for child in started for one in processes(int(child)))]


def peak() -> int:
    """The most bytes that this process, or one that it started, had since this was last asked."""
    most = [0]
    for number in processes(os.getpid()):
        with suppress(OSError):
            told = Path(f"/proc/{number}/status").read_text()
            most += [int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("VmHWM:")]
            Path(f"/proc/{number}/clear_refs").write_text("5")
    return max(most)


def taken_before() -> int:
    """The bytes that this process has of other tests."""
    told = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("VmRSS:"))


def as_text(found: tuple[Diagnostic, ...]) -> str:
    return modules(printers)["text"].show(found, "en")


@pytest.mark.skipif(sys.platform != "linux", reason="a name of a file can be any bytes there")
def test_no_change_of_files_brings_it_down(tmp_path: Path) -> None:
    before = taken_before()
    report = Report(tmp_path)
    assert report.clean == ()
    end = time.monotonic() + 60 * MINUTES
    numbers = [os.environ["ONLY"]] if "ONLY" in os.environ else map(str, count())
    clean, largest, wrong = 0, 0, []
    try:
        assert pipeline.build(report.folder, pipeline.Options()).built
        peak()  # forgets what other tests of this process took
        for tried, number in enumerate(numbers):
            if tried >= COUNT and time.monotonic() > end:
                break
            made = mutation(random.Random(f"{SEED}-{number}"), report.right)
            with report.changed(made):
                told, is_clean = wrong_check(report)
                if is_clean and (LONG or clean % BUILT == 0):
                    told = wrong_build(report, made)
            clean += is_clean
            taken = peak()
            largest = max(largest, taken)
            if taken > MOST_MEMORY + before:
                told += f"\ntook {taken // 1024**2} MiB"
            if told:
                wrong.append(f"SEED={SEED} ONLY={number}: {visible(made.told)}\n{told}")
                print(wrong[-1], flush=True)
    finally:
        pipeline.stop()
    print(f"{tried} changes, {clean} of them clean, {len(wrong)} wrong; at most {largest // 1024**2} MiB")
    assert wrong == []
    assert largest > 0, "the memory was measured"

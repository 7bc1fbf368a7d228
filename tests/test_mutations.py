"""Whatever becomes of a report's files: a check ends in findings, writes nothing elsewhere, and what it calls clean can be built.

    make fuzz MINUTES=30 SEED=7        # longer, with other changes
    SEED=7 ONLY=123 pytest -n0 tests/test_mutations.py

All of it starts from the report in this repository, with a chart in Vega-Lite and a picture added to it.
"""

from __future__ import annotations

import io
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from PIL import Image

from conftest import files, real_report
from mutating import Files, Mutation, mutation
from trendrapport import pipeline, printers
from trendrapport.by_place import modules
from trendrapport.diagnostics import LANGUAGES, MOST, Diagnostic, has_errors
from trendrapport.visible import visible

resource = pytest.importorskip("resource", reason="Windows tells nothing of a process's memory")

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

VEGA = b"""{"mark": "bar", "encoding": {"x": {"field": "jaar", "type": "ordinal"}, "y": {"field": "gas_m3", "type": "quantitative"},
 "color": {"value": "chart-2"}}}"""
CHART = b"""kind: vega_lite
data: energieverbruik_woning_nederland
title: Verzonnen
subtitle: Verzonnen
description: Verzonnen.
source: cbs-energieverbruik
"""


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
        (self.outside / "precious.txt").write_text("x")
        self.folder.mkdir()
        real_report(self.folder)
        self.right = self._with_more()
        self.clean = pipeline.check(self.folder).diagnostics

    def _with_more(self) -> Files:
        source = next(line for line in (self.folder / "charts/energieverbruik-woning.yml").read_bytes().splitlines() if line.startswith(b"source:"))
        raw = io.BytesIO()
        Image.new("RGB", (40, 30), "teal").save(raw, "PNG")
        text = (self.folder / "content/pages/about.md").read_bytes() + b"\n```figure eigen-vega\n```\n\n![Een vlak](vlak.png)\n"
        more = {"charts/eigen-vega.yml": CHART.replace(b"source: cbs-energieverbruik", source), "charts/eigen-vega.vl.json": VEGA,
                "content/pages/vlak.png": raw.getvalue(), "content/pages/about.md": text}
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
            yield
        finally:
            for path in made.changes:
                if path in self.right:
                    self._write(path, self.right[path])
                else:
                    (self.folder / path).unlink()

    def _write(self, path: str, raw: bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)

    def state(self) -> Files:
        return {path: raw for path, raw in files(self.folder).items() if path.partition("/")[0] not in {"build", "site", ".site"}}


def wrong_check(report: Report) -> tuple[str, bool]:
    """What a check brings to light that no check may, empty if nothing; and whether it lets the report be built."""
    before = report.state()
    try:
        with within(HANGING, signal.ITIMER_PROF):
            found = pipeline.check(report.folder).diagnostics
            for form in modules(printers).values():
                for language in LANGUAGES:
                    form.show(found, language).encode()
    except (Hangs, Exception):  # noqa: BLE001 - that is what is looked for
        return traceback.format_exc(), False
    sentences = [text.of(language) for one in found for text in (one.what, one.why, one.fix) for language in LANGUAGES]
    if not all(map(str.strip, sentences)):
        return f"a finding that says nothing: {found}", False
    alike = Counter((one.location.path, one.code) for one in found if one.code != "more-findings")
    if max(alike.values(), default=0) > MOST:
        return f"too many of one sort: {alike}", False
    if report.state() != before or files(report.outside) != {"precious.txt": b"x"}:
        return "something was written outside the folder for it", False
    return "", not has_errors(found)


def wrong_build(report: Report) -> str:
    """What keeps a report without a finding from being built, empty if nothing."""
    before = report.state()
    try:
        with within(BUILDING, signal.ITIMER_REAL):
            result = pipeline.build(report.folder, pipeline.Options())
    except (Hangs, Exception):  # noqa: BLE001 - the same
        return f"clean, but {traceback.format_exc()}"
    if report.state() != before or files(report.outside) != {"precious.txt": b"x"}:
        return "something was written outside the folders for it"
    return "" if result.built else f"clean, but {as_text(result.diagnostics)}"


def as_text(found: tuple[Diagnostic, ...]) -> str:
    return modules(printers)["text"].show(found, "en")


@pytest.mark.skipif(sys.platform != "linux", reason="a name of a file can be any bytes there")
def test_no_change_of_files_brings_it_down(tmp_path: Path) -> None:
    report = Report(tmp_path)
    assert report.clean == ()
    end = time.monotonic() + 60 * MINUTES
    numbers = [os.environ["ONLY"]] if "ONLY" in os.environ else map(str, count())
    clean, wrong = 0, []
    try:
        assert pipeline.build(report.folder, pipeline.Options()).built
        for tried, number in enumerate(numbers):
            if tried >= COUNT and time.monotonic() > end:
                break
            made = mutation(random.Random(f"{SEED}-{number}"), report.right)
            with report.changed(made):
                told, is_clean = wrong_check(report)
                if is_clean and (LONG or clean % BUILT == 0):
                    told = wrong_build(report)
            clean += is_clean
            if told:
                wrong.append(f"SEED={SEED} ONLY={number}: {visible(made.told)}\n{told}")
                print(wrong[-1], flush=True)
    finally:
        pipeline.stop()
    print(f"{tried} changes, {clean} of them clean, {len(wrong)} wrong")
    assert wrong == []
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        assert resource.getrusage(who).ru_maxrss * 1024 < MOST_MEMORY

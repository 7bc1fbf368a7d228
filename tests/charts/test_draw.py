"""Drawings come from the store when they can, are the same for any number of workers, and never raise."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from trendrapport.charts.draw import draw

from .samples import ROOT, Kept
from .test_kinds import CASES, CODE

FRESH = """
import pickle, sys
from pathlib import Path
from trendrapport.charts.draw import draw
jobs, kept = pickle.loads(Path(sys.argv[1]).read_bytes())
class Store(dict):
    def put(self, key, value): raise AssertionError("nothing is stale")
drawings, found = draw(jobs, Store(kept))
assert len(drawings) == len(jobs) and not found
assert not {"altair", "vl_convert"} & set(sys.modules), "loaded in vain"
"""


def test_what_is_fresh_loads_no_drawing_library(job, tmp_path):
    import pickle

    jobs, kept = [job(kind, **case) for kind, case in CASES.items()], Kept()
    jobs = [replace(made, name=f"proef-{index}") for index, made in enumerate(jobs)]
    draw(jobs, kept, workers=0)
    (tmp_path / "jobs").write_bytes(pickle.dumps((jobs, dict(kept))))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    subprocess.run([sys.executable, "-c", FRESH, str(tmp_path / "jobs")], check=True, env=environment)


def test_only_what_is_stale_is_drawn(job):
    kept, counts = Kept(), []
    one, other = job("bars", **CASES["bars"]), replace(job("dots", **CASES["dots"]), name="ander")
    draw([one], kept, workers=0)
    drawings, _ = draw([one, other], kept, workers=0, progress=lambda done, of: counts.append((done, of)))
    assert counts == [(0, 1), (1, 1)]
    assert list(drawings) == ["proef", "ander"]
    assert draw([one, other], kept, workers=0)[0] == drawings


def test_workers_change_no_byte(job):
    jobs = [replace(job(kind, **case), name=f"proef-{index}") for index, (kind, case) in enumerate(CASES.items())]
    alone, _ = draw(jobs, Kept(), workers=0)
    together, _ = draw(jobs, Kept(), workers=2)
    assert alone == together


def test_a_key_changes_with_what_is_drawn_and_not_with_the_caption(job):
    made = job("bars", **CASES["bars"])
    assert job("bars", caption="Bijschrift", **CASES["bars"]).key == made.key
    others = [job("bars", limit=2, **CASES["bars"]), job("bars", language="en", **CASES["bars"]),
              replace(made, code="x"), replace(made, table=replace(made.table, digest="0" * 64))]
    assert len({made.key, *(other.key for other in others)}) == 5


@pytest.mark.parametrize(("code", "line", "reason"), [
    ("import altair as alt\n\ndef draw(table, theme)\n    pass\n", 3, "SyntaxError"),
    ("x = 1\nimport bestaat_niet\n", 2, "ModuleNotFoundError"),
    ("def draw(table, theme):\n    y = 1\n    return y / 0\n", 3, "ZeroDivisionError"),
    ("def help(x):\n    return x['weg']\n\ndef draw(table, theme):\n    return help({})\n", 2, "KeyError"),
    ("x = 1\n\ndef draw(table, theme):\n    return 3\n", 3, "int"),
    ("def teken(table, theme):\n    return 3\n", 1, "draw(table, theme)"),
    ("import sys\nsys.exit(1)\n", 2, "SystemExit"),
    (CODE.replace("mark_bar(", "mark_bar(\n        orient='scheef', "), 5, "Schema"),
])
def test_wrong_code_is_told_with_its_line(job, code, line, reason):
    drawings, found = draw([job("altair", code=code)], Kept(), workers=0)
    assert not drawings
    assert [(finding.location.path, finding.location.line, finding.code) for finding in found] == [
        ("charts/proef.py", line, "chart-code")]
    assert reason in found[0].what.nl


def test_missing_code_is_told_at_the_declaration(job):
    _, found = draw([job("altair")], Kept(), workers=0)
    assert [(str(finding.location), finding.code) for finding in found] == [("charts/proef.yml:1:1", "chart-code")]


def test_a_chart_that_fails_leaves_the_others(job):
    wrong = replace(job("bars", fields={"category": "weg", "value": "aantal"}), name="fout", path="charts/fout.yml")
    drawings, found = draw([wrong, job("bars", **CASES["bars"])], Kept(), workers=0)
    assert list(drawings) == ["proef"]
    assert [(finding.location.path, finding.code) for finding in found] == [("charts/fout.yml", "chart-drawing")]


def test_what_cannot_be_drawn_in_a_worker_is_told(job):
    code = ("import altair as alt\n\ndef draw(table, theme):\n"
            "    return alt.Chart(alt.UrlData('https://example.org/x.csv')).mark_bar().encode(x='a:Q')\n")
    _, found = draw([job("altair", code=code)], Kept(), workers=1)
    assert [finding.code for finding in found] == ["chart-drawing"]


def test_this_file_is_where_the_report_is():
    assert (Path(ROOT) / "charts").is_dir()

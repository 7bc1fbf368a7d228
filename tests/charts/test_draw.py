"""Drawings come from the store when they can, are the same for any number of workers, and never raise."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from trendrapport.charts.drawing.draw import draw

from .samples import ROOT, Kept
from .test_kinds import CASES, CODE

FRESH = """
import pickle, sys
from pathlib import Path
from trendrapport.charts.drawing.draw import draw
jobs, kept = pickle.loads(Path(sys.argv[1]).read_bytes())
class Store(dict):
    def put(self, key, value): raise AssertionError("nothing is stale")
drawings, found = draw(jobs, Store(kept))
assert len(drawings) == len(jobs) and not found
assert not {"altair", "vl_convert", "pypdfium2"} & set(sys.modules), "loaded in vain"
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
    jobs = [
        replace(job(kind, **case), name=f"proef-{index}") for index, (kind, case) in enumerate(CASES.items())
    ]
    alone, _ = draw(jobs, Kept(), workers=0)
    together, _ = draw(jobs, Kept(), workers=2)
    assert alone == together
    for name, drawing in alone.items():
        assert drawing.texts == together[name].texts
        assert {end: kept.read() for end, kept in drawing.files.items()} == {
            end: kept.read() for end, kept in together[name].files.items()
        }


def test_words_around_a_drawing_do_not_draw_it_anew(job):
    made, kept = job("bars", **CASES["bars"]), Kept()
    before = draw([made], kept, workers=0)[0]["proef"]
    texts = kept[made.key] = kept[made.key].replace(b"<svg", b"<svg data-kept=''", 1)
    changed = job("bars", subtitle="Iets anders", **CASES["bars"])
    after = draw([changed], kept, workers=0)[0]["proef"]
    assert kept[changed.key] == texts
    assert after.files[".png"].read() != before.files[".png"].read()


def test_a_picture_has_its_title_and_source_and_twice_the_size(job):
    import io
    from xml.etree import ElementTree

    from PIL import Image

    made = replace(job("bars", title="Meer & <b>anders</b>", **CASES["bars"]), credit='Bron: "A" & B')
    files = draw([made], Kept(), workers=0)[0]["proef"].files
    root = ElementTree.fromstring(files[".svg"].read())
    told = [element.text for element in root.iter() if element.tag.endswith("text")]
    assert told[told.index("Meer & <b>anders</b>") :] == [
        "Meer & <b>anders</b>",
        "Aantal",
        *made.frame.notes,
        'Bron: "A" & B',
    ]
    with (
        Image.open(io.BytesIO(files[".png"].read())) as png,
        Image.open(io.BytesIO(files[".card.png"].read())) as card,
    ):
        assert png.format == card.format == "PNG"
        assert png.size == tuple(round(2 * float(root.get(side))) for side in ("width", "height"))
        assert card.size == (1200, 630)
        assert png.convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_a_key_changes_with_what_is_drawn_and_not_with_the_caption(job):
    made = job("bars", **CASES["bars"])
    assert job("bars", caption="Bijschrift", **CASES["bars"]).key == made.key
    others = [
        job("bars", limit=2, **CASES["bars"]),
        job("bars", language="en", **CASES["bars"]),
        replace(made, code="x"),
        replace(made, table=replace(made.table, digest="0" * 64)),
    ]
    assert len({made.key, *(other.key for other in others)}) == 5


@pytest.mark.parametrize(
    ("code", "line", "reason"),
    [
        ("import altair as alt\n\ndef draw(table, theme)\n    pass\n", 3, "SyntaxError"),
        ("x = 1\nimport bestaat_niet\n", 2, "ModuleNotFoundError"),
        ("def draw(table, theme):\n    y = 1\n    return y / 0\n", 3, "ZeroDivisionError"),
        (
            "def help(x):\n    return x['weg']\n\ndef draw(table, theme):\n    return help({})\n",
            2,
            "KeyError",
        ),
        ("x = 1\n\ndef draw(table, theme):\n    return 3\n", 3, "int"),
        ("def teken(table, theme):\n    return 3\n", 1, "draw(table, theme)"),
        ("import sys\nsys.exit(1)\n", 2, "SystemExit"),
        (CODE.replace("mark_bar(", "mark_bar(\n        orient='scheef', "), 5, "Schema"),
    ],
)
def test_wrong_code_is_told_with_its_line(job, code, line, reason):
    drawings, found = draw([job("altair", code=code)], Kept(), workers=0)
    assert not drawings
    assert [(finding.location.path, finding.location.line, finding.code) for finding in found] == [
        ("charts/proef.py", line, "chart-code")
    ]
    assert reason in found[0].what.nl


def test_missing_code_is_told_at_the_declaration(job):
    _, found = draw([job("altair")], Kept(), workers=0)
    assert [(str(finding.location), finding.code) for finding in found] == [
        ("charts/proef.yml:1:1", "chart-code")
    ]


def test_a_chart_that_fails_leaves_the_others(job):
    wrong = replace(
        job("bars", fields={"category": "weg", "value": "aantal"}), name="fout", path="charts/fout.yml"
    )
    drawings, found = draw([wrong, job("bars", **CASES["bars"])], Kept(), workers=0)
    assert list(drawings) == ["proef"]
    assert [(finding.location.path, finding.code) for finding in found] == [
        ("charts/fout.yml", "chart-drawing")
    ]


def test_what_cannot_be_drawn_in_a_worker_is_told(job):
    code = (
        "import altair as alt\n\ndef draw(table, theme):\n"
        "    return alt.Chart(alt.UrlData('https://example.org/x.csv')).mark_bar().encode(x='a:Q')\n"
    )
    _, found = draw([job("altair", code=code)], Kept(), workers=1)
    assert [finding.code for finding in found] == ["chart-drawing"]


@pytest.mark.parametrize(
    "wrong",
    [
        "raise ValueError('x' * 30_000)",
        "table = alt.Data(values=[{}]); chart = "
        "alt.Chart(table).mark_bar()"
        ".transform_calculate(y='x' * 30_000).encode(x='y:Q'); return chart",
    ],
)
def test_a_message_does_not_repeat_a_whole_formula(job, wrong):
    code = f"import altair as alt\n\ndef draw(table, theme):\n    {wrong}\n"
    _, found = draw([job("altair", code=code)], Kept(), workers=0)
    assert [len(finding.what.nl) < 400 for finding in found] == [True]
    assert "xxx..." in found[0].what.en

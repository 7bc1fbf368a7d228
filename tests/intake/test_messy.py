"""Every messy file becomes the tidy table and descriptor that are kept beside it; `UPDATE=1` writes them
anew.
"""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

import pytest

from trendrapport.intake.descriptor import descriptor
from trendrapport.intake.origin import Origin
from trendrapport.intake.understanding import Understanding, understand
from trendrapport.intake.writing import Files

from .messy import Messy, messy_files

EXPECTED = Path(__file__).parent / "messy"
FILES = messy_files()


def proposed(messy: Messy) -> tuple[Understanding, dict[str, str]]:
    """What is understood with the answers of a file, and else with what is proposed."""
    answers = dict(messy.answers)
    found = understand(messy.file, messy.raw, answers)
    while found.doubts:
        doubt = found.doubts[0]
        assert doubt.proposed, f"{messy.file}: {doubt.question.en}"
        answers[doubt.key] = doubt.proposed
        found = understand(messy.file, messy.raw, answers)
    return found, answers


def files_of(messy: Messy) -> Files:
    found, answers = proposed(messy)
    origin = Origin(messy.file, messy.file, partial(understand, messy.file, messy.raw))
    text = descriptor(messy.name, found, origin, answers, "2026-01-01", "nl")
    # Programs that pack a file put the time in it.
    text = text.replace(found.checksum, "0" * 64)
    return Files(messy.name, found.table.csv(), text)


@pytest.mark.parametrize("messy", FILES, ids=[messy.name for messy in FILES])
def test_becomes_the_tidy_table_that_is_expected(messy: Messy) -> None:
    files = files_of(messy)
    asked = [doubt.key for doubt in understand(messy.file, messy.raw, {}).doubts]
    made = {
        f"{messy.name}.csv": files.table,
        f"{messy.name}.datapackage.yml": files.descriptor,
        f"{messy.name}.asked.json": json.dumps(asked, indent=2) + "\n",
    }
    for name, text in made.items():
        if os.environ.get("UPDATE"):
            EXPECTED.mkdir(exist_ok=True)
            (EXPECTED / name).write_text(text, "utf-8", newline="\n")
        assert text == (EXPECTED / name).read_text("utf-8"), name
    assert files.findings() == []


def test_at_least_twenty_files_are_tried() -> None:
    assert len({messy.name for messy in FILES}) >= 20

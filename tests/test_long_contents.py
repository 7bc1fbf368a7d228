"""The contents of a long text: its chapters, and their parts folded below them. All of it is invented."""

from __future__ import annotations

import re
from pathlib import Path

from invented import context, trend, view
from trendrapport.pipeline import Options, build

CHAPTERS = "## Een\n\nA.\n\n### Eerste & deel\n\n#### Dieper\n\n### Tweede\n\n## Twee\n\n## Drie\n"
TEXT = f"### Los\n\n{CHAPTERS}"
PAGE = "2026/trends/proef.html"


def written(sample: Path, text: str = TEXT) -> Path:
    """The sample with a trend of that text."""
    (sample / "content/2026/trends/proef.md").write_text(trend(body=text), "utf-8")
    return sample


def test_each_chapter_has_its_parts_and_a_part_without_a_chapter_is_left_out(sample: Path) -> None:
    contents = context(view(written(sample)), PAGE)["contents"]
    chapters = [one for one in contents if "inside" in one]
    assert [(one["title"], [part["title"] for part in one["inside"]]) for one in chapters] == [
        ("Een", ["Eerste & deel", "Tweede"]),
        ("Twee", []),
        ("Drie", []),
    ]
    assert chapters[0]["parts"] == "2 onderdelen"


def test_the_parts_are_folded_and_each_fold_has_a_name_of_its_own(sample: Path) -> None:
    root = written(sample, CHAPTERS)
    assert build(root, Options()).built
    page = (root / "site" / PAGE).read_text("utf-8")
    folds = re.findall(r'<details class="inside">(.*?)</details>', page, re.DOTALL)
    assert len(folds) == 2  # beside the text, and above it on a phone
    assert re.search(r"2 onderdelen<span class=\"unseen\">\s*van Een</span>", folds[0])
    assert re.findall(r'href="#([^"]+)"', folds[0]) == re.findall(r'<h3 id="([^"]+)"', page)

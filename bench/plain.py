"""The same pages and charts with plain Material for MkDocs and Altair's own `chart.save`: what a report is
compared with.

    python bench/plain.py REPORT PLANS FOLDER [--pictures]

FOLDER is not there yet. The report has been built, as lists and overviews are taken as they stand there: in
plain Material they would be written by hand.
"""

from __future__ import annotations

import pickle
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from trendrapport.charts.plan import Plan


SCALE = 2
"""Pixels to a unit of a picture, as in the report."""

_PLACE = re.compile(r'<!--#include virtual="([^"]+)\.(\w+)" -->')


def chart(plan: Plan, into: Path, *, picture: bool) -> None:
    """The report's Altair chart, saved as Altair's manual says: as SVG, and as a picture when wanted."""
    drawn = modules(kinds)[plan.chart.kind].draw(plan).configure(**plan.theme.config())
    drawn.save(str(into / f"{plan.name}.svg"))
    if picture:
        drawn.save(str(into / f"{plan.name}.png"), scale_factor=SCALE)


def page(written: Path, made: Path, up: str) -> str:
    """A page's Markdown as an editor wrote it, with the lists and overviews that the report makes."""
    if written.is_file():
        text = written.read_text("utf-8").split("\n---\n", 1)[1]
        return f"# {written.stem}\n\n" + re.sub(r"```figure (\S+)\n```", rf"![]({up}charts/\1.svg)", text)
    _, _, text = made.read_text("utf-8").split("---\n", 2)
    return _PLACE.sub(
        lambda place: f'<img src="{up}charts/{place[1]}.svg" alt="">' if place[2] == "svg" else "", text
    )


def main(report: Path, plans: dict[str, Plan], folder: Path, *, pictures: bool) -> None:
    """Copies the pages of a report that is built, draws the charts one by one and builds."""
    docs, made = folder / "docs", report / "build" / "site" / "docs"
    (docs / "charts").mkdir(parents=True)
    for file in sorted(made.rglob("*.md")):
        path = file.relative_to(made)
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(report / "content" / path, file, "../" * (len(path.parts) - 1)), "utf-8")
    for plan in plans.values():
        chart(plan, docs / "charts", picture=pictures)
    (folder / "mkdocs.yml").write_text(
        "site_name: Rapport\ntheme:\n  name: material\n  font: false\n", "utf-8"
    )
    build(load_config(str(folder / "mkdocs.yml")))


if __name__ == "__main__":
    start, used = time.perf_counter(), time.process_time()
    from trendrapport.charts import kinds
    from trendrapport.runtime.plugins import modules

    for name in modules(kinds):
        modules(kinds)[name]  # loads it
    declared = pickle.loads(Path(sys.argv[2]).read_bytes())
    # what plain Altair would not need: run.py takes it off
    print(time.perf_counter() - start, time.process_time() - used)
    main(Path(sys.argv[1]), declared, Path(sys.argv[3]), pictures="--pictures" in sys.argv)

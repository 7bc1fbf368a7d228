"""The same pages and charts with plain Material for MkDocs and Altair's own `chart.save`: what a report is compared with.

    python bench/plain.py REPORT PLANS FOLDER
"""

from __future__ import annotations

import pickle
import re
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from trendrapport.charts.plan import Plan


def chart(plan: Plan, into: Path) -> None:
    """One chart as an SVG file: the same Altair chart as in the report, saved as Altair's manual says."""
    drawn = modules(kinds)[plan.chart.kind].draw(plan).configure(**plan.theme.config())
    drawn.save(str(into / f"{plan.name}.svg"))


def main(report: Path, plans: dict[str, Plan], folder: Path) -> None:
    """Copies the texts as plain Markdown with pictures, draws the charts one by one and builds."""
    docs = folder / "docs"
    (docs / "charts").mkdir(parents=True)
    used: set[str] = set()
    for file in sorted((report / "content").rglob("*.md")):
        text = file.read_text("utf-8").split("\n---\n", 1)[1]
        depth = "../" * (len(file.relative_to(report / "content").parts) - 1)
        names = re.findall(r"```figure (\S+)\n```", text)
        used |= set(names)
        text = re.sub(r"```figure (\S+)\n```", rf"![]({depth}charts/\1.svg)", text)
        target = docs / file.relative_to(report / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {file.stem}\n\n{text}", "utf-8")
    (docs / "index.md").write_text("# Rapport\n", "utf-8")
    for name in sorted(used):
        chart(plans[name], docs / "charts")
    (folder / "mkdocs.yml").write_text("site_name: Rapport\ntheme:\n  name: material\n  font: false\n", "utf-8")
    build(load_config(str(folder / "mkdocs.yml")))


if __name__ == "__main__":
    shutil.rmtree(sys.argv[3], ignore_errors=True)
    start, used = time.perf_counter(), time.process_time()
    from trendrapport.by_place import modules
    from trendrapport.charts import kinds

    for name in modules(kinds):
        modules(kinds)[name]  # loads it
    declared = pickle.loads(Path(sys.argv[2]).read_bytes())  # noqa: S301 - written by run.py
    print(time.perf_counter() - start, time.process_time() - used)  # what plain Altair would not need: run.py takes it off
    main(Path(sys.argv[1]), declared, Path(sys.argv[3]))

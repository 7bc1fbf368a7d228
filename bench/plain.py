"""The same pages and charts with plain Material for MkDocs and Altair's own `chart.save`: what a report is compared with.

    python bench/plain.py REPORT FOLDER
"""

from __future__ import annotations

import csv
import re
import shutil
import sys
from pathlib import Path

import altair as alt
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config


def chart(folder: Path, name: str, into: Path) -> None:
    """One chart as an SVG file: a line or bars of the declared columns."""
    declared = yaml.safe_load((folder / f"charts/{name}.yml").read_text("utf-8"))
    with (folder / f"charts/data/{declared['data']}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = [value if isinstance(value, str) else value[0] for value in declared.get("fields", {}).values()] or list(rows[0])
    number = declared.get("fields", {}).get("value", columns[-1])
    number = number if isinstance(number, str) else number[0]
    drawn = alt.Chart(alt.Data(values=rows))
    marked = drawn.mark_line() if declared["kind"] == "lines" else drawn.mark_bar()
    marked.encode(x=f"{columns[0]}:N", y=f"{number}:Q").save(str(into / f"{name}.svg"))


def main(report: Path, folder: Path) -> None:
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
        chart(report, name, docs / "charts")
    (folder / "mkdocs.yml").write_text("site_name: Rapport\ntheme:\n  name: material\n  font: false\n", "utf-8")
    build(load_config(str(folder / "mkdocs.yml")))


if __name__ == "__main__":
    shutil.rmtree(sys.argv[2], ignore_errors=True)
    main(Path(sys.argv[1]), Path(sys.argv[2]))

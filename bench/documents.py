"""What the files beside the site cost: times and memory of builds of the report in this repository, as a
table and as ratios to the site alone.

    python bench/documents.py [OUTPUT ...]

Measures each output of the settings by itself and all together, or only those that are named; and what a word
takes that is edited, in a text and in a summary, which other pages and documents repeat.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import yaml
from run import Taken, build, cold_build, copied, show, with_outputs

TREND = "content/2023/trends/digitale-ruimte.md"


def cold(report: Path, names: list[str]) -> Taken:
    """A first build with these outputs."""
    with_outputs(report, names)
    return cold_build(report)


def edited(report: Path, place: str) -> Taken:
    """A build after a word was put before the first of a place."""
    file = report / TREND
    file.write_text(file.read_text("utf-8").replace(place, f"{place}Even ", 1), "utf-8")
    return build(report)


def main() -> None:
    """The site alone, each output with it, and all of them."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        report.mkdir()
        copied(report)
        settings = yaml.safe_load((report / "site_config.yml").read_text("utf-8"))
        others = sys.argv[1:] or [name for name in settings["outputs"] if name != "site"]
        cold(report, ["site"])  # what Python and the system keep of files is there for all
        alone = cold(report, ["site"])
        print(f"{'what':<24}{'seconds':>9}{'ratio':>8}{'processor':>11}{'ratio':>8}{'MiB':>7}")
        show("site", alone, alone)
        for name in others:
            show(f"site and {name}", cold(report, ["site", name]), alone)
        show("all", cold(report, ["site", *others]), alone)
        show("all, text edited", edited(report, "Mensen "), alone)
        show("all, summary edited", edited(report, "summary: "), alone)


if __name__ == "__main__":
    main()

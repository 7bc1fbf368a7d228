"""Times and memory of builds, as a table and as ratios to plain Material for MkDocs made from the same content.

    python bench/run.py [--without-pictures] [N ...]

Pictures of figures, which plain Material does not make, can be left out: `make bench PICTURES=no`.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import make

from trendrapport.cache import Cache
from trendrapport.load import load
from trendrapport.pipeline import chart_jobs

HERE = Path(__file__).parent
MEASURE = ("import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)")


def run(*command: str) -> tuple[float, float, str]:
    """Seconds, peak memory (MiB) and last word of a command."""
    # Where Python may not keep what it compiled, each start would compile everything anew: that is not what a user's machine does.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", MEASURE, sys.executable, *command], capture_output=True, text=True, check=True,
                          env=environment)
    *told, memory = done.stdout.split()
    return time.perf_counter() - start, int(memory) / 1024, told[-1] if told else ""


def build(report: Path) -> tuple[float, float]:
    """A build of a report."""
    return run("-m", "trendrapport", "build", "--root", str(report))[:2]


def plan(report: Path, file: Path) -> None:
    """Writes the charts of a report as the generator plans them, so that plain Altair saves the same ones; not timed."""
    with tempfile.TemporaryDirectory() as made, Cache(Path(made) / "cache.sqlite") as cache:
        loaded, _ = load(report, cache)
    assert loaded
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pickle.dumps({job.name: job.plan for job in chart_jobs(loaded)}))


def plain_build(report: Path, folder: Path) -> tuple[float, float]:
    """A build with plain Material for MkDocs and Altair, without the time that reading the plans takes."""
    seconds, memory, told = run(str(HERE / "plain.py"), str(report), str(folder / "plans"), str(folder / "plain"))
    return seconds - float(told), memory


def bytes_per_page(site: Path, pattern: str) -> float:
    """The mean size (kB) of trend pages without their drawings."""
    pages = [re.sub(rb"<svg.*?</svg>", b"", page.read_bytes(), flags=re.DOTALL) for page in site.glob(pattern)]
    return sum(map(len, pages)) / len(pages) / 1000


def measure(name: str, report: Path, folder: Path) -> None:
    """Prints the rows of one report."""
    plan(report, folder / "plans")
    plain, memory = plain_build(report, folder)
    trend = sorted((report / "content").glob("*/trends/*.md"))[0]
    table = sorted((report / "charts/data").glob("*.csv"))[0]
    print(f"\n{name}\n{'what':<24}{'seconds':>9}{'MiB':>7}{'ratio':>8}")
    print(f"{'plain Material':<24}{plain:>9.2f}{memory:>7.0f}{1:>8.2f}")
    edits = {"cold": lambda: None, "nothing changed": lambda: None,
             "one page edited": lambda: trend.write_text(trend.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8"),
             "one data file edited": lambda: table.write_text(re.sub(r"(\d)\n$", r"\g<1>1\n", table.read_text("utf-8")), "utf-8")}
    for what, edit in edits.items():
        edit()
        seconds, memory = build(report)
        print(f"{what:<24}{seconds:>9.2f}{memory:>7.0f}{seconds / plain:>8.2f}")
    print(f"kB per trend page, without drawings: {bytes_per_page(report / 'site', '*/trends/*.html'):.0f}; plain: "
          f"{bytes_per_page(folder / 'plain' / 'site', '*/trends/*/index.html'):.0f}")


def copied(report: Path) -> None:
    """The report in this repository."""
    for name in ("content", "charts"):
        shutil.copytree(HERE.parent / name, report / name)
    shutil.copy(HERE.parent / "site_config.yml", report)


def without_pictures(report: Path) -> None:
    """Sets a report to make none."""
    settings = report / "site_config.yml"
    settings.write_text(re.sub(r"(?m)^pictures:.*\n?", "", settings.read_text("utf-8")) + "\npictures: false\n", "utf-8")


def main() -> None:
    """The report in this repository, then made-up ones."""
    asked = [word for word in sys.argv[1:] if word != "--without-pictures"]
    reports = {"real report": None} | {f"N = {number}": number for number in map(int, asked or ["50", "500"])}
    with tempfile.TemporaryDirectory() as made:
        for place, (name, number) in enumerate(reports.items()):
            report = Path(made) / f"report{place}"
            copied(report) if number is None else make(report, number)
            if len(asked) < len(sys.argv) - 1:
                without_pictures(report)
            measure(name, report, Path(made) / f"beside{place}")


if __name__ == "__main__":
    main()

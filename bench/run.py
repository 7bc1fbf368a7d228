"""Times and memory of builds, as a table and as ratios to plain Material for MkDocs with the same pages and
charts (`plain.py`).

    python bench/run.py [--without-pictures] [--real-only] [N ...]

Pictures of figures, which plain Altair saves too, and cards for social media, which it does not, can be
left out: `make bench PICTURES=no`. `--real-only` measures the report in this repository and no made-up
ones. Beside the time stands the processor time of all processes, which says more on a busy machine.
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
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from corpus import LARGE, make
from memory import most_memory

from trendrapport.pipeline.charts import chart_jobs
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache

HERE = Path(__file__).parent
MEASURE = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); used = "
    "resource.getrusage(resource.RUSAGE_CHILDREN); "
    "print(used.ru_utime + used.ru_stime); sys.exit(done.returncode)"
)


REPEATED = 5
"""First builds of the real report, in turn with plain Material; one of a made-up one, as it takes minutes."""


OUTPUTS = re.compile(r"(?m)^outputs:\n(?:  - .*\n)+")
"""What the settings say that a build makes."""


@dataclass(frozen=True)
class Taken:
    """What a command takes: seconds, and of all its processes together processor seconds and the most memory
    (MiB) at a time.
    """

    seconds: float
    processor: float
    memory: float


def run(*command: str) -> tuple[Taken, list[str]]:
    """What a command takes, and the words that it says."""
    # Where Python may not keep what it compiled, each start would compile everything anew: that is not what a
    # user's machine does.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", MEASURE, sys.executable, *command],
            stdout=said,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        memory = most_memory(process)
        seconds = time.perf_counter() - start
        said.seek(0)
        *told, processor = said.read().split()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Taken(seconds, float(processor), memory), told


def build(report: Path) -> Taken:
    """A build of a report."""
    return run("-m", "trendrapport", "build", "--root", str(report))[0]


def put_aside(*folders: Path) -> None:
    """Moves folders away without removing them: ext4 writes slower just after many were removed."""
    for folder in folders:
        if folder.exists():
            folder.rename(Path(tempfile.mkdtemp(dir=folder.parent, prefix="aside")) / folder.name)


def cold_build(report: Path) -> Taken:
    """A build of a report of which nothing is kept."""
    put_aside(report / "build", report / "site")
    return build(report)


def cold_check(report: Path) -> Taken:
    """A check of a report of which nothing is kept; what was kept is put back."""
    with tempfile.TemporaryDirectory(dir=report.parent) as aside:
        kept = (report / "build").rename(Path(aside) / "build")
        taken, _ = run("-m", "trendrapport", "check", "--root", str(report))
        put_aside(report / "build")
        kept.rename(report / "build")
    return taken


def plan(report: Path, file: Path) -> None:
    """Writes a report's charts as the generator plans them, so that plain Altair saves those; not timed."""
    with tempfile.TemporaryDirectory() as made, Cache(Path(made) / "cache.sqlite") as cache:
        loaded, _ = load(report, cache)
    assert loaded
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pickle.dumps({job.name: job.plan for job in chart_jobs(loaded)}))


def plain_build(report: Path, folder: Path, *, pictures: bool) -> Taken:
    """A build of a built report's pages with plain Material and Altair, without the time of reading plans."""
    put_aside(folder / "plain")
    flags = ["--pictures"] if pictures else []
    taken, (seconds, processor, *_) = run(
        str(HERE / "plain.py"), str(report), str(folder / "plans"), str(folder / "plain"), *flags
    )
    return replace(
        taken, seconds=taken.seconds - float(seconds), processor=taken.processor - float(processor)
    )


def bytes_per_page(site: Path, pattern: str) -> float:
    """The mean size (kB) of trend pages without their drawings."""
    pages = [
        re.sub(rb"<svg.*?</svg>", b"", page.read_bytes(), flags=re.DOTALL) for page in site.glob(pattern)
    ]
    return sum(map(len, pages)) / len(pages) / 1000


def show(what: str, taken: Taken, plain: Taken) -> None:
    """Prints a row."""
    print(
        f"{what:<24}{taken.seconds:>9.2f}{taken.seconds / plain.seconds:>8.2f}{taken.processor:>11.2f}"
        f"{taken.processor / plain.processor:>8.2f}{taken.memory:>7.0f}",
        flush=True,
    )


def _other_impact(line: re.Match[str]) -> str:
    """The line of a trend's impact, with another."""
    return "impact: 2" if line[0].endswith("1") else "impact: 1"


def measure(name: str, report: Path, folder: Path, runs: int, *, pictures: bool) -> None:
    """Prints the rows of one report; of first builds the median, as a machine can be slow for a moment."""
    plan(report, folder / "plans")
    trend = sorted((report / "content").glob("*/trends/*.md"))[0]
    table = sorted((report / "charts/data").glob("*.csv"))[0]
    turns = [(cold_build(report), plain_build(report, folder, pictures=pictures)) for _ in range(runs)]
    cold, plain = (sorted(taken, key=attrgetter("seconds"))[runs // 2] for taken in zip(*turns, strict=True))
    pages = len(list((folder / "plain" / "docs").rglob("*.md")))
    print(
        f"\n{name}, {pages} "
        f"pages\n{'what':<24}{'seconds':>9}{'ratio':>8}{'processor':>11}{'ratio':>8}{'MiB':>7}"
    )
    show("plain Material", plain, plain)
    show("cold", cold, plain)
    show("checked, nothing kept", cold_check(report), plain)
    edits = {
        "nothing changed": lambda: None,
        "one page edited": lambda: trend.write_text(trend.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8"),
        "one field edited": lambda: trend.write_text(
            re.sub(r"(?m)^impact: .$", _other_impact, trend.read_text("utf-8")), "utf-8"
        ),
        "one data file edited": lambda: table.write_text(
            re.sub(r"(\d)\n$", r"\g<1>1\n", table.read_text("utf-8")), "utf-8"
        ),
    }
    for what, edit in edits.items():
        edit()
        show(what, build(report), plain)
    print(
        f"kB per trend page, without drawings: {bytes_per_page(report / 'site', '*/trends/*.html'):.0f}; "
        f"plain: "
        f"{bytes_per_page(folder / 'plain' / 'site', '*/trends/*/index.html'):.0f}"
    )


def copied(report: Path) -> None:
    """The report in this repository."""
    for name in ("content", "charts"):
        shutil.copytree(HERE.parent / name, report / name)
    shutil.copy(HERE.parent / "site_config.yml", report)


def with_outputs(report: Path, names: Iterable[str]) -> None:
    """Sets what a build of a report makes."""
    settings = report / "site_config.yml"
    lines = "".join(f"  - {name}\n" for name in names)
    settings.write_text(OUTPUTS.sub(f"outputs:\n{lines}", settings.read_text("utf-8")), "utf-8")


def without_pictures(report: Path) -> None:
    """Sets a report to make none."""
    settings = report / "site_config.yml"
    settings.write_text(
        re.sub(r"(?m)^pictures:.*\n?", "", settings.read_text("utf-8")) + "\npictures: false\n", "utf-8"
    )


def main() -> None:
    """The report in this repository, then made-up ones."""
    given = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    given.add_argument("--without-pictures", action="store_true")
    given.add_argument("--real-only", action="store_true")
    given.add_argument(
        "numbers",
        metavar="N",
        type=int,
        nargs="*",
        default=[50, 500, LARGE],
        help="trends in a made-up report",
    )
    asked = given.parse_args()
    reports = {"real report": None} | {
        f"N = {number}": number for number in asked.numbers if not asked.real_only
    }
    with tempfile.TemporaryDirectory() as made:
        for place, (name, number) in enumerate(reports.items()):
            report = Path(made) / f"report{place}"
            copied(report) if number is None else make(report, number)
            with_outputs(report, ["site"])  # as plain Material makes nothing else; see documents.py
            if asked.without_pictures:
                without_pictures(report)
            measure(
                name,
                report,
                Path(made) / f"beside{place}",
                REPEATED if number is None else 1,
                pictures=not asked.without_pictures,
            )


if __name__ == "__main__":
    main()

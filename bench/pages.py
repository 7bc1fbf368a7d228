"""How large the pages of a built report are: kB of HTML as a server has it, elements, and screens on a phone.

    python bench/pages.py [--all] [N ...]

Of each sort of page (`2026/radar.html`, `2025/radar.html`) it shows the largest, and how many there are. With
`--all` it shows also those that are within what a page may be.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from corpus import LARGE, make
from playwright.sync_api import Page
from run import with_outputs

from chromium import chromium

MOST_KB, MOST_ELEMENTS, MOST_SCREENS = 150, 5000, 20
"""What a page may have at most."""
PHONE = (360, 800)
MEASURED = """() => [
  document.getElementsByTagName("*").length,
  document.documentElement.scrollHeight / innerHeight,
]"""


@dataclass(frozen=True)
class Size:
    """How large a page is."""

    path: str
    kb: float
    elements: int
    screens: float

    @property
    def large(self) -> bool:
        """Whether it is larger than a page may be."""
        return self.kb > MOST_KB or self.elements > MOST_ELEMENTS or self.screens > MOST_SCREENS


def sort_of(path: str) -> str:
    """What a page is, without the edition or the entry that it is of."""
    edition = re.sub(r"^\d{4}/", "EDITION/", path)
    return re.sub(r"/(since|trend|gesprek|grafiek)-[\w-]+\.html$", r"/\1-NAME.html", edition)


def by_sort(site: Path) -> dict[str, list[Path]]:
    """The pages of a site by their sort, the largest first."""
    found = defaultdict(list)
    for path in site.rglob("*.html"):
        found[sort_of(path.relative_to(site).as_posix())].append(path)
    for paths in found.values():
        paths.sort(key=lambda path: path.stat().st_size, reverse=True)
    return found


def measured(page: Page, site: Path, path: Path) -> Size:
    """The size of a page."""
    page.goto(path.as_uri())
    elements, screens = page.evaluate(MEASURED)
    return Size(path.relative_to(site).as_posix(), path.stat().st_size / 1000, elements, screens)


def show(site: Path, *, all_: bool) -> None:
    """Prints a row for the largest page of each sort."""
    print(f"{'page':<36}{'of':>6}{'kB':>8}{'elements':>10}{'screens':>9}")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
        for paths in by_sort(site).values():
            size = measured(page, site, paths[0])
            if all_ or size.large:
                print(
                    f"{size.path:<36}{len(paths):>6}{size.kb:>8.0f}{size.elements:>10}{size.screens:>9.1f}"
                    f"{'  too large' if size.large else ''}"
                )


def main() -> None:
    """Made-up reports, or reports that were built."""
    given = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    given.add_argument("--all", action="store_true")
    given.add_argument("--site", type=Path, help="a site that was built, instead of made-up reports")
    given.add_argument("numbers", metavar="N", type=int, nargs="*", default=[LARGE])
    asked = given.parse_args()
    if asked.site:
        show(asked.site.resolve(), all_=asked.all)
        return
    for number in asked.numbers:
        with tempfile.TemporaryDirectory() as made:
            report = Path(made)
            make(report, number)
            with_outputs(report, ["site"])
            build = [sys.executable, "-m", "trendrapport", "build", "--root", made]
            subprocess.run(build, check=True, capture_output=True)
            print(f"\nN = {number}")
            show(report / "site", all_=asked.all)


if __name__ == "__main__":
    main()

"""Folders in, a tree out: each folder of `sites/` is a case, with a report in `in/` and what comes of it in
`out/`.

`UPDATE=1 pytest tests/test_sites.py` writes what comes out now. A page is stored as its text with headings,
links and places for drawings, so that it is the same as long as readers read the same; a file for reference
managers as it is, but for the ends of its lines. All content is invented.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from trendrapport.checks import check
from trendrapport.diagnostics import has_errors, ordered
from trendrapport.diagnostics.printers import text as printer
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import View
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache
from trendrapport.site.tree import tree

SITES = Path(__file__).parent / "sites"
DAY = "2026-01-01"
BLOCKS = {
    "p",
    "li",
    "tr",
    "dt",
    "dd",
    "section",
    "article",
    "div",
    "header",
    "nav",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "blockquote",
    "details",
}


class Reader(HTMLParser):
    """HTML as lines of text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self._drawing = 0
        self._links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._drawing += tag == "svg"
        if tag in BLOCKS or re.fullmatch("h[1-6]", tag):
            self.text += "\n" + ("#" * int(tag[1]) + " " if tag[0] == "h" and tag[1:].isdigit() else "")
        if tag == "a" and not self._drawing:
            self.text += "["
            self._links.append(values.get("href") or "")
        if tag == "img":
            self.text += f"![{values.get('alt')}]({values.get('src')})"

    def handle_endtag(self, tag: str) -> None:
        self._drawing -= tag == "svg"
        if tag == "a" and not self._drawing and self._links:
            self.text += f"]({self._links.pop()})"
        if tag in {"td", "th"}:
            self.text += " | "
        elif tag in BLOCKS:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if not self._drawing:
            self.text += re.sub(r"\s+", " ", data)

    def handle_comment(self, data: str) -> None:
        self.text += f"\n<{data.removeprefix('#include virtual=').strip()}>\n"

    def lines(self) -> str:
        """The text without empty lines."""
        kept = (re.sub(r" +", " ", line).strip() for line in self.text.split("\n"))
        return "".join(f"{line}\n" for line in kept if line)


def outcome(report: Path) -> Iterator[tuple[str, str]]:
    """Name and text of all that comes of a report: its findings, or its pages and the names of all files."""
    with Cache(report / "build/cache.sqlite") as cache:
        read, found = load(report, cache)
        diagnostics = ordered([*found, *(check(read) if read else [])])
        if read is None or has_errors(diagnostics):
            yield "diagnostics.txt", printer.show(diagnostics, read.config.language if read else "nl") + "\n"
            return
        view = View(published(read, DAY))
        made = tree(view, every_page(view), cache, report)
    yield "files.txt", "".join(f"{path}\n" for path in sorted(made))
    for path, raw in made.items():
        if path.endswith((".md", ".html")):
            yield f"{path}.txt", Reader(raw.decode()).lines()
        elif path.endswith((".bib", ".ris", ".csl.json")):
            yield f"{path}.txt", raw.decode().replace("\r\n", "\n")
    yield "search.txt", search(made)


def search(made: dict[str, bytes]) -> str:
    """What can be found: each document, and each group of words with its documents and their weights."""

    def data(name: str) -> Any:
        return json.loads(made[f"assets/search/{name}.js"].decode().split(",", 2)[2].removesuffix(")\n"))

    listed = data("index")
    postings = [one for number in range(len(listed["postings"])) for one in data(f"postings/{number}")]
    texts = [one for number in range(len(listed["texts"])) for one in data(f"texts/{number}")]
    lines = []
    for one, text in zip(listed["documents"], texts, strict=True):
        head = f"{listed['kinds'][one[0]][1][0]}: {one[4]} <{one[3]}>"
        lines.append("\n  ".join([head, *(" | ".join(part) for part in text)]))
    for group, one in zip(listed["vocabulary"].split("\n"), postings, strict=True):
        numbers = accumulate(value // 64 for value in one)
        lines.append(
            f"{group}: "
            + " ".join(f"{number}/{value % 64}" for number, value in zip(numbers, one, strict=True))
        )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", sorted(path.name for path in SITES.iterdir() if path.is_dir()))
def test_site(case: str, tmp_path: Path) -> None:
    shutil.copytree(SITES / case / "in", tmp_path / "report")
    made, stored = dict(outcome(tmp_path / "report")), SITES / case / "out"
    if os.environ.get("UPDATE"):
        shutil.rmtree(stored, ignore_errors=True)
        for path, text in made.items():
            (stored / path).parent.mkdir(parents=True, exist_ok=True)
            (stored / path).write_text(text, "utf-8", newline="\n")
    there = {
        file.relative_to(stored).as_posix(): file.read_text("utf-8") for file in sorted(stored.rglob("*.txt"))
    }
    assert sorted(there) == sorted(made), "run with UPDATE=1 if this change is meant"
    for path, text in made.items():
        assert there[path] == text, f"{case}/{path}: run with UPDATE=1 if this change is meant"

"""What a search loads, in kB as a server sends it (gzip), for this report and for made-up ones of any size.

    python bench/search.py [N ...]

The words of the other benchmarks are too few to say anything of an index. Here every word is invented as
well, but there are as many different ones as in a real text: Zipf's law with the exponent that gives this
report's 2,200 words in a text of its length.
"""

from __future__ import annotations

import gzip
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from trendrapport.pages.makers import every_page
from trendrapport.pages.search.documents import Document, documents
from trendrapport.pages.search.files import files
from trendrapport.pages.search.scripts import scripts
from trendrapport.pages.search.weights import record
from trendrapport.pages.view import View
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache

ROOT = Path(__file__).parents[1]
EXPONENT, VARIETY = 1.25, 200_000
HEADS = (
    "".join(f"{part:>8}{'files':>6}{'mean':>6}{'most':>6}" for part in ("list", "posting", "texts"))
    + f"{'seconds':>8}"
)
SOUNDS = [
    "".join(parts) for parts in product("bdghklmnprstvwz", ("a", "ee", "i", "o", "ui"), ("", "n", "r", "st"))
]


def word(chance: random.Random) -> str:
    """An invented word, the shorter the more frequent."""
    rank = int((1 - chance.random() * (1 - VARIETY ** (1 - EXPONENT))) ** (1 / (1 - EXPONENT)))
    made = ""
    while rank:
        rank, sound = divmod(rank, len(SOUNDS))
        made += SOUNDS[(sound * 7) % len(SOUNDS)]
    return made


def text(chance: random.Random, words: int) -> str:
    return " ".join(word(chance) for _ in range(words)).capitalize() + "."


def made_up(trends: int) -> Iterator[Document]:
    """This number of trends, a fifth as many interviews of 600 words, and two figures and sources a trend."""
    chance = random.Random(trends)

    def chapter(words: int) -> str:
        return f"## {text(chance, 4)}\n\n{text(chance, words)}"

    def one(kind: str, number: int, words: int) -> Document:
        chapters = 5 if words else 0
        body = "\n\n".join(chapter(words // 5) for _ in range(chapters))
        return Document(
            kind,
            "2023",
            f"2023/{kind}/{word(chance)}-{number}.html",
            text(chance, 5),
            text(chance, 20),
            ("technologisch",),
            body,
        )

    for kind, count, words in (
        ("trends", trends, 600),
        ("interviews", trends // 5, 600),
        ("figures", 2 * trends, 0),
        ("sources", 2 * trends, 0),
    ):
        yield from (one(kind, number, words) for number in range(count))


def sent(raw: bytes) -> float:
    return len(gzip.compress(raw, 9, mtime=0)) / 1000


def tell(name: str, found: dict[str, bytes], seconds: float) -> None:
    """A row: list of documents and words, postings, texts; processor seconds when no document changed."""
    cells = []
    for part in ("index", "postings", "texts"):
        sizes = [sent(raw) for path, raw in found.items() if path.startswith(f"assets/search/{part}")]
        mean = sum(sizes) / len(sizes)
        cells.append(f"{sum(sizes):>8.1f}{len(sizes):>6}{mean:>6.1f}{max(sizes):>6.1f}")
    print(f"{name:<14}{''.join(cells)}{seconds:>8.2f}")


def main() -> None:
    """The report in this repository, then made-up ones."""
    with tempfile.TemporaryDirectory() as made, Cache(Path(made) / "cache.sqlite") as cache:
        view = View(published(load(ROOT, cache)[0], "2100-01-01"))
        pages = every_page(view)
        program = [
            raw
            for path, raw in files(view, pages, cache).items()
            if path.endswith(("search.js", "search.css"))
        ]
        print(f"program and style: {sum(map(sent, program)):.1f} kB\n\n{'kB':<14}{HEADS}")
        sizes = [int(number) for number in sys.argv[1:] or ("50", "500")]
        reports = {"this report": documents(view, pages)} | {
            f"N = {number}": list(made_up(number)) for number in sizes
        }
        for name, found in reports.items():
            records = [record(one, "nl", cache) for one in found]
            start = time.process_time()
            records = [record(one, "nl", cache) for one in found]
            tell(name, scripts(view, found, records), time.process_time() - start)


if __name__ == "__main__":
    main()

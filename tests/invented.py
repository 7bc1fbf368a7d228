"""Editions with made-up trends, written into a copy of the sample; all of it is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from PIL import Image

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import Value, View
from trendrapport.report.load import load
from trendrapport.report.report import Entry
from trendrapport.runtime.cache import Cache
from trendrapport.starters import new_report

WORDS = (
    "digitale",
    "weerbaarheid",
    "registratie",
    "van",
    "sensoren",
    "en",
    "platformeconomie",
    "AI",
    "Kwantumcomputerbeveiligingsbeleid",
    "gegevens",
)
"""Of which names of trends are made."""
JUDGED = {
    "kind": "analysis",
    "categories": ["maatschappelijk"],
    "horizon": "nu",
    "impact": 3,
    "certainty": 3,
    "stance": "watch",
}
"""What a trend has beside its texts."""
HORIZONS = ("nu", "een-tot-drie-jaar", "drie-tot-vijf-jaar")

FRONT = """---
title: Proef
summary: Verzonnen.
kind: analysis
categories: [maatschappelijk]
horizon: nu
impact: 3
certainty: 3
stance: watch
{extra}---
{body}"""


def trend(extra: str = "", body: str = "", **changed: str) -> str:
    """The file of a made-up trend, with more front matter, a text, and lines of its fields changed."""
    text = FRONT.format(extra=extra, body=body)
    for key, line in changed.items():
        old = next(one for one in text.split("\n") if one.startswith(f"{key}:"))
        text = text.replace(old, line)
    return text


def edition(folder: Path, name: str, trends: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes an edition that appeared in the year of its name, with these trends by slug; fields that are not
    given have a usual value.
    """
    place = folder / "content" / name
    (place / "trends").mkdir(parents=True, exist_ok=True)
    (place / "edition.yml").write_text(
        f'title: Verzonnen editie {name}\nsummary: Verzonnen.\npublished: "{name}"\n', "utf-8"
    )
    for slug, given in trends.items():
        fields = {
            "title": slug.replace("-", " ").capitalize(),
            "summary": "Verzonnen.",
            **JUDGED,
        } | dict(given)
        front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
        (place / f"trends/{slug}.md").write_text(f"---\n{front}---\n\nVerzonnen.\n", "utf-8")


def categories(folder: Path, labels: Sequence[str]) -> list[str]:
    """Gives the report these categories, and the sample's trend the first of them; returns their names."""
    path = folder / "site_config.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    names = [f"soort-{number}" for number in range(1, len(labels) + 1)]
    config["taxonomies"]["categories"] = {
        name: {"label": label, "explanation": "Verzonnen."} for name, label in zip(names, labels, strict=True)
    }
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    trend = folder / "content/2026/trends/voorbeeldtrend.md"
    trend.write_text(trend.read_text("utf-8").replace("[maatschappelijk]", f"[{names[0]}]"), "utf-8")
    return names


def view(folder: Path) -> View:
    """The report in a folder, as its pages see it."""
    with Cache(folder / "cache.sqlite") as cache:
        report, found = load(folder, cache)
    assert report
    assert not [one for one in found if one.severity == "error"], found
    return View(report)


def picture(kind: str = "PNG") -> bytes:
    """A small picture in a format."""
    raw = BytesIO()
    Image.new("RGB", (4, 3)).save(raw, kind)
    return raw.getvalue()


def packed(*names: str) -> bytes:
    """A package with these files in it."""
    raw = BytesIO()
    with ZipFile(raw, "w") as package:
        for name in names:
            package.writestr(name, "verzonnen")
    return raw.getvalue()


def editions(seen: View, *slugs: str) -> list[Entry[Edition]]:
    """The editions of these names."""
    found = {edition.slug: edition for edition in seen.editions}
    return [found[slug] for slug in slugs]


def context(seen: View, path: str) -> Value:
    """What the template of a page gets."""
    pages = {page.path: page for page in every_page(seen)}
    return pages[path].content().context


def init(folder: Path) -> None:
    """A fresh copy of the sample."""
    new_report.init(folder)

"""The tables of docs/design.md that follow from the code: the value of each custom property, and
the contrasts of colours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from trendrapport.charts.theme import PALETTE
from trendrapport.model.config import Config
from trendrapport.model.contrast import MARK, TEXT, contrast
from trendrapport.model.look import Look
from trendrapport.pages.browser.look import scheme, sizes

ROOT = Path(__file__).parents[1]
MEANINGS = {
    "heading": "font of titles and quotations",
    "body": "font of the text",
    "small": "captions, labels",
    "text": "text",
    "half": "small titles",
    "step-1": "leads, card titles",
    "step-2": "second-level titles, quotations",
    "step-3": "edition theme, large quotations",
    "step-4": "key figures, cover",
    "step-5": "page titles",
    "step-6": "years",
    "s1": "inside an element",
    "s2": "between elements that belong together",
    "s3": "between cards, around figures",
    "s4": "between parts",
    "s5": "above the footer",
    "radius": "corners",
    "measure": "the longest line of text",
}
"""What each size is for; a test holds that none is missing."""


def colours() -> str:
    """The settings' colours with what they are for."""
    config = settings()
    rows = [
        f"| `--{name}` | {Look.model_fields[name].description} | `{light}` | `{dark}` |"
        for name in Look.colours()
        for light, dark in [getattr(config.look, name)]
    ]
    rows += [
        f"| `--category-{name}` | {term.label} | `{term.colour[0]}` | `{term.colour[1]}` |"
        for name, term in config.taxonomies.categories.items()
        if term.colour
    ]
    return _table("| property | for | light | dark |", rows)


def lengths() -> str:
    """Families, sizes, room and rounding."""
    found = re.findall(r"--([\w-]+):([^;]+);", sizes(settings().look))
    return _table(
        "| property | for | value |",
        [f"| `--{name}` | {MEANINGS[name]} | `{value}` |" for name, value in found],
    )


def contrasts() -> str:
    """The least contrast of each colour with the grounds that it is shown on."""
    return _table("| colour | on | needs | light | dark |", list(_contrasts(settings())))


def settings() -> Config:
    """The settings of the report in this repository."""
    return Config.model_validate_json(
        json.dumps(yaml.safe_load((ROOT / "site_config.yml").read_text("utf-8")))
    )


def _contrasts(config: Config) -> Iterator[str]:
    light, dark = (dict(re.findall(r"--([\w-]+):(#\w+);", scheme(config, number))) for number in (0, 1))
    categories = [name for name in light if name.startswith("category-")]
    series = [name for name in PALETTE if re.fullmatch(r"chart-\d", name)]
    grounds = ("paper", "card", "wash")
    for name in ("ink", "soft", "accent"):
        yield _row(
            f"`{name}`",
            grounds,
            TEXT,
            [(one[name], [one[ground] for ground in grounds]) for one in (light, dark)],
        )
    yield _row(
        "categories",
        grounds[:2],
        TEXT,
        *[
            [(one[name], [one[ground] for ground in grounds[:2]]) for one in (light, dark)]
            for name in categories
        ],
    )
    fronts = ["ink", "soft", "accent", *categories]
    yield _row(
        "all dark mode colours",
        ("cover",),
        TEXT,
        *[[(dark[name], [one["cover"]]) for one in (light, dark)] for name in fronts],
    )
    yield _row(
        "chart series",
        ("card",),
        TEXT,
        *[[(one[name], [one["card"]]) for one in (light, dark)] for name in series],
    )
    yield _row(
        "`chart-muted`", ("card",), MARK, [(one["chart-muted"], [one["card"]]) for one in (light, dark)]
    )


def _row(name: str, grounds: tuple[str, ...], least: float, *shown: list[tuple[str, list[str]]]) -> str:
    """A line with the lowest contrast in each scheme, cut off rather than rounded."""
    lowest = [
        min(
            contrast(colour, ground)
            for pairs in shown
            for colour, behind in [pairs[number]]
            for ground in behind
        )
        for number in (0, 1)
    ]
    told = " | ".join(f"{int(one * 10) / 10}:1" for one in lowest)
    return f"| {name} | {', '.join(f'`{ground}`' for ground in grounds)} | {least:g}:1 | {told} |"


def _table(head: str, rows: list[str]) -> str:
    return "\n".join([head, "|" + " --- |" * (head.count("|") - 1), *rows])


def filled(text: str) -> str:
    """A text with each table between `<!-- name -->` and `<!-- /name -->` as it is now."""
    for name, table in (("colours", colours()), ("lengths", lengths()), ("contrasts", contrasts())):
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda found, table=table: f"{found[1]}{table}\n{found[2]}",
            text,
            flags=re.S,
        )
    return text

"""Fonts, styles and scripts as files: one of each that every page loads, and one with all that a page needs
beside it; knows no report.

A page says what it needs where it needs it, in its HTML: `data-styles="charts"`. Together that is one file,
for instance `assets/charts-entry.css`, since each further file would keep a phone waiting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator

ENDS = {"styles": "css", "scripts": "js"}
"""The folders beside this file, and how the names of their files end."""
_ASKED = {part: re.compile(rf' data-{part}="([a-z_ ]+)"') for part in ENDS}
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
"""A line in which a script only says something to those who work on it: browsers need not load it."""
_BROWSERS = ["chrome >= 100", "firefox >= 100", "safari >= 15.4"]
"""The oldest browsers for which styles are written; what only newer ones know adds to a page."""
_BESIDE: dict[str, set[str]] = {"styles": {"print", "search"}, "scripts": set()}
"""What is loaded by itself: for paper, and when a reader searches."""


def asked(html: str, part: str) -> str:
    """The name of the file with all that a page asks for; empty when it asks for nothing."""
    names = set(" ".join(_ASKED[part].findall(html)).split())
    return "-".join(sorted(_known(part) & names))


def on_demand(pages: Iterable[bytes], store: Cache) -> dict[str, bytes]:
    """The files with what pages ask for, by path."""
    found: dict[str, set[str]] = {part: {*_BESIDE[part]} for part in ENDS}
    for page in pages:
        # One by one: all pages of a large report together are a hundred megabytes.
        text = page.decode()
        for part, names in found.items():
            names.add(asked(text, part))
    made: dict[str, bytes] = {}
    for part, end in ENDS.items():
        folder = _folder() / part / "on_demand"
        for name in sorted(found[part] - {""}):
            parts = [_one(folder / one, end, store) for one in name.split("-")]
            made[f"assets/{name}.{end}"] = b"".join(parts)
    return made


def every_page(store: Cache) -> dict[str, bytes]:
    """Fonts and pictures as they are, and the styles and scripts of every page each as one file, by path."""
    assets = _folder() / "assets"
    made: dict[str, bytes] = {}
    for file in sorted(assets.rglob("*")):
        if file.is_file():
            made[f"assets/{file.relative_to(assets).as_posix()}"] = file.read_bytes()
    for part, end in ENDS.items():
        made[f"assets/report.{end}"] = _joined(_folder() / part, end, store)
    return made


def _folder() -> Path:
    return Path(str(files("trendrapport.pages.browser")))


@cache
def _known(part: str) -> frozenset[str]:
    """What a page may ask for: a text can hold words that only look so."""
    found = (_folder() / part / "on_demand").iterdir()
    return frozenset(file.name.removesuffix(f".{ENDS[part]}") for file in found)


def _one(path: Path, end: str, store: Cache) -> bytes:
    """A part that is one file, or a folder of them."""
    if path.is_dir():
        return _joined(path, end, store)
    return _minified(path.with_suffix(f".{end}"), store)


def _joined(folder: Path, end: str, store: Cache) -> bytes:
    """Parts by their names, but first the one that all others build on."""
    parts = sorted(folder.glob(f"*.{end}"), key=lambda file: (file.stem != "report", file.name))
    return b"".join(_minified(part, store) for part in parts)


def as_served(script: str) -> bytes:
    """A script without its comments."""
    return _COMMENT.sub("", script).encode()


def _minified(file: Path, store: Cache) -> bytes:
    """A style or script as browsers get it; a script only loses its comments."""
    text = file.read_text("utf-8")
    if file.suffix == ".js":
        return as_served(text)
    return store.made(digest("style", generator(), text), lambda: _minified_style(text))


def _minified_style(text: str) -> bytes:
    from lightningcss import process_stylesheet

    minified: str = process_stylesheet(text, browsers_list=_BROWSERS)
    return minified.encode()

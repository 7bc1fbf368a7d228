"""The pages about writing and publishing that messages name, such as `docs/charts.md`.

A wheel has them beside this file; in a checkout they are in `docs/`.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_PLACES = (_HERE / "docs", _HERE.parents[2] / "docs")


def guide(name: str) -> str | None:
    """A page in Markdown by its path or its name; None if there is none."""
    wanted = name.removeprefix("docs/").removesuffix(".md")
    return next((path.read_text("utf-8") for path in _files() if path.stem == wanted), None)


def guides() -> list[str]:
    """The names of all of them."""
    return sorted({path.stem for path in _files()})


def _files() -> list[Path]:
    """The pages of the first place that has some."""
    for place in _PLACES:
        found = sorted(place.glob("*.md"))
        if found:
            return found
    return []

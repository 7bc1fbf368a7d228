"""The main menu of the site: which parts it has, in which order."""

from __future__ import annotations

from collections.abc import Collection

MENU = (
    "editions",
    "trends",
    "roles",
    "overviews",
    "instruments",
    "key_figures",
    "municipality",
    "glossary",
    "sources",
)
"""The parts of the site in the main menu, in order; those without a page are left out."""


def main_menu(there: Collection[str]) -> list[dict[str, str]]:
    """The parts of the main menu that have a page."""
    paths = {name: f"{name}.html" for name in MENU} | {"instruments": "instruments/index.html"}
    return [{"section": name, "path": path} for name, path in paths.items() if path in there]

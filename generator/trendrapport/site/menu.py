"""The main menu of the site: which parts it has, in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from trendrapport.model.front import MenuPart

MENU = (
    MenuPart.EDITIONS,
    MenuPart.TRENDS,
    MenuPart.ROLES,
    MenuPart.OVERVIEWS,
    MenuPart.INSTRUMENTS,
    MenuPart.KEY_FIGURES,
    MenuPart.MUNICIPALITY,
    MenuPart.GLOSSARY,
    MenuPart.SOURCES,
)
"""The parts of the main menu, in order, unless the settings name others."""


def main_menu(there: Collection[str], parts: Iterable[MenuPart] = MENU) -> list[dict[str, str]]:
    """The parts of the main menu that have a page, each once."""
    paths = {part.value: f"{part.value}.html" for part in parts}
    if MenuPart.INSTRUMENTS in paths:
        paths[MenuPart.INSTRUMENTS.value] = "instruments/index.html"
    return [{"section": name, "path": path} for name, path in paths.items() if path in there]

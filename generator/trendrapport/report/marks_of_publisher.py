"""The pictures that the settings name: the publisher's logo, and the icon of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trendrapport.files.yaml_data import DataPath
from trendrapport.model.config import Config

ICON = "icon"


@dataclass(frozen=True)
class PublisherMark:
    """A picture that the settings name."""

    name: str
    """What it is: `logo-light`, `logo-dark` or `icon`."""
    path: str
    """Its file, from the report's root."""
    at: DataPath
    """Where the settings name it."""


def publisher_marks(config: Config) -> Iterator[PublisherMark]:
    """Each of them; of settings with a mistake, those that can be read."""
    logo = config.look.logo
    for scheme in ("light", "dark"):
        if path := getattr(logo, scheme, None):
            yield PublisherMark(f"logo-{scheme}", path, ("look", "logo", scheme))
    if path := getattr(config.look, "icon", None):
        yield PublisherMark(ICON, path, ("look", "icon"))

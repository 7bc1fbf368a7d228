"""The language of a report, for messages of commands that read nothing else of it."""

from __future__ import annotations

from pathlib import Path

from trendrapport.diagnostics import Language


def language_of(root: Path) -> Language:
    """The language of the report in a folder; Dutch where there is none."""
    from trendrapport.files.yaml_data import read_yaml

    settings = root / "site_config.yml"
    if not settings.is_file():
        return "nl"
    data, _ = read_yaml(settings.name, settings.read_text("utf-8", "replace"))
    if isinstance(data, dict) and data.get("language") == "en":
        return "en"
    return "nl"

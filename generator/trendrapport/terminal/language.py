"""The language of a report, for messages of commands that read nothing else of it."""

from __future__ import annotations

from pathlib import Path

from trendrapport.diagnostics import Language


def language_of(root: Path) -> Language:
    """The language of the report in a folder; Dutch where there is none."""
    from trendrapport.files.yaml_data import read_yaml
    from trendrapport.language.facts import BUILT_IN

    settings = root / "site_config.yml"
    if not settings.is_file():
        return "nl"
    data, _ = read_yaml(settings.name, settings.read_text("utf-8", "replace"))
    language = data.get("language") if isinstance(data, dict) else None
    return language if language in BUILT_IN else "nl"

"""A staged folder to HTML by MkDocs with Material; the only module that imports MkDocs.

Pages that did not change are not built again (MkDocs' dirty build) as long as the settings and the theme
stayed the same.
"""

from __future__ import annotations

import io
import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

os.environ["NO_MKDOCS_2_WARNING"] = "true"  # Material prints it while it is imported

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.theme import Theme

from trendrapport.model.config import Config
from trendrapport.pages.browser.templating import unfolded
from trendrapport.runtime import bytecode
from trendrapport.runtime.cache import digest
from trendrapport.runtime.failures import at
from trendrapport.runtime.fingerprint import generator
from trendrapport.site.stage import Tree, remember, remembered, remove_strays, stage, state
from trendrapport.site.theme_values import built_path, theme_values

_THEME = str(files("trendrapport.pages.browser") / "theme")
"""The folder with this package's own templates, which come before Material's."""


def build(config: Config, tree: Tree, work: Path, day: int) -> int:
    """Builds the pages of a tree in the theme in `work/site`, and returns the number of all its pages.

    `day` (seconds since 1970) is what MkDocs takes for today. Raises what MkDocs raises.
    """
    work = work.resolve()
    docs, built = work / "docs", work / "site"
    pages = {path: raw for path, raw in tree.items() if path.endswith(".md")}
    settings = _settings(config, tree, docs, built)
    name = digest(generator(), json.dumps(settings, sort_keys=True), *sorted(pages))
    marker = work / "built.json"
    before = remembered(marker)
    marker.unlink(missing_ok=True)

    stale = {built_path(path) for path in stage(pages, docs)}
    same_settings = before.get("name") == name
    if same_settings:
        stale |= _changed_by_others(built, before["built"])
    else:
        shutil.rmtree(built, ignore_errors=True)
    for path in stale:
        (built / path).unlink(missing_ok=True)
    if stale or not same_settings:
        _run(settings, work, dirty=same_settings, day=day)

    wanted = {built_path(path) for path in pages} | {"404.html"}
    remove_strays(built, wanted)
    remember(marker, {"name": name, "built": {path: state(f"{built}/{path}") for path in wanted}})
    return sum(path.endswith((".md", ".html")) for path in tree) + 1


def _changed_by_others(built: Path, states: dict[str, list[int]]) -> set[str]:
    """The built pages that are not as MkDocs left them."""
    return {path for path, before in states.items() if state(f"{built}/{path}") != before}


def _settings(config: Config, tree: Tree, docs: Path, built: Path) -> dict[str, Any]:
    """The settings of MkDocs."""
    return {
        "site_name": config.title,
        "site_url": config.address,
        "docs_dir": str(docs),
        "site_dir": str(built),
        "use_directory_urls": False,
        "plugins": [],
        "nav": ["index.md"],
        "markdown_extensions": ["trendrapport.site.finished"],
        "validation": {"omitted_files": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"},
        "theme": {
            "name": "material",
            "custom_dir": _THEME,
            "language": config.language,
            "font": False,
            "static_templates": ["404.html"],
        },
        "extra": theme_values(config, tree),
    }


_SWITCHES = re.compile(r'\s*<(?:input class="md-toggle"|label class="md-overlay")[^>]*>(?:</label>)?')


class _Templates(Theme):
    """The templates of a theme without its thousands of icons, styles and scripts, of which no page here has
    any.
    """

    def get_env(self) -> Environment:
        made = super().get_env()
        made.bytecode_cache = bytecode.kept()
        made.loader = _Unlisted(self.dirs)
        return made


class _Unlisted(FileSystemLoader):
    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template without Material's switches for a drawer and a search of its own, which have no script
        here and are not valid HTML.
        """
        text, path, current = super().get_source(environment, template)
        if path.startswith(_THEME):
            text = unfolded(text)
        return _SWITCHES.sub("", text), path, current

    def list_templates(self) -> list[str]:
        """Nothing: MkDocs asks for this only to copy files of the theme."""
        return []


@contextmanager
def _dated(day: int) -> Iterator[None]:
    """MkDocs dates what it writes by a variable; to all else in this program the day stays what it was."""
    former = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(day)
    try:
        yield
    finally:
        if former is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = former


def _run(settings: dict[str, Any], work: Path, *, dirty: bool, day: int) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR if dirty else logging.WARNING)
    # MkDocs warns of every dirty build, which strict would take for a problem. Its warnings of navigation are
    # left out too, as navigation is our own.
    with at(work), _dated(day):
        # A file with the settings would be read by a parser that takes long.
        config = load_config(io.BytesIO(), strict=not dirty, **settings)
        config.theme = _Templates(**settings["theme"])
        run_mkdocs(config, dirty=dirty)

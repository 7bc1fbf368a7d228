"""A staged folder to HTML by MkDocs with Material; the only module that imports MkDocs.

Pages that did not change are not built again (MkDocs' dirty build) as long as the settings
and the theme stayed the same.
"""

from __future__ import annotations

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

from trendrapport.runtime import bytecode
from trendrapport.pages.browser import policy
from trendrapport.runtime.cache import digest
from trendrapport.model.config import Config
from trendrapport.diagnostics import LANGUAGES, Language
from trendrapport.runtime.failures import at
from trendrapport.runtime.fingerprint import generator
from trendrapport.pages.feeds import types
from trendrapport.language.labels import Labels
from trendrapport.site.stage import remember, remembered, remove_strays, stage, state, write

MENU = ("editions", "trends", "roles", "overviews", "instruments", "key_figures", "municipality", "glossary", "sources")
"""The parts of the site in the main menu, in order; those without a page are left out."""

WORDS = ("skip", "main_navigation", "footer_navigation", "not_found", "not_found_text", "to_home", "language_menu", "menu", "edition",
         "edition_switch", "about_site", "publisher", "contact", "to_top", "reading_list", "save", "unsave", "saved_told", "unsaved_told", "unstored",
         "search", "early_told")
"""What the theme says besides the names of those parts, in the language of the page."""


def build(config: Config, tree: dict[str, bytes], work: Path, day: int) -> int:
    """Builds the pages of a tree that stand in the theme in `work/site`, and returns the number of all its
    pages.

    `day` (seconds since 1970) is what MkDocs takes for today. Raises what MkDocs raises.
    """
    work = work.resolve()
    docs, built = work / "docs", work / "site"
    pages = {path: raw for path, raw in tree.items() if path.endswith(".md")}
    settings = _settings(config, tree, docs, built)
    name = digest(generator(), json.dumps(settings, sort_keys=True), *sorted(pages))
    marker = work / "built.json"
    before = remembered(marker)
    fresh = before.get("name") == name
    marker.unlink(missing_ok=True)
    stale = {_output(path) for path in stage(pages, docs)}
    if fresh:
        # What somebody else changed is not what was built.
        stale |= {path for path, was in before["built"].items() if state(f"{built}/{path}") != was}
    else:
        shutil.rmtree(built, ignore_errors=True)
    for path in stale:
        (built / path).unlink(missing_ok=True)
    if stale or not fresh:
        _run(settings, work, dirty=fresh, day=day)
    wanted = {_output(path) for path in pages} | {"404.html"}
    remove_strays(built, wanted)
    remember(marker, {"name": name, "built": {path: state(f"{built}/{path}") for path in wanted}})
    return sum(path.endswith((".md", ".html")) for path in tree) + 1


def _output(path: str) -> str:
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def _settings(config: Config, tree: dict[str, bytes], docs: Path, built: Path) -> dict[str, Any]:
    labels = Labels(config.language)
    places = {"editions": "editions.html", "instruments": "instruments/index.html"}
    menu = [{"section": name, "path": places.get(name, f"{name}.html")} for name in MENU]
    there = {_output(path) for path in tree}
    return {
        "site_name": config.title, "site_url": config.address, "docs_dir": str(docs), "site_dir": str(built),
        "use_directory_urls": False, "plugins": [], "nav": ["index.md"],
        "markdown_extensions": ["trendrapport.site.finished"],
        "validation": {"omitted_files": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"},
        "theme": {"name": "material", "custom_dir": str(files("trendrapport.pages.browser") / "theme"), "language": config.language,
                  "font": False, "static_templates": ["404.html"]},
        "extra": {
            "menu": [item for item in menu if item["path"] in there],
            "foot": _foot(tree),
            "editions": _editions(tree),
            "policy": policy.WITHIN,
            "description": config.description, "publisher": config.publisher.model_dump(), "contact": config.contact.model_dump(),
            "locales": {language: Labels(language)("locale") for language in LANGUAGES},
            "feeds": [{"path": path, "type": kind} for path, kind in types().items() if path in there],
            "licence": config.licence and config.licence.model_dump() | {"told": _licence(config.licence.name)},
            "translations": [_translation(language, labels) for language in LANGUAGES if f"{language}.html" in there],
            "words": {language: {name: Labels(language)(name) for name in (*MENU, *WORDS)} for language in LANGUAGES},
        },
    }


def _foot(tree: dict[str, bytes]) -> list[dict[str, Any]]:
    """The pages about the report, each with its translations by language."""
    pages = [path for path in sorted(tree) if path.startswith("pages/") and path.endswith(".md")]
    shown = {path: {"title": _title(tree[path]), "path": _output(path)} for path in pages}
    found = []
    for path in pages:
        stem = path.removesuffix(".md")
        if stem.rpartition(".")[2] in LANGUAGES:
            continue
        others = {language: f"{stem}.{language}.md" for language in LANGUAGES}
        translations = {language: shown[other] for language, other in others.items() if other in shown}
        found.append({**shown[path], "translations": translations})
    return found


def _editions(tree: dict[str, bytes]) -> list[Any]:
    """The editions as the home page has them, for the page of what is missing, which is no page of the tree.
    """
    staged = tree["index.md"].decode().split("\n---\n", 1)[0]
    line = next((line for line in staged.split("\n") if line.startswith("editions: ")), "editions: []")
    found: list[Any] = json.loads(line.removeprefix("editions: "))
    return found


def _licence(name: str) -> dict[str, str]:
    """What is said of the licence, in each language."""
    return {language: Labels(language)("licence_text", name=name) for language in LANGUAGES}


def _translation(language: Language, labels: Labels) -> dict[str, str]:
    """The way to the list of what is translated into a language, and what those who read that are told of all
    else.
    """
    told = Labels(language)
    return {"language": language, "name": told("language_name"), "path": f"{language}.html",
            "only": told("only_in", language=told(f"languages.{labels.language}"))}


def _title(staged: bytes) -> str:
    """The title in a staged page's front matter, which tree.py writes as its first line."""
    line = staged.decode().split("\n", 2)[1]
    return str(json.loads(line.removeprefix("title: ")))


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
    file = work / "mkdocs.yml"
    write(file, json.dumps(settings, indent=1, ensure_ascii=False).encode())  # JSON is YAML
    # MkDocs warns of every dirty build, which strict would take for a problem; navigation, of which it warns,
    # is our own.
    with at(work), _dated(day):
        config = load_config(str(file), strict=not dirty)
        config.theme = _Templates(**settings["theme"])
        run_mkdocs(config, dirty=dirty)

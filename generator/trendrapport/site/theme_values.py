"""What the theme shows around each page: menus, words in each language, links to feeds and translations."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.language.facts import BUILT_IN, within_sentence
from trendrapport.model.config import Config, ContentLicence
from trendrapport.model.front import MenuPart
from trendrapport.open_data.feeds import CORRECTIONS, types
from trendrapport.pages.browser import policy
from trendrapport.pages.browser.look import icon, page_fonts
from trendrapport.site.menu import MENU, main_menu
from trendrapport.site.stage import Tree

_LOGO = re.compile(r"assets/logo-(light|dark)-(\d+)x(\d+)\.\w+")

WORDS = (
    "skip",
    "main_navigation",
    "footer_navigation",
    "not_found",
    "not_found_text",
    "to_home",
    "language_menu",
    "menu",
    "edition",
    "edition_switch",
    "about_site",
    "publisher",
    "contact",
    "to_top",
    "reading_list",
    "save",
    "unsave",
    "saved_notice",
    "unsaved_notice",
    "unstored",
    "search",
    "early_notice",
)
"""What the theme says besides the names of those parts, in the language of the page."""

_LIST = re.compile(r"(?P<language>[a-z]{2})\.html")


def theme_values(config: Config, tree: Tree) -> dict[str, Any]:
    """What the theme shows around each page."""
    there = {built_path(path) for path in tree}
    translations = _translations(there)
    languages = (config.language, *translations)
    return {
        "menu": main_menu(there, config.menu or MENU),
        "foot": _foot(tree, translations),
        "foot_links": [link.model_dump() for link in config.footer.links],
        "editions": _editions(tree),
        "icon": icon(config),
        "logo": _logo(there),
        "fonts": page_fonts(config.look.letters),
        "policy": policy.WITHIN,
        "description": config.footer.text or config.description,
        "publisher": config.publisher.model_dump(),
        "contact": config.contact.model_dump(),
        "locales": {language: config.words(language)("locale") for language in languages},
        "feeds": [_feed(config, path, kind) for path, kind in types().items() if path in there],
        "licence": config.licence and _licence(config, config.licence, languages),
        "translations": [_translation(config, language) for language in translations],
        "words": {language: _words(config, language) for language in languages},
    }


def _translations(there: set[str]) -> list[Language]:
    """The languages into which something is translated: each has a page that lists it."""
    found = [page["language"] for path in sorted(there) if (page := _LIST.fullmatch(path))]
    return [language for language in found if language in BUILT_IN]


def _logo(there: Collection[str]) -> dict[str, dict[str, Any]]:
    """The files of the logo for each scheme, with the sizes that their names say."""
    found = {}
    for path in there:
        if name := _LOGO.fullmatch(path):
            found[name[1]] = {
                "path": path,
                "width": round(int(name[2]) / 2),
                "height": round(int(name[3]) / 2),
            }
    return found


def _feed(config: Config, path: str, media_type: str) -> dict[str, str]:
    """The way to a feed, which a reader of feeds shows under its title."""
    title = config.title
    if path.startswith(CORRECTIONS):
        title = f"{title}: {within_sentence(config.words()('corrections'), config.language)}"
    return {"path": path, "type": media_type, "title": title}


def _words(config: Config, language: Language) -> dict[str, str]:
    labels = config.words(language)
    return {name: labels(name) for name in (*map(str, MenuPart), *WORDS)}


def _foot(tree: Tree, translations: Sequence[Language]) -> list[dict[str, Any]]:
    """The pages about the report, each with its translations by language."""
    pages = [path for path in sorted(tree) if path.startswith("pages/") and path.endswith(".md")]
    shown = {path: {"title": _title(tree[path]), "path": built_path(path)} for path in pages}
    found = []
    for path in pages:
        stem = path.removesuffix(".md")
        if stem.rpartition(".")[2] in translations:
            continue
        names = {language: f"{stem}.{language}.md" for language in translations}
        translated = {language: shown[other] for language, other in names.items() if other in shown}
        found.append({**shown[path], "translations": translated})
    return found


def _editions(tree: Tree) -> list[Any]:
    """The menu of editions as the home page has it, for the page of what is missing: no page of the tree."""
    front_matter = tree["index.md"].decode().split("\n---\n", 1)[0]
    for line in front_matter.split("\n"):
        name, _, value = line.partition(": ")
        if name == "editions":
            editions: list[Any] = json.loads(value)
            return editions
    return []


def _licence(config: Config, licence: ContentLicence, languages: Sequence[Language]) -> dict[str, Any]:
    """The licence, with the sentence about it in each language."""
    texts = {language: config.words(language)("licence_text", name=licence.name) for language in languages}
    return licence.model_dump() | {"text": texts}


def _translation(config: Config, language: Language) -> dict[str, str]:
    """The link to the list of what is translated into a language, and a note on all that is not."""
    labels = config.words(language)
    return {
        "language": language,
        "name": labels("language_name"),
        "path": f"{language}.html",
        "only": labels("only_in", language=labels.language_named(config.language)),
    }


def _title(staged: bytes) -> str:
    """The title in a staged page's front matter, which `staged_pages` writes as its first line."""
    line = staged.decode().split("\n", 2)[1]
    return str(json.loads(line.removeprefix("title: ")))


def built_path(path: str) -> str:
    """The path of a file of the tree in the built site."""
    if path.endswith(".md"):
        return path.removesuffix(".md") + ".html"
    return path

"""The page on which the texts of a report are edited in a browser, and the files that it loads.

Sveltia CMS does the work there. It comes along as it was released, and everything that it would ask another
host for is refused or replaced: see `page`.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from trendrapport.diagnostics import Language, Text
from trendrapport.forms.words import TITLE
from trendrapport.site.page_templates import templates_of

ADDRESS = "/redactie/"
"""The address of the page; what it loads is below it."""

_WAIT = Text(
    nl="De redactie wordt geladen. Hiervoor is JavaScript nodig.",
    en="The editor is loading. This needs JavaScript.",
)
_READ = Text(nl="Sluiten", en="Close")
_OWN = ("editing.css", "start.js", "folder.js")
_RELEASE = "sveltia"

# Sveltia imports its translations as JSON, which browsers refuse without a type: they get a module instead.
_LOCALE = f"{_RELEASE}/locales/nl.json"
_IMPORTS = json.dumps({"imports": {f"./{_LOCALE}": "./nl.js"}}, separators=(",", ":"))


@dataclass(frozen=True)
class Editing:
    """What the page is made of."""

    language: Language
    configuration: Mapping[str, Any]
    """That of Sveltia."""
    styles: tuple[str, ...] = ()
    """The addresses of the site's own styles, for how a text looks while it is edited."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What the page's own script must know."""


@cache
def parts() -> dict[str, bytes]:
    """Every file that the page loads, by path from its folder."""
    here = files(__name__)
    found = {name: here.joinpath(name).read_bytes() for name in _OWN}
    for path, file in _below(here.joinpath(_RELEASE), _RELEASE):
        found[path] = file.read_bytes()
    words = found.pop(_LOCALE)
    return {**found, "nl.js": b"export default " + words}


def _below(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found = []
    for one in folder.iterdir():
        here = f"{path}/{one.name}"
        found += _below(one, here) if one.is_dir() else [(here, one)]
    return found


def page(editing: Editing) -> bytes:
    """The page. Its content security policy lets it ask no other host, so that a version
    check, fonts from elsewhere and the like stay behind.
    """
    settings = {
        "configuration": editing.configuration,
        "language": "nl" if editing.language == "nl" else "en-US",
        "styles": editing.styles,
        "texts": {"read": _READ.of(editing.language)},
        **editing.more,
    }
    context = {
        "language": "nl" if editing.language == "nl" else "en",
        "title": TITLE.of(editing.language),
        "policy": _policy(),
        "imports": _IMPORTS,
        # In a script element, only "<" can end what is data.
        "settings": json.dumps(settings, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "wait": _WAIT.of(editing.language),
    }
    return templates_of(__name__).get_template("page.html.j2").render(context).encode()


def _policy() -> str:
    imports = b64encode(sha256(_IMPORTS.encode()).digest()).decode()
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", f"'sha256-{imports}'"],
        # Sveltia puts styles in the page while it runs.
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "media-src": ["'self'", "blob:"],
        "connect-src": ["'self'", "blob:", "data:"],
        "frame-src": ["'self'", "blob:"],
        # The frame with the preview of a text starts from the site.
        "base-uri": ["'self'"],
        "form-action": ["'none'"],
        "object-src": ["'none'"],
    }
    return "; ".join(f"{rule} {' '.join(allowed)}" for rule, allowed in rules.items())

"""What a web server says with each sort of file of a site: its type, its headers, how long it may be kept.
Knows no server.

After the OWASP Secure Headers Project and Mozilla's HTTP Observatory. Data, drawings and figure pages may be
used on other sites;
all else is this site's own. Names of files carry no digest, so nothing may be kept without asking for long.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from trendrapport.pages.browser import policy
from trendrapport.charts.formats.standalone import ALONE
from trendrapport.model.config import Config

TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif", "woff2": "font/woff2",
    "csv": "text/csv", "txt": "text/plain", "md": "text/markdown", "xml": "application/xml", "atom": "application/atom+xml",
    "rss": "application/rss+xml", "zip": "application/zip",
    "webmanifest": "application/manifest+json", "pdf": "application/pdf", "epub": "application/epub+zip", "bib": "text/x-bibtex",
    "ris": "application/x-research-info-systems", "ics": "text/calendar",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation"}
"""The type of a file by the end of its name. Browsers are told to believe it."""

NAMED = {"feed.json": "application/feed+json"}
"""The type of a file by its path from the site's root, where the end of its name does not say it."""

TEXTS = sorted(kind for kind in set(TYPES.values()) if kind.startswith("text/"))
"""The types that are told to be UTF-8; XML, SVG and JSON are so of themselves."""

COMPRESSED = sorted({*TEXTS, *NAMED.values(), *(TYPES[end] for end in ("json", "svg", "xml", "atom", "rss", "webmanifest", "ris"))})
"""The types that get smaller on their way."""

SECURE = {"Strict-Transport-Security": "max-age=31536000"}
"""For a site at an https address: a year.

Not for other sites on names below it, which may not be the publisher's to decide on.
"""

_NOTHING = ("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid",
            "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
            "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking")
_PERMISSIONS = ", ".join(f"{name}=()" for name in _NOTHING)

_ALL = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
_DOCUMENT = _ALL | {"Permissions-Policy": _PERMISSIONS, "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
_SHARED = {"Cross-Origin-Resource-Policy": "cross-origin"}
_READABLE = _SHARED | {"Access-Control-Allow-Origin": "*"}

PAGE = _DOCUMENT | {"Content-Security-Policy": policy.ALONE, "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin"}
"""The headers of a page, and of every answer that is nothing else, such as that something is missing."""


FONTS = ("source-serif-semibold", "source-sans-regular", "source-serif-regular", "source-sans-semibold")
"""The fonts that every page uses, by the names of their files."""


@dataclass(frozen=True)
class Sort:
    """Files that get the same headers."""

    name: str
    pattern: str
    """Which paths from the site's root, as a regular expression for the whole of it."""
    headers: Mapping[str, str]

    @property
    def unlike(self) -> dict[str, str | None]:
        """What differs from the headers of a page; None for one that these files do not have."""
        names = sorted({*PAGE, *self.headers})
        unlike = {name: self.headers.get(name) for name in names if self.headers.get(name) != PAGE.get(name)}
        return unlike | {"Link": None}


def _ends(*ends: str) -> str:
    return rf".*\.({'|'.join(ends)})"


_OWN = ("html", "svg", "xml", "atom", "rss", "woff2", "css", "js")
_OFFICE = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
"""What a browser must save and not hand to another program by itself."""
FIGURE = Sort("figure", r"figures/[^/]+\.html", _DOCUMENT | _SHARED | {"Content-Security-Policy": policy.WITHIN})
DRAWING = Sort("drawing", _ends("svg", "xml", "atom", "rss"), _ALL | _READABLE | {"Content-Security-Policy": policy.drawing(ALONE)})
FONT = Sort("font", _ends("woff2"), _ALL | _READABLE | {"Cache-Control": "public, max-age=604800"})
PART = Sort("part", _ends("css", "js"), _ALL | _READABLE | {"Cache-Control": "public, max-age=600"})
SAVED = Sort("saved", _ends(*_OFFICE), _ALL | _READABLE | {"Content-Disposition": "attachment"})
OPEN = Sort("open", _ends(*(end for end in TYPES if end not in (*_OWN, *_OFFICE))), _ALL | _READABLE)
SORTS = (FIGURE, DRAWING, FONT, PART, SAVED, OPEN)
"""The sorts other than pages; no path belongs to two.

A frame without an origin of its own reads styles and fonts too.
"""


MISSING = "404.html"
"""The page that is shown for what is missing; asked for by itself it is missing too."""

HIDDEN = r"((.*/)?\.(?!well-known/).*|_headers|_redirects)"
"""The paths that are a server's own business, and are answered as missing."""


@dataclass(frozen=True)
class Site:
    """What a configuration depends on."""

    base: str
    """The path of the site on its host; starts and ends with a slash."""
    secure: bool
    paths: frozenset[str]
    """Every page and folder in it can be seen from these, as they are published."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Pages that are there no longer, and the page that took the place of each; both from the site's root."""

    @cached_property
    def always(self) -> dict[str, str]:
        """The headers that every file has, whatever its sort."""
        return SECURE if self.secure else {}

    @cached_property
    def page(self) -> dict[str, str]:
        """The headers of a page: it asks for its fonts with the first answer, as lines break anew when those
        come later.
        """
        fonts = (f"<{self.base}assets/fonts/{name}.woff2>" for name in FONTS)
        asked = ", ".join(f"{font}; rel=preload; as=font; type=font/woff2; crossorigin" for font in fonts)
        return {**PAGE, **self.always, "Link": asked}

    @cached_property
    def unlisted(self) -> list[str]:
        """The folders without a page of their own, from the site's root."""
        folders = {path[:at] for path in self.paths for at, letter in enumerate(path) if letter == "/"}
        return sorted(folder for folder in folders if f"{folder}/index.html" not in self.paths)

    @cached_property
    def read(self) -> str:
        """The path of the site as servers read it, who compare what was decoded: with its letters as they are
        written.
        """
        return re.sub(r"(?:%[89A-F][0-9A-F])+", lambda letters: _letters(unquote(letters[0])), self.base)

    @property
    def ways(self) -> list[tuple[str, str]]:
        """The same as paths on the host: the former as servers read it, the other as it is sent to readers.
        """
        return [(f"{self.read}{old}", f"{self.base}{quote(new)}") for old, new in sorted(self.moved.items())]

    def expression(self, pattern: str) -> str:
        """A pattern for paths of this site as a regular expression for the whole path on its host, as servers
        read it.
        """
        return f"^{re.escape(self.read)}{pattern}$"


def _letters(text: str) -> str:
    """Letters, digits and their marks as they are; what else there is stays encoded."""
    return "".join(letter if unicodedata.category(letter)[0] in "LMN" else quote(letter) for letter in text)


def site(config: Config, paths: Iterable[str], moved: Mapping[str, str] = MappingProxyType({})) -> Site:
    """The site of these settings and staged paths, and of pages that moved."""
    address = urlsplit(config.address)
    # Whatever has a meaning in a configuration is encoded.
    base = quote(f"/{unquote(address.path).strip('/')}/".replace("//", "/"), safe="/-._~")
    others = {f"{name}/" for name in config.outputs if name != "site"}
    published = frozenset(re.sub(r"\.md$", ".html", path) for path in paths) | {MISSING, *others}
    return Site(base, address.scheme == "https", published, moved)

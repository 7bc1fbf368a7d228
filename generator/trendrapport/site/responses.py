"""What a web server says with each sort of file of a site: its type, its headers, how long it may be kept.
Knows no server.

After the OWASP Secure Headers Project and Mozilla's HTTP Observatory. Data, drawings and figure pages may be
used on other sites; all else is this site's own. Names of files carry no digest, so nothing may be kept for
long without asking.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from trendrapport.charts.formats.standalone import ALONE
from trendrapport.files.media_types import MEDIA_TYPES
from trendrapport.model.config import Config
from trendrapport.open_data import feeds
from trendrapport.open_data.addresses import BASE, VERSION
from trendrapport.pages.browser import policy
from trendrapport.report import citations

_FEEDS, _CITATIONS = feeds.types(), citations.types()
_GENERAL = ("json", "xml")
"""The ends that files of many types have."""


def _last(path: str) -> str:
    """The end of a file's name, as most servers compare it."""
    return path.rpartition(".")[2]


def _by_end(types: Mapping[str, str]) -> dict[str, str]:
    """Media types by the end of a name, without the ends that say little."""
    return {_last(path): kind for path, kind in types.items() if _last(path) not in _GENERAL}


TYPES = {**MEDIA_TYPES, **_by_end(_FEEDS), **_by_end(_CITATIONS)}
"""The type of a file by the end of its name. A header keeps browsers from guessing another."""

NAMED = {path: kind for path, kind in _FEEDS.items() if TYPES[_last(path)] != kind}
"""The type of a file by its path from the site's root, where the end of its name does not say it."""


def media_type(path: str) -> str:
    """The type of a file of the site; empty if its name says nothing."""
    return NAMED.get(path) or TYPES.get(_last(path), "")


TEXTS = sorted(kind for kind in set(TYPES.values()) if kind.startswith("text/"))
"""The types that are declared as UTF-8; XML, SVG and JSON are so by definition."""

_ALSO_TEXT = [TYPES[end] for end in ("json", "jsonld", "svg", "xml", "webmanifest")]
COMPRESSED = sorted({*TEXTS, *_ALSO_TEXT, *_FEEDS.values(), *_CITATIONS.values()})
"""The types that get smaller on their way."""

SECURE = {"Strict-Transport-Security": "max-age=31536000"}
"""For a site at an https address: a year.

Not for other sites on names below it, which may not be the publisher's to decide on.
"""

_NOTHING = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "xr-spatial-tracking",
)
_PERMISSIONS = ", ".join(f"{name}=()" for name in _NOTHING)

_ALL = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
_DOCUMENT = _ALL | {
    "Permissions-Policy": _PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
"""The headers of all HTML; `PAGE` adds those that a figure for other sites cannot have."""
_SHARED = {"Cross-Origin-Resource-Policy": "cross-origin"}
_READABLE = _SHARED | {"Access-Control-Allow-Origin": "*"}

PAGE = _DOCUMENT | {
    "Content-Security-Policy": policy.ALONE,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""The headers of a page, and of every answer that is nothing else, such as that something is missing."""


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
        unlike: dict[str, str | None] = {}
        for name in sorted({*PAGE, *self.headers}):
            value = self.headers.get(name)
            if value != PAGE.get(name):
                unlike[name] = value
        return unlike


def _ends(*ends: str) -> str:
    return rf".*\.({'|'.join(ends)})"


_XML = [end for end, kind in TYPES.items() if kind.endswith("xml")]
_OWN = ("html", "woff2", "css", "js", *_XML)
_OFFICE = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
"""What a browser must save and not hand to another program by itself."""
FIGURE = Sort(
    "figure", r"figures/[^/]+\.html", _DOCUMENT | _SHARED | {"Content-Security-Policy": policy.WITHIN}
)
DRAWING = Sort(
    "drawing",
    _ends(*_XML),
    _ALL | _READABLE | {"Content-Security-Policy": policy.drawing(ALONE)},
)
FONT = Sort("font", _ends("woff2"), _ALL | _READABLE | {"Cache-Control": "public, max-age=604800"})
PART = Sort("part", _ends("css", "js"), _ALL | _READABLE | {"Cache-Control": "public, max-age=600"})
SAVED = Sort("saved", _ends(*_OFFICE), _ALL | _READABLE | {"Content-Disposition": "attachment"})
_OTHERS = [end for end in TYPES if end not in _OWN and end not in _OFFICE]
OPEN = Sort("open", _ends(*_OTHERS), _ALL | _READABLE)
API = Sort("api", rf"{BASE}/.*\.json", _ALL | _READABLE | {"API-Version": VERSION})
SORTS = (FIGURE, DRAWING, FONT, PART, SAVED, API, OPEN)
"""The sorts other than pages. A path belongs to the first that fits; a later one that fits too says nothing
else of it.

A frame without an origin of its own reads styles and fonts too.
"""


def headers_of(path: str) -> Mapping[str, str]:
    """The headers of a file of the site."""
    for sort in SORTS:
        if re.fullmatch(sort.pattern, path):
            return sort.headers
    return PAGE


MISSING = "404.html"
"""The page that is shown for what is missing; asked for by itself it is missing too."""

HIDDEN = r"((.*/)?\.(?!well-known/).*|_headers|_redirects)"
"""The paths that are a server's own business, and are answered as missing."""
HIDDEN_PATH = re.compile(HIDDEN)


@dataclass(frozen=True)
class Site:
    """What a configuration depends on."""

    base: str
    """The path of the site on its host; starts and ends with a slash."""
    secure: bool
    paths: frozenset[str]
    """The paths of all files as they are published, which show every page and folder."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The old path of each page and file that moved, and the new one; both from the site's root."""
    made: frozenset[str] = frozenset()
    """The files that outputs made: what is in them is this program's, unlike that of an editor's download."""

    @cached_property
    def always(self) -> dict[str, str]:
        """The headers that every file has, whatever its sort."""
        return SECURE if self.secure else {}

    @property
    def has_api(self) -> bool:
        """Whether the report is published as an API too."""
        return any(path.startswith(f"{BASE}/") for path in self.paths)

    @cached_property
    def page(self) -> dict[str, str]:
        """The headers of a page."""
        return {**PAGE, **self.always}

    @cached_property
    def unlisted(self) -> list[str]:
        """The folders without a page of their own, from the site's root."""
        folders: set[str] = set()
        for path in self.paths:
            folders.update(_folders_of(path))
        return sorted(folder for folder in folders if f"{folder}/index.html" not in self.paths)

    @cached_property
    def read(self) -> str:
        """The path of the site for servers that compare decoded addresses: its letters are not encoded."""
        return re.sub(r"(?:%[89A-F][0-9A-F])+", lambda letters: _letters(unquote(letters[0])), self.base)

    @property
    def ways(self) -> list[tuple[str, str]]:
        """What moved as paths on the host: the old as servers see it, the new as readers get it."""
        return [(f"{self.read}{old}", f"{self.base}{quote(new)}") for old, new in sorted(self.moved.items())]

    def expression(self, pattern: str) -> str:
        """A pattern for paths of this site as a regular expression for the whole path on its host, as servers
        read it.
        """
        return f"^{re.escape(self.read)}{pattern}$"


def _folders_of(path: str) -> Iterator[str]:
    """Each folder that a file is in."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _letters(text: str) -> str:
    """Text in which all but letters, digits and their marks is encoded."""
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    is_word = unicodedata.category(letter)[0] in "LMN"
    return letter if is_word else quote(letter)


def site(
    config: Config,
    paths: Iterable[str],
    moved: Mapping[str, str] = MappingProxyType({}),
    made: Iterable[str] = (),
) -> Site:
    """The site of these settings and staged paths, of pages that moved and of the files that outputs made."""
    address = urlsplit(config.address)
    # Whatever has a meaning in a configuration is encoded.
    base = quote(f"/{unquote(address.path).strip('/')}/".replace("//", "/"), safe="/-._~")
    published = frozenset(re.sub(r"\.md$", ".html", path) for path in paths) | {MISSING}
    return Site(base, address.scheme == "https", published, moved, frozenset(made))

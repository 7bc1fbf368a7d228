"""Where a file of the report is shown: the site mirrors the content folder. Knows no entries."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import cache
from urllib.parse import quote

OFFLINE = "offline/site.zip"
"""Where the copy of the site for use without a network is, if there is one."""

SINCE = "since-"
"""How the name of a page begins that compares an edition with an older one, whose name follows."""

PLAIN_LETTERS = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
"""The small letters that Unicode does not take apart, as readers without them on a keyboard write them."""


def page_path(path: str) -> str:
    """The page (from the site's root) that shows a content file (from the report's root)."""
    inside = path.removeprefix("content/")
    if inside.endswith("/edition.yml"):
        return inside.replace("edition.yml", "index.html")
    stem, _, suffix = inside.rpartition(".")
    return f"{stem}.html" if suffix in {"md", "yml"} else inside


def plain(text: str) -> str:
    """A text in lower case without accents (Unicode NFKD), and without what then is no ASCII; two letters in
    one, such as ß, are taken apart.
    """
    lower = text.lower().translate(PLAIN_LETTERS)
    return unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode().lower()


def hyphenated(text: str) -> str:
    """The words of a text without accents, in lower case, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")


def slug_of(text: str, otherwise: str = "naam") -> str:
    """A text as a name in an address, of at most 80 characters: lower case, without accents, words joined by
    hyphens.

    `otherwise` is the name of a text without any letter or digit that can be in an address.
    """
    return hyphenated(text)[:80].rstrip("-") or otherwise


def image_path(path: str) -> str:
    """The file (from the site's root) of a picture in the content folder."""
    return path.removeprefix("content/")


def relative(target: str, page: str) -> str:
    """The address of `target` seen from `page`, both from the site's root."""
    path, hash_, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    return _way(path, posixpath.dirname(page)) + hash_ + anchor


@cache
def _way(path: str, folder: str) -> str:
    """As `posixpath.relpath` gives it, which asks for the working directory each time."""
    to, start = path.split("/"), folder.split("/") if folder else []
    same = next(
        (place for place, (one, other) in enumerate(zip(to[:-1], start, strict=False)) if one != other),
        min(len(to) - 1, len(start)),
    )
    return quote("/".join([".."] * (len(start) - same) + to[same:]))

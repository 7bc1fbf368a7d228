"""The website in a zip, to be read without a network: on a tablet, or in a meeting room without one.

It holds the site as it is published, without what only programs on the web read. Every page, drawing and
search of the site works from a folder. Only the request for the fonts before the styles name them is left out
of the pages: browsers refuse it there, and say so to who looks in the console.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from trendrapport.open_data import feeds
from trendrapport.pages.view import View
from trendrapport.runtime.archives import zipped
from trendrapport.site.generation import Next
from trendrapport.site.outputs import Parts, made_of_site
from trendrapport.site.stage import Tree, paths, write
from trendrapport.site.target import belongs_to

FILE = "offline/site.zip"
OFFERS = {"home": FILE}
WEB_ONLY = (
    ".card.png",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    ".htaccess",
    "_headers",
    "_redirects",
    "404.html",
    "security.txt",
    *feeds.types(),
)
"""The ends of the names of files that serve nobody in a folder."""

_EARLY_FONT = re.compile(rb'<link rel="?preload"? as="?font"?[^>]*>\s*')


def make(_view: View, _tree: Tree, _work: Path, _day: int) -> int:
    """Nothing yet: it is made of the site."""
    return 0


def publish(view: View, _parts: Parts, _work: Path, new: Next) -> None:
    """The zip of the site, which is ready by now."""
    write(new.folder / FILE, zipped(_members(view, new.folder)))


def _members(view: View, site: Path) -> Iterator[tuple[str, bytes]]:
    """The files by name, all in one folder; first a readme on how to start."""
    top = view.labels("offline_folder")
    readme = view.labels("offline_readme", title=view.report.config.title)
    yield f"{top}/{view.labels('readme_name')}", readme.encode()
    itself = made_of_site(view.report.config.outputs)
    for path in sorted(paths(site)):
        if not path.endswith(WEB_ONLY) and not belongs_to(path, itself):
            yield f"{top}/{path}", _for_a_folder(path, (site / path).read_bytes())


def _for_a_folder(path: str, raw: bytes) -> bytes:
    """A file of the site as it is opened without a server."""
    if path.endswith(".html"):
        return _EARLY_FONT.sub(b"", raw)
    return raw

"""A file for each web server: a site's headers, types and pages in the form that the server reads.

A module here holds these and nothing registers it elsewhere:

    PATH: str               # the name of the file
    IN_SITE: bool           # whether the server reads it in the site's own folder
    def configuration(site: Site) -> str: ...

and, for a server that reads a second file for pages that moved:

    MOVED: str              # the name of that file
    def moved(site: Site) -> str: ...

The same site always gives the same bytes. A path of a site holds nothing that has a meaning to a server:
`Site.base` is encoded, and of `Site.read`, which is for servers that compare what they decoded, only letters
and digits are not.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from trendrapport.runtime.plugins import modules
from trendrapport.site.responses import Site

HEAD = "# Written by each build; docs/publishing.md of Trendrapport explains how to use it.\n"
"""The first line of each file."""


class Server(Protocol):
    """What each module in this folder holds."""

    PATH: str
    IN_SITE: bool

    def configuration(self, site: Site) -> str:
        """The whole file."""


def configurations(site: Site, names: Collection[str] | None, *, in_site: bool) -> dict[str, bytes]:
    """The files for these servers, or for each, that belong in the site's folder or outside it."""
    from trendrapport.site import servers

    made: dict[str, str] = {}
    for name, module in modules(servers).items():
        wanted = names is None or name in names
        if not wanted or module.IN_SITE is not in_site:
            continue
        made[module.PATH] = module.configuration(site)
        if site.moved and hasattr(module, "MOVED"):
            made[module.MOVED] = module.moved(site)
    return {path: (HEAD + text).encode() for path, text in made.items()}

"""The files by which browsers and search engines know a site: the web app manifest and robots.txt."""

from __future__ import annotations

import json

from trendrapport.pages.picture_files import ICON_SIZES
from trendrapport.pages.view import View

MANIFEST, ROBOTS = "site.webmanifest", "robots.txt"
DRAWN_ICON = "assets/icon.svg"
"""The icon of sites without one of their own."""


def manifest(view: View) -> str:
    """The web app manifest (https://www.w3.org/TR/appmanifest/): name, language, colours and icons."""
    config = view.report.config
    values = {
        "name": config.title,
        "description": config.description,
        "lang": view.labels.language,
        "start_url": "index.html",
        "scope": "./",
        "display": "browser",
        "background_color": config.look.paper[0],
        "theme_color": config.look.paper[0],
        "icons": [*_drawn(view), *map(_icon, ICON_SIZES)],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _drawn(view: View) -> list[dict[str, str]]:
    if view.report.config.look.icon:
        return []
    return [{"src": DRAWN_ICON, "type": "image/svg+xml", "sizes": "any"}]


def _icon(size: int) -> dict[str, str]:
    return {"src": f"assets/icon-{size}.png", "type": "image/png", "sizes": f"{size}x{size}"}


def robots(view: View) -> str:
    """What programs may read (RFC 9309), which is everything, and the addresses of the list of all pages and
    of that for the Woo index.
    """
    lists = ["sitemap.xml"]
    if "woo" in view.report.config.outputs:
        from trendrapport.open_data.woo import INDEX

        lists.append(INDEX)
    named = "".join(f"Sitemap: {view.address(path)}\n" for path in lists)
    return f"User-agent: *\nAllow: /\n\n{named}"

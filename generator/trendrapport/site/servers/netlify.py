"""Netlify, Cloudflare Pages and others that read `_headers` in the site's folder.

A path can end in `*` only. Where two rules fit, one server takes the last and another joins both values: so
no header is in two rules that fit the same path. A page can be asked for with and without the end of its
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from trendrapport.charts.formats.standalone import ALONE
from trendrapport.open_data.addresses import BASE
from trendrapport.pages.browser import policy
from trendrapport.site.responses import API, FIGURE, NAMED, PAGE, SAVED, Site

PATH = "_headers"
MOVED = "_redirects"
IN_SITE = True

_SAVED = {"Content-Disposition": SAVED.headers["Content-Disposition"]}
_VERSION = {"API-Version": API.headers["API-Version"]}
_FRAMES = ("Content-Security-Policy", "X-Frame-Options")
"""The headers that differ between pages and figures."""


def configuration(site: Site) -> str:
    """One rule for all, one for figures, and one for each other folder and page."""
    own = {name: site.page[name] for name in _FRAMES}
    rules = [_rule(f"{site.base}*", _shared(site)), _rule(f"{site.base}figures/*", _figures())]
    rules += [_rule(f"{site.base}{path}", own) for path in _pages(site)]
    for path in sorted(site.paths):
        # One of these hosts reads a hundred rules at most, and links to documents already have them saved.
        if path not in site.made and re.fullmatch(SAVED.pattern, path):
            rules.append(_rule(site.base + quote(path), _SAVED))
    for path, kind in NAMED.items():
        if path in site.paths:
            rules.append(_rule(site.base + path, {"Content-Type": kind}))
    if site.has_api:
        rules.append(_rule(f"{site.base}{BASE}/*", _VERSION))
    return "\n".join(["", *rules])


def moved(site: Site) -> str:
    """A rule for each page and file that moved; a page is asked for with and without the end of its name."""
    rules = []
    for old, new in sorted(site.moved.items()):
        asked, answer = quote(f"{site.base}{old}"), f"{site.base}{quote(new)}"
        both = dict.fromkeys((asked, asked.removesuffix(".html")))
        rules += [f"{one} {answer} 301\n" for one in both]
    return "".join(rules)


def _shared(site: Site) -> dict[str, str]:
    """The headers of all files."""
    shared = {name: value for name, value in PAGE.items() if name not in _FRAMES}
    # All here is public, as these hosts serve nothing else; data, drawings and figures may be used on other
    # sites.
    open_to_all = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
    return {**shared, **open_to_all, **site.always}


def _figures() -> dict[str, str]:
    """Pages and their drawings are in one folder, so that their policy allows the style of both."""
    allowed = FIGURE.headers["Content-Security-Policy"]
    styles = f"style-src 'self' {policy.digest(ALONE)}"
    return {"Content-Security-Policy": allowed.replace("style-src 'self'", styles)}


def _pages(site: Site) -> Iterator[str]:
    """The paths that fit all pages but figures: home, folders, and pages in no folder."""
    yield ""
    folders = {path.partition("/")[0] for path in site.paths if "/" in path}
    yield from (f"{folder}/*" for folder in sorted(folders - {"figures"}))
    for page in sorted(site.paths):
        if "/" not in page and page.endswith(".html"):
            yield from (page, page.removesuffix(".html"))


def _rule(path: str, headers: Mapping[str, str]) -> str:
    lines = [f"  {name}: {value}\n" for name, value in sorted(headers.items())]
    return "".join([f"{path}\n", *lines])

"""Netlify, Cloudflare Pages and others that read `_headers` in the site's folder.

A path can end in `*` only, and where two rules fit one server takes the last, another puts both values
together: so no header stands in
two rules that fit the same path. A page can be asked for with and without the end of its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from trendrapport.pages.browser import policy
from trendrapport.charts.formats.standalone import ALONE
from trendrapport.site.responses import FIGURE, NAMED, PAGE, SAVED, Site

PATH = "_headers"
MOVED = "_redirects"
IN_SITE = True

_SAVED = {"Content-Disposition": SAVED.headers["Content-Disposition"]}
_FRAMES = ("Content-Security-Policy", "X-Frame-Options")
"""What pages and figures have each their own of."""


def configuration(site: Site) -> str:
    """One rule for all, one for figures, and one for each other folder and page."""
    shared = {name: value for name, value in PAGE.items() if name not in _FRAMES}
    # All here is public, as these hosts serve nothing else; data, drawings and figures may be used on other
    # sites.
    open_to_all = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
    own = {name: site.page[name] for name in (*_FRAMES, "Link")}
    rules = [_rule(f"{site.base}*", {**shared, **open_to_all, **site.always}), _rule(f"{site.base}figures/*", _figures())]
    rules += [_rule(f"{site.base}{place}", own) for place in _places(site)]
    rules += [_rule(site.base + quote(path), _SAVED) for path in sorted(site.paths) if re.fullmatch(SAVED.pattern, path)]
    rules += [_rule(site.base + path, {"Content-Type": kind}) for path, kind in NAMED.items() if path in site.paths]
    return "\n".join(["", *rules])


def moved(site: Site) -> str:
    """A rule for each page that moved, asked for with and without the end of its name."""
    rules = [(quote(old), new) for old, new in ((f"{site.base}{old}", f"{site.base}{quote(new)}") for old, new in sorted(site.moved.items()))]
    return "".join(f"{asked} {new} 301\n" for old, new in rules for asked in (old, old.removesuffix(".html")))


def _figures() -> dict[str, str]:
    """Pages and their drawings stand in one folder, so that their policy allows the style of both."""
    allowed = FIGURE.headers["Content-Security-Policy"]
    return {"Content-Security-Policy": allowed.replace("style-src 'self'", f"style-src 'self' {policy.digest(ALONE)}")}


def _places(site: Site) -> Iterator[str]:
    yield ""
    folders = {path.partition("/")[0] for path in site.paths if "/" in path}
    yield from (f"{folder}/*" for folder in sorted(folders - {"figures"}))
    for page in sorted(path for path in site.paths if "/" not in path and path.endswith(".html")):
        yield from (page, page.removesuffix(".html"))


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in sorted(headers.items()))

"""Caddy: a file to import in the block of a site.

`route` keeps the order in which headers are set, so that a sort's come after a page's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from trendrapport.site.responses import COMPRESSED, MISSING, NAMED, PAGE, SORTS, TEXTS, TYPES, Site

PATH = "caddy.conf"
IN_SITE = False

_HIDDEN = r"((.*/)?\..*|_headers|_redirects)"
"""As in `responses`, without the look ahead that Go does not know."""


def configuration(site: Site) -> str:
    """How the site's paths are answered, and what is missing."""
    lines = [*_answers(site), *_missing(site)]
    return "\n".join(lines) + "\n"


def _answers(site: Site) -> Iterator[str]:
    yield from ("", _redirect_to_base(site))
    yield from ("", f"route {site.read}* {{", "\tencode {", "\t\tzstd", "\t\tgzip", "\t\tmatch {")
    yield from (f"\t\t\theader Content-Type {kind}*" for kind in COMPRESSED)
    yield from ("\t\t}", "\t}", "\theader -Server")
    yield from _set("", site.page)
    for sort in SORTS:
        yield f"\t@{sort.name} path_regexp {site.expression(sort.pattern)}"
        yield from _set(f"@{sort.name} ", sort.unlike)
    yield from _types(site)
    yield from (f"\t@missing path {site.read}{MISSING}", "\terror @missing 404")
    yield from (f'\tredir "{old}" "{new}" permanent' for old, new in site.ways)
    yield from (
        "\t@hidden {",
        f"\t\tpath_regexp {site.expression(_HIDDEN)}",
        f"\t\tnot path {site.read}.well-known/*",
        "\t}",
        "\terror @hidden 404",
        "\tfile_server",
        "}",
    )


def _redirect_to_base(site: Site) -> str:
    """Without its last slash the site's address is outside its route, and would be answered with nothing."""
    if site.read == "/":
        return "# The site is all of its host."
    return f"redir {site.read.rstrip('/')} {site.read} 308"


def _types(site: Site) -> Iterator[str]:
    for end, kind in TYPES.items():
        charset = "; charset=utf-8" if kind in TEXTS else ""
        yield from (f"\t@{end} path *.{end}", f'\theader @{end} Content-Type "{kind}{charset}"')
    for path, kind in NAMED.items():
        name = re.sub(r"\W", "_", path)
        yield from (f"\t@{name} path {site.read}{path}", f'\theader @{name} Content-Type "{kind}"')


def _missing(site: Site) -> Iterator[str]:
    yield from ("", "handle_errors {", f"\t@inside path {site.read}*", "\thandle @inside {")
    yield from (
        "\tencode zstd gzip",
        f"\trewrite * {site.read}{MISSING}",
        "\theader -Server",
        '\theader Content-Type "text/html; charset=utf-8"',
    )
    unset: dict[str, None] = {}
    for sort in SORTS:
        unset |= dict.fromkeys(sort.unlike)
    yield from _set("", {**unset, **PAGE, **site.always})
    yield from ("\tfile_server", "\t}", "}")


def _set(matcher: str, headers: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in sorted(headers.items()):
        yield f'\theader {matcher}{name} "{value}"' if value else f"\theader {matcher}-{name}"

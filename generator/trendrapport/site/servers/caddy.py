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
    return "\n".join(line for part in (_answers(site), _missing(site)) for line in part) + "\n"


def _answers(site: Site) -> Iterator[str]:
    # Without its last slash the address is outside of what follows, and would be answered with nothing.
    yield from ("", "# The site is all of its host." if site.read == "/" else (
        f"redir {site.read.rstrip('/')} {site.read} "
        f"308"
    ))
    yield from ("", f"route {site.read}* {{", "\tencode {", "\t\tzstd", "\t\tgzip", "\t\tmatch {")
    yield from (f"\t\t\theader Content-Type {kind}*" for kind in COMPRESSED)
    yield from ("\t\t}", "\t}", "\theader -Server")
    yield from _set("", site.page)
    for sort in SORTS:
        yield f"\t@{sort.name} path_regexp {site.expression(sort.pattern)}"
        yield from _set(f"@{sort.name} ", sort.unlike)
    for end, kind in TYPES.items():
        yield f"\t@{end} path *.{end}"
        yield f'\theader @{end} Content-Type "{kind}{"; charset=utf-8" if kind in TEXTS else ""}"'
    for path, kind in NAMED.items():
        name = re.sub(r"\W", "_", path)
        yield from (f"\t@{name} path {site.read}{path}", f'\theader @{name} Content-Type "{kind}"')
    yield from (f"\t@missing path {site.read}{MISSING}", "\terror @missing 404")
    yield from (f'\tredir "{old}" "{new}" permanent' for old, new in site.ways)
    yield from ("\t@hidden {", (
        f"\t\tpath_regexp "
        f"{site.expression(_HIDDEN)}"
    ), f"\t\tnot path {site.read}.well-known/*", "\t}",
                "\terror @hidden 404", "\tfile_server", "}")


def _missing(site: Site) -> Iterator[str]:
    yield from ("", "handle_errors {", f"\t@inside path {site.read}*", "\thandle @inside {")
    yield from ("\tencode zstd gzip", f"\trewrite * {site.read}{MISSING}", "\theader -Server", (
        '\theader Content-Type "text/html; '
        'charset=utf-8"'
    ))
    others = {name for sort in SORTS for name in sort.unlike if name not in PAGE}
    yield from _set("", {**dict.fromkeys(others), **PAGE, **site.always})
    yield from ("\tfile_server", "\t}", "}")


def _set(matcher: str, headers: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in sorted(headers.items()):
        yield f'\theader {matcher}{name} "{value}"' if value else f"\theader {matcher}-{name}"

"""Caddy: a file to import in the block of a site. `route` keeps the order in which headers are set, so that a sort's come after a page's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trendrapport.responses import PAGE, SORTS, TEXTS, TYPES, Site

PATH = "caddy.conf"
IN_SITE = False

_HIDDEN = r"((.*/)?\..*|_headers)"
"""As in `responses`, without the look ahead that Go does not know."""


def configuration(site: Site) -> str:
    """How the site's paths are answered, and what is missing."""
    return "\n".join(line for part in (_answers(site), _missing(site)) for line in part) + "\n"


def _answers(site: Site) -> Iterator[str]:
    yield from ("", f"route {site.read}* {{", "\tencode zstd gzip", "\theader -Server")
    yield from _set("", site.page)
    for sort in SORTS:
        yield f"\t@{sort.name} path_regexp {site.expression(sort.pattern)}"
        yield from _set(f"@{sort.name} ", sort.unlike)
    for end, kind in TYPES.items():
        yield f"\t@{end} path *.{end}"
        yield f'\theader @{end} Content-Type "{kind}{"; charset=utf-8" if kind in TEXTS else ""}"'
    yield from ("\t@hidden {", f"\t\tpath_regexp {site.expression(_HIDDEN)}", f"\t\tnot path {site.read}.well-known/*", "\t}",
                "\terror @hidden 404", "\tfile_server", "}")


def _missing(site: Site) -> Iterator[str]:
    yield from ("", "handle_errors {", f"\trewrite * {site.read}404.html", "\theader -Server", '\theader Content-Type "text/html; charset=utf-8"')
    others = {name for sort in SORTS for name in sort.unlike if name not in PAGE}
    yield from _set("", {**dict.fromkeys(others), **PAGE, **site.always})
    yield from ("\tfile_server", "}")


def _set(matcher: str, headers: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in sorted(headers.items()):
        yield f'\theader {matcher}{name} "{value}"' if value else f"\theader {matcher}-{name}"

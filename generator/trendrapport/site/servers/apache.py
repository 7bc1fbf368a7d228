"""Apache: `.htaccess` in the site's folder.

It needs no more than `AllowOverride FileInfo`, and leaves out what a server has no module for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from trendrapport.site.responses import COMPRESSED, HIDDEN, MISSING, NAMED, SORTS, TEXTS, TYPES, Site, Sort

PATH = ".htaccess"
IN_SITE = True


def configuration(site: Site) -> str:
    """Types, headers, what moved and what is not there."""
    lines = [*_types(), *_modules(site), *_moved(site), *_missing(site)]
    return "\n".join(lines) + "\n"


def _types() -> Iterator[str]:
    yield ""
    yield from (f"AddType {kind} .{end}" for end, kind in TYPES.items())
    for path, kind in NAMED.items():
        yield from (f'<Files "{PurePosixPath(path).name}">', f"    ForceType {kind}", "</Files>")
    yield "AddDefaultCharset utf-8"
    texts = [f".{end}" for end, kind in TYPES.items() if kind in TEXTS]
    yield f"AddCharset utf-8 {' '.join(texts)}"


def _modules(site: Site) -> Iterator[str]:
    for name, command in (("brotli", "BROTLI_COMPRESS"), ("deflate", "DEFLATE")):
        yield from (
            "",
            f"<IfModule mod_{name}.c>",
            f"    AddOutputFilterByType {command} {' '.join(COMPRESSED)}",
            "</IfModule>",
        )
    # Without this the page for missing pages is not compressed.
    yield from ("", "<IfModule mod_env.c>", "    SetEnv filter-errordocs 1", "</IfModule>")
    yield from ("", "<IfModule mod_headers.c>")
    # A compressing module adds its name to a file's tag. Apache then no longer knows the tag, and would send
    # each page again.
    yield """    RequestHeader edit* If-None-Match '-(gzip|br)"' '"'"""
    yield from (f'    Header always set {name} "{value}"' for name, value in sorted(site.page.items()))
    for sort in SORTS:
        yield from _section(site, sort)
    yield "</IfModule>"


def _section(site: Site, sort: Sort) -> Iterator[str]:
    yield f'    <If "%{{REQUEST_URI}} =~ m#{site.expression(sort.pattern)}#">'
    for name, value in sort.unlike.items():
        if value:
            yield f'        Header always set {name} "{value}"'
        else:
            yield f"        Header always unset {name}"
    yield "    </If>"


def _moved(site: Site) -> Iterator[str]:
    if site.ways:
        yield from ("", "<IfModule mod_alias.c>")
        yield from (f'    RedirectMatch 301 "^{re.escape(old)}$" "{new}"' for old, new in site.ways)
        yield "</IfModule>"


def _missing(site: Site) -> Iterator[str]:
    """A list of a folder's files is no page of this site, and neither is what is meant for a server."""
    folders = f"({'|'.join(map(re.escape, site.unlisted))})/"
    yield from (
        "",
        f"ErrorDocument 404 {site.base}{MISSING}",
        f"ErrorDocument 403 {site.base}{MISSING}",
        "<IfModule mod_alias.c>",
    )
    yield from (
        f"""    <If "%{{REQUEST_URI}} == '{site.read}{MISSING}' && -z reqenv('REDIRECT_STATUS')">""",
        "        Redirect 404",
        "    </If>",
    )
    yield from (f'    RedirectMatch 404 "{site.expression(pattern)}"' for pattern in (folders, HIDDEN))
    yield "</IfModule>"

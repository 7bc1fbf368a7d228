"""nginx: a file to include in the block of a server.

A location with headers of its own has none of those around it, so that each names all. The first expression
that fits counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from trendrapport.site.responses import COMPRESSED, HIDDEN, MISSING, NAMED, SORTS, TEXTS, TYPES, Site

PATH = "nginx.conf"
IN_SITE = False

_BLOCK = """
location {base} {{
    index index.html;
    autoindex off;
    server_tokens off;
    absolute_redirect off;
    default_type application/octet-stream;
    types {{
{types}
    }}
    charset utf-8;
    charset_types {texts};
    gzip on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_types {compressed};
    error_page 403 404 =404 {base}{missing};
{page}

    location = {base}{missing} {{
        internal;
    }}
    location ~ "{hidden}" {{
        return 404;
    }}
{named}
{moved}{sorts}
}}
"""


def configuration(site: Site) -> str:
    """A location for the site, and in it one for each sort of file."""
    types = "\n".join(f"        {kind} {end};" for end, kind in TYPES.items())
    sorts = "\n".join(_location(site.expression(sort.pattern), {**sort.headers, **site.always}) for sort in SORTS)
    moved = "".join((
        f'    location = "{old}" {{\n        return 301 "{new}";\n    '
        f'}}\n'
    ) for old, new in site.ways)
    named = "\n".join(_named(site, path, kind) for path, kind in NAMED.items())
    return _BLOCK.format(base=site.read, missing=MISSING, named=named, moved=moved, types=types, hidden=site.expression(HIDDEN),
                         page=_headers(site.page, 1), sorts=sorts, texts=" ".join(kind for kind in TEXTS if kind != "text/html"),
                         compressed=" ".join(kind for kind in COMPRESSED if kind != "text/html"))


def _location(expression: str, headers: Mapping[str, str]) -> str:
    return f'    location ~ "{expression}" {{\n{_headers(headers, 2)}\n    }}'


def _named(site: Site, path: str, kind: str) -> str:
    headers = next(sort.headers for sort in SORTS if re.fullmatch(sort.pattern, path))
    lines = f"        types {{}}\n        default_type {kind};\n{_headers({**headers, **site.always}, 2)}"
    return f"    location = {site.read}{path} {{\n{lines}\n    }}"


def _headers(headers: Mapping[str, str], depth: int) -> str:
    return "\n".join((
        f'{"    " * depth}add_header {name} "{value}" '
        f'always;'
    ) for name, value in sorted(headers.items()))

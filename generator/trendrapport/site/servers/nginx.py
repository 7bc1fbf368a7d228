"""nginx: a file to include in the block of a server.

A location with headers of its own has none of those around it, so that each names all. The first expression
that fits counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from trendrapport.site.responses import COMPRESSED, HIDDEN, MISSING, NAMED, SORTS, TEXTS, TYPES, Site, Sort

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
    return _BLOCK.format(
        base=site.read,
        missing=MISSING,
        named="\n".join(_named(site, path, kind) for path, kind in NAMED.items()),
        moved="".join(_moved(old, new) for old, new in site.ways),
        types="\n".join(f"        {kind} {end};" for end, kind in TYPES.items()),
        hidden=site.expression(HIDDEN),
        page=_headers(site.page, 1),
        sorts="\n".join(_location(site, sort) for sort in SORTS),
        texts=_but_html(TEXTS),
        compressed=_but_html(COMPRESSED),
    )


def _but_html(types: Iterable[str]) -> str:
    """Types without that of pages, which nginx always adds itself."""
    return " ".join(kind for kind in types if kind != "text/html")


def _moved(old: str, new: str) -> str:
    return f'    location = "{old}" {{\n        return 301 "{new}$is_args$args";\n    }}\n'


def _location(site: Site, sort: Sort) -> str:
    headers = _headers({**sort.headers, **site.always}, 2)
    return f'    location ~ "{site.expression(sort.pattern)}" {{\n{headers}\n    }}'


def _named(site: Site, path: str, kind: str) -> str:
    sort = next(sort for sort in SORTS if re.fullmatch(sort.pattern, path))
    headers = _headers({**sort.headers, **site.always}, 2)
    lines = f"        types {{}}\n        default_type {kind};\n{headers}"
    return f"    location = {site.read}{path} {{\n{lines}\n    }}"


def _headers(headers: Mapping[str, str], depth: int) -> str:
    indent = "    " * depth
    return "\n".join(
        f'{indent}add_header {name} "{value}" always;' for name, value in sorted(headers.items())
    )

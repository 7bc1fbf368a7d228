"""What a page may load and from where, as a content security policy without any `unsafe-*`.

Everything comes from the site itself and nothing is in a page: no style, no script, no handler. A block of
JSON-LD is data, which no policy is about (HTML, "prepare the script element").
`pages/browser/scripts/allowed.js` is the one policy for trusted types that a page may have.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

_FROM_SITE = (
    "script-src",
    "style-src",
    "img-src",
    "font-src",
    "connect-src",
    "manifest-src",
    "form-action",
)

WITHIN = "; ".join(
    [
        "default-src 'none'",
        *(f"{name} 'self'" for name in _FROM_SITE),
        "base-uri 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ]
)
"""The policy in each page, for servers that send no headers; browsers ignore what such a policy says of
frames. It is also the header of a page that other sites may show: `frame-ancestors *` would refuse a page
that is opened from a folder.
"""

ALONE = f"{WITHIN}; frame-ancestors 'none'"
"""The header of a page that may be shown in no frame."""


def drawing(style: str) -> str:
    """The header of an SVG file, which has one style element, of exactly this text, and loads nothing."""
    return f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'"


def digest(text: str) -> str:
    """The source by which a policy accepts an element with this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

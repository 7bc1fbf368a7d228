"""`/.well-known/security.txt`: where to report a weakness in the site, as RFC 9116 has it; only what the
settings say, and no clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from trendrapport.model.config import Config, SecurityContact

PATH = ".well-known/security.txt"


def security_txt(config: Config) -> str | None:
    """The file's text; None without a contact or a last day, which RFC 9116 asks for (2.5.3, 2.5.5)."""
    security = config.security
    if security is None or not security.expires or not (security.email or security.address):
        return None
    return "".join(f"{name}: {value}\n" for name, value in _fields(config, security))


def at_root(address: str) -> bool:
    """Whether a site at this address is a whole host: the file is looked for nowhere else (RFC 9116, 3)."""
    return urlsplit(address).path in {"", "/"}


def _fields(config: Config, security: SecurityContact) -> Iterator[tuple[str, str]]:
    if security.address:
        yield "Contact", security.address
    if security.email:
        yield "Contact", f"mailto:{quote(security.email, safe='@+')}"
    yield "Expires", f"{security.expires}T23:59:59Z"
    yield "Preferred-Languages", ", ".join(security.languages or (config.language,))
    if at_root(config.address):
        yield "Canonical", f"{config.address.rstrip('/')}/{PATH}"
    if security.policy:
        yield "Policy", security.policy

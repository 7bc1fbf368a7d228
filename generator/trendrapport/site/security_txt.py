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
    told = config.security
    if told is None or not told.expires or not (told.email or told.address):
        return None
    return "".join(f"{name}: {value}\n" for name, value in _fields(config, told))


def at_root(address: str) -> bool:
    """Whether a site at this address is a whole host: nobody looks for the file further down (RFC 9116, 3).
    """
    return urlsplit(address).path in {"", "/"}


def _fields(config: Config, told: SecurityContact) -> Iterator[tuple[str, str]]:
    if told.address:
        yield "Contact", told.address
    if told.email:
        yield "Contact", f"mailto:{quote(told.email, safe='@+')}"
    yield "Expires", f"{told.expires}T23:59:59Z"
    yield "Preferred-Languages", ", ".join(told.languages or (config.language,))
    if at_root(config.address):
        yield "Canonical", f"{config.address.rstrip('/')}/{PATH}"
    if told.policy:
        yield "Policy", told.policy

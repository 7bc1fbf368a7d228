"""The entities of an OData service, page by page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.fetching.web import Answer, Web, host_of

Entity = dict[str, Any]
"""The properties of one entity."""

_MOST_PAGES = 1_000
_NEXT = ("@odata.nextLink", "odata.nextLink")
"""What follows a page is called, in version 4 and version 3."""

_NO_JSON = Text(
    nl='"{address}" geeft geen cijfers maar {found}. Controleer het adres, of probeer het later opnieuw.',
    en='"{address}" gives no figures but {found}. Check the address, or try again later.',
)
_PAGE = Text(nl="een webpagina", en="a web page")
_BROKEN = Text(nl="een onleesbaar antwoord", en="an answer that cannot be read")
_ELSEWHERE = Text(
    nl='{host} verwijst voor meer cijfers naar een andere site: "{address}".',
    en='{host} refers to another site for more figures: "{address}".',
)
_ENDLESS = Text(nl="{host} blijft doorgaan met dezelfde cijfers.", en="{host} goes on with the same figures.")


class Service:
    """An OData service at an address, and what it has answered so far."""

    def __init__(self, web: Web, root: str) -> None:
        self.root = root.rstrip("/")
        self.etag = ""
        """That of the last page of entities."""
        self._web = web
        self._digest = hashlib.sha256()

    @property
    def checksum(self) -> str:
        """SHA-256 of all entities that were asked for, in hexadecimal."""
        return self._digest.hexdigest()

    def one(self, name: str) -> Entity:
        """A singleton, such as Properties."""
        return self._json(f"{self.root}/{name}")

    def all(self, name: str, query: str = "") -> Iterator[Entity]:
        """The entities of a set, from all of its pages."""
        address = f"{self.root}/{name}" + (f"?{query}" if query else "")
        seen: set[str] = set()
        while address:
            if address in seen or len(seen) > _MOST_PAGES:
                raise CannotRunError(_ENDLESS.filled(host=host_of(address)))
            seen.add(address)
            page = self._json(address)
            yield from self._entities(address, page)
            address = self._following(address, page)

    def _entities(self, address: str, page: Entity) -> Iterator[Entity]:
        found = page.get("value")
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise CannotRunError(_NO_JSON.filled(address=shortened(address, 200), found=_BROKEN))
        for one in found:
            self._digest.update(json.dumps(one, ensure_ascii=False, sort_keys=True).encode())
            yield one

    def _following(self, address: str, page: Entity) -> str:
        """The address of the next page, on the same host; empty if this is the last."""
        link = next((page[name] for name in _NEXT if page.get(name)), "")
        if not isinstance(link, str) or not link:
            return ""
        following = urljoin(address, link)
        if urlsplit(following)[:2] != urlsplit(address)[:2]:
            raise CannotRunError(_ELSEWHERE.filled(host=host_of(address), address=shortened(following, 200)))
        return following

    def _json(self, address: str) -> Entity:
        answer = self._web.get(address, "application/json")
        self.etag = answer.etag
        try:
            found = json.loads(answer.raw, parse_constant=_refused)
        except (ValueError, RecursionError) as error:
            what = _PAGE if _is_page(answer) else _BROKEN
            raise CannotRunError(_NO_JSON.filled(address=shortened(address, 200), found=what)) from error
        if not isinstance(found, dict):
            raise CannotRunError(_NO_JSON.filled(address=shortened(address, 200), found=_BROKEN))
        return found


def _refused(name: str) -> None:
    """Refuses what Python takes for a number and is none, such as NaN."""
    raise ValueError(name)


def _is_page(answer: Answer) -> bool:
    return "html" in answer.media_type or answer.raw.lstrip()[:1] == b"<"

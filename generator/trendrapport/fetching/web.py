"""An address to the bytes there, with what the server says of them.

urllib3 keeps connections, follows redirects, unpacks answers and counts attempts.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from trendrapport import __version__
from trendrapport.diagnostics import CannotRunError, Text, shortened

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager, Retry

_AGENT = f"trendrapport/{__version__}"
_PART = 65_536
_MOST = 40_000_000
"""The most bytes of one answer, unpacked."""
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
"""The statuses after which it makes sense to ask again."""
_NOT_FOUND = frozenset({404, 410})
_OK = 200

_AGAIN = Text(nl="Probeer het later opnieuw.", en="Try again later.")
_NO_ADDRESS = Text(
    nl='"{address}" is geen webadres dat kan worden opgehaald. Schrijf het hele adres, met https:// ervoor.',
    en='"{address}" is not a web address that can be retrieved. Write the whole address, with https://.',
)
_UNREACHABLE = Text(
    nl="{host} is niet bereikbaar. Controleer de verbinding en het adres.",
    en="{host} cannot be reached. Check the connection and the address.",
)
_BROKEN_OFF = Text(
    nl="{host} brak het antwoord steeds af; er is niets bewaard.",
    en="{host} kept breaking off its answer; nothing was kept.",
)
_SLOW = Text(
    nl="{host} antwoordt te langzaam; er is niets bewaard.",
    en="{host} answers too slowly; nothing was kept.",
)
_LOOP = Text(
    nl="{host} verwijst steeds door, zonder antwoord te geven.",
    en="{host} keeps redirecting, without giving an answer.",
)
_STATUS = Text(nl="{host} geeft een fout ({status}).", en="{host} gives an error ({status}).")
_MISSING = Text(nl='"{address}" bestaat niet ({status}).', en='"{address}" does not exist ({status}).')
_LARGE = Text(
    nl='"{address}" is te groot: meer dan {most} MB. Haal minder op.',
    en='"{address}" is too large: more than {most} MB. Retrieve less.',
)
_UNREADABLE = Text(
    nl="{host} geeft een antwoord dat niet uit te pakken is.",
    en="{host} gives an answer that cannot be unpacked.",
)
_LIBRARY = Text(
    nl='Hiervoor is urllib3 nodig. Installeer die met: pip install "trendrapport[editors]"',
    en='This needs urllib3. Install it with: pip install "trendrapport[editors]"',
)


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds, and how often to ask again."""

    connect: float = 10
    silence: float = 30
    """How long a server may say nothing."""
    whole: float = 300
    """How long one answer may take."""
    attempts: int = 4
    pause: float = 1
    """Before the second attempt; before each further one twice as long."""
    longest_pause: float = 60
    """The longest that a server can ask to wait."""
    redirects: int = 5


USUAL = Patience()


@dataclass(frozen=True)
class Answer:
    """What is at an address."""

    address: str
    """Where it was found, after redirects."""
    raw: bytes
    media_type: str
    """In lower case, without parameters; empty if the server names none."""
    etag: str
    modified: str
    """When it last changed, as the server says."""


class MissingError(CannotRunError):
    """There is nothing at an address."""


class Web:
    """The web, as one command asks it."""

    def __init__(self, patience: Patience = USUAL, most: int = _MOST) -> None:
        self._patience = patience
        self._most = most

    @cached_property
    def _pool(self) -> PoolManager:
        """Connections, made when the first address is asked for."""
        return connections(self._patience.connect, self._patience.silence)

    def get(self, address: str, accept: str = "*/*") -> Answer:
        """What is at an address.

        Raises CannotRunError, in words, if there is no answer, or none that can be used; MissingError if
        there is nothing.
        """
        from urllib3.exceptions import HTTPError

        host = host_of(address)
        attempts = self._attempts()
        while True:
            failure: HTTPError | None = None
            response = None
            try:
                response = self._ask(address, accept)
                if response.status not in _TRANSIENT:
                    return self._answer(address, response)
            except HTTPError as error:
                failure = error
            finally:
                if response is not None:
                    response.release_conn()
            attempts = _next(attempts, host, response if failure is None else None, failure)

    def _attempts(self) -> Retry:
        from urllib3 import Retry

        patience = self._patience
        return Retry(
            total=patience.attempts - 1,
            backoff_factor=patience.pause / 2,
            backoff_max=patience.longest_pause,
            retry_after_max=int(patience.longest_pause),
        )

    def _ask(self, address: str, accept: str) -> BaseHTTPResponse:
        """The start of an answer; redirects are followed, and nothing is asked again."""
        from urllib3 import Retry

        redirects = self._patience.redirects
        return self._pool.request(
            "GET",
            address,
            headers={"Accept": accept, "Accept-Encoding": "gzip", "User-Agent": _AGENT},
            retries=Retry(total=redirects, redirect=redirects, connect=0, read=0, status=0, other=0),
            preload_content=False,
        )

    def _answer(self, address: str, response: BaseHTTPResponse) -> Answer:
        host = host_of(address)
        if response.status in _NOT_FOUND:
            raise MissingError(_MISSING.filled(address=shortened(address, 200), status=response.status))
        if response.status != _OK:
            raise CannotRunError(_STATUS.filled(host=host, status=response.status))
        raw = self._whole(address, response)
        headers = response.headers
        sort = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        found = urljoin(address, response.geturl() or "")
        return Answer(found, raw, sort, headers.get("ETag", ""), headers.get("Last-Modified", ""))

    def _whole(self, address: str, response: BaseHTTPResponse) -> bytes:
        """All bytes of an answer, unless these are too many or come too slowly."""
        ends = time.monotonic() + self._patience.whole
        parts: list[bytes] = []
        size = 0
        # What comes is taken as it comes: a server can go on letter by letter.
        while part := response.read1(_PART, decode_content=True):
            size += len(part)
            parts.append(part)
            if size > self._most:
                most = self._most // 1_000_000
                raise CannotRunError(_LARGE.filled(address=shortened(address, 200), most=most))
            if time.monotonic() > ends:
                raise CannotRunError(_SLOW.filled(host=host_of(address)) + _AGAIN)
        return b"".join(parts)


def host_of(address: str) -> str:
    """The host of a web address. Raises CannotRunError for any other, and for one with a password."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https") or "@" in parts.netloc or " " in address:
        raise CannotRunError(_NO_ADDRESS.filled(address=shortened(address, 200)))
    return host


def connections(connect: float, silence: float) -> PoolManager:
    """Connections that wait so long, in seconds. Raises CannotRunError without the library for it."""
    try:
        from urllib3 import PoolManager, Timeout
    except ModuleNotFoundError as error:
        raise CannotRunError(_LIBRARY) from error
    return PoolManager(timeout=Timeout(connect=connect, read=silence))


def _next(attempts: Retry, host: str, response: BaseHTTPResponse | None, failure: Exception | None) -> Retry:
    """The attempts that are left, after the pause that a server asks for. Raises CannotRunError when there
    are none, or when another attempt makes no sense.
    """
    from urllib3.exceptions import DecodeError, MaxRetryError, ResponseError

    cause = failure.reason if isinstance(failure, MaxRetryError) else failure
    if isinstance(cause, ResponseError) and "redirect" in str(cause):
        raise CannotRunError(_LOOP.filled(host=host)) from failure
    if isinstance(cause, DecodeError):
        raise CannotRunError(_UNREADABLE.filled(host=host) + _AGAIN) from failure
    try:
        left = attempts.increment("GET", host, response=response, error=cause)
    except MaxRetryError as error:
        raise CannotRunError(_why(host, response, cause) + _AGAIN) from error
    left.sleep(response)
    return left


def _why(host: str, response: BaseHTTPResponse | None, failure: Exception | None) -> Text:
    """Why the last attempt failed."""
    from urllib3.exceptions import NewConnectionError, ProtocolError, ReadTimeoutError

    if response is not None:
        return _STATUS.filled(host=host, status=response.status)
    if isinstance(failure, ReadTimeoutError):
        return _SLOW.filled(host=host)
    if isinstance(failure, ProtocolError) and not isinstance(failure, NewConnectionError):
        return _BROKEN_OFF.filled(host=host)
    return _UNREACHABLE.filled(host=host)

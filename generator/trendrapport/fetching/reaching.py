"""An address to whether readers get there: found, moved for good, gone, or why nobody can say.

Asks for as little as it can: HEAD, and GET only where a server does not answer that, or where a part of the
page is meant.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from trendrapport import __version__
from trendrapport.fetching.fragments import MOST, names_in
from trendrapport.fetching.web import connections

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

AGENT = f"trendrapport/{__version__} (link check)"

RESOLVERS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
"""Hosts that only send on, to publishers of whom many refuse programs."""

_LASTING = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_TOO_OFTEN = 429
_BUSY = frozenset({_TOO_OFTEN, 503})
"""The statuses with which a server asks to come back later."""
_REFUSED = 400
_BROKEN = 500
"""From which statuses on an answer is a refusal, and a mistake of the server."""
_PART = 65_536


class Reach(StrEnum):
    """What comes of asking for an address."""

    FOUND = "found"
    GONE = "gone"
    """The server is there, and says that there is nothing."""
    NO_HOST = "no-host"
    """No server has that name."""
    CLOSED = "closed"
    """The server does not let programs see it: only after logging in, not so often, or only in browsers."""
    FAILED = "failed"
    """No connection, an answer broken off, or a mistake of the server."""
    SLOW = "slow"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class Reached:
    """What came of asking for an address."""

    reach: Reach
    host: str = ""
    """The host at which this ended."""
    status: int = 0
    """That of the last answer; 0 without one."""
    moved: str = ""
    """The address at which it is from now on, if the server says so."""
    lacks_fragment: bool = False
    """Whether it is a web page without the part that the address names behind #."""

    @property
    def has_answer(self) -> bool:
        """Whether a server said anything."""
        return self.status > 0 or self.reach is Reach.CERTIFICATE


@dataclass(frozen=True)
class Courtesy:
    """How long to wait, in seconds, and how much to ask of one host."""

    connect: float = 10
    silence: float = 20
    """How long a server may say nothing."""
    page: float = 60
    """How long the text of a page may take."""
    stuck: float = 240
    """How long nothing at all may come of any address."""
    attempts: int = 3
    pause: float = 0.5
    """Between two addresses of a host; before asking for one again, twice as long and more."""
    longest_pause: float = 60
    """The longest that a server can ask to wait."""
    redirects: int = 10
    at_once: int = 2
    """How many addresses of one host are asked for at the same time."""
    hosts_at_once: int = 12


USUAL = Courtesy()


class Prober:
    """The web, as it is asked for one address after another.

    Raises CannotRunError without the library for it.
    """

    def __init__(self, courtesy: Courtesy = USUAL) -> None:
        self.courtesy = courtesy
        self.stopped = threading.Event()
        """Set when nobody waits for answers any more."""
        self._connections = connections(courtesy.connect, courtesy.silence)

    def reached(self, address: str) -> Reached:
        """What comes of asking for a web address."""
        found = self._once(address)
        for attempt in range(1, self.courtesy.attempts):
            if found.reach is not Reach.FAILED or self.stopped.wait(self.courtesy.pause * 2**attempt):
                break
            found = self._once(address)
        return found

    def _once(self, address: str) -> Reached:
        """The same without asking again after a failure."""
        from urllib3.exceptions import HTTPError

        way = _Way(address)
        try:
            for _ in range(self.courtesy.redirects + 1):
                response = self._answer(way)
                if not way.follow(response):
                    return way.end(response)
        except (HTTPError, UnicodeError, ValueError) as error:
            return Reached(_failure(error), host_of(way.place))
        return Reached(Reach.CLOSED, host_of(way.place), response.status)

    def _answer(self, way: _Way) -> BaseHTTPResponse:
        """The answer at the place that a way has come to."""
        from urllib3.exceptions import ProtocolError, ReadTimeoutError

        if not way.fragment:
            # Some servers break off a request for nothing but the heading of an answer, or never answer it.
            with suppress(ProtocolError, ReadTimeoutError):
                response = self._patiently("HEAD", way.place)
                if response.status < _REFUSED or response.status == _TOO_OFTEN:
                    return response
        response = self._patiently("GET", way.place)
        try:
            if way.fragment and response.status < _REFUSED:
                way.look_at(response, time.monotonic() + self.courtesy.page)
        finally:
            response.close()
        return response

    def _patiently(self, method: str, place: str) -> BaseHTTPResponse:
        """An answer, asked for again if the server says when it will have one."""
        response = self._ask(method, place)
        wait = _asked_to_wait(response)
        if wait is None or wait > self.courtesy.longest_pause or self.stopped.wait(wait):
            return response
        response.close()
        return self._ask(method, place)

    def _ask(self, method: str, place: str) -> BaseHTTPResponse:
        headers = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip", "User-Agent": AGENT}
        return self._connections.request(
            method, place, headers=headers, retries=False, redirect=False, preload_content=False
        )


class _Way:
    """From an address to where its redirects lead."""

    def __init__(self, address: str) -> None:
        self.place, self.fragment = _split(address)
        self._moved = ""
        self._is_lasting = True
        self._lacks_fragment = False

    def follow(self, response: BaseHTTPResponse) -> bool:
        """Goes where an answer redirects to; whether it does, to somewhere that can be asked."""
        if response.status not in _REDIRECTS:
            return False
        target, fragment = urldefrag(urljoin(self.place, response.headers.get("Location", "")))
        if not host_of(target) or self._is_resolved_by(target):
            return False
        self._is_lasting = self._is_lasting and response.status in _LASTING
        if self._is_lasting:
            self._moved = f"{target}#{fragment}" if fragment else target
        if fragment:
            self.fragment = ""
        self.place = target
        return True

    def _is_resolved_by(self, target: str) -> bool:
        """Whether a resolver sends on to a publisher."""
        return host_of(self.place) in RESOLVERS and host_of(target) not in RESOLVERS

    def look_at(self, response: BaseHTTPResponse, ends: float) -> None:
        """Looks for the part that is meant in a web page, if that can be read before a moment."""
        if "html" not in response.headers.get("Content-Type", "").lower():
            return
        raw = b""
        # What comes is taken as it comes: a server can go on letter by letter.
        while part := response.read1(_PART, decode_content=True):
            raw += part
            if len(raw) > MOST or time.monotonic() > ends:
                return
        self._lacks_fragment = {self.fragment, unquote(self.fragment)}.isdisjoint(names_in(raw))

    def end(self, response: BaseHTTPResponse) -> Reached:
        """What an answer says that leads no further."""
        host, status = host_of(self.place), response.status
        leads_nowhere = status in _REDIRECTS and host not in RESOLVERS
        if status < _REFUSED and not leads_nowhere:
            moved = "" if host in RESOLVERS else self._moved
            return Reached(Reach.FOUND, host, status, moved, self._lacks_fragment)
        return Reached(_refusal(status, host), host, status)


def host_of(address: str) -> str:
    """The host of a web address, in lower case; empty for any other address."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _split(address: str) -> tuple[str, str]:
    """An address without its fragment, and the fragment if it is the name of a part of a page: others are
    for programs in it, such as `#/table`, or words to search for.
    """
    place, fragment = urldefrag(address)
    is_name = fragment not in {"", "top"} and not any(sign in fragment for sign in "/=!:~")
    return place, fragment if is_name else ""


def _refusal(status: int, host: str) -> Reach:
    """What a status says of which a server makes an answer without what was asked for."""
    if host in RESOLVERS or status in _BUSY:
        return Reach.CLOSED
    if status in _GONE:
        return Reach.GONE
    return Reach.FAILED if status >= _BROKEN else Reach.CLOSED


def _asked_to_wait(response: BaseHTTPResponse) -> float | None:
    """The seconds after which a server that is busy wants to be asked again; None if it does not say."""
    from urllib3 import Retry
    from urllib3.exceptions import InvalidHeader

    if response.status not in _BUSY:
        return None
    try:
        return Retry().get_retry_after(response)
    except InvalidHeader:
        return None


def _failure(error: Exception) -> Reach:
    """What kept a server from answering."""
    from urllib3.exceptions import HTTPError, LocationValueError, NameResolutionError, NewConnectionError
    from urllib3.exceptions import TimeoutError as SlowError

    causes = (error.__cause__, error.__context__, *error.args)
    if any(isinstance(one, ssl.SSLCertVerificationError) for one in causes):
        return Reach.CERTIFICATE
    if isinstance(error, NameResolutionError):
        # A name that can only not be looked up now may exist.
        is_known = any(isinstance(one, socket.gaierror) and one.errno == socket.EAI_AGAIN for one in causes)
        return Reach.FAILED if is_known else Reach.NO_HOST
    if isinstance(error, LocationValueError) or not isinstance(error, HTTPError):
        return Reach.NO_HOST
    is_slow = isinstance(error, SlowError) and not isinstance(error, NewConnectionError)
    return Reach.SLOW if is_slow else Reach.FAILED

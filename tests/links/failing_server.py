"""A server on this computer that has some pages, and fails in every way on others."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from loopback import LoopbackServer

PAGE = '<!doctype html><h2 id="kop">Kop</h2><a name="oud"></a><p id="één">Tekst'.encode()


class Server(LoopbackServer):
    """Answers by path; keeps what it was asked, and how much at the same time."""

    def __init__(self) -> None:
        super().__init__(Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.busy = self.most_busy = 0
        self.counting = threading.Lock()
        self.released = threading.Event()
        """Ends what is slow."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:  # noqa: N802 - the name that http.server asks for
        self._handle()

    def do_GET(self) -> None:  # noqa: N802 - the same
        self._handle()

    def _handle(self) -> None:
        server = self.server
        with server.counting:
            server.asked.append((self.command, self.path))
            server.agents.add(self.headers["User-Agent"])
            server.busy += 1
            server.most_busy = max(server.most_busy, server.busy)
        try:
            name = urlsplit(self.path).path.split("/")[1]
            ANSWERS.get(name, missing)(self)
        finally:
            with server.counting:
                server.busy -= 1

    def asked_before(self) -> bool:
        """Whether this same path was asked for earlier in this way."""
        return self.server.asked.count((self.command, self.path)) > 1

    def send(self, status: int, raw: bytes = PAGE, sort: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", sort)
        self.send_header("Content-Length", str(len(raw)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Prints nothing."""


Answer = Callable[[Handler], None]


def status(number: int, **headers: str) -> Answer:
    return lambda handler: handler.send(number, **headers)


def to(place: str, number: int = 301) -> Answer:
    return lambda handler: handler.send(number, Location=place)


missing = status(404)


def only_get(number: int) -> Answer:
    """Refuses HEAD."""
    return lambda handler: handler.send(number if handler.command == "HEAD" else 200)


def only_once(number: int, **headers: str) -> Answer:
    """Fails the first time."""
    return lambda handler: handler.send(200) if handler.asked_before() else handler.send(number, **headers)


def reset(handler: Handler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def reset_for_head(handler: Handler) -> None:
    if handler.command == "HEAD":
        reset(handler)
    else:
        handler.send(200)


def silent(handler: Handler) -> None:
    handler.server.released.wait(20)


def dripping(handler: Handler) -> None:
    """A heading that goes on, a letter at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def dripping_page(handler: Handler) -> None:
    """A page that goes on, a letter at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def no_answer_at_all(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01 geen HTTP\r\n\r\n")


def half(handler: Handler) -> None:
    """A page that breaks off."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(PAGE)
    handler.close_connection = True


def broken_gzip(handler: Handler) -> None:
    handler.send(200, b"\x1f\x8b\x08 geen gzip", Content_Encoding="gzip")


def large(handler: Handler) -> None:
    handler.send(200, b"<p>" + b"x" * 3_100_000)


def soon(handler: Handler) -> None:
    """Busy, until a moment that it names."""
    handler.send(200) if handler.asked_before() else handler.send(
        503, Retry_After=formatdate(time.time(), usegmt=True)
    )


ANSWERS: dict[str, Answer] = {
    "": status(200),
    "goed": status(200),
    "weg": status(410),
    "login": status(401),
    "verboden": status(403),
    "vreemd": status(418),
    "te-vaak": status(429, Retry_After="9999"),
    "even-te-vaak": only_once(429, Retry_After="0"),
    "rare-wachttijd": status(429, Retry_After="straks"),
    "straks": soon,
    "kapot": status(500),
    "even-kapot": only_once(502),
    "geen-head": only_get(405),
    "head-zegt-weg": only_get(404),
    "head-breekt-af": reset_for_head,
    "afgebroken": reset,
    "half": half,
    "stil": silent,
    "druppels": dripping,
    "druppelende-pagina": dripping_page,
    "onzin": no_answer_at_all,
    "kapotte-gzip": broken_gzip,
    "groot": large,
    "verhuisd": to("/goed"),
    "verhuisd-308": to("/goed", 308),
    "tijdelijk": to("/goed", 302),
    "via-tijdelijk": to("/tijdelijk"),
    "naar-weg": to("/weg"),
    "naar-voorpagina": to("/"),
    "naar-kop": to("/goed#kop"),
    "naar-vraag": to("/goed?sessie=1"),
    "naar-haken": to("/goed/a(b)"),
    "naar-zichzelf": to(""),
    "naar-bestand": to("file:///etc/passwd"),
    "naar-onbekend": to("http://bestaat-niet.invalid/"),
    "rond": to("/rond", 302),
    "om-en-om": lambda handler: handler.send(302, Location=f"{handler.path}/x"),
}


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """A server while a test runs; with a certificate that nobody knows, over TLS."""
    server = Server()
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()

"""A folder shown on this machine, rebuilt whenever an input changes; stays up whatever the content is like.
"""

from __future__ import annotations

import io
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, unquote, urlsplit

import click

from trendrapport.site import preview
from trendrapport.files.asides import is_aside
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.runtime.failures import reason

INTERVAL = 0.5
"""Seconds between two looks at the files."""


_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_WEB = 80
_PORT = Text(nl=(
    "Poort {port} kan niet gebruikt worden: {reason}. Kies een andere met --port, of een vrije met "
    "--port 0."
),
             en=(
                 "Port {port} cannot be used: {reason}. Choose another with --port, or a free one with "
                 "--port 0."
             ))


class _Server(ThreadingHTTPServer):
    # On Windows this would let two programs have one port.
    allow_reuse_address = os.name != "nt"
    told = preview.Told()
    builds = 0
    base = "/"

    @property
    def build(self) -> str:
        """A name for what is shown now, also after the server was started again."""
        return f"{os.getpid()}-{self.builds}"

    @property
    def names(self) -> set[str]:
        """What a request from this machine calls this server; a browser leaves out the port of the web."""
        with_port = {f"{name}:{self.server_port}" for name in _LOCAL}
        return with_port | set(_LOCAL) if self.server_port == _WEB else with_port

    def handle_error(self, request: object, client_address: object) -> None:
        """A failure while a request is answered; that a browser broke it off is none."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def show(self, told: preview.Told) -> None:
        """Lets the pages say what came of a rebuild, and load again."""
        self.told = told
        self.base = unquote(urlsplit(told.address).path).rstrip("/") + "/" if told.address else self.base
        self.builds += 1


class _Handler(SimpleHTTPRequestHandler):
    server: _Server

    def parse_request(self) -> bool:
        """Whether a request is one to answer: not when another site had its own name lead here, to read what
        is not published yet.
        """
        if not super().parse_request():
            return False
        hosts = [host.lower() for host in self.headers.get_all("Host", [])]
        if len(hosts) != 1 or hosts[0] not in self.server.names:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return False
        return True

    def log_message(self, *arguments: object) -> None:
        """Requests are not told."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        # A page of another site could otherwise load the search as a script, and read all texts in it.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The answer to a request; an address that no file can have leads nowhere."""
        try:
            return self._answer()
        except (OSError, ValueError) as error:
            if isinstance(error, ConnectionError):
                raise
            return self._missing()

    def _answer(self) -> io.BytesIO | BinaryIO | None:
        """What a preview adds, a page with that in it, or a file as it is."""
        path = urlsplit(self.path).path
        if path.startswith(preview.PARTS):
            return self._part(path.removeprefix(preview.PARTS))
        if path == preview.MESSAGES:
            return self._page(preview.messages(self.server.told, self.server.build))
        file = self._file()
        if not file.exists() and (inside := unquote(path)).startswith(self.server.base):
            # As the page for missing pages names it.
            self.path = "/" + quote(inside.removeprefix(self.server.base))
            file = self._file()
        if file.suffix == ".html" and file.is_file():
            return self._page(self._with(file))
        return super().send_head() if file.exists() else self._missing()

    def _file(self) -> Path:
        file = Path(self.translate_path(self.path))
        return file / "index.html" if file.is_dir() and urlsplit(self.path).path.endswith("/") else file

    def _part(self, name: str) -> io.BytesIO:
        if name == "build":
            return self._page(self.server.build.encode(), kind="text/plain")
        raw = preview.part(name)
        return self._missing() if raw is None else self._page(raw, kind=self.guess_type(name))

    def _missing(self) -> io.BytesIO:
        """The site's own page for missing pages; without a site there is only what is wrong with it."""
        file = Path(self.directory, "404.html")
        page = self._with(file) if file.is_file() else preview.messages(self.server.told, self.server.build)
        return self._page(page, status=HTTPStatus.NOT_FOUND)

    def _with(self, file: Path) -> bytes:
        return preview.added(file.read_bytes(), self.server.told, self.server.build)

    def _page(self, raw: bytes, *, kind: str = "text/html", status: HTTPStatus = HTTPStatus.OK) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        return io.BytesIO(raw)


def serve(root: Path, folder: Path, port: int, rebuild: Callable[[], preview.Told]) -> None:
    """Builds, serves on localhost and watches until interrupted; whatever a rebuild raises is told, and
    watching goes on.

    Raises CannotRunError, before anything is built, when the port cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        server = _Server(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise CannotRunError(_PORT.filled(port=port, reason=reason(error))) from error
    seen = _state(root)
    try:
        _told(server, rebuild)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"http://127.0.0.1:{server.server_port}/", err=True)
        while True:
            time.sleep(INTERVAL)
            if (now := _state(root)) != seen:
                seen = now
                _told(server, rebuild)
    except KeyboardInterrupt:
        return


def _told(server: _Server, rebuild: Callable[[], preview.Told]) -> None:
    try:
        server.show(rebuild())
    except Exception:  # noqa: BLE001 - an editor mends the cause and saves again
        traceback.print_exc()


def _state(root: Path) -> list[tuple[str, int, int]]:
    files = [root / "site_config.yml", *(Path(here) / name for folder in ("content", "charts")
                                         for here, _, names in os.walk(root / folder) for name in names if not is_aside(name))]
    return sorted(seen for file in files if (seen := _seen(file)))


def _seen(file: Path) -> tuple[str, int, int] | None:
    try:
        stat = file.stat()
    except OSError:  # removed meanwhile, or a link to nothing
        return None
    return str(file), stat.st_mtime_ns, stat.st_size

"""A folder served on this machine and rebuilt whenever an input changes; stays up whatever is wrong."""

from __future__ import annotations

import io
import os
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO
from urllib.parse import quote, unquote, urlsplit

import click

from trendrapport.board.standing import Look
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.runtime.failures import reason
from trendrapport.site import browser_forms, preview
from trendrapport.site.browser_forms.answering import LARGEST, Asked, EditingDesk
from trendrapport.site.preview.desk import Desk
from trendrapport.site.preview.new_chart import NewChart
from trendrapport.site.watching import saves

STILL_THERE = 15
"""Seconds after which a page that waits for a rebuild hears that the server is there, as one that has left is
noticed only then.
"""

_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_WEB = 80
_PORT = Text(
    nl=(
        "Poort {port} kan niet worden gebruikt: {reason}. Kies een andere met --port, of een "
        "vrije met --port 0."
    ),
    en=("Port {port} cannot be used: {reason}. Choose another one with --port, or a free one with --port 0."),
)


class _Server(ThreadingHTTPServer):
    # On Windows this would let two programs have one port.
    allow_reuse_address = os.name != "nt"
    outcome = preview.Outcome()
    new_chart = NewChart(Path())
    desk = Desk()
    editing: EditingDesk | None = None
    builds = 0
    base = "/"

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **named)
        self.rebuilt = threading.Condition()

    @property
    def build(self) -> str:
        """A name for what is shown now, also after the server was started again."""
        return f"{os.getpid()}-{self.builds}"

    def build_after(self, told: str) -> str:
        """The build that is shown once it is another than the one that was `told`; the same one after
        `STILL_THERE`.
        """
        with self.rebuilt:
            self.rebuilt.wait_for(lambda: self.build != told, STILL_THERE)
            return self.build

    @property
    def names(self) -> set[str]:
        """What a request from this machine calls this server; a browser leaves out the port of the web."""
        with_port = {f"{name}:{self.server_port}" for name in _LOCAL}
        return with_port | set(_LOCAL) if self.server_port == _WEB else with_port

    def handle_error(self, request: object, client_address: object) -> None:
        """A failure while a request is answered; that a browser broke it off is none."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def show(self, outcome: preview.Outcome) -> None:
        """Lets the pages say what came of a rebuild, and load again."""
        self.outcome = outcome
        if self.editing:
            self.editing.show(outcome)
        if outcome.address:
            self.base = unquote(urlsplit(outcome.address).path).rstrip("/") + "/"
        with self.rebuilt:
            self.builds += 1
            self.rebuilt.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: _Server

    def parse_request(self) -> bool:
        """Whether a request is one to answer. Another site can have its own name lead here, to read what is
        not published yet.
        """
        if not super().parse_request():
            return False
        hosts = [host.lower() for host in self.headers.get_all("Host", [])]
        if len(hosts) != 1 or hosts[0] not in self.server.names:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return False
        return True

    def log_message(self, *arguments: object) -> None:
        """Keeps requests out of the log."""

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

    def do_PUT(self) -> None:  # noqa: N802 - as the standard library names it
        """A file of the report that is saved on the page for editing."""
        self._change()

    def do_DELETE(self) -> None:  # noqa: N802
        """A file of the report that is removed there."""
        self._change()

    def _change(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if not 0 <= length <= LARGEST:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(length)
        answered = self._edited(body)
        if answered is None:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED)
            return
        self.wfile.write(answered.getvalue())

    def _edited(self, body: bytes = b"") -> io.BytesIO | None:
        """The answer to the page for editing; None where there is none."""
        path = urlsplit(self.path).path
        if self.server.editing is None or not path.startswith(browser_forms.ADDRESS):
            return None
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.editing.answer(Asked(self.command, path, headers, body))
        if answer is None:
            return None
        return self._page(answer.raw, kind=answer.kind, status=answer.status, headers=answer.headers)

    def _answer(self) -> io.BytesIO | BinaryIO | None:
        """What a preview adds, a page with that in it, or any other file."""
        address = urlsplit(self.path)
        if address.path == preview.REBUILDS:
            self._rebuilds()
            return None
        page = self._own_page(address.path, address.query)
        if page is not None:
            return self._page(page)
        if edited := self._edited():
            return edited
        for folder, added in ((preview.GUIDE, self._guide), (preview.PARTS, preview.part)):
            if address.path.startswith(folder):
                name = address.path.removeprefix(folder)
                return self._given(added(name), name or "index.html")
        return self._of_site(unquote(address.path))

    def _own_page(self, path: str, query: str) -> bytes | None:
        """A page that only a preview has."""
        server = self.server
        if path == preview.NEW_CHART:
            return server.new_chart.page(query, server.outcome, server.build)
        if path == preview.MESSAGES:
            return server.desk.messages(server.outcome, server.build)
        if path == preview.BOARD:
            return server.desk.board(server.outcome, server.build)
        if path == preview.BESIDE:
            return server.desk.beside(query, server.outcome, server.build)
        return None

    def _guide(self, name: str) -> bytes | None:
        return preview.guide_page(self.server.outcome, name)

    def _of_site(self, path: str) -> io.BytesIO | BinaryIO | None:
        file = self._file()
        if not file.exists() and path.startswith(self.server.base):
            # The page for missing pages has addresses that start at the site's base.
            self.path = "/" + quote(path.removeprefix(self.server.base))
            file = self._file()
        if file.suffix == ".html" and file.is_file():
            return self._page(self._with(file))
        if not file.exists():
            return self._missing()
        return super().send_head()

    def _file(self) -> Path:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            return file / "index.html"
        return file

    def _given(self, raw: bytes | None, name: str) -> io.BytesIO:
        """A file that a preview adds, with the type of its name."""
        if raw is None:
            return self._missing()
        return self._page(raw, kind=self.guess_type(name))

    def _rebuilds(self) -> None:
        """Tells the name of the build that is shown, and that of each one after it, as they come."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        told = ""
        while self.command == "GET":
            build = self.server.build_after(told)
            # A line that begins with a colon says nothing.
            said = ":" if build == told else f"data: {build}"
            self.wfile.write(f"{said}\n\n".encode())
            self.wfile.flush()
            told = build

    def _missing(self) -> io.BytesIO:
        """The site's own page for missing pages; without a site there is only what is wrong with it."""
        file = Path(self.directory, "404.html")
        if file.is_file():
            page = self._with(file)
        else:
            page = preview.messages(self.server.outcome, self.server.build)
        return self._page(page, status=HTTPStatus.NOT_FOUND)

    def _with(self, file: Path) -> bytes:
        return preview.added(file.read_bytes(), self.server.outcome, self.server.build)

    def _page(
        self,
        raw: bytes,
        *,
        kind: str = "text/html",
        status: HTTPStatus = HTTPStatus.OK,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> io.BytesIO:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") and ";" not in kind else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        return io.BytesIO(raw)


def serve(
    root: Path,
    folder: Path,
    port: int,
    rebuild: Callable[[], preview.Outcome],
    look: Callable[[], Look] = Look,
    editing: EditingDesk | None = None,
) -> None:
    """Builds, serves on localhost and watches until interrupted; what a rebuild raises is printed, and
    watching goes on. `look` tells how far each text is, when somebody asks; with `editing`, texts can be
    changed in the browser.

    Raises CannotRunError, before anything is built, when the port cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        server = _Server(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise CannotRunError(_PORT.filled(port=port, reason=reason(error))) from error
    server.new_chart, server.desk, server.editing = NewChart(root), Desk(look), editing
    try:
        with closing(saves(root)) as saved:
            _show(server, rebuild)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for address in ("/", *((browser_forms.ADDRESS,) if editing else ())):
                click.echo(f"http://127.0.0.1:{server.server_port}{address}", err=True)
            for _ in saved:
                _show(server, rebuild)
    except KeyboardInterrupt:
        return


def _show(server: _Server, rebuild: Callable[[], preview.Outcome]) -> None:
    try:
        server.show(rebuild())
    except Exception:  # noqa: BLE001 - an editor mends the cause and saves again
        traceback.print_exc()

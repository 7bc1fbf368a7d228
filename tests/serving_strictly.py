"""A site on a local port under its content security policy, where a test needs no whole web server."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from trendrapport.pages.browser.policy import ALONE, WITHIN


class Strict(SimpleHTTPRequestHandler):
    """Files with the policy of a page as a header, and no lines in the log."""

    def end_headers(self) -> None:
        figure = self.path.startswith("/figures/")
        self.send_header("Content-Security-Policy", WITHIN if figure else ALONE)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """A server that several pages can ask at the same time, with all their files."""

    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page breaks off what it asked for."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Strict) -> Iterator[str]:
    """The address of a folder while it is served."""
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()

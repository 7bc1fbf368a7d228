"""A site on a local port under its content security policy, where a test needs no whole web server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from trendrapport.pages.browser.policy import ALONE, WITHIN
from trendrapport.site.responses import Site


class Strict(SimpleHTTPRequestHandler):
    """Files with the policy and the fonts of a page as headers, and no lines in the log."""

    def end_headers(self) -> None:
        figure = self.path.startswith("/figures/")
        self.send_header("Content-Security-Policy", WITHIN if figure else ALONE)
        if self.path.partition("?")[0].endswith(".html") and not figure:
            self.send_header("Link", Site("/", secure=False, paths=frozenset()).page["Link"])
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Strict) -> Iterator[str]:
    """The address of a folder while it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()

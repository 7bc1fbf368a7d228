"""A built site on a local port, as a web server sends it: by nginx with the configuration that the build
wrote, else by Python with gzip.

nginx speaks TLS and HTTP/2, as the sites that readers visit do; browsers speak HTTP/2 over TLS only.
"""

from __future__ import annotations

import gzip
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from nginx import nginx
from serving_strictly import served as on_a_port

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".webmanifest")


class Gzipped(SimpleHTTPRequestHandler):
    """Files, compressed where that makes them smaller, and no lines in the log."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.directory) / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        sent, small = path.read_bytes() if found else b"", path.suffix in COMPRESSED
        sent = gzip.compress(sent, 6) if small else sent
        self.send_response(200 if found else 404)
        self.send_header(
            "Content-Type",
            f"{self.guess_type(path)}{'; charset=utf-8' if path.suffix in ('.html', '.css', '.js') else ''}",
        )
        self.send_header("Content-Length", str(len(sent)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, configuration: Path, place: Path) -> Iterator[str]:
    """The address of a site while it is served; nginx writes its own files in `place`."""
    if shutil.which("openssl") and (shutil.which("nginx") or Path("/usr/sbin/nginx").is_file()):
        with nginx(folder, configuration, place, secure=True) as address:
            yield address
    else:
        print("nginx or openssl is not there: served by Python, with gzip, without TLS and HTTP/2.")
        with gzipped(folder) as address:
            yield address


def gzipped(folder: Path) -> AbstractContextManager[str]:
    """The address of a folder while Python serves it."""
    return on_a_port(folder, Gzipped)

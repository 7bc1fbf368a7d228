"""A folder shown on this machine, rebuilt whenever an input changes; stays up whatever the content is like."""

from __future__ import annotations

import os
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

INTERVAL = 0.5
"""Seconds between two looks at the files."""


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Requests are not told."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(root: Path, folder: Path, port: int, rebuild: Callable[[], None]) -> None:
    """Builds, serves on localhost and watches until interrupted; whatever a rebuild raises is told, and watching goes on.

    Raises OSError when the port is taken.
    """
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    seen = _state(root)
    _told(rebuild)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        click.echo(f"http://127.0.0.1:{server.server_port}/", err=True)
        while True:
            time.sleep(INTERVAL)
            if (now := _state(root)) != seen:
                seen = now
                _told(rebuild)
    except KeyboardInterrupt:
        server.shutdown()


def _told(rebuild: Callable[[], None]) -> None:
    try:
        rebuild()
    except Exception:  # noqa: BLE001 - an editor mends the cause and saves again
        traceback.print_exc()


def _state(root: Path) -> list[tuple[str, int, int]]:
    files = [root / "site_config.yml", *(Path(here) / name for folder in ("content", "charts")
                                         for here, _, names in os.walk(root / folder) for name in names)]
    return sorted(seen for file in files if (seen := _seen(file)))


def _seen(file: Path) -> tuple[str, int, int] | None:
    try:
        stat = file.stat()
    except OSError:  # removed meanwhile, or a link to nothing
        return None
    return str(file), stat.st_mtime_ns, stat.st_size

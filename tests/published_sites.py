"""A published site with its list of files, and sites on the web, for tests of what looks at sites."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import cast

import invented
from loopback import LoopbackServer
from trendrapport.starters import new_report

TREND = "2026/trends/voorbeeldtrend.html"
DRAFT = "content/2026/trends/geheim.md"


def with_manifest(folder: Path) -> None:
    """Writes the sample with its list, a draft, and a document made of the site."""
    new_report.init(folder)
    config = folder / "site_config.yml"
    text = config.read_text("utf-8")
    config.write_text(
        text.replace("  - site\n", "  - manifest\n  - site\n  - offline\n  - markdown\n"), "utf-8"
    )
    (folder / DRAFT).write_text(invented.trend(extra="status: draft\n"), "utf-8")


class ServedFolder(LoopbackServer):
    """A folder on the web, without the files that servers hide."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        super().__init__(partial(Quiet, directory=str(folder)))  # type: ignore[arg-type]


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        cast("ServedFolder", self.server).asked.append(self.path)
        if self.path.rpartition("/")[2].startswith((".", "_")):
            self.send_error(404)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def online(folder: Path) -> Iterator[ServedFolder]:
    """Serves a site."""
    with ServedFolder(folder) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()

"""Files that systems and programs put beside an editor's own: no part of a report anywhere.

All content here is invented.
"""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from conftest import files
from trendrapport.files.asides import is_aside
from trendrapport.pipeline import Options, build, check
from trendrapport.pipeline.unchanged import inputs_digest
from trendrapport.site.serving import _Handler, _Server
from trendrapport.site.watching import _state

ASIDES = (
    "#voorbeeldtrend.md#",
    ".#voorbeeldtrend.md",
    "voorbeeldtrend.md~",
    "~$rapport.docx",
    "~WRL0001.tmp",
    ".~lock.tabel.csv#",
    ".voorbeeldtrend.md.swp",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    "Desktop.ini",
    ".DS_Store",
    "._foto.png",
)


@pytest.mark.parametrize("name", ASIDES)
def test_they_are_no_part_of_a_report(sample: Path, name: str) -> None:
    inputs, state = inputs_digest(sample, Options(), "2026-01-01", ""), _state(sample)
    for folder in ("content", "content/2026/trends", "charts", "charts/data"):
        (sample / folder / name).write_bytes(b"\xff")
    assert check(sample).diagnostics == ()
    assert inputs_digest(sample, Options(), "2026-01-01", "") == inputs, "nothing is built anew for it"
    assert _state(sample) == state, "nor by serve"


@pytest.mark.parametrize("name", ["voorbeeldtrend.md", "C#.md", "a~b.md", "#1.md", "thumbs.png"])
def test_what_an_editor_names_so_is_no_aside(name: str) -> None:
    assert not is_aside(name)


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a symbolic link")
def test_a_lock_of_emacs_leads_nowhere(sample: Path) -> None:
    (sample / "content/2026/trends/.#voorbeeldtrend.md").symlink_to("iemand@computer.123:456")
    assert check(sample).diagnostics == ()


def test_they_do_not_come_into_the_site(sample: Path) -> None:
    for name in ASIDES:
        (sample / "content" / name).write_bytes(b"niet voor lezers")
    assert build(sample, Options(strict=True)).built
    assert [path for path, raw in files(sample / "site").items() if b"niet voor lezers" in raw] == []


def test_a_request_that_is_broken_off_says_nothing(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (sample / "groot.bin").write_bytes(bytes(30_000_000))
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(sample)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for _ in range(3):
        asked = socket.create_connection(("127.0.0.1", server.server_port))
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        asked.sendall(b"GET /groot.bin HTTP/1.1\r\nHost: localhost:%d\r\n\r\n" % server.server_port)
        asked.recv(10)
        asked.close()
    time.sleep(0.5)
    server.shutdown()
    server.server_close()
    assert capfd.readouterr().err == ""


def test_another_failure_of_a_request_is_told(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(sample)))
    try:
        raise ValueError("iets anders")
    except ValueError:
        server.handle_error(None, ("127.0.0.1", 1))
    server.server_close()
    assert "iets anders" in capfd.readouterr().err

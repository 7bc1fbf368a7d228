"""A site served by real nginx, run as the user of the tests, with the configuration that its build wrote."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = shutil.which("nginx") or "/usr/sbin/nginx"
PATIENCE = 20.0
"""Seconds in which it has started, on a busy machine too."""

_WHOLE = """daemon off;
master_process off;
pid {place}/nginx.pid;
error_log {place}/error.log warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port}{secured};
        root {folder};
        include {configuration};
    }}
}}
"""


_SECURED = " ssl http2; ssl_certificate {place}/certificate.pem; ssl_certificate_key {place}/key.pem"


@contextmanager
def nginx(folder: Path, configuration: Path, place: Path, *, secure: bool = False) -> Iterator[str]:
    """The address of a folder while it is served; what nginx writes of itself goes to `place`.

    When `secure`, it speaks TLS and HTTP/2 under a certificate that no browser trusts by itself, which
    `openssl` makes.
    """
    place.mkdir(parents=True, exist_ok=True)
    port = free()
    if secure:
        _certify(place)
    whole = _WHOLE.format(
        place=place,
        port=port,
        folder=folder,
        configuration=configuration,
        secured=_SECURED.format(place=place) if secure else "",
    )
    (place / "nginx.conf").write_text(whole)
    command = [PROGRAM, "-p", str(place), "-e", str(place / "error.log"), "-c", str(place / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    with subprocess.Popen(command) as process:
        try:
            wait(port, process)
            yield f"http{'s' if secure else ''}://127.0.0.1:{port}"
        finally:
            process.terminate()


def _certify(place: Path) -> None:
    """Writes a certificate of this machine for a day, and its key."""
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            str(place / "key.pem"),
            "-out",
            str(place / "certificate.pem"),
        ],
        capture_output=True,
        check=True,
    )


def free() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Waits until a server answers."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the server did not start")

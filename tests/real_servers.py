"""A site served by real Apache or Caddy, run as the user of the tests, configured as its build wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nginx import free, wait

APACHE = shutil.which("apache2") or shutil.which("httpd") or "/usr/sbin/apache2"
CADDY = shutil.which("caddy") or "/usr/bin/caddy"
MODULES = Path("/usr/lib/apache2/modules")

_LOADED = (
    "mpm_event",
    "authz_core",
    "authz_host",
    "dir",
    "mime",
    "alias",
    "headers",
    "filter",
    "deflate",
    "brotli",
    "autoindex",
    "env",
)

_APACHE = """
ServerRoot {place}
ServerName 127.0.0.1
PidFile {place}/pid
ErrorLog {place}/error.log
DefaultRuntimeDir {place}
Mutex file:{place}
Listen 127.0.0.1:{port}
{modules}
TypesConfig {place}/types
DirectoryIndex index.html
User #{user}
Group #{group}
DocumentRoot {folder}
<Directory {folder}>
    AllowOverride FileInfo
    Options {options}
    Require all granted
</Directory>
"""

_CADDY = """{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    root * {folder}
    import {configuration}
}}
"""


def has_apache() -> bool:
    """Whether Apache is installed as Debian does."""
    return Path(APACHE).exists() and MODULES.is_dir()


def has_caddy() -> bool:
    """Whether Caddy is installed."""
    return Path(CADDY).exists()


@contextmanager
def apache(folder: Path, place: Path, options: str = "None") -> Iterator[str]:
    """The address of a folder while Apache serves it; what Apache writes of itself goes to `place`."""
    place.mkdir(parents=True, exist_ok=True)
    port = free()
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in _LOADED)
    user, group = (65534, 65534) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
    (place / "types").write_text("")
    (place / "httpd.conf").write_text(
        _APACHE.format(
            place=place, port=port, modules=modules, folder=folder, options=options, user=user, group=group
        )
    )
    with _running([APACHE, "-X", "-f", str(place / "httpd.conf")], port, place):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy(folder: Path, configuration: Path, place: Path) -> Iterator[str]:
    """The address of a folder while Caddy serves it; what Caddy writes of itself goes to `place`."""
    place.mkdir(parents=True, exist_ok=True)
    port = free()
    (place / "Caddyfile").write_text(_CADDY.format(port=port, folder=folder, configuration=configuration))
    with _running(
        [CADDY, "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"], port, place
    ):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(command: list[str], port: int, place: Path) -> Iterator[None]:
    own = {"HOME": str(place), "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place)}
    with (
        (place / "log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **own}) as process,
    ):
        try:
            wait(port, process)
            yield
        finally:
            process.terminate()

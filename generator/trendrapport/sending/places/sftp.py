"""A folder at a server that speaks SFTP. Who logs in, and whether the server is the one it was before, the
usual files of ssh say (~/.ssh); there is no place for a password.
"""

from __future__ import annotations

import posixpath
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.sending.file_by_file import FileByFile
from trendrapport.sending.places import Place, Sender

if TYPE_CHECKING:
    from paramiko import SFTPClient

SCHEMES = ("sftp",)
NEEDS = ("paramiko",)
EXAMPLE = "sftp://user@host/srv/www/trends"

_PATIENCE = 30
"""Seconds that a server may say nothing."""

_NO_ADDRESS = Text(
    nl='"{address}" is geen adres voor SFTP. Schrijf: {example}',
    en='"{address}" is no address for SFTP. Write: {example}',
)
_PASSWORD = Text(
    nl="In het adres staat een wachtwoord. Log in met een sleutel (ssh-copy-id), en laat het wachtwoord weg.",
    en="The address has a password in it. Log in with a key (ssh-copy-id), and leave out the password.",
)
_FAILED = Text(
    nl='"{host}" weigert of is niet bereikbaar: {why}', en='"{host}" refuses or cannot be reached: {why}'
)
_UNKNOWN = Text(
    nl='"{host}" is hier niet bekend. Log een keer in met: ssh {host}, en kijk of de sleutel klopt.',
    en='"{host}" is not known here. Log in once with: ssh {host}, and see whether its key is right.',
)


class _Folder:
    reads_configuration = True

    def __init__(self, host: str, port: int, user: str | None, folder: str) -> None:
        self.name = f"sftp://{host}{folder}"
        self._host = host
        self._port = port
        self._user = user
        self._folder = folder

    @cached_property
    def _files(self) -> SFTPClient:
        """A connection with the server, which must be known."""
        from paramiko import RejectPolicy, SSHClient
        from paramiko.ssh_exception import SSHException

        client = SSHClient()
        client.load_system_host_keys()
        client.set_missing_host_key_policy(RejectPolicy())
        try:
            client.connect(
                self._host,
                self._port,
                self._user,
                timeout=_PATIENCE,
                banner_timeout=_PATIENCE,
                auth_timeout=_PATIENCE,
            )
        except SSHException as error:
            if "known_hosts" in str(error):
                raise CannotRunError(_UNKNOWN.filled(host=self._host)) from error
            raise
        files = client.open_sftp()
        # While files are written, the connection must not be closed with its client.
        self._client = client
        return files

    def is_empty(self) -> bool:
        """Whether there is no file at all."""
        with self._told():
            try:
                return not self._files.listdir(self._folder)
            except FileNotFoundError:
                return True

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none."""
        with self._told():
            try:
                with self._files.open(self._at(path)) as file:
                    return bytes(file.read())
            except FileNotFoundError:
                return None

    def write(self, files: dict[str, bytes]) -> None:
        """Writes each file beside the former one, and then puts it in its place."""
        with self._told():
            for path, raw in files.items():
                place = self._at(path)
                fresh = f"{posixpath.dirname(place)}/.{posixpath.basename(place)}.new"
                self._make(posixpath.dirname(place))
                with self._files.open(fresh, "wb") as file:
                    file.set_pipelined(True)
                    file.write(raw)
                self._files.posix_rename(fresh, place)

    def remove(self, paths: Sequence[str]) -> None:
        """Removes files, and folders that become empty."""
        with self._told():
            for path in paths:
                with suppress(FileNotFoundError):
                    self._files.remove(self._at(path))
            for folder in sorted({posixpath.dirname(path) for path in paths}, reverse=True):
                self._remove_empty(folder)

    def _remove_empty(self, folder: str) -> None:
        while folder:
            try:
                self._files.rmdir(self._at(folder))
            except OSError:  # it holds something, or is gone already
                return
            folder = posixpath.dirname(folder)

    def _make(self, folder: str) -> None:
        """Makes a folder and those around it, unless they are there."""
        try:
            found = self._files.stat(folder)
        except FileNotFoundError:
            self._make(posixpath.dirname(folder))
            self._files.mkdir(folder)
            return
        if not stat.S_ISDIR(found.st_mode or 0):
            self._files.remove(folder)
            self._files.mkdir(folder)

    def _at(self, path: str) -> str:
        return posixpath.join(self._folder, path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says in words what the server answers when it refuses."""
        from paramiko.ssh_exception import SSHException

        try:
            yield
        except (OSError, EOFError, SSHException) as error:
            why = shortened(str(error) or type(error).__name__, 300)
            raise CannotRunError(_FAILED.filled(host=self._host, why=why)) from error


def place(address: str, _sender: Sender) -> Place:
    """A folder at a server, by its whole path."""
    try:
        parts = urlsplit(address)
        host, port, folder = parts.hostname or "", parts.port or 22, unquote(parts.path).rstrip("/")
    except ValueError:
        host, port, folder = "", 22, ""
    if not host or not folder:
        raise CannotRunError(_NO_ADDRESS.filled(address=shortened(address), example=EXAMPLE))
    if parts.password is not None:
        raise CannotRunError(_PASSWORD)
    return FileByFile(_Folder(host, port, parts.username, folder))

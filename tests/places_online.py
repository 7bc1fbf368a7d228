"""Places to which a site can be sent, on this computer: a store that speaks S3, and a server of SFTP."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import asyncssh
import boto3
import pytest
from moto.server import ThreadedMotoServer

BUCKET = "reports"


@contextmanager
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """An empty bucket, and the settings by which the usual tools find it."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "invented",
        "AWS_SECRET_ACCESS_KEY": "invented",
        "AWS_DEFAULT_REGION": "eu-west-1",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    # What an earlier server of this process was given is still there.
    urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST"))
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    try:
        yield client
    finally:
        server.stop()


@contextmanager
def sftp_server(folder: Path, home: Path) -> Iterator[int]:
    """Serves a folder over SFTP to who has the key in a home: the port. The home knows the server."""
    mine, its = asyncssh.generate_private_key("ssh-ed25519"), asyncssh.generate_private_key("ssh-ed25519")
    keys = home / ".ssh"
    keys.mkdir(parents=True)
    mine.write_private_key(str(keys / "id_ed25519"))
    (keys / "authorized").write_bytes(mine.export_public_key())
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, daemon=True).start()
    listening = asyncio.run_coroutine_threadsafe(_listen(folder, keys, its), loop).result(30)
    port = listening.get_port()
    known = its.export_public_key().decode().strip()
    (keys / "known_hosts").write_text(f"[127.0.0.1]:{port} {known}\n", "utf-8")
    try:
        yield port
    finally:
        asyncio.run_coroutine_threadsafe(_close(listening), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)


async def _listen(folder: Path, keys: Path, key: asyncssh.SSHKey) -> asyncssh.SSHAcceptor:
    return await asyncssh.listen(
        "127.0.0.1",
        0,
        server_host_keys=[key],
        authorized_client_keys=str(keys / "authorized"),
        sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(folder)),
    )


async def _close(listening: asyncssh.SSHAcceptor) -> None:
    """Ends what the server still does for those who went away."""
    listening.close()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()

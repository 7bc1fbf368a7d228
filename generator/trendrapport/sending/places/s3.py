"""A bucket of S3, or of any store that speaks its protocol; who may write there, and where it is, the usual
settings of its tools say (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL, ~/.aws).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.sending.file_by_file import FileByFile
from trendrapport.sending.places import Place, Sender
from trendrapport.site.responses import TEXTS, headers_of, media_type

SCHEMES = ("s3",)
NEEDS = ("s3fs",)
EXAMPLE = "s3://bucket/trends"

_NO_BUCKET = Text(
    nl='"{address}" noemt geen bucket. Schrijf: s3://BUCKET of s3://BUCKET/MAP',
    en='"{address}" names no bucket. Write: s3://BUCKET or s3://BUCKET/FOLDER',
)
_FAILED = Text(
    nl='De bucket "{bucket}" weigert of is niet bereikbaar: {why}',
    en='The bucket "{bucket}" refuses or cannot be reached: {why}',
)


class _Bucket:
    reads_configuration = False

    def __init__(self, bucket: str, folder: str) -> None:
        self.name = f"s3://{bucket}/{folder}"
        self._bucket = bucket
        self._root = f"{bucket}/{folder}".rstrip("/")

    @cached_property
    def _files(self) -> Any:  # noqa: ANN401 - s3fs says no types
        from s3fs import S3FileSystem

        return S3FileSystem(skip_instance_cache=True, use_listings_cache=False)

    def is_empty(self) -> bool:
        """Whether there is no file at all."""
        with self._told():
            return not self._files.exists(self._bucket) or not self._files.find(self._root, maxdepth=1)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none."""
        with self._told():
            try:
                return bytes(self._files.cat_file(f"{self._root}/{path}"))
            except FileNotFoundError:
                return None

    def write(self, files: dict[str, bytes]) -> None:
        """Writes files with their types and headers, several at a time."""
        alike: defaultdict[tuple[tuple[str, str], ...], dict[str, bytes]] = defaultdict(dict)
        for path, raw in files.items():
            alike[tuple(sorted(_settings(path).items()))][f"{self._root}/{path}"] = raw
        with self._told():
            for settings, group in alike.items():
                self._files.pipe(group, **dict(settings))

    def remove(self, paths: Sequence[str]) -> None:
        """Removes files."""
        with self._told():
            self._files.rm([f"{self._root}/{path}" for path in paths])

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says in words what the store answers when it refuses."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except (OSError, BotoCoreError, ClientError) as error:
            why = shortened(error, 300)
            raise CannotRunError(_FAILED.filled(bucket=self._bucket, why=why)) from error


def place(address: str, _sender: Sender) -> Place:
    """A folder in a bucket, or all of it."""
    parts = urlsplit(address)
    if not parts.netloc or "@" in parts.netloc:
        raise CannotRunError(_NO_BUCKET.filled(address=shortened(address)))
    return FileByFile(_Bucket(parts.netloc, parts.path.strip("/")))


def _settings(path: str) -> Mapping[str, str]:
    """What the store has to say with a file, under the names of its protocol."""
    kind, headers = media_type(path) or "application/octet-stream", headers_of(path)
    said = {
        "ContentType": f"{kind}; charset=utf-8" if kind in TEXTS else kind,
        "CacheControl": headers.get("Cache-Control", ""),
        "ContentDisposition": headers.get("Content-Disposition", ""),
    }
    return {name: value for name, value in said.items() if value}

"""What a preview answers to the page on which texts are edited: the page, what it loads, and the files of the
report, which it can change.

Only that page is answered: it knows a secret of this run, which another site that is open in the same browser
cannot read.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from mimetypes import guess_type
from typing import Protocol
from urllib.parse import unquote

from trendrapport.diagnostics import Language, Text
from trendrapport.site.browser_forms import ADDRESS, Editing, page, parts
from trendrapport.site.preview import MESSAGES, REBUILDS, Outcome, summary

FILES = f"{ADDRESS}files/"
"""Below this address each file of the report has its own."""

SUMMARY = f"{ADDRESS}summary"
"""Where the page hears how many findings there are."""

LARGEST = 50_000_000
"""Bytes that a file may have."""

_TYPES = {".js": "text/javascript", ".woff2": "font/woff2"}
_ALONE = {"Content-Security-Policy": "frame-ancestors 'none'", "X-Frame-Options": "DENY"}
_UNREACHABLE = Text(
    nl=(
        "Dit is niet opgeslagen: het programma dat de voorvertoning maakt, antwoordt niet. Kopieer wat u "
        "schreef, begin opnieuw met trendrapport serve --edit en laad de pagina opnieuw."
    ),
    en=(
        "This was not saved: the program that makes the preview does not answer. Copy what you wrote, "
        "start again with trendrapport serve --edit, and load the page again."
    ),
)
_STALE = Text(
    nl="Dit is niet opgeslagen: laad de pagina eerst opnieuw. Kopieer wat u schreef voor u dat doet.",
    en="This was not saved: load the page again first. Copy what you wrote before you do.",
)


@dataclass(frozen=True)
class RefusalError(Exception):
    """Why a file is not read, written or removed, for the editor."""

    status: HTTPStatus
    why: Text


class Folder(Protocol):
    """The texts of a report, by path from its root."""

    def editing(self) -> Editing | None:
        """What the page is made of; None while the settings cannot be read."""

    def paths(self) -> list[str]:
        """Every file that can be edited."""

    def read(self, path: str) -> bytes:
        """A file as a form shows it. Raises RefusalError, also below."""

    def version(self, path: str) -> str:
        """A name for the bytes of a file; empty if there is none."""

    def save(self, path: str, came: bytes, version: str) -> None:
        """Writes what a form gives back, if the file still has that version."""

    def remove(self, path: str, version: str) -> None:
        """Removes a file, if it still has that version."""


@dataclass(frozen=True)
class Asked:
    """A request, from a name that this server goes by."""

    method: str
    path: str
    headers: Mapping[str, str]
    """By name in lower case."""
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What is sent back."""

    raw: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


class EditingDesk:
    """The page for editing the report in a folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._token = secrets.token_urlsafe(24)
        self._outcome = Outcome()

    def show(self, outcome: Outcome) -> None:
        """Lets the page say what was found at the last rebuild."""
        self._outcome = outcome

    @property
    def _language(self) -> Language:
        return self._outcome.language

    def answer(self, asked: Asked) -> Answer | None:
        """The answer to a request; None for an address where nothing is."""
        path = unquote(asked.path)
        if path.startswith(FILES) or path == SUMMARY:
            return self._to_the_page(asked, path)
        if asked.method != "GET":
            return Answer(status=HTTPStatus.METHOD_NOT_ALLOWED)
        if path == ADDRESS:
            return self._page()
        return _part(path.removeprefix(ADDRESS))

    def _page(self) -> Answer | None:
        editing = self._folder.editing()
        if editing is None:
            return None
        server = {
            "files": FILES,
            "token": self._token,
            "summary": SUMMARY,
            "rebuilds": REBUILDS,
            "messages": MESSAGES,
            "unreachable": _UNREACHABLE.of(editing.language),
        }
        made = Editing(editing.language, editing.configuration, editing.styles, more={"server": server})
        return Answer(page(made), "text/html; charset=utf-8", headers=_ALONE)

    def _to_the_page(self, asked: Asked, path: str) -> Answer:
        """An answer for the page alone."""
        if not self._is_the_page(asked):
            return Answer(_STALE.of(self._language).encode(), status=HTTPStatus.FORBIDDEN)
        if path == SUMMARY:
            is_clean = self._outcome.built and not self._outcome.diagnostics
            return _json({"text": summary(self._outcome), "clean": is_clean})
        try:
            return self._file(asked, path.removeprefix(FILES))
        except RefusalError as refusal:
            return Answer(refusal.why.of(self._language).encode(), status=refusal.status)

    def _is_the_page(self, asked: Asked) -> bool:
        host, origin = asked.headers.get("host", ""), asked.headers.get("origin", "")
        # Browsers name where a request comes from in each one that changes something.
        may_be_unnamed = asked.method == "GET" and not origin
        is_own = may_be_unnamed or origin.lower() == f"http://{host.lower()}"
        given = asked.headers.get("x-editing", "")
        return is_own and secrets.compare_digest(given.encode(), self._token.encode())

    def _file(self, asked: Asked, path: str) -> Answer:
        folder = self._folder
        version = asked.headers.get("if-match", "").strip('"')
        match asked.method:
            case "GET" if not path:
                return _json(folder.paths())
            case "GET":
                raw = folder.read(path)
                return Answer(raw, _type(path), headers={"ETag": f'"{folder.version(path)}"'})
            case "PUT":
                folder.save(path, asked.body, version)
                return Answer(headers={"ETag": f'"{folder.version(path)}"'})
            case "DELETE":
                folder.remove(path, version)
                return Answer()
        return Answer(status=HTTPStatus.METHOD_NOT_ALLOWED)


def named(raw: bytes) -> str:
    """A name for these bytes."""
    return sha256(raw).hexdigest()


def _part(name: str) -> Answer | None:
    raw = parts().get(name)
    if raw is None:
        return None
    return Answer(raw, _type(name))


def _type(name: str) -> str:
    suffix = name[name.rfind(".") :]
    kind = _TYPES.get(suffix) or guess_type(name)[0] or "text/plain"
    if kind.startswith("text/"):
        return f"{kind}; charset=utf-8"
    return kind


def _json(value: object) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode(), "application/json")

"""A server on this computer that answers as Statistics Netherlands does (OData 4 and 3), with invented
figures, and that can fail in every way.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import unquote, urlsplit

from loopback import LoopbackServer

PERIODS = ("2021JJ00", "2022JJ00", "2023JJ00")
AREAS = {"NL01": "Nederland", "GM0363": "Amsterdam", "GM0344": "Utrecht (gemeente)"}
MEASURES = ("M001", "M002")
NUMBER = "84410NED"


def figures() -> list[dict[str, Any]]:
    """The invented observations of a table; one is secret, and one cannot exist."""
    found = []
    for year, period in enumerate(PERIODS):
        for place, area in enumerate(AREAS):
            whole = 1000 * (place + 1) + year
            found += [observation(period, area, "M001", whole), observation(period, area, "M002", whole / 8)]
    found[3] |= {"Value": None, "ValueAttribute": "Confidential"}
    del found[5]
    for number, one in enumerate(found):
        one["Id"] = number
    return found


def observation(period: str, area: str, measure: str, value: float) -> dict[str, Any]:
    return {
        "Measure": measure,
        "ValueAttribute": "None",
        "Value": value,
        "StringValue": None,
        "RegioS": area,
        "Perioden": period,
    }


@dataclass
class Table:
    """What the server has of a table; tests change it."""

    observations: list[dict[str, Any]] = field(default_factory=figures)
    provisional: tuple[str, ...] = (PERIODS[-1],)
    version: str = "202601010000"
    page: int = 7
    """How many observations are on a page."""
    measures: tuple[str, ...] = MEASURES

    def sets(self) -> dict[str, Any]:
        """The answers of version 4, by the last part of the address."""
        statuses = {one: "Voorlopig" if one in self.provisional else "Definitief" for one in PERIODS}
        return {
            "Dimensions": [
                {"Identifier": "RegioS", "Title": "Regio's", "Kind": "GeoDimension"},
                {"Identifier": "Perioden", "Title": "Perioden", "Kind": "TimeDimension"},
            ],
            "RegioSCodes": [{"Identifier": code, "Title": title} for code, title in AREAS.items()],
            "PeriodenCodes": [
                {"Identifier": code, "Title": code[:4], "Status": status} for code, status in statuses.items()
            ],
            "MeasureCodes": [
                {"Identifier": "M001", "Title": "Verzonnen aantal", "Unit": "aantal", "Decimals": 0},
                {"Identifier": "M002", "Title": "Verzonnen aandeel", "Unit": "%", "Decimals": 1},
            ][: len(self.measures)],
            "Observations": [one for one in self.observations if one["Measure"] in self.measures],
        }

    def properties(self) -> dict[str, Any]:
        return {
            "Identifier": NUMBER,
            "Title": "Verzonnen; regio",
            "Description": "Een verzonnen tabel.",
            "Version": self.version,
            "ObservationCount": len(self.observations),
        }


Failure = Callable[["Handler"], bool]
"""Answers in another way; false to let the answer be as it should."""


class Server(LoopbackServer):
    """A server with one table, files, and a queue of failures."""

    def __init__(self) -> None:
        super().__init__(Handler)
        self.table = Table()
        self.files: dict[str, tuple[bytes, str]] = {}
        """By path: the bytes and the media type."""
        self.failures: list[Failure] = []
        self.asked: list[str] = []
        self.former: set[str] = set()
        """Tables that only version 3 has."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server asks for
        self.server.asked.append(unquote(self.path))
        if self.server.failures and self.server.failures.pop(0)(self):
            return
        parts = urlsplit(self.path)
        if parts.path in self.server.files:
            raw, sort = self.server.files[parts.path]
            self.send(raw, sort)
            return
        answer = self._answer(parts.path, unquote(parts.query))
        if answer is None:
            self.send(b"{}", status=404)
        else:
            self.send(json.dumps(answer).encode(), "application/json; odata.metadata=minimal")

    def _answer(self, path: str, query: str) -> Any:
        _, version, number, name = [*path.split("/"), "", "", ""][:4]
        if version == "v3" and number in self.server.former:
            return self._former(name, query)
        if version != "v4" or number != NUMBER:
            return None
        if name == "Properties":
            return self.server.table.properties()
        found = self.server.table.sets().get(name)
        if found is None or name != "Observations":
            return None if found is None else {"value": found}
        kept = [one for one in found if fits(one, query)]
        return self._page(kept, path, query)

    def _page(self, kept: list[Any], path: str, query: str) -> Any:
        skip = int((re.search(r"\$skip=(\d+)", query) or ["", "0"])[1])
        size = self.server.table.page
        page: dict[str, Any] = {"value": kept[skip : skip + size]}
        if skip + size < len(kept):
            rest = re.sub(r"&?\$skip=\d+", "", query).replace(" ", "%20")
            page["@odata.nextLink"] = f"{self.server.root}{path}?{rest}&$skip={skip + size}"
        return page

    def _former(self, name: str, query: str) -> Any:
        assert "$format=json" in query
        sets = {
            "TableInfos": [{"Title": "Verzonnen; vroeger", "Modified": "2020-01-01T02:00:00"}],
            "DataProperties": [
                {"Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"},
                {"Type": "TimeDimension", "Key": "Perioden", "Title": "Perioden"},
                {"Type": "TopicGroup", "Key": "", "Title": "Groep"},
                {"Type": "Topic", "Key": "Aantal_1", "Title": "Aantal", "Unit": "x 1 000", "Decimals": 1},
            ],
            "Geslacht": [{"Key": "3000   ", "Title": "Mannen"}, {"Key": "4000   ", "Title": "Vrouwen"}],
            "Perioden": [
                {"Key": "2001KW01", "Title": "2001 1e kwartaal", "Status": "Definitief"},
                {"Key": "2001KW02", "Title": "2001 2e kwartaal", "Status": "Voorlopig"},
            ],
            "UntypedDataSet": [
                {"ID": 0, "Geslacht": "3000   ", "Perioden": "2001KW01", "Aantal_1": "     1.5"},
                {"ID": 1, "Geslacht": "3000   ", "Perioden": "2001KW02", "Aantal_1": "       ."},
                {"ID": 2, "Geslacht": "4000   ", "Perioden": "2001KW01", "Aantal_1": "     2.0"},
            ],
        }
        found = sets.get(name)
        return None if found is None else {"value": [one for one in found if fits(one, query)]}

    def send(self, raw: bytes, sort: str = "application/json", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", sort)
        self.send_header("Content-Length", str(len(raw)))
        self.send_header("ETag", f'"{len(raw)}"')
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Prints nothing."""


def fits(one: dict[str, Any], query: str) -> bool:
    """Whether an entity fits the filter in a query."""
    found = re.search(r"\$filter=([^&]*)", query)
    for part in re.findall(r"\(([^()]*)\)", found[1]) if found else ():
        conditions = re.findall(r"(\w+) eq '([^']*)'", part)
        if not any(one.get(name) == value for name, value in conditions):
            return False
    return True


@contextmanager
def serving() -> Iterator[Server]:
    """A server while a test runs."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# Ways to fail


def status(number: int, **headers: str) -> Failure:
    """An error."""

    def fail(handler: Handler) -> bool:
        handler.send(b"<html>fout</html>", "text/html", number, **headers)
        return True

    return fail


def reset(handler: Handler) -> bool:
    """A connection that is reset."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    return True


def half(handler: Handler) -> bool:
    """Half an answer."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"value": [')
    handler.close_connection = True
    return True


def silent(handler: Handler) -> bool:
    """An answer that does not come in time."""
    time.sleep(2)
    return True


def always(failure: Failure) -> Failure:
    """A failure that stays."""

    def fail(handler: Handler) -> bool:
        handler.server.failures.insert(0, fail)
        return failure(handler)

    return fail


def dripping(handler: Handler) -> bool:
    """An answer that goes on, a little at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)
    return True


def looping(handler: Handler) -> bool:
    """A redirect to itself."""
    handler.send(b"", status=302, Location=handler.path)
    return True


def moved(handler: Handler) -> bool:
    """A redirect to the same with something behind it."""
    handler.send(b"", status=301, Location=handler.path)
    return True


def wrong_type(handler: Handler) -> bool:
    """A web page instead of figures."""
    handler.send(b"<!doctype html><title>Onderhoud</title>", "text/html")
    return True


def broken_gzip(handler: Handler) -> bool:
    """An answer that cannot be unpacked."""
    handler.send(b"\x1f\x8b\x08 geen gzip", Content_Encoding="gzip")
    return True


def bomb(handler: Handler) -> bool:
    """A small answer that becomes a large one."""
    raw = gzip.compress(b'{"value": [' + b" " * 3_000_000 + b"]}")
    handler.send(raw, Content_Encoding="gzip")
    return True


def elsewhere(handler: Handler) -> bool:
    """A page that refers to another host for the next one."""
    page = {"value": [], "@odata.nextLink": "http://127.0.0.2:9/meer"}
    handler.send(json.dumps(page).encode())
    return True


def endless(handler: Handler) -> bool:
    """A page that is followed by itself."""
    page = {"value": [], "@odata.nextLink": f"{handler.server.root}{handler.path}"}
    handler.send(json.dumps(page).encode())
    return True


def not_a_number(handler: Handler) -> bool:
    """What no figure can be."""
    handler.send(b'{"value": [{"Value": NaN}]}')
    return True


def list_of_nothing(handler: Handler) -> bool:
    """JSON of another form."""
    handler.send(b"[1, 2]")
    return True

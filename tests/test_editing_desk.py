"""What a preview answers to the page on which texts are edited. All content here is invented."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

from trendrapport.pipeline.forms import FormsFolder
from trendrapport.site.browser_forms.answering import EditingDesk
from trendrapport.site.preview import Outcome
from trendrapport.site.serving import _Handler, _Server

TREND = "content/2026/trends/voorbeeldtrend.md"


class Client:
    """The page, or somebody who would like to be it."""

    def __init__(self, port: int) -> None:
        self.host = f"127.0.0.1:{port}"
        found = re.search(r'"token":"([^"]+)"', self.ask("GET", "/redactie/", token="").read().decode())
        self.token = found[1] if found else ""

    def ask(
        self, method: str, path: str, body: bytes | None = None, *, token: str | None = None, **headers: str
    ) -> HTTPResponse:
        """The answer; `if_match="..."` and the like are headers."""
        connection = HTTPConnection(self.host, timeout=60)
        given = {"X-Editing": self.token if token is None else token}
        given["Origin"] = f"http://{self.host}"
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {name: value for name, value in given.items() if value})
        return connection.getresponse()

    def file(self, method: str, path: str, body: bytes | None = None, **headers: str) -> HTTPResponse:
        return self.ask(method, f"/redactie/files/{quote(path)}", body, **headers)

    def version(self, path: str) -> str:
        return self.file("GET", path).headers["ETag"] or ""

    def saved(self, path: str, body: bytes) -> HTTPResponse:
        """Saves a file as the page does: with the version that it read."""
        return self.file("PUT", path, body, if_match=self.version(path))


@pytest.fixture
def client(sample: Path, tmp_path: Path) -> Iterator[Client]:
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(tmp_path))) as made:
        made.editing = EditingDesk(FormsFolder(sample))
        made.show(Outcome(language="nl", built=True))
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield Client(made.server_port)
        made.shutdown()


def test_the_page_asks_its_own_host_and_cannot_be_framed(client: Client) -> None:
    answer = client.ask("GET", "/redactie/")
    page = answer.read().decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "http" not in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    for part in (
        "start.js",
        "folder.js",
        "nl.js",
        "editing.css",
        "sveltia/npm/index.js",
        "sveltia/LICENSE.txt",
    ):
        assert client.ask("GET", f"/redactie/{part}").status == 200
    assert client.ask("GET", "/redactie/start.js").headers["Content-Type"].startswith("text/javascript")


def test_without_edit_there_is_no_such_page(sample: Path, tmp_path: Path) -> None:
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(tmp_path))) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        connection = HTTPConnection(f"127.0.0.1:{made.server_port}", timeout=60)
        connection.request("GET", "/redactie/")
        assert connection.getresponse().status == 404
        connection = HTTPConnection(f"127.0.0.1:{made.server_port}", timeout=60)
        connection.request("PUT", f"/redactie/files/{TREND}", b"x")
        assert connection.getresponse().status == 501
        made.shutdown()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"token": "x"}, 403),
        ({"token": ""}, 403),
        ({"Origin": "https://elders.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Host": "rebound.example"}, 421),
    ],
)
def test_only_the_page_writes(client: Client, sample: Path, headers: dict[str, str], status: int) -> None:
    before = (sample / TREND).read_bytes()
    answer = client.file("PUT", TREND, before + b"Erbij.\n", if_match=client.version(TREND), **headers)
    assert answer.status == status
    assert ((sample / TREND).read_bytes() != before) == (status == 200)


@pytest.mark.parametrize("headers", [{"token": "x"}, {"Origin": "https://elders.example"}])
def test_only_the_page_reads(client: Client, headers: dict[str, str]) -> None:
    assert client.file("GET", TREND, **headers).status == 403
    assert client.file("GET", "", **headers).status == 403
    assert client.ask("GET", "/redactie/summary", **headers).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "site_config.yml",
        "charts/voorbeeld.yml",
        "content/../site_config.yml",
        "content/a.html",
        "content/a.svg",
        "content/a.py",
        "content/.verborgen.md",
        "content/a.md~",
        "content",
        "content/",
        "content//a.md",
        "/etc/a.md",
        "content\\a.md",
        "content/a.md\0",
        "content/./a.md",
    ],
)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "GET"])
def test_nothing_else_is_touched(client: Client, sample: Path, path: str, method: str) -> None:
    before = {file: file.read_bytes() for file in sample.rglob("*") if file.is_file()}
    body = b"x" if method == "PUT" else None
    assert client.file(method, path, body).status == 403
    assert {file: file.read_bytes() for file in sample.rglob("*") if file.is_file()} == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_that_leads_out_is_not_followed(client: Client, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/a.md").write_text("Geheim.", "utf-8")
    (sample / "content/2026/uit").symlink_to(tmp_path / "elders")
    assert client.file("GET", "content/2026/uit/a.md").status == 403
    assert client.file("PUT", "content/2026/uit/b.md", b"x").status == 403
    assert not (tmp_path / "elders/b.md").exists()


def test_what_changed_meanwhile_is_not_overwritten(client: Client, sample: Path) -> None:
    version, file = client.version(TREND), sample / TREND
    file.write_text(file.read_text("utf-8") + "\nVan een ander.\n", "utf-8")
    before = file.read_bytes()
    answer = client.file("PUT", TREND, b"---\ntitle: Anders\n---\n", if_match=version)
    assert answer.status == 412
    assert "intussen ergens anders veranderd" in answer.read().decode()
    assert client.file("DELETE", TREND, if_match=version).status == 412
    # A file that the page does not know of is not overwritten either.
    assert client.file("PUT", TREND, b"---\ntitle: Anders\n---\n").status == 412
    assert file.read_bytes() == before


def test_comments_stay_and_the_answer_names_the_new_version(client: Client, sample: Path) -> None:
    file = sample / TREND
    text = file.read_text("utf-8").replace("summary:", "# Over de samenvatting.\nsummary:", 1)
    file.write_text(text, "utf-8")
    came = re.sub(r"(?m)^ *#.*\n", "", text).replace("impact:", "impact: 2\nx:", 1).replace("x: ", "# ", 1)
    answer = client.saved(TREND, came.encode())
    assert answer.status == 200
    assert "# Over de samenvatting.\nsummary:" in file.read_text("utf-8")
    assert "impact: 2" in file.read_text("utf-8")
    assert answer.headers["ETag"] == client.version(TREND)


def test_a_new_text_is_a_draft_until_somebody_says_otherwise(client: Client, sample: Path) -> None:
    folder = sample / "content/2026/trends"
    assert client.file("PUT", "content/2026/trends/nieuw.md", b"---\ntitle: Nieuw\n---\n").status == 200
    assert (folder / "nieuw.md").read_text("utf-8") == "---\nstatus: draft\ntitle: Nieuw\n---\n"
    assert client.file("PUT", "content/2026/trends/af.md", b"---\nstatus: final\n---\n").status == 200
    assert (folder / "af.md").read_text("utf-8") == "---\nstatus: final\n---\n"
    assert client.file("PUT", "content/2026/trends/nieuw.en.md", b"---\ntitle: New\n---\n").status == 200
    assert "draft" not in (folder / "nieuw.en.md").read_text("utf-8")


def test_a_list_of_people_gets_another_and_keeps_the_rest(client: Client, sample: Path) -> None:
    file, path = sample / "content/people.yml", "content/people.yml"
    before = "# Verzonnen mensen.\nbram-verzonnen:\n  name: Bram Verzonnen  # met twee n\n"
    file.write_text(before, "utf-8")
    shown = client.file("GET", path).read().decode()
    assert shown.startswith("entries:\n- key: ")
    assert client.saved(path, f"{shown}- key: nieuw\n  name: Nieuw Mens\n".encode()).status == 200
    assert file.read_text("utf-8") == f"{before.rstrip()}\nnieuw:\n  name: Nieuw Mens\n"
    twice = client.saved(path, f"{shown}- key: nieuw\n  name: A\n- key: nieuw\n  name: B\n".encode())
    assert (twice.status, "geen twee dezelfde" in twice.read().decode()) == (422, True)


def test_a_file_with_a_mistake_is_left_alone(client: Client, sample: Path) -> None:
    (sample / TREND).write_text("---\ntitle: [\n---\n", "utf-8")
    answer = client.saved(TREND, b"---\ntitle: Goed\n---\n")
    assert (answer.status, "staat een fout" in answer.read().decode()) == (409, True)
    assert (sample / TREND).read_text("utf-8") == "---\ntitle: [\n---\n"


def test_files_are_listed_and_removed(client: Client, sample: Path) -> None:
    listed = json.loads(client.file("GET", "").read())
    assert TREND in listed
    assert all(path.startswith("content/") for path in listed)
    assert client.file("DELETE", TREND, if_match=client.version(TREND)).status == 200
    assert not (sample / TREND).exists()


def test_a_body_that_is_too_large_is_refused(client: Client) -> None:
    assert client.file("PUT", "content/2026/images/a.png", None, Content_Length="99000000").status == 413


def test_settings_with_a_mistake_are_told(client: Client, sample: Path) -> None:
    (sample / "site_config.yml").write_text("title: [\n", "utf-8")
    answer = client.ask("GET", "/redactie/")
    assert answer.status == 404
    assert "preview" in answer.read().decode()


def test_the_summary_says_whether_anything_was_found(client: Client) -> None:
    assert json.loads(client.ask("GET", "/redactie/summary").read())["clean"]

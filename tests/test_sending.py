"""`publish`: a report to the place from which readers get it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import invented
from conftest import files
from places_online import BUCKET, bucket, sftp_server
from trendrapport.cli import main
from trendrapport.diagnostics import CannotRunError
from trendrapport.pipeline import Options
from trendrapport.pipeline.sending import back, publish
from trendrapport.sending.changes import changes
from trendrapport.sending.file_by_file import LIST
from trendrapport.sending.finding import find_place
from trendrapport.sending.places import Sender

TEXT = "content/2026/trends/voorbeeldtrend.md"
PAGE = "2026/trends/voorbeeldtrend.html"
HIDDEN = {".htaccess", "_headers", "_redirects"}


@pytest.fixture
def report(drawn: Path) -> Path:
    return drawn


def edit(report: Path) -> None:
    """Changes a sentence."""
    text = report / TEXT
    text.write_text(text.read_text("utf-8") + "\nEen zin erbij.\n", "utf-8")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


Seen = Callable[[], dict[str, bytes]]


@pytest.fixture(params=["folder", "git", "s3", "sftp"])
def somewhere(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, Seen]]:
    """The address of an empty place of each kind, and what readers get there."""
    if request.param == "folder":
        folder = tmp_path / "www" / "trends"
        yield str(folder), lambda: files(folder)
    elif request.param == "git":
        bare = tmp_path / "bare.git"
        git("init", "--quiet", "--bare", str(bare))
        yield f"git:{bare}#pages", lambda: in_branch(bare)
    elif request.param == "s3":
        with bucket(monkeypatch) as client:
            yield f"s3://{BUCKET}/trends", lambda: in_bucket(client)
    else:
        served = tmp_path / "served"
        served.mkdir()
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        with sftp_server(served, tmp_path / "home") as port:
            yield f"sftp://editor@127.0.0.1:{port}/www/trends", lambda: files(served / "www/trends")


def in_branch(bare: Path) -> dict[str, bytes]:
    names = git("-C", str(bare), "ls-tree", "-r", "--name-only", "pages").split("\n")[:-1]
    shown = {name: subprocess.check_output(["git", "-C", bare, "show", f"pages:{name}"]) for name in names}
    assert shown.pop(".nojekyll") == b""
    return shown


def in_bucket(client: Any) -> dict[str, bytes]:
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
    keys = [found["Key"] for page in pages for found in page.get("Contents", ())]
    return {
        key.removeprefix("trends/"): client.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys
    }


def without_list(shown: dict[str, bytes]) -> dict[str, bytes]:
    return {path: raw for path, raw in shown.items() if path != LIST}


def expected(site: Path, address: str) -> dict[str, bytes]:
    """The files of a site, at S3 without those that only a web server reads."""
    every = files(site)
    return {path: raw for path, raw in every.items() if path not in HIDDEN or not address.startswith("s3:")}


def test_each_place_gets_just_the_site(report: Path, somewhere: tuple[str, Seen]) -> None:
    address, shown = somewhere
    sent = publish(report, address, Options())
    assert sent.changes
    assert set(sent.changes.new) >= {"index.html", PAGE}
    first = expected(report / "site", address)
    assert without_list(shown()) == first

    again = publish(report, address, Options()).changes
    assert again
    assert again.are_none

    edit(report)
    (report / "content/pages/nieuw.md").parent.mkdir(exist_ok=True)
    (report / "content/pages/nieuw.md").write_text(
        "---\ntitle: Nieuw\nsummary: Verzonnen.\n---\nVerzonnen.\n", "utf-8"
    )
    tried = publish(report, address, Options(), dry_run=True).changes
    assert tried
    assert PAGE in tried.changed
    assert "pages/nieuw.html" in tried.new
    assert without_list(shown()) == first

    assert publish(report, address, Options()).changes == tried
    second = expected(report / "site", address)
    assert without_list(shown()) == second

    undone = back(report, address, "build")
    assert "pages/nieuw.html" in undone.removed
    assert without_list(shown()) == first
    back(report, address, "build")
    assert without_list(shown()) == second


def test_a_report_with_errors_is_not_sent(report: Path, somewhere: tuple[str, Seen]) -> None:
    address, shown = somewhere
    publish(report, address, Options())
    before = shown()
    (report / TEXT).write_text("---\ntitle: 1\n---\n", "utf-8")
    sent = publish(report, address, Options())
    assert sent.changes is None
    assert sent.result.diagnostics
    assert shown() == before


def test_drafts_are_not_sent(report: Path, tmp_path: Path) -> None:
    (report / "content/2026/trends/geheim.md").write_text(invented.trend(extra="status: draft\n"), "utf-8")
    publish(report, str(tmp_path / "www"), Options(drafts=True))
    assert not [path for path in files(tmp_path / "www") if "geheim" in path]


def test_other_files_are_left_alone(report: Path, somewhere: tuple[str, Seen], tmp_path: Path) -> None:
    address, _ = somewhere
    put_a_letter(address, tmp_path)
    with pytest.raises(CannotRunError, match="iets anders|niet bij een site"):
        publish(report, address, Options())


def put_a_letter(address: str, tmp_path: Path) -> None:
    """Puts a file that is no site into an empty place."""
    if address.startswith("s3:"):
        import boto3

        boto3.client("s3").put_object(Bucket=BUCKET, Key="trends/letter.txt", Body=b"Dear")
        return
    if address.startswith("git:"):
        work = tmp_path / "work"
        git("init", "--quiet", str(work))
        (work / "letter.txt").write_text("Dear", "utf-8")
        who = ("-c", "user.name=Invented", "-c", "user.email=invented@example.org")
        git("-C", str(work), "add", ".")
        git("-C", str(work), *who, "commit", "--quiet", "-m", "A letter")
        git("-C", str(work), "push", "--quiet", str(tmp_path / "bare.git"), "HEAD:pages")
        return
    folder = tmp_path / ("served/www/trends" if address.startswith("sftp:") else "www/trends")
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("Dear", "utf-8")


def test_s3_says_what_a_server_says(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with bucket(monkeypatch) as client:
        publish(report, f"s3://{BUCKET}", Options())
        page, style = (client.head_object(Bucket=BUCKET, Key=key) for key in (PAGE, "assets/report.css"))
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "no-cache"
    assert style["ContentType"].startswith("text/css")
    assert style["CacheControl"].startswith("public, max-age=")


class Killed(BaseException):
    """The process ends."""


@pytest.mark.parametrize("after", [1, 60, 1_000])
def test_the_next_run_finishes_one_that_was_killed(
    report: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    # A page that is there only for the run that is killed.
    extra = report / "content/pages/even.md"
    extra.parent.mkdir(exist_ok=True)
    extra.write_text("---\ntitle: Even\nsummary: Verzonnen.\n---\nVerzonnen.\n", "utf-8")

    def die(stage: str, done: int, of: int) -> None:
        if stage == "files" and done >= min(after, of):
            raise Killed

    with bucket(monkeypatch) as client:
        address = f"s3://{BUCKET}/trends"

        with pytest.raises(Killed):
            publish(report, address, Options(), die)
        extra.unlink()
        edit(report)
        publish(report, address, Options())
        assert without_list(in_bucket(client)) == expected(report / "site", address)


def test_pages_come_after_what_they_are_shown_with() -> None:
    wanted = dict.fromkeys(["index.html", "a.html", "a.css", "b.css", "b.html"], "new")
    there = {"a.css": "old", "b.html": "old", "index.html": "old", "z.html": "old"}
    assert changes(there, wanted).in_order == [["b.css"], ["a.css"], ["a.html", "b.html"], ["index.html"]]


@given(*[st.dictionaries(st.sampled_from(["a", "a.html", "index.html", "b/c.css"]), st.text(max_size=1))] * 2)
def test_all_that_differs_is_sent(there: dict[str, str], wanted: dict[str, str]) -> None:
    found = changes(there, wanted)
    sent = [path for part in found.in_order for path in part]
    assert len(sent) == len(set(sent))
    left = {path: name for path, name in there.items() if path not in found.removed}
    assert left | {path: wanted[path] for path in sent} == wanted
    assert found.are_none is (there == wanted)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://host/x", "is no place to publish"),
        ("s3:", "names no bucket"),
        ("s3://key:secret@bucket/x", "names no bucket"),
        ("sftp://host", "is no address for SFTP"),
        ("sftp://host:port/x", "is no address for SFTP"),
        ("sftp://user:secret@host/x", "has a password"),
        ("git:", "names no repository"),
        ("git:--upload-pack=x", "names no repository"),
        ("git:here#-x", "names no repository"),
    ],
)
def test_what_is_no_place_is_told(address: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match=says) as refused:
        find_place(address, Sender(tmp_path, tmp_path / "build"))
    assert "secret" not in str(refused.value).replace(address, "")


def test_an_unknown_server_is_not_trusted(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "served").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with sftp_server(tmp_path / "served", tmp_path / "home") as port:
        (tmp_path / "home/.ssh/known_hosts").unlink()
        with pytest.raises(CannotRunError, match="not known here"):
            publish(report, f"sftp://editor@127.0.0.1:{port}/www", Options())
    assert files(tmp_path / "served") == {}


@pytest.mark.parametrize("address", ["git:/nowhere/at/all", "sftp://editor@127.0.0.1:1/www"])
def test_what_cannot_be_reached_is_told(report: Path, address: str) -> None:
    run = CliRunner().invoke(main, ["publish", address, "--root", str(report)])
    assert run.exit_code == 2
    assert "Traceback" not in run.output


def test_without_a_former_site_there_is_no_way_back(report: Path, tmp_path: Path) -> None:
    args = ["publish", str(tmp_path / "www"), "--root", str(report)]
    assert CliRunner().invoke(main, [*args, "--back"]).exit_code == 2
    assert CliRunner().invoke(main, args).exit_code == 0
    refused = CliRunner().invoke(main, [*args, "--back"])
    assert refused.exit_code == 2
    assert "geen vorige site bewaard" in refused.output


def test_the_command_tells_what_it_would_send(report: Path, tmp_path: Path) -> None:
    args = ["publish", str(tmp_path / "www"), "--root", str(report), "--dry-run"]
    run = CliRunner().invoke(main, args)
    assert run.exit_code == 0
    assert f"+ {PAGE}" in run.stdout
    assert "Er is niets gestuurd." in run.stderr
    assert not (tmp_path / "www").exists()

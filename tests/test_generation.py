"""Readers see the former site or the next one, whatever ends a build; also where a folder cannot be
exchanged.

All content is invented.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import files
from trendrapport import pipeline
from trendrapport.diagnostics import CannotRunError
from trendrapport.pipeline import Options, build
from trendrapport.runtime import exchange, interrupt
from trendrapport.runtime.cache import Kept
from trendrapport.runtime.interrupt import TooLateError, uninterrupted
from trendrapport.site import generation
from trendrapport.site.generation import renewed
from trendrapport.site.target import MARK, NEW, READY, refusal

FORMER = {
    MARK.as_posix(): b"former",
    "index.html": b"former",
    "same.html": b"same",
    "2026/a.html": b"former",
    "gone/a.html": b"former",
    "folder/a.html": b"former",
    "file": b"former",
}
NEXT = {
    MARK.as_posix(): b"next",
    "index.html": b"next",
    "same.html": b"same",
    "2026/a.html": b"next",
    "2026/b.html": b"next",
    "folder": b"next",
    "file/a.html": b"next",
}


def publish(site: Path, tree: dict[str, bytes]) -> None:
    with renewed(site, site.parent / "notes.json") as new:
        new.fill({path: Kept(raw.decode(), lambda raw=raw: raw) for path, raw in tree.items()})


def unable(_one: Path, _other: Path) -> None:
    raise OSError(38, "Function not implemented")


@pytest.fixture(params=["exchanged", "one by one"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published folder, on a system that can exchange folders and on one that cannot."""
    if request.param == "exchanged" and sys.platform not in {"linux", "darwin"}:
        pytest.skip("this system cannot exchange folders")
    if request.param == "one by one":
        monkeypatch.setattr(generation, "exchange", unable)
    folder = tmp_path / "place" / "site"
    publish(folder, FORMER)
    assert files(folder) == FORMER
    return folder


def test_a_site_is_replaced_whole(site: Path) -> None:
    before = site.joinpath("same.html").stat()
    publish(site, NEXT)
    assert files(site) == NEXT
    assert {path.name for path in site.parent.iterdir()} == {"site", "notes.json"}
    assert site.joinpath("same.html").stat().st_mtime_ns == before.st_mtime_ns, (
        "servers tell by it that nothing changed"
    )
    assert not (site / "gone").exists()


def test_what_is_the_same_is_not_read(site: Path) -> None:
    read: list[str] = []

    def reading(path: str) -> Callable[[], bytes]:
        return lambda: read.append(path) or FORMER[path]

    for _ in range(2):
        with renewed(site, site.parent / "notes.json") as new:
            new.fill({path: Kept(raw.decode(), reading(path)) for path, raw in FORMER.items()})
    assert read == []


def test_a_folder_that_only_its_writer_sees_is_made_in_place(tmp_path: Path) -> None:
    """Also after a run that did not finish, and after somebody else wrote in it."""
    site, notes = tmp_path / "site", tmp_path / "notes.json"

    def made(tree: dict[str, bytes], *, fails: bool = False) -> None:
        with renewed(site, notes, in_place=True) as new:
            new.fill({path: Kept(raw.decode(), lambda raw=raw: raw) for path, raw in tree.items()})
            if fails:
                raise OSError(28, "No space left on device")
        assert files(site) == tree

    made(FORMER)
    was = (site / "same.html").stat()
    made(NEXT)
    assert (site / "same.html").stat().st_ctime_ns == was.st_ctime_ns, "it is not written again"
    with pytest.raises(OSError, match="No space left"):
        made(FORMER, fails=True)
    made(NEXT)
    (site / "index.html").write_bytes(b"else")
    (site / "stray.html").write_bytes(b"stray")
    made(NEXT)
    publish(site, FORMER)
    assert files(site) == FORMER


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no moment of change")
def test_a_file_with_another_text_of_the_same_size_and_moment_is_mended(site: Path) -> None:
    file = site / "index.html"
    was = file.stat()
    file.write_bytes(b"FORMER")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    publish(site, FORMER)
    assert files(site) == FORMER


def test_nobody_sees_a_folder_without_its_site(site: Path) -> None:
    """While it is replaced time after time, each look finds a whole page."""
    looking = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\nfrom pathlib import Path\nend = time.monotonic() + "
            "2\n"
            "while time.monotonic() < end: "
            "Path(sys.argv[1]).read_bytes()",
            str(site / "index.html"),
        ]
    )
    number = 0
    while looking.poll() is None:
        number += 1
        publish(site, FORMER | {"index.html": str(number).encode()})
    assert looking.returncode == 0
    assert number > 10


class Killed(BaseException):
    """Stands for the end of a process."""


STEPS = [
    (Path, "rename"),
    (Path, "replace"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (shutil, "rmtree"),
    (os, "link"),
]


def killing(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Has the process end before its so manieth change to a file."""
    done = 0

    def dying(change: Callable[..., object]) -> Callable[..., object]:
        def changed(*arguments: object, **named: object) -> object:
            nonlocal done
            done += 1
            if done > step:
                raise Killed
            return change(*arguments, **named)

        return changed

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, dying(getattr(owner, name)))
    exchanged = dying(generation.exchange)
    monkeypatch.setattr(generation, "exchange", exchanged)


@pytest.mark.parametrize("step", range(0, 60, 3))
def test_killed_at_any_step_it_is_finished_by_the_next_run(site: Path, step: int) -> None:
    able = generation.exchange is exchange.exchange
    with pytest.MonkeyPatch.context() as patched:
        killing(patched, step)
        try:
            publish(site, NEXT)
        except Killed:
            ended = True
        else:
            ended = False
    seen = {path: raw for path, raw in files(site).items() if not path.startswith((NEW, READY))}
    if able or not ended:
        assert seen in (FORMER, NEXT)
    assert refusal(site.parent / "report", site, site.parent / "report/build", named=True) is None
    publish(site, NEXT)
    assert files(site) == NEXT
    assert {path.name for path in site.parent.iterdir()} == {"site", "notes.json"}


def test_what_fails_leaves_the_site(site: Path, tmp_path: Path) -> None:
    def failing() -> bytes:
        raise OSError(28, "No space left on device")

    for folder in (site, tmp_path / "fresh"):
        with pytest.raises(OSError, match="No space left"), renewed(folder, tmp_path / "notes.json") as new:
            new.fill({"a.html": Kept("a", lambda: b"a"), "b.html": Kept("b", failing)})
    assert files(site) == FORMER
    assert not (tmp_path / "fresh").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_keeps_its_rights(site: Path) -> None:
    site.chmod(0o2775)
    (site / "2026").chmod(0o770)
    publish(site, NEXT)
    assert stat.S_IMODE(site.stat().st_mode) == 0o2775
    assert stat.S_IMODE((site / "2026").stat().st_mode) == 0o770


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root can give a folder to another user",
)
def test_a_folder_of_another_user_is_told_before_anything_changes(sample: Path) -> None:
    assert build(sample, Options()).built
    before = files(sample / "site")
    for here, _, names in os.walk(sample):
        for path in (here, *(f"{here}/{name}" for name in names)):
            os.chown(path, 65534, 65534)
    os.chown(sample / "site/2026/trends", 0, 0)
    settings = sample / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace("title: Mijn", "title: Ander"), "utf-8")
    readable = ["--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"]
    done = subprocess.run(
        [
            "setpriv",
            "--reuid",
            "65534",
            "--regid",
            "65534",
            "--clear-groups",
            *readable,
            sys.executable,
            "-m",
            "trendrapport",
            "build",
        ],
        cwd=sample,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert (
        f'Kan niet lezen of schrijven: "{sample / "site/2026/trends"}": u hebt er geen rechten voor.'
    ) in done.stderr
    assert files(sample / "site") == before


def test_a_link_to_a_folder_in_the_same_place_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    try:
        (tmp_path / "site").symlink_to("elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("this user may make no links")
    for tree in (FORMER, NEXT):
        publish(tmp_path / "site", tree)
        assert files(tmp_path / "site") == tree
    assert (tmp_path / "site").is_symlink()
    assert files(tmp_path / "elsewhere") == NEXT


def test_a_system_without_links_copies(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    moment = (site / "same.html").stat().st_mtime_ns
    publish(site, NEXT)
    assert files(site) == NEXT
    assert (site / "same.html").stat().st_mtime_ns == moment


@pytest.mark.parametrize("left", [NEW, READY])
def test_what_a_killed_first_build_left_is_no_hindrance(sample: Path, left: str) -> None:
    for folder in ("site/assets", "site/2026/trends", f"site/{left}/2026"):
        (sample / folder).mkdir(parents=True)
    (sample / f"site/{left}/2026/radar.html").write_text("half", "utf-8")
    assert build(sample, Options()).built
    assert not (sample / "site" / left).exists()


def test_a_foreign_folder_is_still_refused(sample: Path) -> None:
    (sample / "site/mine").mkdir(parents=True)
    (sample / "site/mine/letter.txt").write_text("niet weg", "utf-8")
    with pytest.raises(CannotRunError):
        build(sample, Options())


@pytest.fixture
def as_a_command() -> Iterator[None]:
    """All that asks to end does what it does in a command."""
    before = {number: signal.getsignal(number) for number in interrupt.SIGNALS}
    interrupt.end_alike()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("as_a_command")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals for one process")
@pytest.mark.parametrize("number", interrupt.SIGNALS)
def test_what_asks_to_end_waits_until_the_site_is_whole(number: signal.Signals) -> None:
    done = False
    with pytest.raises(TooLateError), uninterrupted():
        os.kill(os.getpid(), number)
        time.sleep(0.01)
        done = True
    assert done
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), number)
        time.sleep(1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
def test_a_build_that_is_ended_anywhere_leaves_the_former_site_or_the_next(sample: Path, how: str) -> None:
    """At moments drawn by lot, of which half are in the last part of a build."""
    page, chance = sample / "content/pages/about.md", random.Random(how)
    assert build(sample, Options()).built
    sites = [files(sample / "site")]
    start = time.monotonic()
    again = [sys.executable, "-m", "trendrapport", "build", "--root", str(sample)]
    page.write_text(page.read_text("utf-8") + "\nMeer.\n", "utf-8")
    subprocess.run(again, check=True, capture_output=True)
    takes = time.monotonic() - start
    sites.append(files(sample / "site"))
    texts = [page.read_text("utf-8").removesuffix("\nMeer.\n"), page.read_text("utf-8")]
    for number in range(6):
        page.write_text(texts[number % 2], "utf-8")
        with subprocess.Popen(again, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
            time.sleep(takes * (chance.uniform(0.8, 1.05) if number % 2 else chance.random()))
            running.send_signal(getattr(signal, how))
            said = running.communicate(timeout=60)[1]
        assert "Traceback" not in said
        seen = {
            path: raw for path, raw in files(sample / "site").items() if not path.startswith((NEW, READY))
        }
        assert seen in sites
    pipeline.build(sample, Options())
    assert files(sample / "site") == sites[texts.index(page.read_text("utf-8"))]


@pytest.mark.parametrize(
    "path",
    ["../../secret.txt", "../.ready/../../secret.txt", "{folder}/secret.txt", "..", "a/../../../secret.txt"],
)
def test_a_list_by_somebody_else_moves_nothing_from_elsewhere(site: Path, path: str) -> None:
    """A checkout can hold anything, also what looks like a build that was ended."""
    secret = site.parent / "secret.txt"
    secret.write_text("secret", "utf-8")
    (site / READY).mkdir()
    (site / READY / ".paths").write_text(json.dumps([path.format(folder=site.parent)]), "utf-8")
    publish(site, NEXT)
    assert files(site) == NEXT
    assert {name.name for name in site.parent.iterdir()} == {"site", "notes.json", "secret.txt"}


@pytest.mark.parametrize("text", [b"", b"{]", b"\xff", b"7", b"[[1], null]", b"[" * 100_000])
def test_a_damaged_list_is_no_hindrance(site: Path, text: bytes) -> None:
    (site / READY).mkdir()
    (site / READY / ".paths").write_bytes(text)
    publish(site, NEXT)
    assert files(site) == NEXT

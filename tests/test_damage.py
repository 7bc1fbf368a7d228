"""Whatever is kept between builds can be damaged anywhere: it is noticed, told in one line, and the site is
that of a clean build.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket

from conftest import files
from trendrapport import pipeline
from trendrapport.pipeline import Options, build
from trendrapport.runtime import bytecode
from trendrapport.runtime.cache import Cache, DamagedStoreError, with_store
from trendrapport.runtime.lock import alone
from trendrapport.site.stage import stage
from trendrapport.starters import new_report

TEXT = "content/pages/about.md"
STORE = "build/cache.sqlite"
NOTICE = "The results kept from earlier runs are damaged; everything is made again."


def letters(raw: bytearray, chance: random.Random) -> None:
    """Other letters in the place of letters."""
    places = [at for at, sign in enumerate(raw) if chr(sign).isascii() and chr(sign).isalpha()]
    for at in chance.sample(places, min(300, len(places))):
        raw[at] = chance.choice(b"abcdefghijklmnopqrstuvwxyz")


def noise(raw: bytearray, chance: random.Random) -> None:
    """Any byte anywhere."""
    for _ in range(300):
        raw[chance.randrange(len(raw))] = chance.randrange(256)


def head(raw: bytearray, chance: random.Random) -> None:
    """Any byte where SQLite keeps what it knows of the file."""
    for _ in range(12):
        raw[chance.randrange(200)] = chance.randrange(256)


def cut(raw: bytearray, chance: random.Random) -> None:
    """The end is gone."""
    del raw[chance.randrange(1, len(raw)) :]


def words(raw: bytearray, _chance: random.Random) -> None:
    """Words of texts, which would be published."""
    raw[:] = raw.replace(b"example", b"exemple").replace(b"Example", b"Exemple")


DAMAGES = [
    (letters, 1),
    (letters, 2),
    (noise, 3),
    (noise, 4),
    (noise, 5),
    (head, 6),
    (head, 7),
    (head, 8),
    (cut, 9),
    (cut, 10),
    (words, 11),
]


class Report:
    """A report that has been built, and the clean sites of two states of its text."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "report"
        new_report.init(self.folder, "en")
        self.former = (self.folder / TEXT).read_text("utf-8")
        self.clean = {
            self.text(more): self.site_of(folder / f"clean{number}", self.text(more))
            for number, more in enumerate(("", "More.\n"))
        }
        assert build(self.folder, Options()).built

    def text(self, more: str) -> str:
        return self.former + more

    def site_of(self, folder: Path, text: str) -> dict[str, bytes]:
        shutil.copytree(self.folder, folder)
        (folder / TEXT).write_text(text, "utf-8")
        assert build(folder, Options()).built
        return files(folder / "site")

    def builds_cleanly(self) -> list[str]:
        """Writes the other text and builds; the site has to be that of a clean build. Gives what was said."""
        now = (self.folder / TEXT).read_text("utf-8")
        other = next(text for text in self.clean if text != now)
        (self.folder / TEXT).write_text(other, "utf-8")
        told: list[str] = []
        assert build(self.folder, Options(), tell=lambda text: told.append(text.en)).built
        assert files(self.folder / "site") == self.clean[other]
        return told


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return Report(tmp_path_factory.mktemp("damage"))


def harm(file: Path, damage: Callable[[bytearray, random.Random], None], seed: int) -> None:
    raw = bytearray(file.read_bytes())
    before = bytes(raw)
    damage(raw, random.Random(seed))
    assert raw != before
    file.write_bytes(raw)


@pytest.mark.parametrize(("damage", "seed"), DAMAGES)
def test_a_damaged_store_is_told_once_and_begun_anew(
    report: Report, damage: Callable[[bytearray, random.Random], None], seed: int
) -> None:
    harm(report.folder / STORE, damage, seed)
    assert report.builds_cleanly() in ([], [NOTICE])
    assert report.builds_cleanly() == []


def test_damage_to_what_is_read_is_told(report: Report) -> None:
    harm(report.folder / STORE, words, 0)
    assert report.builds_cleanly() == [NOTICE]


@pytest.mark.parametrize("damage", [letters, noise])
@pytest.mark.parametrize(
    "path",
    [
        "stamp.json",
        "site/published.json",
        "site/site.json",
        "site/files.json",
        "site/built.json",
        "site/site/pages/about.html",
        "site/site/index.html",
        "site/site/404.html",
        "site/files/sitemap.xml",
        "site/docs/index.md",
        "site/files/assets/report.js",
        "servers/nginx.conf",
        "lock",
    ],
)
def test_all_else_that_is_kept(
    report: Report, path: str, damage: Callable[[bytearray, random.Random], None]
) -> None:
    file = report.folder / "build" / path
    file.write_bytes(file.read_bytes() or b"nothing yet" * 50)
    harm(file, damage, 20)
    assert report.builds_cleanly() == []


def test_what_a_build_said_is_not_told_from_a_damaged_note(report: Report) -> None:
    """Nothing changed, so that it would be told from there."""
    result = build(report.folder, Options())
    stamp = report.folder / "build/stamp.json"
    stamp.write_text(stamp.read_text("utf-8").replace(f'"pages": {result.pages}', '"pages": 9999'), "utf-8")
    assert build(report.folder, Options()) == result


def test_check_begins_anew_too(report: Report) -> None:
    harm(report.folder / STORE, noise, 30)
    told: list[str] = []
    for _ in range(2):
        assert pipeline.check(report.folder, lambda text: told.append(text.en)).diagnostics == ()
    assert len(told) <= 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE kept SET value = CAST('other' AS BLOB)",
        "UPDATE kept SET value = 7",
        "UPDATE kept SET value = NULL",
        "UPDATE kept SET proof = CAST(X'FF' AS TEXT)",
        "ALTER TABLE kept RENAME COLUMN value TO other",
        "UPDATE kept SET name = 'two' WHERE name = 'one'",
        "UPDATE kept SET name = CAST(X'FF' AS TEXT)",
    ],
)
def test_a_value_that_was_not_put_there_is_never_given(tmp_path: Path, change: str) -> None:
    with Cache(tmp_path / "kept") as cache:
        cache.put("one", b"first")
    rows = sqlite3.connect(tmp_path / "kept")
    rows.execute(change)
    rows.commit()
    rows.close()

    def use(cache: Cache) -> tuple[bytes | None, bytes | None]:
        found = cache.get("one"), cache.get("two")
        cache.forget_unused()
        return found

    assert with_store(tmp_path / "kept", use) == (None, None)


def unreadable(file: Path) -> None:
    """Makes a store of which SQLite cannot say what is wrong with it in UTF-8."""
    raw = file.read_bytes()
    harmed = raw.replace(b"tablekeptkept", b"table\xbcept\xbcept").replace(b"CREATE TABLE", b"CREATE TABLX")
    assert raw != harmed
    file.write_bytes(harmed)


def test_damage_that_is_no_text_is_damage(tmp_path: Path) -> None:
    told: list[str] = []
    with_store(tmp_path / "kept", lambda cache: cache.put("name", b"x"))
    unreadable(tmp_path / "kept")
    assert (
        with_store(
            tmp_path / "kept", lambda cache: cache.made("name", lambda: b"y"), lambda: told.append("anew")
        )
        == b"y"
    )
    assert told == ["anew"]


def test_a_lock_with_such_damage_still_keeps_others_out(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    with_store(tmp_path / "kept", lambda cache: cache.put("name", b"x"))
    unreadable(tmp_path / "kept")
    shutil.copy(tmp_path / "kept", tmp_path / "build/lock")
    with alone(tmp_path / "build"):
        other = sqlite3.connect(tmp_path / "build/lock", timeout=0)
        with pytest.raises(sqlite3.OperationalError):
            other.execute("BEGIN EXCLUSIVE")
        other.close()


def test_where_a_new_store_is_damaged_at_once_nothing_is_kept(tmp_path: Path) -> None:
    def use(cache: Cache) -> bytes:
        opened.append(cache)
        if len(opened) < 3:
            raise DamagedStoreError("name")
        return cache.made("name", lambda: b"x")

    opened: list[Cache] = []
    told: list[str] = []
    assert with_store(tmp_path / "kept", use, lambda: told.append("anew")) == b"x"
    assert told == ["anew"]
    with Cache(tmp_path / "kept") as cache:
        assert cache.get("name") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize("most", [0, 1000, 20_000])
def test_a_disk_on_which_no_store_fits_is_no_damage(tmp_path: Path, most: int) -> None:
    """A limit to the size of files stands for a disk that is full."""
    new_report.init(tmp_path / "report", "en")
    command = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); from "
        f"trendrapport.cli import main; main()"
    )
    # Python 3.11 would leave half of what it compiled for the next run, which fails on that.
    run = subprocess.run(
        [sys.executable, "-B", "-c", command, "check", "--root", str(tmp_path / "report")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr.startswith("Nothing found")


def test_a_store_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"nothing of the sort" * 100)
    with pytest.raises(DamagedStoreError):
        Cache(tmp_path / "kept")
    assert with_store(tmp_path / "kept", lambda cache: cache.made("name", lambda: b"x")) == b"x"
    with Cache(tmp_path / "kept") as cache:
        assert cache.get("name") == b"x"


def test_a_damaged_lock_still_keeps_others_out(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/lock").write_bytes(b"nothing of the sort" * 100)
    with alone(tmp_path / "build"):
        other = sqlite3.connect(tmp_path / "build/lock", timeout=0)
        with pytest.raises(sqlite3.OperationalError):
            other.execute("BEGIN EXCLUSIVE")
        other.close()


def test_a_damaged_template_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = bytecode._Kept(str(tmp_path), "%s.pyc")
    bucket = Bucket(Environment(autoescape=True), "name", "checksum")
    bucket.code = compile("1", "template", "eval")
    kept.dump_bytecode(bucket)
    (file,) = tmp_path.iterdir()
    for at in range(len(whole := file.read_bytes())):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        bucket.reset()
        kept.load_bytecode(bucket)
        assert bucket.code is None
    file.write_bytes(whole)
    kept.load_bytecode(bucket)
    assert bucket.code is not None


def test_a_folder_in_the_place_of_a_file_is_no_hindrance(tmp_path: Path) -> None:
    for place in ("a.md/b.md", "empty.md", "c"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "a.md/b.md").write_bytes(b"stray")
    (tmp_path / "empty.md").mkdir()
    (tmp_path / "c").write_bytes(b"stray")
    tree = {"a.md": b"a", "empty.md": b"", "c/d.md": b"d"}
    assert stage(tree, tmp_path) >= set(tree)
    assert files(tmp_path) == tree

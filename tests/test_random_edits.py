"""Edits at random, each seen in the preview, end with what a fresh build gives.

    EDITS=300 SEED=7 .venv/bin/pytest -n0 tests/test_random_edits.py

What is edited is texts, fields, settings, taxonomies, people, sources, charts and data; files are renamed,
moved, copied, deleted and half written. All of it starts from the invented report in `tests/english`, or with
`EDITS` from the larger one in `tests/dutch`.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import dutch_report, english_report, files
from mutating import content
from trendrapport import pipeline
from trendrapport.diagnostics import CannotRunError
from trendrapport.pipeline.renaming import Name, rename

SEED, EDITS = int(os.environ.get("SEED", "1")), int(os.environ.get("EDITS", "40"))
LONG = "EDITS" in os.environ
COMPARED = 20
"""After so many edits the site is compared with that of a fresh build."""
SEEN = pipeline.Options(drafts=True, output="build/preview", documents=False, in_place=True)
"""What `serve` builds."""
PUBLISHED = pipeline.Options(documents=False)
MADE = ("build", "site")

Site = dict[str, bytes]


class Editor:
    """Somebody who edits a report, and looks at the preview after each edit."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.told: list[str] = []
        """What was done since the last comparison."""
        self.good = self.written()

    def written(self) -> Site:
        """The files of the report."""
        found = {}
        for part in ("content", "charts"):
            found |= {f"{part}/{path}": raw for path, raw in files(self.folder / part).items()}
        return found | {"site_config.yml": (self.folder / "site_config.yml").read_bytes()}

    def put(self, wanted: Site) -> None:
        """Makes these the files of the report."""
        now = self.written()
        for path in now.keys() - wanted.keys():
            (self.folder / path).unlink()
        for path, raw in wanted.items():
            if now.get(path) != raw:
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / path).write_bytes(raw)

    def any(self, *patterns: str) -> Path:
        """A file of the report."""
        found = [file for pattern in patterns for file in self.folder.glob(pattern) if file.is_file()]
        return self.chance.choice(sorted(found))

    def looks(self) -> bool:
        """Whether the report could be built for the preview, and sometimes for readers too."""
        built = pipeline.build(self.folder, SEEN).built
        if self.chance.random() < 0.1:
            pipeline.build(self.folder, PUBLISHED)
        return built

    def edits(self) -> None:
        """One edit. What cannot be built is left so for a while, or taken back."""
        edit = self.chance.choice(EVERY)
        try:
            self.told.append(f"{edit.__name__}: {edit(self)}")
        except (
            CannotRunError,
            OSError,
            IndexError,
            yaml.YAMLError,
            AttributeError,
            TypeError,
            KeyError,
        ) as why:
            self.told.append(f"{edit.__name__} could not: {why!r}"[:200])
        if self.looks():
            self.good = self.written()
        elif self.chance.random() < 0.5:
            self.takes_back()

    def takes_back(self) -> None:
        """Makes the report again what could be built last."""
        self.told.append("taken back")
        self.put(self.good)
        assert self.looks()


# --- edits: each says what it did --------------------------------------------------------


def text(editor: Editor) -> str:
    """A sentence more, a paragraph less, or two in another order."""
    file = editor.any("content/**/*.md")
    front, mark, body = file.read_text("utf-8").rpartition("\n---\n")
    paragraphs = body.split("\n\n")
    at = editor.chance.randrange(len(paragraphs))
    match editor.chance.randrange(3):
        case 0:
            paragraphs.insert(at, f"Een zin {editor.chance.randrange(99)} over *registers*.")
        case 1:
            del paragraphs[at]
        case _:
            editor.chance.shuffle(paragraphs)
    file.write_text(front + mark + "\n\n".join(paragraphs), "utf-8")
    return file.name


def field(editor: Editor) -> str:
    """Another value of a line with a key, from another file of its kind, or words."""
    file = editor.any("content/**/*.md", "content/**/*.yml", "charts/*.yml", "charts/data/*.yml")
    lines = file.read_text("utf-8").split("\n")
    keyed = [at for at, line in enumerate(lines) if re.match(r"[ -]*[a-z_]+: \S", line)]
    at = editor.chance.choice(keyed)
    key = lines[at].partition(":")[0]
    others = []
    for other in editor.folder.glob(f"content/**/*{file.suffix}"):
        others += [line for line in other.read_text("utf-8").split("\n") if line.startswith(f"{key}: ")]
    words = f"{key}: Woorden {editor.chance.randrange(99)}"
    lines[at] = editor.chance.choice([*others, words])
    file.write_text("\n".join(lines), "utf-8")
    return f"{file.name}: {lines[at][:60]}"


def settings(editor: Editor) -> str:
    """Other words for the report, its publisher or a term of a taxonomy, or another colour or address."""
    file = editor.folder / "site_config.yml"
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    word = f"Woord {editor.chance.randrange(99)}"
    taxonomy = editor.chance.choice(sorted(found["taxonomies"]))
    match editor.chance.randrange(5):
        case 0:
            found["title"] = word
        case 1:
            found["publisher"]["name"] = word
        case 2:
            found["address"] = f"https://example.org/{editor.chance.randrange(9)}/"
        case 3:
            found["pictures"] = editor.chance.random() < 0.2
        case _:
            terms = found["taxonomies"][taxonomy]
            terms[editor.chance.choice(sorted(terms))]["label"] = word
    file.write_text(yaml.safe_dump(found, allow_unicode=True, sort_keys=False), "utf-8")
    return word


def name(editor: Editor) -> str:
    """Another name or title in a file that many pages show: people, sources, terms, an edition."""
    file = editor.any("content/*.yml", "content/*/edition.yml", "content/*/key_figures.yml")
    parts = re.split(r"((?:name|title|label|family|explanation): )", file.read_text("utf-8"))
    at = editor.chance.choice(range(1, len(parts), 2)) + 1
    parts[at] = f"Naam {editor.chance.randrange(99)}\n" + parts[at].partition("\n")[2]
    file.write_text("".join(parts), "utf-8")
    return file.name


def number(editor: Editor) -> str:
    """Another digit in a table."""
    file = editor.any("charts/data/*.csv")
    head, _, rows = file.read_text("utf-8").partition("\n")
    digits = [match.start() for match in re.finditer(r"\d(?=[\d,]*\n)", rows)]
    at = editor.chance.choice(digits)
    file.write_text(f"{head}\n{rows[:at]}{editor.chance.randrange(1, 9)}{rows[at + 1 :]}", "utf-8")
    return file.name


def row(editor: Editor) -> str:
    """A row less."""
    file = editor.any("charts/data/*.csv")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    del lines[editor.chance.randrange(1, len(lines))]
    file.write_text("".join(lines), "utf-8")
    return file.name


def renamed(editor: Editor) -> str:
    """Another name for an entry, with all that refers to it."""
    file = editor.any("content/*/trends/*.md", "content/instruments/*.md", "charts/*.yml")
    new = f"nieuw-{editor.chance.randrange(99)}"
    rename(editor.folder, Name(file.name.partition(".")[0], new))
    return f"{file.name} to {new}"


def moved(editor: Editor) -> str:
    """A file elsewhere, or under another name, with nothing else."""
    file = editor.any("content/**/*.md", "charts/*.yml")
    folder = editor.chance.choice([file.parent, editor.any("content/**/*.md").parent])
    target = folder / f"anders-{editor.chance.randrange(99)}{file.suffix}"
    file.rename(target)
    return f"{file.name} to {target}"


def copied(editor: Editor) -> str:
    """The same text as another entry, or in another language."""
    file = editor.any("content/*/trends/*.md", "content/*/interviews/*.md")
    slug = file.name.partition(".")[0]
    target = editor.chance.choice(
        [f"kopie-{editor.chance.randrange(99)}.md", f"{slug}.nl.md", f"{slug}.en.md"]
    )
    shutil.copy(file, file.with_name(target))
    return target


def deleted(editor: Editor) -> str:
    """A file less."""
    file = editor.any("content/**/*", "charts/**/*")
    file.unlink()
    return str(file)


def half_written(editor: Editor) -> str:
    """A file that a program has not written to its end, and then has."""
    file = editor.any("content/**/*.md", "content/**/*.yml", "charts/**/*", "site_config.yml")
    raw = file.read_bytes()
    file.write_bytes(raw[: editor.chance.randrange(len(raw))])
    editor.looks()
    file.write_bytes(raw)
    return file.name


def slip(editor: Editor) -> str:
    """What a slip of the keyboard or a program does to a file."""
    path = editor.chance.choice(sorted(editor.written()))
    changed = {path: (editor.folder / path).read_bytes()}
    done = content(editor.chance, changed, path)
    (editor.folder / path).write_bytes(changed[path])
    return done


def draft(editor: Editor) -> str:
    """A text that is a draft, or is none any more."""
    file = editor.any("content/*/trends/*.md", "content/*/interviews/*.md")
    text = file.read_text("utf-8")
    line = "status: draft\n"
    changed = text.replace(line, "") if line in text else text.replace("---\n", f"---\n{line}", 1)
    file.write_text(changed, "utf-8")
    return file.name


Edit = Callable[[Editor], str]
USUAL: tuple[Edit, ...] = (text, text, field, field, settings, name, number, draft)
RARE: tuple[Edit, ...] = (row, renamed, moved, copied, deleted, half_written, slip)
EVERY = (*USUAL, *USUAL, *RARE)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edited") / "report"
    folder.mkdir()
    (dutch_report if LONG else english_report)(folder)
    file = folder / "site_config.yml"
    file.write_text(
        re.sub("(?m)^pictures:.*\n", "", file.read_text("utf-8")) + "\npictures: false\n", "utf-8"
    )
    return folder


def differing(editor: Editor, clean: Path, options: pipeline.Options) -> list[str]:
    """The files that a fresh build makes otherwise."""
    assert pipeline.build(editor.folder, options).built == pipeline.build(clean, options).built
    ours, fresh = files(editor.folder / options.output), files(clean / options.output)
    return [path for path in sorted({*ours, *fresh}) if ours.get(path) != fresh.get(path)]


def test_random_edits_end_with_what_a_fresh_build_gives(report: Path, tmp_path: Path) -> None:
    editor = Editor(report, SEED)
    assert editor.looks()
    for count in range(1, EDITS + 1):
        editor.edits()
        if count % COMPARED and count < EDITS:
            continue
        if editor.written() != editor.good:
            editor.takes_back()
        clean = tmp_path / f"clean-{count}"
        shutil.copytree(report, clean, ignore=shutil.ignore_patterns(*MADE))
        for options in (SEEN, PUBLISHED):
            assert differing(editor, clean, options) == [], f"SEED={SEED}, to {count}: {editor.told}"
        shutil.rmtree(clean)
        editor.told.clear()

"""The guides for editors, followed to the letter: each file is saved, each edit made and each command run,
and what the guide says of the answer has to be the answer.

In a guide, a block `console` holds commands behind `$` and what they print; `...` stands for anything. A
block with the path of a file behind its language is that file; `edit` replaces its first line by the second
in a file, and `add` adds its lines to the end of one. `word` does as a colleague does in a Word document: the
second line comes in the place of the first as a tracked change, or its words become bold.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.run import Run

from conftest import REPOSITORY

GUIDES = REPOSITORY / "generator/trendrapport/manual/guide"
LANGUAGES = ("nl", "en")
COLLEAGUE = "Sam"
_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_COMMANDS = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block of a guide: its words behind the fence, and its lines."""

    word: str
    path: str
    text: str


def blocks(language: str) -> Iterator[Block]:
    text = (GUIDES / f"{language}.md").read_text("utf-8")
    for found in _BLOCK.finditer(text):
        word, _, path = found["info"].partition(" ")
        yield Block(word, path, found["text"])


class Editor:
    """Somebody who does what a guide says, in a folder of their own."""

    def __init__(self, home: Path) -> None:
        self.folder = home

    def follow(self, block: Block) -> None:
        file = self.folder / block.path
        match block.word:
            case "console":
                for command, answer in _COMMANDS.findall(block.text):
                    self.run(command, answer)
            case "edit":
                old, new = block.text.splitlines()
                text = file.read_text("utf-8")
                assert text.count(old) == 1, (block, text)
                file.write_text(text.replace(old, new), "utf-8")
            case "word":
                reviewed(file, *block.text.splitlines())
            case "add":
                file.write_text(file.read_text("utf-8") + block.text, "utf-8")
            case _ if block.path:
                file.write_text(block.text, "utf-8")

    def run(self, command: str, answer: str) -> None:
        """Runs a command, and holds the answer against what the guide says of it."""
        program, *arguments = shlex.split(command)
        if program == "cd":
            self.folder = self.folder / arguments[0]
            return
        assert program == "trendrapport"
        given = self.served(arguments) if arguments[0] == "serve" else self.done(arguments)
        expected = re.escape(answer.rstrip("\n")).replace(re.escape("..."), ".*")
        assert re.fullmatch(expected, given.rstrip("\n"), re.DOTALL), f"{command}\n{given}"

    def start(self, arguments: list[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-u", "-m", "trendrapport", *arguments],
            cwd=self.folder,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    def done(self, arguments: list[str]) -> str:
        given, _ = self.start(arguments).communicate(timeout=600)
        return given

    def served(self, arguments: list[str]) -> str:
        """The address that a server says it has; another port, as that of the guide may be taken."""
        process = self.start([*arguments, "--port", "0"])
        assert process.stdout
        line = next(line for line in process.stdout if "http://" in line)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        return re.sub(r":\d+/", ":8000/", line)


def reviewed(file: Path, old: str, new: str) -> None:
    """Changes words in a Word document: bold if they come between asterisks, else tracked."""
    document = docx.Document(str(file))
    [run] = [one for paragraph in document.paragraphs for one in paragraph.runs if old in one.text]
    before, after = run.text.split(old)
    copies = [deepcopy(run._r) for _ in range(3)]  # noqa: SLF001
    run.text = before
    gone, come, rest = (Run(copied, run._parent) for copied in copies)  # noqa: SLF001
    gone.text, come.text, rest.text = old, new, after
    added: list[Any] = [gone._r, rest._r]  # noqa: SLF001
    if new == f"**{old}**":
        gone.bold = True
    else:
        added[:1] = [tracked("del", gone), tracked("ins", come)]
    for element in reversed(added):
        run._r.addnext(element)  # noqa: SLF001
    document.save(str(file))


def tracked(tag: str, run: Run) -> Any:  # noqa: ANN401
    """A run within the mark of who changed it, and when."""
    who = {qn("w:id"): "900", qn("w:author"): COLLEAGUE, qn("w:date"): "2026-01-01T00:00:00Z"}
    mark = run._r.makeelement(qn(f"w:{tag}"), who)  # noqa: SLF001
    for text in run._r.findall(qn("w:t")):  # noqa: SLF001
        text.tag = qn("w:delText") if tag == "del" else text.tag
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    mark.append(run._r)  # noqa: SLF001
    return mark


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_editor_who_follows_the_guide_publishes_a_trend(language: str, tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    for block in blocks(language):
        editor.follow(block)
    pages = {file.stem: file.read_text("utf-8") for file in (editor.folder / "site").rglob("*.html")}
    for text in blocks(language):
        if text.path.endswith(".md") and text.word == "markdown":
            title = next(line for line in text.text.splitlines() if line.startswith("title: "))
            assert title.removeprefix("title: ") in pages[Path(text.path).stem]
    assert "<svg" in pages[next(Path(one.path).stem for one in blocks(language) if one.word == "add")]


def test_both_guides_have_the_same_steps() -> None:
    """Commands, files and edits in the same order; only the words differ."""
    dutch, english = ([(one.word, one.text.count("$ ")) for one in blocks(name)] for name in LANGUAGES)
    assert dutch == english

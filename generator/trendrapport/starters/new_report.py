"""A folder to a whole report: the sample in a language, with settings for git and text editors around it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Language, Text

_FULL = Text(nl='"{name}" is niet leeg.', en='"{name}" is not empty.')


OTHERS: Mapping[str, Language] = {"technology-radar": "en", "waterschap": "nl"}
"""The samples of other kinds of reports, and their language."""


def init(folder: Path, language: Language = "nl", other: str = "") -> None:
    """Copies the sample report in a language, or one of another kind, into a folder that is new or empty, but
    for what git keeps there.

    Around it come settings for git and for text editors, which `README.md` in it explains.
    """
    if folder.exists() and any(found.name != ".git" for found in folder.iterdir()):
        raise CannotRunError(_FULL.filled(name=folder))
    if other:
        shutil.copytree(sample(other), folder, dirs_exist_ok=True)
        shutil.copyfile(sample(OTHERS[other]) / "README.md", folder / "README.md")
    else:
        shutil.copytree(sample(language), folder, dirs_exist_ok=True)
    # In the package they have no dot, so that they mean nothing to git there.
    for path in sample("around").iterdir():
        if path.is_dir():
            shutil.copytree(path, folder / f".{path.name}", dirs_exist_ok=True)
        else:
            shutil.copyfile(path, folder / f".{path.name}")


def sample(part: str) -> Path:
    """The sample in a language or of another kind, or what comes around it."""
    return Path(str(files("trendrapport.starters"))) / "sample" / part

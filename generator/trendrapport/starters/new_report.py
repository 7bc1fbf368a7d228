"""A folder to a whole report: the sample in a language, with a README, the version of the generator, and
settings for git, text editors and, if asked, a forge around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from trendrapport import __version__
from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.language.facts import BUILT_IN
from trendrapport.model.config import CONFIG_PATH
from trendrapport.starters.saving import save_bytes

_FULL = Text(nl='"{name}" is niet leeg.', en='"{name}" is not empty.')

LANGUAGES: tuple[Language, ...] = ("nl", "en", "de", "fr")
"""The languages in which there is a sample."""
OTHERS: Mapping[str, Language] = {
    "business-association": "en",
    "ministerie": "nl",
    "technology-radar": "en",
    "universitaet": "de",
    "waterschap": "nl",
}
"""The samples of other kinds of reports, and their language."""
FORGES: Mapping[str, tuple[str, str]] = {
    "github": ("report.yml", ".github/workflows/report.yml"),
    "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml"),
}
"""The file that says what a forge does with a report: in the sample, and in a report."""
REQUIREMENT = f"trendrapport[documents]=={__version__}\n"
README = "README.md"


def init(folder: Path, language: Language = "nl", other: str = "", forge: str = "") -> list[Path]:
    """Writes the sample report in a language, or one of another kind, to a folder that is new or empty, but
    for what git keeps there; returns the paths.

    Around it come settings for git, for text editors and for a forge, which `README.md` in it explains.
    """
    if folder.exists() and any(found.name != ".git" for found in folder.iterdir()):
        raise CannotRunError(_FULL.filled(name=folder))
    if other:
        language = OTHERS[other]
    written = _around(forge) | dict(_files(sample(other or language)))
    # A sample in a language has the README; with a forge that has one part more.
    written[README] = _readme(language, forge)
    return _save_missing(folder, written)


def is_report(folder: Path) -> bool:
    """Whether a report is in a folder already."""
    return (folder / CONFIG_PATH).is_file()


def add_around(folder: Path, language: Language, forge: str) -> list[Path]:
    """Writes what a report that is there lacks around it, and nothing in place of what it has; returns the
    paths.
    """
    return _save_missing(folder, _around(forge) | {README: _readme(language, forge)})


def sample(part: str) -> Path:
    """The sample in a language, in English for one without; or of another kind; or what comes around it."""
    if part in BUILT_IN and part not in LANGUAGES:
        part = "en"
    return Path(str(files("trendrapport.starters"))) / "sample" / part


def _around(forge: str) -> dict[str, bytes]:
    """What comes around a report, by path. In the package it has no dot, so that it means nothing to git
    there.
    """
    found = {f".{path}": raw for path, raw in _files(sample("around"))}
    found["requirements.txt"] = REQUIREMENT.encode()
    if forge:
        name, place = FORGES[forge]
        found[place] = (sample("ci") / forge / name).read_bytes()
    return found


def _readme(language: Language, forge: str) -> bytes:
    in_language = sample(language)
    text = (in_language / README).read_bytes()
    if forge:
        text += (sample("ci") / forge / f"README.{in_language.name}.md").read_bytes()
    return text


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each file in a folder of the sample."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _save_missing(folder: Path, written: Mapping[str, bytes]) -> list[Path]:
    """Saves files that are not there yet; returns their paths."""
    saved = []
    for name, raw in sorted(written.items()):
        path = folder / name
        if not path.exists():
            saved.append(save_bytes(path, raw))
    return saved

"""Manual pages: which there are in a language, and which of them explains a code."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trendrapport.diagnostics import Language
from trendrapport.model.vocabulary import kinds, singular

_HERE = Path(__file__).parent
_CHECKS = _HERE.parent / "checks"
_ADVICE = _HERE.parent / "advice"
_CODE = re.compile(r"(?<!`)`([a-z0-9]+(?:-[a-z0-9]+)+|untranslated)`(?!`)")
_FAMILIES = {"unknown_reference": "unknown", "unused": "unused"}
"""Pages about codes that end in what is unknown or unused: a source, a chart."""


@dataclass(frozen=True)
class Page:
    """A page of the manual: Markdown in which code is indented, as in docstrings."""

    name: str
    text: str

    @property
    def summary(self) -> str:
        """The first paragraph, on one line."""
        return " ".join(self.text.split("\n\n")[0].split())

    @property
    def codes(self) -> frozenset[str]:
        """The codes that it explains."""
        named = frozenset(_CODE.findall(self.text))
        family = _FAMILIES.get(self.name)
        return named | _members(family) if family else named


def _members(family: str) -> frozenset[str]:
    """The codes of all that can be unknown, or unused."""
    found = {f"{family}-{singular(kind).en.replace(' ', '-')}" for kind in kinds()}
    return frozenset(found)


@cache
def pages(language: Language) -> tuple[Page, ...]:
    """Every page: first those on reading files, then those of the checks and of advice, each by name."""
    reading = _in_folder("en")
    modules = {path.stem: path for path in (*_modules(_CHECKS), *_modules(_ADVICE))}
    if language == "nl":
        translated = _in_folder("nl")
        return tuple(Page(name, translated[name]) for name in (*reading, *modules))
    docstrings = {name: _docstring(path) for name, path in modules.items()}
    return tuple(Page(name, text) for name, text in (reading | docstrings).items())


def _modules(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]


def _in_folder(language: Language) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8").strip() for path in sorted((_HERE / language).glob("*.md"))}


def _docstring(file: Path) -> str:
    return (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").strip()


def page_of(code: str, language: Language) -> Page | None:
    """The page that explains a code, or that is called so; None when there is none.

    Of two pages that name a code, the one that is about fewer codes says more of it.
    """
    named = [page for page in pages(language) if code in page.codes]
    by_name = [page for page in pages(language) if page.name == code.replace("-", "_")]
    return min(named, key=lambda page: len(page.codes), default=None) or next(iter(by_name), None)


@cache
def advice_codes() -> frozenset[str]:
    """Every code that a piece of advice can have."""
    names = {path.stem for path in _modules(_ADVICE)}
    return frozenset().union(*(page.codes for page in pages("en") if page.name in names))


@cache
def link_codes() -> frozenset[str]:
    """Every code of a finding about a web address that was asked for."""
    return frozenset().union(*(page.codes for page in pages("en") if page.name == "links"))


@cache
def codes() -> frozenset[str]:
    """Every code that a finding can have."""
    return frozenset().union(*(page.codes for page in pages("en")))

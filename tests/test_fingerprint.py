"""Libraries: each can change what is made, so each is in the fingerprint, and none is there for nothing."""

from __future__ import annotations

import re
import tomllib
from email.message import Message
from functools import partial
from importlib.metadata import packages_distributions, version

import pytest

from conftest import REPOSITORY
from trendrapport.runtime import fingerprint

WITHOUT_IMPORT = {
    "mkdocs-material": "material",
    "font-source-sans-pro": "font_source_sans_pro",
    "font-source-serif-pro": "font_source_serif_pro",
}
"""What is not imported but named, and how."""


def same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed() -> list[str]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["documents"]]
    return [same(re.match(r"[\w.-]+", one)[0]) for one in wanted]


def test_each_pinned_library_is_in_the_generators_name() -> None:
    pinned = {
        same(line.partition("==")[0])
        for line in (REPOSITORY / "requirements.txt").read_text("utf-8").splitlines()
        if ";" not in line
    }
    named = {one.partition(" ")[0] for one in fingerprint.libraries()}
    assert {*pinned, *needed()} <= named
    assert {"feedgenerator", "markdown", "markupsafe"} <= named
    assert "pytest" not in named


def test_another_version_makes_another_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint.generator()
    metadata = fingerprint.metadata

    def changed(name: str, library: str) -> Message:
        fields = metadata(name)
        if name == library:
            fields.replace_header("Version", "0")
        return fields

    for library in ("feedgenerator", "markupsafe"):
        for cached in (fingerprint.generator, fingerprint.libraries):
            cached.cache_clear()
        with monkeypatch.context() as patched:
            patched.setattr(fingerprint, "metadata", partial(changed, library=library))
            assert fingerprint.generator() != before, library
    for cached in (fingerprint.generator, fingerprint.libraries):
        cached.cache_clear()
    assert fingerprint.generator() == before


def test_versions_are_those_that_python_knows() -> None:
    for one in fingerprint.libraries():
        name, _, number = one.partition(" ")
        assert number == version(name)


def test_each_needed_library_is_used() -> None:
    source = "\n".join(file.read_text("utf-8") for file in (REPOSITORY / "generator").rglob("*.py"))
    modules: dict[str, set[str]] = {}
    for module, names in packages_distributions().items():
        for name in names:
            modules.setdefault(same(name), set()).add(module)
    for name in needed():
        imported = any(
            re.search(
                (
                    rf"(?m)^\s*(import|from) "
                    rf"{re.escape(module)}\b"
                ),
                source,
            )
            for module in modules[name]
        )
        assert imported or f'"{WITHOUT_IMPORT.get(name, name)}"' in source, name

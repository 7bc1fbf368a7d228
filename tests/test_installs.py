"""The wheel as anyone installs it, with its dependencies from a registry: on each Python of this machine,
with pinned and with the newest libraries; and that each of these has wheels for other systems.

`make installs` runs this. It needs a network and takes minutes, so that a run of all tests leaves it out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import packaged
from conftest import REPOSITORY
from packaged import Environment
from trendrapport import __version__

if not os.environ.get("INSTALLS"):
    pytest.skip("needs a network: see `make installs`", allow_module_level=True)

UV = str(Path(sys.executable).with_name("uv"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
SYSTEMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
)
MAC = {"MACOSX_DEPLOYMENT_TARGET": "15.0"}
"""What the libraries for documents need on a Mac (docs/install.md)."""
DOCUMENTS = ("pdf", "docx", "epub", "pptx", "xlsx")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return packaged.build(tmp_path_factory.mktemp("published")).wheel


def found(version: str) -> str:
    """A Python of that version on this machine; the test is left out where there is none."""
    places = [os.environ["PATH"], *map(str, Path.home().glob(".pyenv/versions/*/bin"))]
    asked = subprocess.run(
        [UV, "python", "find", "--no-python-downloads", version],
        env={**os.environ, "PATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
    )
    if asked.returncode:
        pytest.skip(f"no Python {version} on this machine")
    return asked.stdout.strip()


def installed(wheel: Path, folder: Path, python: str, *versions: str) -> Environment:
    """An environment with the wheel and all that it can do."""
    subprocess.run([UV, "venv", "--quiet", "--python", python, str(folder)], check=True)
    made = Environment(folder)
    everything = f"trendrapport[documents,editors] @ {wheel.as_uri()}"
    command = [UV, "pip", "install", "--quiet", "--python", str(made.python), *versions, everything]
    subprocess.run(command, check=True)
    return made


@pytest.mark.parametrize("versions", ["pinned", "newest"])
@pytest.mark.parametrize("version", PYTHONS)
def test_a_report_with_documents_is_built(wheel: Path, tmp_path: Path, version: str, versions: str) -> None:
    wanted = {"pinned": ("--constraint", str(REPOSITORY / "requirements.txt")), "newest": ("--upgrade",)}
    made = installed(wheel, tmp_path / "env", found(version), *wanted[versions])
    made.run("trendrapport", "init", "report", "--language", "en", inside=tmp_path)
    report = tmp_path / "report"
    config = report / "site_config.yml"
    outputs = "".join(f"  - {name}\n" for name in ("site", *DOCUMENTS))
    config.write_text(config.read_text("utf-8").replace("  - site\n", outputs), "utf-8")
    assert made.run("trendrapport", "check", "--strict", inside=report) == ""
    made.run("trendrapport", "build", "--strict", inside=report)
    for ending in ("html", *DOCUMENTS):
        assert list((report / "site").rglob(f"*.{ending}")), ending


def test_uvx_starts_a_report(wheel: Path, tmp_path: Path) -> None:
    words = [UV, "tool", "run", "--quiet", "--from", str(wheel), "trendrapport"]
    told = subprocess.run([*words, "--version"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert told.stdout.split()[-1] == __version__
    subprocess.run([*words, "init", "my-report"], cwd=tmp_path, check=True)
    assert (tmp_path / "my-report/site_config.yml").is_file()


@pytest.mark.parametrize("extras", ["", "[documents]", "[editors]"])
@pytest.mark.parametrize("version", PYTHONS[:4])
@pytest.mark.parametrize("system", SYSTEMS)
def test_each_dependency_has_a_wheel(
    wheel: Path, tmp_path: Path, system: str, version: str, extras: str
) -> None:
    wanted = tmp_path / "wanted.in"
    wanted.write_text(f"trendrapport{extras} @ {wheel.as_uri()}\n", "utf-8")
    command = [UV, "pip", "compile", "--quiet", "--only-binary", ":all:", "--no-python-downloads"]
    command += ["--python-platform", system, "--python-version", version, str(wanted)]
    asked = subprocess.run(command, env=os.environ | MAC, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr

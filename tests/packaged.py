"""The package as it is published: built from this checkout, and installed apart from it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
from dataclasses import dataclass
from pathlib import Path

from conftest import REPOSITORY

EPOCH = "1767225600"
OURS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTEST_ADDOPTS")
"""What would lead a command in another environment back to this one."""


@dataclass(frozen=True)
class Built:
    """A wheel and a source distribution in a folder."""

    folder: Path

    @property
    def wheel(self) -> Path:
        """The one wheel."""
        (found,) = self.folder.glob("*.whl")
        return found

    @property
    def source(self) -> Path:
        """The one source distribution."""
        (found,) = self.folder.glob("*.tar.gz")
        return found


@dataclass(frozen=True)
class Environment:
    """A virtual environment, whose commands know nothing of the checkout."""

    folder: Path

    @property
    def scripts(self) -> Path:
        """Where its commands are."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / "python"

    def run(self, *words: str, inside: Path) -> str:
        """What one of its commands says, run in a folder; a command that fails ends the test."""
        variables = {name: value for name, value in os.environ.items() if name not in OURS}
        done = subprocess.run(
            [self.scripts / words[0], *words[1:]], cwd=inside, env=variables, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{words}:\n{done.stdout}\n{done.stderr}"
        return done.stdout


def build(folder: Path, project: Path = REPOSITORY) -> Built:
    """Builds both from a checkout, or from an unpacked source distribution."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        check=True,
        capture_output=True,
    )
    return Built(folder)


def unpacked(source: Path, folder: Path) -> Path:
    """The folder in a source distribution, unpacked."""
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    (found,) = folder.iterdir()
    return found


def installed(wheel: Path, folder: Path) -> Environment:
    """A new environment with the wheel, installed by pip without a network.

    Its dependencies are those of the environment that runs the tests. That has the checkout by a `.pth` file,
    and Python reads none in a folder that another one names, so that the checkout is not in this one.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    made = Environment(folder)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(made.python), "install", "--quiet", "--no-deps"]
        + ["--no-index", "--disable-pip-version-check", str(wheel)],
        check=True,
    )
    (packages,) = folder.rglob("site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return made

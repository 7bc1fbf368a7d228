"""Spectral judges the description of an API by a set of rules. `make test` installs it if there is npm."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from conftest import REPOSITORY

SPECTRAL = REPOSITORY / ".venv/spectral/node_modules/.bin/spectral"


def found_by_spectral(rules: Path, description: Path) -> list[str]:
    """The rules that a description breaks, sorted; the test is skipped where Spectral is not there."""
    if not SPECTRAL.exists():
        pytest.skip("Spectral is not there: it comes with `make test` on a machine with npm")
    command = [SPECTRAL, "lint", "--quiet", "--format", "json", "--ruleset", rules, description]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return sorted({str(found["code"]) for found in json.loads(done.stdout)})

"""The files of Sveltia CMS are those of its release: `docs/sveltia.py` puts them in the package."""

from __future__ import annotations

import re
import sys

from conftest import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "docs"))

from sveltia import FOLDER, VERSION, checksums

from trendrapport.site.browser_forms import parts


def test_the_files_are_those_that_were_taken() -> None:
    assert checksums(FOLDER) == (FOLDER / "SHA256SUMS").read_text("utf-8")


def test_the_version_is_told() -> None:
    code = (FOLDER / "npm/index.js").read_text("utf-8")
    assert f"`{VERSION}`" in code
    assert VERSION in (REPOSITORY / "docs/decisions.md").read_text("utf-8")
    assert "MIT License" in (FOLDER / "LICENSE.txt").read_text("utf-8")


def test_what_it_loads_at_once_is_there() -> None:
    code = (FOLDER / "npm/index.js").read_text("utf-8")
    static = re.findall(r'from"\./([^"]+)"', code)
    assert static
    assert {f"sveltia/npm/{name}" for name in static} <= parts().keys()
    assert parts()["nl.js"].startswith(b"export default {")

"""What is told of an output whose libraries are not installed. All content of the sample is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from trendrapport.checks import missing_library
from trendrapport.pipeline import Options, build, check


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """The output `offline` needs a library that nobody has."""

    def needs(_folder: str, module: str, _name: str) -> tuple[str, ...] | None:
        return ("no-such-library", "click") if module == "offline" else None

    monkeypatch.setattr(missing_library, "constant", needs)


@pytest.mark.usefixtures("without")
def test_it_is_told_once_with_the_command(sample: Path) -> None:
    config = sample / "site_config.yml"
    assert check(sample).diagnostics == ()
    config.write_text(config.read_text("utf-8").replace("  - site\n", "  - site\n  - offline\n"), "utf-8")
    line = config.read_text("utf-8").splitlines().index("outputs:") + 1
    (found,) = check(sample).diagnostics
    assert (found.code, found.location.line) == ("missing-library", line)
    for text in (found.what.nl, found.what.en):
        assert "no-such-library" in text
        assert "click" not in text
    for text in (found.fix.nl, found.fix.en):
        assert 'pip install "trendrapport[documents]"' in text
    assert not build(sample, Options()).built

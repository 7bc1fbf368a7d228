"""security.txt: what is written of the settings, and what is told of settings that do not work.

All contacts are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import shown
from trendrapport.diagnostics import Severity
from trendrapport.pipeline import Options, build, check

DAY = "1767225600"  # 1 January 2026
CONTACT = "email: veilig+web@example.org, address: https://example.org/melden"


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


def with_security(sample: Path, block: str, address: str = "https://trends.example.org/") -> int:
    """Writes it as the last line of the settings; gives the number of that line."""
    path = sample / "site_config.yml"
    lines = [
        f"address: {address}" if line.startswith("address:") else line
        for line in path.read_text("utf-8").splitlines()
    ]
    path.write_text("\n".join([*lines, f"security: {{{block}}}", ""]), "utf-8")
    return len(lines) + 1


def test_the_file_says_what_the_settings_say(sample: Path) -> None:
    with_security(
        sample, f"{CONTACT}, expires: 2026-06-30, policy: https://example.org/beleid, languages: [nl, en]"
    )
    assert check(sample).diagnostics == ()
    assert build(sample, Options(strict=True)).built
    assert (sample / "site/.well-known/security.txt").read_bytes() == (
        b"Contact: https://example.org/melden\nContact: mailto:veilig+web@example.org\nExpires: "
        b"2026-06-30T23:59:59Z\n"
        b"Preferred-Languages: nl, en\nCanonical: "
        b"https://trends.example.org/.well-known/security.txt\nPolicy: https://example.org/beleid\n"
    )


def test_another_day_gives_the_same_file(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_security(sample, "email: veilig@example.org, expires: 2026-06-30")
    assert build(sample, Options()).built
    first = (sample / "site/.well-known/security.txt").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY) + 300 * 86_400))
    told = build(sample, Options())
    # a build that is the same else notices it too
    assert [one.code for one in told.diagnostics] == ["unusable-security-contact"]
    assert (sample / "site/.well-known/security.txt").read_bytes() == first
    assert b"Preferred-Languages: nl\n" in first


@pytest.mark.parametrize("block", [None, CONTACT, "expires: 2026-06-30"])
def test_without_a_contact_or_a_last_day_there_is_no_file(sample: Path, block: str | None) -> None:
    if block:
        with_security(sample, block)
    assert build(sample, Options()).built
    assert not (sample / "site/.well-known").exists()


@pytest.mark.parametrize(
    ("block", "address", "column", "said"),
    [
        ("expires: 2026-06-30", "https://trends.example.org/", 11, "no contact"),
        (CONTACT, "https://trends.example.org/", 11, 'no "expires"'),
        ("email: a@example.org, expires: 2025-12-31", "https://trends.example.org/", 43, "has passed"),
        (
            "email: a@example.org, expires: 2027-01-03",
            "https://trends.example.org/",
            43,
            "more than a year ahead",
        ),
        (
            "address: http://example.org/, expires: 2026-06-30",
            "https://trends.example.org/",
            21,
            "does not start with https://",
        ),
        (
            "email: a@example.org, expires: 2026-06-30, policy: http://example.org/",
            "https://trends.example.org/",
            63,
            "does not start with https://",
        ),
        ("email: a@example.org, expires: 2026-06-30", "https://example.org/trends/", 11, "root of a host"),
    ],
)
def test_what_does_not_work_is_told_at_its_place(
    sample: Path, block: str, address: str, column: int, said: str
) -> None:
    line = with_security(sample, block, address)
    [found] = check(sample).diagnostics
    assert shown(found) == f"site_config.yml:{line}:{column} unusable-security-contact"
    assert said in found.what.en
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("day", ["2026-01-01", "2027-01-02"])
def test_the_first_and_the_last_day_that_are_right(sample: Path, day: str) -> None:
    with_security(sample, f"email: a@example.org, expires: {day}")
    assert check(sample).diagnostics == ()


def test_a_month_is_no_day(sample: Path) -> None:
    line = with_security(sample, "email: a@example.org, expires: 2026-06")
    assert [shown(one) for one in check(sample).diagnostics] == [f"site_config.yml:{line}:43 incomplete-date"]

"""A warning can be allowed with a reason, an error cannot; an exception that does nothing is told.

All content here is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import shown
from invented import picture, trend
from test_fixing import put
from trendrapport.pipeline import check
from trendrapport.pipeline.mending import fix

PLACE = "content/2026/trends/proef.md"
MARKED = "summary: Zie **hier**."
"""A line with a warning: `markup-in-field`."""


def found(report: Path, text: str) -> list[str]:
    put(report, {PLACE: text})
    return [f"{one.location.line}:{one.code}" for one in check(report).diagnostics]


def settings(report: Path, lines: str) -> None:
    path = report / "site_config.yml"
    path.write_text(f"{path.read_text('utf-8')}\n{lines}", "utf-8")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (MARKED, ["3:markup-in-field"]),
        (f"{MARKED}   # allow: markup-in-field zo heet het", []),
        (f"# allow: markup-in-field zo heet het\n{MARKED}", []),
        (f"# allow: markup-in-field zo heet het\n# nog een opmerking\n{MARKED}", []),
        (f"{MARKED} # allow: unused-source zo heet het", ["3:markup-in-field", "3:unneeded-exception"]),
        (f"{MARKED} # allow: markup-in-field", ["3:markup-in-field", "3:exception-without-reason"]),
        (f"{MARKED} # allow: markup-in-feild zo", ["3:markup-in-field", "3:exception-of-unknown-code"]),
        (
            f"# allow: markup-in-field te ver\n# x\n\n{MARKED}",
            ["3:unneeded-exception", "6:markup-in-field"],
        ),
        ('summary: "Dit is geen # allow: unused-source uitzondering."', []),
        ("summary: >-\n  Dit is geen\n  # allow: unused-source uitzondering.", []),
    ],
)
def test_in_front_matter(sample: Path, line: str, expected: list[str]) -> None:
    assert sorted(found(sample, trend(summary=line))) == sorted(expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Een [[pagina]].\n", ["11:unread-markup"]),
        ("<!-- allow: unread-markup zo heet het -->\nEen [[pagina]].\n", []),
        ("<!-- allow: unread-markup zo heet het -->\n\nEen tekst\nmet een [[pagina]].\n", []),
        (
            "<!-- allow: unread-markup zo heet het -->\nEen tekst.\n\nEen [[pagina]].\n",
            ["11:unneeded-exception", "14:unread-markup"],
        ),
        ("````markdown\n<!-- allow: unread-markup als voorbeeld -->\n````\n", []),
        ("# Kop\n", ["11:heading-order"]),
        (
            "<!-- allow: heading-order zo wil ik het -->\n# Kop\n",
            ["12:heading-order", "11:exception-of-error"],
        ),
    ],
)
def test_in_a_text(sample: Path, body: str, expected: list[str]) -> None:
    assert sorted(found(sample, trend(body=body))) == sorted(expected)


def test_in_the_settings(sample: Path) -> None:
    """For files that have no comments."""
    put(sample, {"content/2026/trends/los.png": picture(), "content/pages/los.png": picture()})
    assert [shown(one) for one in check(sample).diagnostics] == [
        "content/2026/trends/los.png:1:1 unused-image",
        "content/pages/los.png:1:1 unused-image",
    ]
    settings(sample, "allow:\n  - {code: unused-image, path: content/2026/*, reason: Voor later.}\n")
    assert [shown(one) for one in check(sample).diagnostics] == ["content/pages/los.png:1:1 unused-image"]
    (sample / "content/2026/trends/los.png").unlink()
    assert {one.code for one in check(sample).diagnostics} == {"unused-image", "unneeded-exception"}


def test_a_reason_is_required_in_the_settings(sample: Path) -> None:
    settings(sample, "allow:\n  - {code: unused-image}\n")
    assert {one.code for one in check(sample).diagnostics} == {"missing-key"}


def test_nothing_is_called_unneeded_where_mistakes_may_hide_it(sample: Path) -> None:
    put(sample, {PLACE: trend(summary=f"{MARKED} # allow: markup-in-field zo", impact="impact: 9")})
    assert {one.code for one in check(sample).diagnostics} == {"out-of-range"}


def test_fixing_removes_what_is_not_needed_and_leaves_what_is_allowed(sample: Path) -> None:
    line = "title: RenÃ©e # allow: garbled-letters zo heet zij"
    body = "<!-- allow: unread-markup oud -->\nEen tekst.\n"
    put(sample, {PLACE: trend(title=line, body=body, summary="summary: Goed. # allow: unused-source oud")})
    fix(sample)
    expected = trend(title=line, body="Een tekst.\n", summary="summary: Goed.")
    assert (sample / PLACE).read_text("utf-8") == expected

"""Every code that a finding can have has a page, in both languages, and no page is about another code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from click import unstyle
from click.testing import CliRunner

import trendrapport
from trendrapport.cli import main
from trendrapport.diagnostics import LANGUAGES
from trendrapport.files.downloads import Fault
from trendrapport.manual.pages import codes, page_of, pages
from trendrapport.terminal.manual_page import on_terminal

PACKAGE = Path(trendrapport.__file__).parent
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
LATER = ("documents", "language", "open_data", "pages", "placing", "site", "starters")
"""The rooms that report nothing, in which `code` is something else."""


def trees() -> Iterator[ast.Module]:
    for file in PACKAGE.rglob("*.py"):
        if file.relative_to(PACKAGE).parts[0] not in LATER:
            yield ast.parse(file.read_text("utf-8"))


def takers() -> set[str]:
    """The functions and classes that take a code."""
    found = {"PydanticCustomError"}
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in node.args.args]
            elif isinstance(node, ast.ClassDef):
                names = [ast.unparse(one.target) for one in node.body if isinstance(one, ast.AnnAssign)]
            else:
                continue
            if "code" in names:
                found.add(node.name)
    return found


def written_codes() -> set[str]:
    """The codes that the package writes: given to what takes one, or with texts of their own."""
    found: set[str] = set()
    # What is found in a text has a name before a check gives it a code.
    taking = takers() - {"Slip", "slip_in_block", "slip_on_row"}
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in taking:
                found |= literals(node)
            elif isinstance(node, ast.AnnAssign) and "Texts" in ast.unparse(node.annotation):
                found |= keys(node.value)
    return {one for one in found if CODE.fullmatch(one)}


def literals(call: ast.Call) -> set[str]:
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return {one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def keys(value: ast.expr | None) -> set[str]:
    named = value.keys if isinstance(value, ast.Dict) else []
    return {one.value for one in named if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def test_every_code_has_a_page() -> None:
    written = written_codes()
    assert len(written) > 150
    assert sorted(written - codes()) == []


def test_every_page_is_about_codes_that_exist() -> None:
    text = "\n".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    made = {f"download-{fault}" for fault in get_args(Fault)}
    written = {code for code in codes() if f'"{code}"' in text}
    put_together = {code for code in codes() if code.startswith(("unknown-", "unused-"))}
    assert sorted(codes() - written - made - put_together) == []


def test_both_languages_explain_the_same() -> None:
    dutch, english = ({page.name: page.codes for page in pages(language)} for language in LANGUAGES)
    assert dutch == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_a_narrow_terminal(language) -> None:
    for page in pages(language):
        for line in map(unstyle, on_terminal(page, "x-y", 60).splitlines()):
            assert len(line) <= 60 or line.startswith("    ") or line.count(" ") < 6, (page.name, line)
            assert not re.search(r"[\ue000-\ue002]|(?<!`)`[a-z]", line), (page.name, line)


def test_a_page_says_first_what_was_asked() -> None:
    page = page_of("broken-anchor", "nl")
    assert page
    assert on_terminal(page, "broken-anchor", 80).startswith("Die kop staat niet in het bestand.\n\n")


def test_a_check_is_found_by_its_name() -> None:
    page = page_of("broken-link", "en")
    assert page
    assert page == page_of("broken_link", "en")


def explained(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["explain", *arguments])
    return result.exit_code, result.output


def test_explaining_in_a_language(tmp_path: Path) -> None:
    """The language that is asked for, or that of the report, or Dutch where there is no report."""
    code, english = explained("figure-twice", "--language", "en")
    assert code == 0
    assert "A figure that appears twice" in english
    assert "Een figuur die twee keer" in explained("figure-twice", "--root", str(tmp_path))[1]
    (tmp_path / "site_config.yml").write_text("language: en\n")
    assert explained("figure-twice", "--root", str(tmp_path))[1] == english


def test_a_misspelt_code_is_answered_with_the_nearest() -> None:
    code, told = explained("figure-twce")
    assert code == 2
    assert 'Bedoelt u "figure-twice"?' in told
    assert 'Did you mean "figure-twice"?' in told


def test_without_a_code_all_are_listed() -> None:
    code, told = explained("--language", "en")
    assert code == 0
    assert set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+|untranslated", told)) >= codes()


def test_pages_that_messages_name_are_shown() -> None:
    named: set[str] = set()
    for file in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("manual/*/*.md")]:
        named |= set(re.findall(r"docs/[a-z_]+\.md", file.read_text("utf-8")))
    assert {"docs/charts.md", "docs/labels.md", "docs/publishing.md"} <= named
    for page in named - {"docs/architecture.md", "docs/decisions.md"}:
        code, shown = explained(page)
        assert (code, shown[:2]) == (0, "# "), page
    assert explained("charts")[1] == explained("docs/charts.md")[1]
    assert "docs/labels.md" in explained()[1]

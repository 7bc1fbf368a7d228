"""Templates, styles and scripts are written so that whoever changes one can read it."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import cssbeautifier
import pytest
from jinja2 import UndefinedError

import trendrapport
from trendrapport.pages.browser.templating import render, unfolded

PACKAGE = Path(trendrapport.__file__).parent
BROWSER = PACKAGE / "pages/browser"
WIDTH = 110
STYLES = sorted(PACKAGE.rglob("*.css"))
TEMPLATES = sorted([*BROWSER.rglob("*.j2"), *BROWSER.rglob("theme/**/*.html")])
BUNDLE = PACKAGE / "charts/rendering/vega.js"
RELEASE = PACKAGE / "site/browser_forms/sveltia"
OURS = (file for file in PACKAGE.rglob("*.js") if file != BUNDLE and not file.is_relative_to(RELEASE))
SCRIPTS = sorted(OURS)


@pytest.mark.parametrize("style", STYLES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_style_is_formatted(style: Path) -> None:
    """`make format` does it."""
    options = cssbeautifier.default_options()
    options.indent_size = 2
    options.end_with_newline = True
    text = style.read_text("utf-8")
    assert text == cssbeautifier.beautify(text, options)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.relative_to(BROWSER).as_posix())
def test_a_template_has_short_lines(template: Path) -> None:
    assert long_lines(template) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_script_has_short_lines(script: Path) -> None:
    assert long_lines(script) == []


def long_lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").split("\n") if len(line) > WIDTH]


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("<ul>\n  <li>{{ one }}</li>\n</ul>\n", "<ul><li>{{ one }}</li></ul>"),
        ("{% if one %}\n  two words\n  and two\n{% endif %}", "{% if one %}two words and two{% endif %}"),
        ('<a\n  class="b"\n  href="c">\n  d\n</a>', '<a class="b" href="c">d</a>'),
        ("<b>a</b>{{ ' ' }}\n<b>b</b>", "<b>a</b>{{ ' ' }}<b>b</b>"),
        ("<b>a</b> <b>b</b>", "<b>a</b> <b>b</b>"),
    ],
)
def test_a_line_break_shows_nothing_but_between_words(template: str, shown: str) -> None:
    assert re.sub(r"\{#\n+#\}", "", unfolded(template)) == shown


def test_a_mistake_in_a_template_is_reported_at_its_line() -> None:
    """The message names the file as it is written, not as Jinja gets it."""
    with pytest.raises(UndefinedError) as raised:
        render("matrix", title="", summary="", crumbs=[], label=lambda *_, **__: "")
    frames = traceback.extract_tb(raised.value.__traceback__)
    lines = [frame.line for frame in frames if frame.filename.endswith("matrix.html.j2")]
    assert lines == ["{% call o.overview(made.figure, label) %}"]

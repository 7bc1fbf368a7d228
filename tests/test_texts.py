"""What stands in a text, from the file to the page; all content here is invented."""

from __future__ import annotations

import re
from html import unescape

import pytest

from invented import trend
from trendrapport.pipeline import Options, build
from trendrapport.prose.notes import letters
from trendrapport.starters import new_report

CODE = """def f():
    if x:
        return `1`


    return "<b>"  # a & b
"""
BODY = f"""
Verzonnen tekst [@voorbeeldbron] met een noot[^a], nog eens[^a] en^[Een *tweede*.] zo.

[^a]: De eerste.

Zie https://example.org/a_b(c)?d=1&e. Of
**https://example.org/**;
<https://example.org/x>, www.example.org. Of iemand@example.org; en [hier](https://example.org/y "Titel").

> [!NOTE]
> Een opmerking met **vet** en [@voorbeeldbron].

> [!WARNING] Eigen *titel*
>
> - punt

> Een citaat.

```python
{CODE}```

1. Punt

   ```
{"".join(f"   {line}" if line.strip() else line for line in CODE.splitlines(keepends=True))}   ```
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a trend with all of that in its text."""
    folder = tmp_path_factory.mktemp("texts")
    new_report.init(folder)
    (folder / "content/2026/trends/proef.md").write_text(trend(body=BODY), "utf-8")
    done = build(folder, Options())
    assert done.built, done.diagnostics
    return (folder / "site/2026/trends/proef.html").read_text("utf-8")


def test_code_keeps_its_blank_lines_and_indentation(html: str) -> None:
    shown = [unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.DOTALL)]
    assert shown == [CODE, CODE]


def test_footnotes_have_letters_a_named_section_and_ways_back(html: str) -> None:
    places = re.findall(
        r'<sup class="footnote-ref"><a href="#(\w+)" id="([\w-]+)" aria-label="([^"]+)">(\w)</a>', html
    )
    assert places == [
        ("fn1", "fnref1", "Voetnoot a", "a"),
        ("fn1", "fnref1-2", "Voetnoot a", "a"),
        ("fn2", "fnref2", "Voetnoot b", "b"),
    ]
    section = html[html.index('<section class="footnotes" aria-labelledby="footnotes">') :].split(
        "</section>"
    )[0]
    assert '<h2 id="footnotes">Voetnoten</h2>' in section
    assert re.findall(r'<li id="(\w+)">\s*<p>(.*?) <a', section) == [
        ("fn1", "De eerste."),
        ("fn2", "Een <em>tweede</em>."),
    ]
    backs = re.findall(r'href="#([\w-]+)" aria-label="([^"]+)"', section)
    assert backs == [
        (place, f"Terug naar de tekst, voetnoot {letter}, vermelding {nth}")
        for place, letter, nth in (("fnref1", "a", 1), ("fnref1-2", "a", 2), ("fnref2", "b", 1))
    ]


def test_letters_count_as_lists_do() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        "a",
        "z",
        "aa",
        "az",
        "ba",
        "zz",
        "aaa",
    ]


def test_a_bare_address_is_a_link(html: str) -> None:
    assert (
        '<a class="bare" '
        'href="https://example.org/a_b(c)?d=1&amp;e">https://example.org/a_b(c)?d=1&amp;e</a>. Of'
    ) in html
    assert '<strong><a class="bare" href="https://example.org/">https://example.org/</a></strong>;' in html
    assert '<a class="bare" href="https://www.example.org">www.example.org</a>. Of' in html
    assert '<a class="bare" href="mailto:iemand@example.org">iemand@example.org</a>; en' in html
    assert '<a href="https://example.org/y" title="Titel">hier</a>' in html


def test_a_callout_is_no_quotation(html: str) -> None:
    first, second = re.findall(
        r'<div class="callout callout-(\w+)" role="note" aria-label="([^"]+)">(.*?)</div>', html, re.DOTALL
    )
    assert first[:2] == ("note", "Opmerking")
    assert (
        '<p class="callout-title">Opmerking</p>\n<p>Een opmerking met <strong>vet</strong> en<sup' in first[2]
    )
    assert second[:2] == ("warning", "Let op")
    shown = "".join(line.strip() for line in second[2].splitlines())
    assert shown == '<p class="callout-title">Eigen <em>titel</em></p><ul><li>punt</li></ul>'
    assert html.count("<blockquote>") == 1

"""What stands in a text, from the file to the page; all content here is invented."""

from __future__ import annotations

import re
from html import unescape

import pytest

from invented import trend
from trendrapport import starters
from trendrapport.pipeline import Options, build

CODE = """def f():
    if x:
        return `1`


    return "<b>"  # a & b
"""
BODY = f"""
Verzonnen tekst [@voorbeeldbron].

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
    starters.init(folder)
    (folder / "content/2026/trends/proef.md").write_text(trend(body=BODY), "utf-8")
    done = build(folder, Options())
    assert done.built, done.diagnostics
    return (folder / "site/2026/trends/proef.html").read_text("utf-8")


def test_code_keeps_its_blank_lines_and_indentation(html: str) -> None:
    shown = [unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.DOTALL)]
    assert shown == [CODE, CODE]

"""Writes the parts of docs/ that follow from the code, and the libraries in the package. A test holds that they are current.

    python docs/generate.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from trendrapport import checks
from trendrapport.by_place import modules
from trendrapport.charts import annotations, breaks, choosing, fit, footnotes, kinds, telling
from trendrapport.schemas import schemas

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from drawings import drawings  # noqa: E402 - beside this file
from vega import bundle  # noqa: E402 - the same

CHECKS = """# Checks

What `trendrapport check` looks for beyond the form of each file; a page per file in `checks/`, from its own text.
"""
CHARTS = """# Charts

What an editor can declare in `charts/<name>.yml`. `data`, `title`, `description` (the text alternative) and `source` are required. First
what every chart can have, then the kinds.
"""
KINDS = """
# Kinds of charts

What can stand at `kind:`; from the file of each kind in `charts/kinds/`. Each drawing is that of the example below it.
"""
MANY = f"""
## Many rows

A chart draws and tabulates a thousand rows. Of more than {fit.MOST_ROWS:,} rows after `filter` a diagnostic says so before anything is drawn:
readers could not tell them apart, and the page would get too heavy. Make a table in which rows are added up or averaged, or choose with
`filter` those that matter; `limit` only shortens the drawing, not the table below it.
"""


def generated() -> dict[str, bytes]:
    """Path in docs/ to the bytes that belong there."""
    made = {"checks.md": CHECKS + "".join(_chapters(checks)), "charts.md": "".join(_charts())}
    return {path: text.encode() for path, text in made.items()} | drawings() | {
        "../generator/trendrapport/charts/vega.js": bundle()} | {
        f"schema/{name}.json": raw for name, raw in schemas("nl").items()}


def _charts() -> Iterator[str]:
    yield CHARTS
    yield f"\n## What can be left out\n\n{_markdown(choosing.__doc__ or '')}\n\n{_rules()}\n"
    yield f"\n## Annotations\n\n![The marks of this example in a drawing](charts/annotations.svg)\n\n{_markdown(annotations.__doc__ or '')}\n"
    yield f"\n## Breaks\n\n{_markdown(breaks.__doc__ or '')}\n\n## Footnotes\n\n{_markdown(footnotes.__doc__ or '')}\n"
    yield f"\n## Words\n\n{_markdown(telling.__doc__ or '')}\n{MANY}{KINDS}"
    yield from _chapters(kinds, "![{name}: {first}](charts/{name}.svg)\n\n")


def _rules() -> str:
    """The rules by which a kind is chosen, in order."""
    lines = ["a file `charts/<name>.py` or `charts/<name>.vl.json`: `altair` or `vega_lite`",
             *(f"{rule.when}: `{rule.kind}`" for rule in choosing.RULES)]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _chapters(package: ModuleType, picture: str = "") -> Iterator[str]:
    """A chapter for each module of a folder, from its docstring."""
    for name, module in modules(package).items():
        text = module.__doc__ or ""
        yield f"\n## {name}\n\n{picture.format(name=name, first=text.strip().splitlines()[0].rstrip('.'))}{_markdown(text)}\n"


def _markdown(docstring: str) -> str:
    """Code in a docstring is indented; in the manual it is fenced."""
    return re.sub(r"(?m)(?:^    .*\n|^\n(?=    ))+", _fenced, docstring.strip() + "\n").rstrip()


def _fenced(found: re.Match[str]) -> str:
    code = re.sub(r"(?m)^    ", "", found[0]).strip("\n")
    language = "json" if code.startswith("{") else "python" if "def " in code else "yaml"
    return f"\n```{language}\n{code}\n```\n"


if __name__ == "__main__":
    for path, raw in generated().items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(raw)

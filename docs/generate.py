"""Writes the parts of docs/ that follow from the code: `python docs/generate.py`. A test holds that they are current."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

from trendrapport import checks
from trendrapport.by_place import modules
from trendrapport.charts import kinds
from trendrapport.schemas import schemas

HERE = Path(__file__).parent
CHECKS = """# Checks

What `trendrapport check` looks for beyond the form of each file; a page per file in `checks/`, from its own text.
"""
KINDS = """# Kinds of charts

What can stand at `kind:` in `charts/<name>.yml`; from the file of each kind in `charts/kinds/`.
"""


def generated() -> dict[str, bytes]:
    """Path in docs/ to the bytes that belong there."""
    made = {"checks.md": _manual(CHECKS, checks), "charts.md": _manual(KINDS, kinds)}
    return {path: text.encode() for path, text in made.items()} | {
        f"schema/{name}.json": raw for name, raw in schemas("nl").items()}


def _manual(head: str, package: ModuleType) -> str:
    """A chapter for each module of a folder, from its docstring."""
    return head + "".join(f"\n## {name}\n\n{_markdown(module.__doc__ or '')}\n" for name, module in modules(package).items())


def _markdown(docstring: str) -> str:
    """Code in a docstring is indented; in the manual it is fenced, as YAML."""
    return re.sub(r"(?m)(?:^    .*\n?)+", lambda code: f"```yaml\n{re.sub('(?m)^    ', '', code[0]).rstrip()}\n```\n",
                  docstring.strip()).rstrip()


if __name__ == "__main__":
    for path, raw in generated().items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(raw)

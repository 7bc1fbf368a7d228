"""Writes the parts of docs/ that follow from the code, and the libraries in the package. A test holds that
they are current.

    python docs/generate.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from trendrapport import checks
from trendrapport.charts import kinds
from trendrapport.charts.annotations import placing as annotations
from trendrapport.charts.choosing import defaults as choosing
from trendrapport.charts.fit import declaration as fit
from trendrapport.charts.parts import breaks, joining
from trendrapport.charts.words import footnotes, telling
from trendrapport.runtime.plugins import modules
from trendrapport.starters.schemas import schemas

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from drawings import drawings  # noqa: E402 - beside this file
from letters import letters  # noqa: E402 - the same
from tokens import filled  # noqa: E402 - beside this file
from vega import bundle  # noqa: E402 - the same

CHECKS = """# Checks

What `trendrapport check` looks for beyond the form of each file; a page per file in `checks/`, from its own text.
"""
CHARTS = """# Charts

What an editor can declare in `charts/<name>.yml`. `data`, `title`, `description` (the text alternative) and `source` are required. First
what every chart can have, then the kinds.
"""
TABLES = """
## Tables

The rows stand in `charts/data/<table>.csv`: UTF-8, a comma between columns, a point in numbers, a heading of column names, and nothing in a
cell whose value is missing. Beside it `charts/data/<table>.datapackage.yml` says what the columns mean, in the Data Package standard:

```yaml
name: ai_gebruik                  # the name of the file
title: Gebruik van AI door bedrijven, 2024-2025
description: Bedrijven met 10 of meer werkzame personen.      # what is counted, breaks; may be left out
licenses: [{name: CC-BY-4.0, title: Creative Commons Naamsvermelding 4.0}]
sources: [{title: "CBS StatLine, tabel 86073NED", path: "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/86073NED"}]
created: "2026-03-04"             # when you retrieved or counted the figures; leave it out if you do not know
resources:
  - name: ai_gebruik
    path: ai_gebruik.csv
    schema:
      fields:                     # every column, in the order of the table
        - {name: jaar, type: year, title: Jaar}
        - {name: omvang, type: string, title: Werkzame personen}
        - {name: aandeel, type: number, title: Gebruikt AI, unit: "%"}
        - {name: voorlopig, type: boolean, title: Voorlopig cijfer}
```

| type | what stands in a cell |
| --- | --- |
| `string` | words, or a code; quarters and weeks: see below |
| `integer`, `number` | 1234 or -2; 12.5 |
| `year`, `yearmonth`, `date` | 2024; 2024-06; 2024-06-30 |
| `boolean` | true or false |

Quarters and weeks have no type of their own in that standard: give the column the type `string`, and write 2024-Q1 or 2024-W05, or leave what
Eurostat (2024Q1, 2024M01) or Statistics Netherlands (2024KW01, 2024MM01, 2024JJ00) wrote. When each value of the column is such a
period of one sort, it is drawn and told as one.

Each cell holds the bare value: 12 and not "12%", 1250 and not "€ 1.250". Excel and LibreOffice save such a table as "CSV UTF-8"; what
else they make of it (semicolons, titles above the heading, notes below the rows, "1.250,00", "12-3-2024", an .xlsx with another name)
`check` recognises, and says what to write. Rows of empty cells do not count. When decimals all have three digits, as 1.234, `check`
asks whether thousands are meant; `decimalChar: "."` at the column says that they are not.

`unit` is put behind each number ("12,3 %", "28,0 GW", but "US$ 5 billion") and in the heading of the table; a unit of more than six letters
not in the drawing, where it would take too much room, unless it stands in the options. On an axis it stands once, and above the
drawing if it has more than 14 letters, or on a phone more than 8. "aantal" and
"number" say what is counted, and stand in headings only. A column has the decimals that its values are written with, two at most; one
row that has more keeps them for itself, a value a hundred times as large as those with decimals has none of them (4,810 beside 1.7), and no
value that is not 0 is written as 0. A source and a licence are required: they stand below each figure and go along with each download.
A chart appears on the site, and gets a page of its own, once a text refers to it:

````markdown
```figure ai-gebruik
```
````

and in a sentence `[@fig:ai-gebruik]` becomes "figuur 3".
"""
KINDS = """
# Kinds of charts

What can stand at `kind:`; from the file of each kind in `charts/kinds/`. Each drawing is that of the example below it.
"""
MANY = f"""
## Many rows

A chart draws and tabulates a thousand rows. Of more than {fit.MOST_ROWS_DRAWN:,} rows after `filter` a diagnostic says so before anything is drawn:
readers could not tell them apart, and the page would get too heavy. Make a table in which rows are added up or averaged, or choose with
`filter` those that matter; `limit` only shortens the drawing, not the table below it.
"""


def generated() -> dict[str, bytes]:
    """Path in docs/ to the bytes that belong there."""
    made = {"checks.md": CHECKS + "".join(_chapters(checks)), "charts.md": "".join(_charts())}
    made["design.md"] = filled((HERE / "design.md").read_text("utf-8"))
    return (
        {path: text.encode() for path, text in made.items()}
        | drawings()
        | {
            "../generator/trendrapport/charts/rendering/vega.js": bundle(),
            "../generator/trendrapport/charts/pictures/letters.txt": letters(),
        }
        | {f"schema/{name}.json": raw for name, raw in schemas("nl").items()}
    )


def _charts() -> Iterator[str]:
    yield CHARTS + TABLES
    yield f"\n## What can be left out\n\n{_markdown(choosing.__doc__ or '')}\n\n{_rules()}\n"
    yield (
        f"\n## Annotations\n\n![The marks of this example in a "
        f"drawing](charts/annotations.svg)\n\n{_markdown(annotations.__doc__ or '')}\n"
    )
    for title, module in {"Breaks": breaks, "Gaps": joining, "Footnotes": footnotes}.items():
        yield f"\n## {title}\n\n{_markdown(module.__doc__ or '')}\n"
    yield f"\n## Words\n\n{_markdown(telling.__doc__ or '')}\n{MANY}{KINDS}"
    yield from _chapters(kinds, "![{name}: {first}](charts/{name}.svg)\n\n")


def _rules() -> str:
    """The rules by which a kind is chosen, in order."""
    lines = [
        "a file `charts/<name>.py` or `charts/<name>.vl.json`: `altair` or `vega_lite`",
        *(f"{rule.when}: `{rule.kind}`" for rule in choosing.RULES),
    ]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _chapters(package: ModuleType, picture: str = "") -> Iterator[str]:
    """A chapter for each module of a folder, from its docstring."""
    for name, module in modules(package).items():
        text = module.__doc__ or ""
        yield (
            f"\n## "
            f"{name}\n\n{picture.format(name=name, first=text.strip().splitlines()[0].rstrip('.'))}{_markdown(text)}\n"
        )


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

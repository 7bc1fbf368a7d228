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

from trendrapport.charts import kinds
from trendrapport.charts.annotations import placing as annotations
from trendrapport.charts.choosing import defaults as choosing
from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN
from trendrapport.charts.parts import breaks, crowds, joining, logarithmic
from trendrapport.charts.words import footnotes, sentences
from trendrapport.diagnostics import Language
from trendrapport.manual.guide import text as guide_text
from trendrapport.manual.pages import pages
from trendrapport.runtime.plugins import modules
from trendrapport.starters.schemas import schemas

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from drawings import drawings  # noqa: E402 - beside this file
from labels import labels_page  # noqa: E402 - the same
from letters import letters  # noqa: E402 - the same
from tokens import filled  # noqa: E402 - beside this file
from vega import bundle  # noqa: E402 - the same

CHECKS = """# Checks

What `trendrapport check` looks for. Names such as `broken-link` are those in the messages;
`trendrapport explain broken-link` shows the chapter on your screen. The first chapters are about reading
files; then comes one about each file in `checks/`, and one about each in `advice/`, which
`trendrapport check --advice` gives and which never stops anything. [In Dutch](redactie/meldingen.md).
"""
MELDINGEN = """# Meldingen

Waar `trendrapport check` op let. Namen als `broken-link` zijn die in de meldingen;
`trendrapport explain broken-link` toont het hoofdstuk op uw scherm. De eerste hoofdstukken gaan over het
lezen van bestanden; dan volgt er een voor elke controle, en een voor elk schrijfadvies, dat
`trendrapport check --advice` geeft en dat nooit iets tegenhoudt. [In het Engels](../checks.md).
"""
CHARTS = """# Charts

An editor declares a chart in `charts/<name>.yml`. `data`, `title`, `description` (the text alternative) and
`source` are required. This page first describes what all charts share, and then each kind.

## Starting from a table

`trendrapport new chart TABLE` proposes charts for a table in `charts/data` (its name, or the path of its
file) and writes the one that you choose, with its fields:

    trendrapport new chart charts/data/vertrouwen_instituties.csv

```
  1. small_multiples
     6 years, 11 groups (Institutie) and one number (Heeft vertrouwen): small charts side by
     side keep the developments apart.
     Rechters        ▇█████ 2012: 69.0% → 2024: 78.0%
     Politie         ▇█████ 2012: 68.0% → 2024: 79.0%
     ...
  3. ranked_bars
     4 groups (Institutie) and one number (Heeft vertrouwen), only 2024 (Jaar): bars in order
     of size show where there is most.
     Politie       ██████████████████████████████ 79%
     Rechters      █████████████████████████████▋ 78%
     ...
Which chart will it be? A number or a kind [small_multiples]:
```

The best comes first: the kind that the table makes evident (see What can be left out), then what readers can
take in easily, then what leaves out least. Parts of a whole are only proposed if the values can add up. What
is left out, such as earlier years or a total, is in the sentence and in `filter`. If a table has several
numbers, the proposals are about the first, or about all that have the same unit: name another one under
`fields`. `altair` and `vega_lite` are never proposed, because you write those charts yourself.

| option | |
| --- | --- |
| `--kind lines` | this kind, without a question, also if it is too full to be proposed |
| `--yes` | the first, without a question |
| `--title "..."`, `--name ...` | the title, and the name of the file |

`title` and `description` start with an example, which `check` reports until you replace it. If the table's
source is not in `content/sources.yml` yet, it is added there. No file is ever replaced. While
`trendrapport serve` runs, its page `/_new-chart/` shows the same proposals as real drawings, each with the
command to type.
"""
TABLES = """
## Tables

The rows are in `charts/data/<table>.csv`: in UTF-8, with commas between columns, points in numbers, and
column names in the first row. An empty cell is a missing value. `charts/data/<table>.datapackage.yml`
describes the columns, in the Data Package standard:

```yaml
name: ai_gebruik                  # the name of the file
title: Gebruik van AI door bedrijven, 2024-2025
description: Bedrijven met 10 of meer werkzame personen.      # what is counted, breaks; optional
licenses: [{name: CC-BY-4.0, title: Creative Commons Naamsvermelding 4.0}]
sources:
  - title: CBS StatLine, tabel 86073NED
    path: https://opendata.cbs.nl/statline/#/CBS/nl/dataset/86073NED
theme: TECH                       # for data portals, if it differs from that of the settings
created: "2026-03-04"             # when you retrieved or counted the data; leave it out if you do not know
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

| type | what a cell contains |
| --- | --- |
| `string` | words, or a code; for quarters and weeks, see below |
| `integer`, `number` | 1234 or -2; 12.5 |
| `year`, `yearmonth`, `date` | 2024; 2024-06; 2024-06-30 |
| `boolean` | true or false |

The standard has no type for quarters and weeks. Give the column the type `string` and write 2024-Q1 or
2024-W05, or leave the codes of Eurostat (2024Q1, 2024M01) or Statistics Netherlands (2024KW01, 2024MM01,
2024JJ00). If every value in the column is such a period, and all are of one kind, the chart treats them as
moments.

`trendrapport data add FILE` makes both files from an Excel sheet or a CSV file of any kind; see [Tables from
office files](data.md).

Write bare values: 12, not "12%", and 1250, not "€ 1.250". In Excel and LibreOffice, save the table as "CSV
UTF-8". `check` recognises what else they make of it, and says what to write: semicolons, titles above the
column names, notes below the rows, "1.250,00", "12-3-2024", an .xlsx file with another extension. Empty rows
are ignored. If all decimals have three digits, as in 1.234, `check` asks whether they are thousands;
`decimalChar: "."` at the column says that they are not.

The site shows `unit` after each number ("12,3 %", "28,0 GW", but "US$ 5 billion") and in the heading of the
table. On an axis, it shows the unit once, and above the drawing if it has more than 14 letters, or on a
phone more than 8. A unit of more than six letters is left out of the drawing, unless you write it under
`options`. "aantal" and "number" only appear in headings.

A column has as many decimals as its values are written with, up to two. A single row with more decimals
keeps them without changing other rows. A value a hundred times larger than those with decimals has none
(4,810 next to 1.7). A value other than 0 is never shown as 0.

A source and a licence are required. They are shown below each figure and included in each download. A chart
appears on the site, and gets its own page, once a text refers to it:

````markdown
```figure ai-gebruik
```
````

In a sentence, `[@fig:ai-gebruik]` becomes "figuur 3".
"""
KINDS = """
# Kinds of charts

The words that you can write at `kind:`. Each drawing shows the example below it.
"""
MANY = f"""
## Many rows

With more than {MOST_ROWS_DRAWN:,} rows after `filter`, `check` reports an error: readers could not
tell them apart, and the page would become too heavy. Add up or average rows in the table, or choose those
that matter with `filter`. `limit` only shortens the drawing, not the table below it.
"""


GUIDES: dict[str, tuple[Language, str]] = {
    "handleiding.md": ("nl", "[In het Engels](guide.md)"),
    "guide.md": ("en", "[In Dutch](handleiding.md)"),
}
"""By file: its language, and the link to the other."""
PICTURES = "../../generator/trendrapport/manual/guide/"


def _guide(language: Language, other: str) -> str:
    """The guide for editors, with its pictures where the package has them and the other language below its
    title.
    """
    title, text = guide_text(language).split("\n", 1)
    shown = re.sub(r"(!\[[^\]]*\]\()", rf"\1{PICTURES}", text)
    return f"{title}\n\n{other}\n{shown}"


def generated() -> dict[str, bytes]:
    """Path in docs/ to the bytes that belong there: what follows from the code, and drawings of tables of the
    report in this repository.
    """
    return of_the_code() | drawings()


def of_the_code() -> dict[str, bytes]:
    """The first part of it."""
    made = {"checks.md": CHECKS + "".join(_manual("en")), "charts.md": "".join(_charts())}
    made["redactie/meldingen.md"] = MELDINGEN + "".join(_manual("nl"))
    made |= {f"redactie/{name}": _guide(*guide) for name, guide in GUIDES.items()}
    made["labels.md"] = labels_page()
    made["design.md"] = filled((HERE / "design.md").read_text("utf-8"))
    return (
        {path: text.encode() for path, text in made.items()}
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
    for title, module in {
        "Breaks": breaks,
        "Gaps": joining,
        "Many series": crowds,
        "Logarithmic scales": logarithmic,
        "Footnotes": footnotes,
    }.items():
        yield f"\n## {title}\n\n{_markdown(module.__doc__ or '')}\n"
    yield f"\n## Words\n\n{_markdown(sentences.__doc__ or '')}\n{MANY}{KINDS}"
    yield from _chapters(kinds, "![{name}: {first}](charts/{name}.svg)\n\n")


def _rules() -> str:
    """The rules by which a kind is chosen, in order."""
    lines = [
        "a file `charts/<name>.py` or `charts/<name>.vl.json`: `altair` or `vega_lite`",
        *(f"{rule.when}: `{rule.kind}`" for rule in choosing.RULES),
    ]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _manual(language: Language) -> Iterator[str]:
    """A chapter for each page of the manual."""
    for page in pages(language):
        yield f"\n## {page.name}\n\n{_markdown(page.text)}\n"


def _chapters(package: ModuleType, picture: str = "") -> Iterator[str]:
    """A chapter for each module of a folder, from its docstring."""
    for name, module in modules(package).items():
        text = (module.__doc__ or "").strip()
        shown = picture.format(name=name, first=text.splitlines()[0].rstrip("."))
        yield f"\n## {name}\n\n{shown}{_markdown(text)}\n"


def _markdown(docstring: str) -> str:
    """Code in a docstring is indented; in the manual it is fenced."""
    return re.sub(r"(?m)(?:^    .*\n|^\n(?=\n*    ))+", _fenced, docstring.strip() + "\n").rstrip()


def _fenced(found: re.Match[str]) -> str:
    code = re.sub(r"(?m)^    ", "", found[0]).strip("\n")
    if code.startswith("```"):
        return f"\n````markdown\n{code}\n````\n"
    return f"\n```{_language(code)}\n{code}\n```\n"


def _language(code: str) -> str:
    if code.startswith("{"):
        return "json"
    return "python" if "def " in code else "yaml"


if __name__ == "__main__":
    for path, raw in generated().items():
        (HERE / path).parent.mkdir(parents=True, exist_ok=True)
        (HERE / path).write_bytes(raw)

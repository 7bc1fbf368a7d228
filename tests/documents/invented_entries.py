"""A report with every block in one trend, and an interview; all of it is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from invented import picture
from trendrapport.charts.drawing.draw import Drawing, draw
from trendrapport.documents.document import Document
from trendrapport.documents.reading.entries import document
from trendrapport.pages.makers import every_page
from trendrapport.pages.view import Page, View
from trendrapport.pipeline.charts import chart_jobs
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache
from trendrapport.starters import new_report

DAY = "2026-11-30"

TREND = """---
title: Alles bij elkaar
summary: Een verzonnen trend met elk soort blok.
kind: analysis
categories: [maatschappelijk, technologisch]
horizon: nu
impact: 4
certainty: 2
stance: act
actions:
  college: [Doe dit eerst., Doe dat daarna.]
  raad: [Vraag ernaar.]
questions:
  college: [Wie merkt dit het eerst?]
drivers: [Een aanjager.]
brakes: [Een rem.]
values:
  - {value: privacy, effect: pressured, why: Een verzonnen weging., source: voorbeeldbron}
  - {value: autonomie, effect: mixed, why: Nog een verzonnen weging.}
related:
  - {trend: voorbeeldtrend, why: Ze zijn allebei verzonnen.}
instruments: [hulpmiddel]
key_figures: [bomen]
tags: [verzonnen]
---
Een *schuine*, **vette** en ~~weggehaalde~~ tekst met `code`, een
[link elders](https://example.org/pad?a=1&b=2), een [andere trend](voorbeeldtrend.md) en een sensor
[@voorbeeldbron, p. 3]. Zie ook [@fig:voorbeeld] en een noot[^1].

Een regel\\
met een harde overgang en <b>HTML als tekst</b>.

## Een kop

- een punt
- een tweede punt

  met een alinea erbij

3. drie
4. vier

Woord
: wat het betekent

| links | midden | rechts |
| --- | :-: | --: |
| een | *twee* | 3 |
| vier [@voorbeeldbron] | vijf | 6 |

: Een tabel met een bijschrift {#tbl:voorbeeld}

Zie [@tbl:voorbeeld], en [@sec:een-kop].

### Een kop daaronder

> Een citaat van elders.
>
> Met nog een alinea, een ^hoog^ en een ~laag~ woord.
> — Verzonnen Instituut, *Jaarbericht* [@voorbeeldbron]

> [!WARNING] Kijk hier eerst naar
> Er is iets aan de hand.

> [!NOTE]
> Zonder eigen titel.

```python
print("dit is code")
```

---

```figure voorbeeld
```

```key-figure bomen
```

```quote ada
Wat ik zei, zei ik zo.
```

```actions college
```

```video
title: Een verzonnen video
address: https://www.example.org/video
source: Verzonnen Omroep
duration: 4:32
published: 2024-05
transcript: ../files/uitgeschreven.pdf
```

```video
title: Nog een video
address: https://www.example.org/video2
source: Verzonnen Omroep
duration: 1:04:32

Eerst wordt dit gezegd.

En dan dit.
```

![Een plaatje](../images/plaat.png "Met een bijschrift | Ada")

In een zin staat ![een tweede plaatje](../images/plaat.png) en [een bestand](../files/uitgeschreven.pdf).

[^1]: De noot zelf, met *nadruk*.
"""

INTERVIEW = """---
title: Een verzonnen gesprek
summary: Over niets.
person: ada
portrait:
  {image: ../images/plaat.png, text: Portret van Ada., caption: Op kantoor, credit: Verzonnen Fotograaf}
date: 2026-05
quotes:
  - {text: Dit zei ik letterlijk., source: voorbeeldbron}
trends: [alles]
---
Een inleiding.

## Wat vraagt dit van een wethouder?

Veel.

**En van de raad?**

Ook veel. Dat staat vast.
"""

FILES = {
    "content/2026/trends/alles.md": TREND,
    "content/2026/interviews/gesprek.md": INTERVIEW,
    "content/2026/foreword.md": "---\ntitle: Vooraf\nsummary: Verzonnen.\n---\nLees dit eerst.\n",
    "content/2026/columns/kolom.md": (
        "---\ntitle: Een verzonnen column\nsummary: Verzonnen.\nauthors: [ada]\n"
        "trends: [alles]\n---\nIk vind.\n"
    ),
    "content/2026/key_figures.yml": (
        "bomen:\n  title: Bomen per straat\n  value: 12.5\n  unit: stuks\n  period: '2025'\n"
        "  explanation: Verzonnen.\n  source: voorbeeldbron\n"
    ),
    "content/people.yml": (
        "ada: {name: Ada van der Verzonnen, role: wethouder, organisation: Gemeente Nergens}\n"
    ),
    "content/glossary.yml": (
        "sensor: {term: Sensor, forms: [sensoren], definition: Een apparaat dat iets meet.}\n"
        "ongebruikt: {term: Ongebruikt, definition: Een woord dat nergens staat.}\n"
    ),
    "content/instruments/hulpmiddel.md": (
        "---\ntitle: Een hulpmiddel\nsummary: Verzonnen.\nowner: Niemand\ntype: wijzer\n"
        "address: https://example.org/hulp\ntrends: [alles]\n---\nDit helpt.\n"
    ),
    "content/2026/trends/geheim.md": (
        "---\ntitle: Geheime trend\nsummary: Nog niet af.\nstatus: draft\nkind: analysis\n"
        "categories: [maatschappelijk]\nhorizon: nu\nimpact: 3\ncertainty: 3\nstance: watch\n---\nGeheim.\n"
    ),
    "content/2026/trends/alles.en.md": (
        "---\ntitle: All together\nsummary: An invented trend.\n"
        "actions: {college: [Do this first., Then that.], raad: [Ask about it.]}\n"
        "questions: {college: [Who notices first?]}\n"
        "drivers: [A driver.]\nbrakes: [A brake.]\n"
        "values:\n"
        "  - {value: privacy, effect: pressured, why: An invented weighing., source: voorbeeldbron}\n"
        "  - {value: autonomie, effect: mixed, why: Another one.}\n"
        "related:\n  - {trend: voorbeeldtrend, why: Both are invented.}\n---\n"
        "A text [@voorbeeldbron].\n\n```figure voorbeeld\n```\n"
    ),
}


def write(folder: Path) -> None:
    """Writes the report to a folder, on top of the sample."""
    new_report.init(folder)
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, raw in {"images/plaat.png": picture(), "files/uitgeschreven.pdf": b"%PDF-1.7\n%%EOF\n"}.items():
        path = folder / "content/2026" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


@dataclass(frozen=True)
class Made:
    """A report as its documents see it."""

    root: Path
    view: View
    pages: dict[str, Page]
    drawings: dict[str, Drawing]

    def document(self, slug: str, language: str | None = None) -> Document:
        """The document of the entry of a name."""
        view = self.view.in_language(language) if language else self.view
        [entry] = [one for one in view.report.by_path.values() if one.slug == slug]
        return document(view, entry, self.pages[view.path(entry)], self.drawings)


@contextmanager
def made(folder: Path, *, drafts: bool = False) -> Iterator[Made]:
    """The report in a folder with its charts drawn, as long as the store is open."""
    with TemporaryDirectory() as kept, Cache(Path(kept) / "cache.sqlite") as cache:
        report, found = load(folder, cache)
        assert not [one for one in found if one.severity == "error"], found
        view = View(published(report, DAY, drafts=drafts))
        drawings, wrong = draw(chart_jobs(view.report), cache, workers=0)
        assert not wrong
        yield Made(folder, view, {page.path: page for page in every_page(view)}, drawings)


def made_now(_name: str, make: Callable[[], bytes]) -> bytes:
    """What keeps nothing."""
    return make()

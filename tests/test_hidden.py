"""What readers do not get yet leaves nothing in the site: no word, table, picture or name."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from PIL import Image, PngImagePlugin

import invented
from conftest import files
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.pipeline import Options, build
from trendrapport.report.load import load
from trendrapport.report.published import published
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.plugins import modules
from trendrapport.site import outputs
from trendrapport.starters import new_report

SECRET = "zwijgwoord"
"""Stands in every word and name of what is hidden, and nowhere else."""
DIGITS = 4


class Hidden:
    """A report in which everything hidden has words of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._mappings: dict[str, Any] = {}
        self.groups: dict[str, list[str]] = {}
        """The words of each hidden thing."""

    def word(self, group: str) -> str:
        """A word that nothing else has."""
        number = next(self._numbers)
        made = SECRET + "".join(chr(ord("a") + int(digit)) for digit in f"{number:0{DIGITS}d}")
        self.groups.setdefault(group, []).append(made)
        return made

    def text(self, path: str, fields: Mapping[str, Any], body: str) -> None:
        """Writes an entry with a text."""
        self._write(path, f"---\n{yaml.safe_dump(dict(fields), sort_keys=False)}---\n\n{body}\n".encode())

    def data(self, path: str, fields: Mapping[str, Any]) -> None:
        """Writes a YAML file."""
        self._write(path, yaml.safe_dump(dict(fields), sort_keys=False).encode())

    def add(self, path: str, slug: str, fields: Mapping[str, Any]) -> None:
        """Adds an entry to a file that holds several."""
        self._mappings.setdefault(path, {})[slug] = dict(fields)

    def picture(self, path: str, group: str) -> str:
        """Writes a picture with a word in it, of which the name is one too; returns its file's name."""
        name, buffer, told = f"{self.word(group)}.png", io.BytesIO(), PngImagePlugin.PngInfo()
        told.add_text("Comment", self.word(group))
        Image.new("RGB", (8, 8), (len(self.groups), next(self._numbers) % 256, 9)).save(
            buffer, "PNG", pnginfo=told
        )
        self._write(f"{path}/{name}", buffer.getvalue())
        return name

    def download(self, path: str, group: str) -> str:
        """Writes a PDF with a word in it, of which the name is one too; returns its file's name."""
        name = f"{self.word(group)}.pdf"
        self._write(f"{path}/{name}", f"%PDF-1.4\n{self.word(group)}\n%%EOF\n".encode())
        return name

    def chart(self, group: str, source: str) -> str:
        """Writes a chart with a table, a national table and all their fields; returns its name."""
        name, nation = self.word(group), self.table(group)
        table = self.table(group)
        self.data(
            f"charts/{name}.yml",
            every(
                Chart,
                {
                    "kind": "bars",
                    "data": table,
                    "title": self.word(group),
                    "subtitle": self.word(group),
                    "description": self.word(group),
                    "caption": self.word(group),
                    "long_description": self.word(group),
                    "links": {
                        "code": f"https://example.org/{self.word(group)}",
                        "data": f"https://example.org/{self.word(group)}",
                    },
                    "formerly": [self.word(group)],
                    "source": source,
                    "fields": {"category": "code", "value": "value"},
                    "places": {
                        "code": "code",
                        "value": "value",
                        "sentence": f"{{name}} {{value}} {self.word(group)}",
                        "nation": {
                            "sentence": f"{{value}} {self.word(group)}",
                            "table": nation,
                            "filter": {"code": "GM0014"},
                        },
                    },
                },
                but={"options", "filter", "limit", "explore", "annotations"},
            ),
        )
        return name

    def explored(self, group: str, source: str, milestone: str) -> str:
        """Writes lines to explore, with a label at a moment and at a milestone; returns the chart's name."""
        name, table, series = self.word(group), self.word(group), self.word(group)
        rows = "\n".join(f"{year},{series},{year % 7}" for year in range(2015, 2028))
        self._write(f"charts/data/{table}.csv", f"jaar,reeks,waarde\n{rows}\n".encode())
        types = {"jaar": "year", "reeks": "string", "waarde": "number"}
        columns = [
            {"name": column, "type": sort, "title": self.word(group)} for column, sort in types.items()
        ]
        self.data(
            f"charts/data/{table}.datapackage.yml",
            {
                "name": table,
                "title": self.word(group),
                "licenses": [{"name": "CC0-1.0"}],
                "sources": [{"title": self.word(group)}],
                "resources": [{"name": table, "path": f"{table}.csv", "schema": {"fields": columns}}],
            },
        )
        self.data(
            f"charts/{name}.yml",
            {
                "kind": "lines",
                "data": table,
                "title": self.word(group),
                "subtitle": self.word(group),
                "description": self.word(group),
                "source": source,
                "fields": {"x": "jaar", "series": "reeks", "value": "waarde"},
                "explore": ["series", "period"],
                "annotations": [
                    {"at": "2018", "label": self.word(group)},
                    {"milestone": milestone, "label": self.word(group)},
                ],
            },
        )
        return name

    def table(self, group: str) -> str:
        """Writes a table with its descriptor; returns its name."""
        name = self.word(group)
        self._write(
            f"charts/data/{name}.csv",
            f"code,value,note\nGM0014,{next(self._numbers)},{self.word(group)}\n".encode(),
        )
        columns = [
            {"name": "code", "type": "string", "title": self.word(group)},
            {"name": "value", "type": "integer", "title": self.word(group), "description": self.word(group)},
            {"name": "note", "type": "string", "title": self.word(group)},
        ]
        self.data(
            f"charts/data/{name}.datapackage.yml",
            every(
                DataPackage,
                {
                    "name": name,
                    "title": self.word(group),
                    "description": self.word(group),
                    "licenses": [{"name": self.word(group)}],
                    "sources": [
                        {"title": self.word(group), "path": f"https://{self.word(group)}.example.org/"}
                    ],
                    "created": "2026",
                    "original": {"path": self.word(group), "hash": self.word(group)},
                    "resources": [{"name": name, "path": f"{name}.csv", "schema": {"fields": columns}}],
                },
                but={"next_update", "theme"},
            ),
        )
        return name

    def source(self, group: str) -> str:
        """Adds a source; returns its key."""
        key = self.word(group)
        self._mappings.setdefault("content/sources.yml", []).append(
            every(
                MODELS["sources"],
                {
                    "id": key,
                    "type": "webpage",
                    "title": self.word(group),
                    "author": [{"family": self.word(group), "given": self.word(group)}],
                    "editor": [{"literal": self.word(group)}],
                    "issued": "2026",
                    "accessed": "2026",
                    "container-title": self.word(group),
                    "publisher": self.word(group),
                    "publisher-place": self.word(group),
                    "URL": f"https://example.org/{self.word(group)}",
                    "DOI": f"10.1234/{self.word(group)}",
                    "genre": self.word(group),
                    "note": self.word(group),
                    "abstract": self.word(group),
                    "keyword": self.word(group),
                    "title-short": self.word(group),
                    "collection-title": self.word(group),
                    "version": self.word(group),
                    "original-title": self.word(group),
                    "original-author": [{"literal": self.word(group)}],
                    "original-date": "2020",
                    "original-publisher": self.word(group),
                    "event-title": self.word(group),
                    "makers": [{"literal": self.word(group)}],
                    "others": {"annote": self.word(group)},
                },
                but={
                    "event_title",
                    "ISBN",
                    "ISSN",
                    "volume",
                    "issue",
                    "page",
                    "number",
                    "edition",
                    "language",
                    "container_title",
                    "publisher_place",
                    "title_short",
                    "collection_title",
                    "original_title",
                    "original_author",
                    "original_date",
                    "original_publisher",
                },
            )
        )
        return key

    def person(self, group: str) -> str:
        """Adds a person; returns the name."""
        slug = self.word(group)
        self.add(
            "content/people.yml",
            slug,
            every(
                MODELS["people"],
                {
                    "name": f"{self.word(group)} {self.word(group)}",
                    "role": self.word(group),
                    "organisation": self.word(group),
                    "family": self.word(group),
                    "address": f"https://example.org/{self.word(group)}",
                    "biography": self.word(group),
                    "portrait": {"image": self.picture("content", group), "text": self.word(group)},
                    "formerly": [self.word(group)],
                },
                but={"group"},
            ),
        )
        return slug

    def finish(self) -> None:
        """Writes what was gathered."""
        for path, added in self._mappings.items():
            there = (
                yaml.safe_load((self._folder / path).read_text("utf-8"))
                if (self._folder / path).exists()
                else {}
            )
            fields = (
                {"references": there.get("references", []) + added}
                if isinstance(added, list)
                else there | added
            )
            self.data(path, fields)

    def _write(self, path: str, raw: bytes) -> None:
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


MODELS: Mapping[str, type[Model]] = {name: module.MODEL for name, module in modules(entries).items()}


def every(
    model: type[Model], fields: Mapping[str, Any], but: frozenset[str] | set[str] = frozenset()
) -> dict[str, Any]:
    """The fields; none of the model may be missing but these, so that a new field gets its word here."""
    assert set(model.model_fields) - set(fields) <= but, set(model.model_fields) - set(fields) - but
    return dict(fields)


def named(made: Hidden, group: str, closed: Mapping[str, str]) -> dict[str, Any]:
    """The fields that all entries with a page and a name have."""
    return page(made, group, closed) | {"formerly": [made.word(group)]}


TRANSLATED = ("actions", "questions", "drivers", "brakes", "values", "related", "corrections", "ended")
"""The fields of a trend with words, which a translation repeats here."""


def page(made: Hidden, group: str, closed: Mapping[str, str]) -> dict[str, Any]:
    """The fields that all entries with a page have."""
    fields = {
        "title": made.word(group),
        "summary": made.word(group),
        "authors": [made.person(group)],
        "reviewers": [made.person(group)],
        "analysts": [made.person(group)],
        "editors": [made.person(group)],
        "sources": [made.source(group)],
    }
    fields |= {
        "written": "2026-01-02",
        "updated": "2026-01-03",
        "version": made.word(group),
        "corrections": [{"date": "2026-01-03", "what": made.word(group), "why": made.word(group)}],
        "based_on": made.source(group),
    }
    return fields | dict(closed)


def body(made: Hidden, group: str, folder: str, more: str = "") -> str:
    """A text with a source, a term, a picture, a download and words of its own."""
    term, slug = made.word(group), made.word(group)
    made.add(
        "content/glossary.yml",
        slug,
        every(
            MODELS["glossary"],
            {
                "term": term,
                "definition": made.word(group),
                "also": [made.word(group)],
                "forms": [made.word(group)],
                "see": [],
                "source": made.source(group),
            },
        ),
    )
    chapter = f"## {made.word(group)}\n\n{made.word(group)} [@{made.source(group)}] {term}.\n\n"
    picture = f"![{made.word(group)}]({made.picture(folder, group)})\n\n"
    download = f"[{made.word(group)}]({made.download(folder, group)})\n\n"
    return f"{chapter}{picture}{download}{more}"


def hide(made: Hidden, way: str, edition: str, closed: Mapping[str, str]) -> dict[str, str]:
    """Adds an entry of each kind that is hidden in some way; returns the slug of each."""
    place = f"content/{edition}"
    kinds = ("trends", "interviews", "columns", *(("pages", "instruments") if closed else ()))
    names = {kind: made.word(f"{way} {kind}") for kind in kinds}
    names |= {kind: made.word(f"{way} items") for kind in ("key_figures", "milestones", "inspiration")}
    group = f"{way} trends"
    milestone, source = names["milestones"], made.source(group)
    fields = (
        named(made, group, closed)
        | invented.JUDGED
        | {
            "actions": {"college": [made.word(group)]},
            "questions": {"college": [made.word(group)]},
            "drivers": [made.word(group)],
            "brakes": [made.word(group)],
            "values": [
                {"value": "privacy", "effect": "mixed", "why": made.word(group), "source": made.source(group)}
            ],
            "related": [{"trend": "voorbeeldtrend", "why": made.word(group)}],
            "instruments": [names["instruments"]] if closed else [],
            "key_figures": [names["key_figures"]],
            "tags": [made.word(group)],
            "ended": made.word(group),
        }
    )
    shown = (made.chart(group, source), made.explored(group, source, milestone))
    video = (
        f"```video\ntitle: {made.word(group)}\naddress: https://example.org/{made.word(group)}\nsource: "
        f"{made.word(group)}\n"
        "duration: 1:00\n```\n"
    )
    text = body(
        made, group, f"{place}/trends", "\n".join(f"```figure {name}\n```\n" for name in shown) + video
    )
    slug = names["trends"]
    made.text(
        f"{place}/trends/{slug}.md", every(MODELS["trends"], fields, but={"status", "publish", "new"}), text
    )
    made.text(
        f"{place}/trends/{slug}.en.md",
        {key: fields[key] for key in TRANSLATED} | {"title": made.word(group), "summary": made.word(group)},
        text,
    )

    group = f"{way} interviews"
    fields = named(made, group, closed) | {
        "person": made.person(group),
        "role": made.word(group),
        "organisation": made.word(group),
        "date": "2026",
        "trends": [slug],
        "portrait": {"image": made.picture(f"{place}/interviews", group), "text": made.word(group)},
        "quotes": [{"text": made.word(group), "source": made.source(group)}],
    }
    quote = f"```quote {made.person(group)}\n{made.word(group)}\n```\n"
    made.text(
        f"{place}/interviews/{names['interviews']}.md",
        every(MODELS["interviews"], fields, but={"status", "publish"}),
        body(made, group, f"{place}/interviews", quote),
    )
    group = f"{way} columns"
    made.text(
        f"{place}/columns/{names['columns']}.md",
        every(MODELS["columns"], named(made, group, closed) | {"trends": [slug]}, but={"status", "publish"}),
        body(made, group, f"{place}/columns"),
    )
    if closed:
        group = f"{way} pages"
        made.text(
            f"content/pages/{names['pages']}.md",
            named(made, group, closed),
            body(made, group, "content/pages"),
        )
        group = f"{way} instruments"
        made.text(
            f"content/instruments/{names['instruments']}.md",
            every(
                MODELS["instruments"],
                named(made, group, closed)
                | {
                    "owner": made.word(group),
                    "type": made.word(group),
                    "address": f"https://example.org/{made.word(group)}",
                    "trends": [slug],
                },
                but={"status", "publish"},
            ),
            body(made, group, "content/instruments"),
        )
    group = f"{way} items"
    made.add(
        f"{place}/key_figures.yml",
        names["key_figures"],
        every(
            MODELS["key_figures"],
            {
                "title": made.word(group),
                "value": 12.5,
                "decimals": 1,
                "unit": made.word(group),
                "period": "2026",
                "explanation": made.word(group),
                "source": made.source(group),
                "trends": [slug],
            },
            but={"currency", "signed"},
        ),
    )
    made.add(
        "content/milestones.yml",
        milestone,
        every(
            MODELS["milestones"],
            {
                "title": made.word(group),
                "date": "2026",
                "type": "law",
                "explanation": made.word(group),
                "trends": [slug],
                "instruments": [],
                "address": f"https://example.org/{made.word(group)}",
                "sources": [made.source(group)],
            },
        ),
    )
    made.add(
        f"{place}/inspiration.yml",
        names["inspiration"],
        every(
            MODELS["inspiration"],
            {
                "title": made.word(group),
                "medium": "book",
                "maker": made.word(group),
                "year": 2026,
                "why": made.word(group),
                "trends": [slug],
                "address": f"https://example.org/{made.word(group)}",
                "source": made.source(group),
            },
        ),
    )
    return names


OUTPUTS = ("site", *(name for name in modules(outputs) if name not in {"site", "woo", "dcat"}))
"""Whatever is made of a report that says no more of its tables than it has to."""


def hidden_report(folder: Path) -> Hidden:
    """A public report with drafts, entries for later, a draft edition, an older one, and files unused."""
    new_report.init(folder)
    settings = folder / "site_config.yml"
    settings.write_text(
        settings.read_text("utf-8").replace(
            "outputs:\n  - site\n", f"outputs: [{', '.join(OUTPUTS)}]\npictures: false\n"
        ),
        "utf-8",
    )
    made = Hidden(folder)
    draft = hide(made, "draft", "2026", {"status": "draft"})
    later = hide(made, "later", "2026", {"publish": "2099-05-01"})
    edition = {"status": "draft", "publish": None}
    hide(made, "closed", "2027", {})
    _edition(made, "closed", "2027", {key: value for key, value in edition.items() if value})
    hide(made, "older", "2025", {})
    _edition(made, "older", "2025", {})
    for _ in range(2):
        (
            made.source("unused"),
            made.person("unused"),
            made.table("unused"),
            made.picture("content/2026", "unused"),
        )
        made.download("content/2026", "unused")
    unused = made.chart("unused", made.source("unused"))
    _public(made, [draft, later], unused)
    made.finish()
    return made


def _edition(made: Hidden, way: str, name: str, closed: Mapping[str, str]) -> None:
    group = f"{way} edition"
    made.data(
        f"content/{name}/edition.yml",
        every(
            MODELS["editions"],
            named(made, group, closed)
            | {
                "published": name,
                "short_name": made.word(group),
                "theme": made.word(group),
                "trends": [],
                "interviews": [],
                "editors": [made.person(group)],
                "address": f"https://example.org/{made.word(group)}",
                "judgement": made.word(group),
            },
            but={"status", "publish"},
        ),
    )
    made.text(
        f"content/{name}/foreword.md",
        page(made, f"{way} foreword", closed),
        body(made, f"{way} foreword", f"content/{name}"),
    )


def _public(made: Hidden, hidden: list[dict[str, str]], unused: str) -> None:
    """Entries that readers get, which name all that is hidden wherever a name can stand."""
    every_name = {}
    for kind in hidden[0]:
        every_name[kind] = [names[kind] for names in hidden]
    trends = every_name["trends"]
    fields = {
        "title": "Openbaar",
        "summary": "Verzonnen.",
        **invented.JUDGED,
        "instruments": every_name["instruments"],
        "tags": ["proef"],
        "related": [{"trend": slug, "why": made.word("why")} for slug in trends],
    }
    links = " ".join(f'[Die andere]({slug}.md "{made.word("why")}") [en die][{slug}]' for slug in trends)
    links += "".join(f'\n\n[{slug}]: {slug}.md "{made.word("why")}"' for slug in trends)
    links += f"\n\n<!-- {made.word('remark')} -->\n\nVerder"
    made.text("content/2026/trends/openbaar.md", fields, f"Verzonnen, zie {links} en figuur [@fig:{unused}].")
    for older in ("2025", "2027"):
        former = fields | {
            "title": made.word("same name"),
            "summary": made.word("same name"),
            "related": [],
            "instruments": [],
            "tags": [made.word("same name")],
            "formerly": [made.word("same name")],
        }
        made.text(f"content/{older}/trends/openbaar.md", former, made.word("same name"))
    made.text(
        "content/2026/trends/openbaar.en.md",
        {
            "title": "Public",
            "summary": "Invented.",
            "related": [{"trend": slug, "why": made.word("why")} for slug in trends],
        },
        f"Invented, see {links}.",
    )
    made.text(
        "content/2026/interviews/gesprek.md",
        {"title": "Gesprek", "summary": "Verzonnen.", "person": "iemand", "trends": trends},
        "Tekst.",
    )
    made.text(
        "content/2026/columns/column.md",
        {"title": "Column", "summary": "Verzonnen.", "authors": ["iemand"], "trends": trends},
        "Tekst.",
    )
    made.text(
        "content/2026/columns/column.en.md",
        {"title": made.word("translation"), "summary": made.word("translation"), "status": "draft"},
        body(made, "translation", "content/2026/columns"),
    )
    made.text(
        "content/instruments/middel.md",
        {
            "title": "Middel",
            "summary": "Verzonnen.",
            "owner": "Iemand",
            "type": "register",
            "trends": ["openbaar", *trends],
        },
        "Tekst.",
    )
    made.add("content/people.yml", "iemand", {"name": "Iemand Anders"})
    made.add(
        "content/milestones.yml",
        "mijlpaal",
        {
            "title": "Mijlpaal",
            "date": "2026",
            "type": "law",
            "explanation": "Verzonnen.",
            "sources": ["voorbeeldbron"],
            "trends": ["openbaar", *trends],
            "instruments": ["middel", *every_name["instruments"]],
        },
    )
    made.add(
        "content/glossary.yml",
        "openbaar-begrip",
        {"term": "vrij begrip", "definition": "Verzonnen.", "see": []},
    )
    made.add(
        "content/2026/key_figures.yml",
        "getal",
        {
            "title": "Getal",
            "value": 3,
            "explanation": "Verzonnen.",
            "source": "voorbeeldbron",
            "trends": ["openbaar", *trends],
        },
    )
    made.data(
        "content/2026/edition.yml",
        {
            "title": "Editie",
            "summary": "Verzonnen.",
            "published": "2026",
            "trends": ["openbaar", *trends],
            "interviews": ["gesprek", *every_name["interviews"]],
        },
    )


def found(folder: Path) -> dict[str, set[str]]:
    """The hidden words in a folder, by the file with them in its name or in its content; zips are opened."""
    told: dict[str, set[str]] = {}
    for path, raw in _opened(files(folder)):
        text = f"{path}\n{raw.decode('utf-8', 'ignore')}".casefold()
        if words := {text[start : start + len(SECRET) + DIGITS] for start in _places(text)}:
            told[path] = words
    return told


def _places(text: str) -> Iterator[int]:
    start = text.find(SECRET)
    while start >= 0:
        yield start
        start = text.find(SECRET, start + 1)


def _opened(there: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for path, raw in there.items():
        yield path, raw
        if raw.startswith(b"%PDF-1.7"):  # those of outputs; what a text links to is no whole PDF here
            yield f"{path}/text", _text_of(raw)
        if zipfile.is_zipfile(io.BytesIO(raw)):
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                yield from _opened({f"{path}/{name}": archive.read(name) for name in archive.namelist()})


def _text_of(pdf: bytes) -> bytes:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages).encode()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hidden]:
    folder = tmp_path_factory.mktemp("hidden") / "report"
    return folder, hidden_report(folder)


def test_nothing_hidden_is_in_any_file_of_the_site(report: tuple[Path, Hidden]) -> None:
    """First a build with drafts has it all: it can be found, and what was published then is taken away."""
    folder, made = report
    done = build(folder, Options(drafts=True))
    assert done.built, [finding for finding in done.diagnostics if finding.severity.value == "error"]
    there = set().union(*found(folder / "site").values())
    assert {group for group, words in made.groups.items() if not there & set(words)} == {"unused", "remark"}
    assert any(path.startswith("offline/site.zip/") for path in found(folder / "site"))
    assert build(folder, Options(editions=("2026",))).built
    assert found(folder / "site") == {}
    assert found(folder / "build" / "servers") == {}
    assert "Openbaar" in (folder / "site/index.html").read_text("utf-8")


def test_what_is_for_later_is_in_every_file_from_its_day_on(report: tuple[Path, Hidden]) -> None:
    """And no draft; the next build without a day takes it away again."""
    folder, made = report
    of_way: dict[str, set[str]] = {}
    for group, own in made.groups.items():
        of_way.setdefault(group.split()[0], set()).update(own)
    still_hidden = of_way["draft"] | of_way["closed"] | of_way["unused"] | of_way["remark"]

    def words(**options: Any) -> set[str]:
        assert build(folder, Options(editions=("2026",), **options)).built
        return set().union(*found(folder / "site").values())

    all_that_shows = words(drafts=True)
    assert words(as_of="2099-04-30") == set()
    on_the_day = words(as_of="2099-05-01")
    assert on_the_day & of_way["later"] == all_that_shows & of_way["later"] != set()
    assert on_the_day & still_hidden == set()
    kinds = {Path(path).suffix for path in found(folder / "site")}
    assert {".html", ".json", ".xml", ".js", ".csv", ".pdf", ".docx", ".epub", ".md", ".zip"} <= kinds
    assert build(folder, Options(editions=("2026",))).built
    assert found(folder / "site") == {}
    assert found(folder / "build" / "servers") == {}


def test_what_nobody_uses_is_not_published_with_drafts_either(report: tuple[Path, Hidden]) -> None:
    folder, made = report
    with Cache(folder / "build" / "other.sqlite") as cache:
        everything = load(folder, cache)[0]
    shown = published(everything, "2026-11-30", drafts=True)
    kept = (
        {name for _, _, name in shown.names}
        | {Path(path).stem for path in shown.images}
        | set(shown.charts)
        | set(shown.tables)
    )
    assert kept & set(made.groups["unused"]) == set()

"""Each folder's contract, and the direction in which modules import."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import trendrapport
from trendrapport import advice, checks, upgrades
from trendrapport.charts import kinds
from trendrapport.diagnostics import printers
from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.model.config import Config
from trendrapport.model.entries import Shape
from trendrapport.pages import makers as pages
from trendrapport.pages import overviews
from trendrapport.report import citations
from trendrapport.runtime.plugins import modules
from trendrapport.site import outputs, servers

PACKAGE = Path(trendrapport.__file__).parent

ROOMS: dict[str, tuple[str, ...]] = {
    "": (
        "diagnostics",
        "runtime",
        "language",
        "placing",
        "files",
        "model",
        "manual",
        "prose",
        "charts",
        "report",
        "fetching",
        "intake",
        "refreshing",
        "importing",
        "board",
        "forms",
        "pages",
        "documents",
        "open_data",
        "site",
        "upgrades",
        "checks",
        "advice",
        "links",
        "exceptions",
        "editing",
        "reviewing",
        "inspecting",
        "sending",
        "starters",
        "pipeline",
        "language_server",
        "terminal",
        "commands",
        "cli",
        "__main__",
    ),
    "charts": (
        "tables",
        "theme",
        "errors",
        "notation",
        "plan",
        "cells",
        "vega",
        "pictures",
        "parts",
        "annotations",
        "kinds",
        "choosing",
        "figure",
        "exploring",
        "words",
        "fit",
        "proposing",
        "rendering",
        "formats",
        "drawing",
    ),
    "documents": (
        "inlines",
        "blocks",
        "document",
        "cleaning",
        "punctuation",
        "naming",
        "material",
        "drawings",
        "radar",
        "pictures",
        "reading",
        "excerpts",
        "page_files",
        "plain",
        "workbooks",
        "pdf",
        "word",
        "epub",
        "slides",
    ),
    "pages": (
        "picture_files",
        "includes",
        "view",
        "browser",
        "analysis",
        "parts",
        "overviews",
        "fronts",
        "search",
        "makers",
    ),
    "open_data": (
        "addresses",
        "known",
        "links",
        "fields",
        "field_schemas",
        "record",
        "judgement",
        "texts",
        "languages",
        "datasets",
        "data_packages",
        "records",
        "schema",
        "openapi",
        "api",
        "pages",
        "statements",
        "rdf",
        "catalogue",
        "feeds",
        "llms",
        "calendar",
        "bibliography",
        "opds",
        "woo",
    ),
    "site": (
        "responses",
        "security_txt",
        "servers",
        "shared_state",
        "sitemap",
        "manifest",
        "listing",
        "former_addresses",
        "components",
        "page_templates",
        "preview",
        "browser_forms",
        "watching",
        "serving",
        "target",
        "stage",
        "sharing",
        "generation",
        "finished",
        "menu",
        "theme_values",
        "mkdocs",
        "explorer",
        "staged_pages",
        "figure_files",
        "tree",
        "outputs",
        "output_files",
        "publishing",
    ),
}
"""The rooms of the package, and those inside its largest, from the ground up: imports point to earlier ones.
"""


def imports(file: Path) -> set[str]:
    """The modules of this package that a file imports, without the package's own name."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("trendrapport"):
            continue
        base = (node.module or "").removeprefix("trendrapport").removeprefix(".")
        found |= {f"{base}.{alias.name}".removeprefix(".") for alias in node.names}
    return {name for name in found if not name.startswith("__")}


def modules_in(folder: str) -> list[Path]:
    return sorted((PACKAGE / folder).rglob("*.py"))


def module_name(file: Path) -> str:
    path = file.relative_to(PACKAGE).with_suffix("").as_posix()
    return path.replace("/", ".").removesuffix(".__init__")


def inside(module: str, house: str) -> str:
    """The room of a house in which a module lies; empty for a module elsewhere, and for the house itself."""
    prefix = f"{house}." if house else ""
    return module.removeprefix(prefix).split(".")[0] if module.startswith(prefix) else ""


@pytest.mark.parametrize("house", ROOMS)
def test_each_room_has_its_place(house: str) -> None:
    """What lies in a folder is named above, and the other way round."""
    folder = PACKAGE / house
    packages = {path.name for path in folder.iterdir() if (path / "__init__.py").is_file()}
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert packages | files == set(ROOMS[house])


@pytest.mark.parametrize("house", ROOMS)
def test_imports_point_down(house: str) -> None:
    order = {room: number for number, room in enumerate(ROOMS[house])}
    wrong = []
    for file in modules_in(house):
        own = inside(module_name(file), house)
        for other in sorted(imports(file)):
            room = inside(other, house)
            if own in order and room in order and own != room and order[room] > order[own]:
                wrong.append(f"{module_name(file)} imports {other}")
    assert wrong == []


@pytest.mark.parametrize("folder", sorted({file.parent for file in PACKAGE.rglob("*.py")} - {PACKAGE}))
def test_each_room_says_what_it_is(folder: Path) -> None:
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))


def test_only_one_module_knows_mkdocs() -> None:
    assert {file.name for file in PACKAGE.rglob("*.py") if imports_mkdocs(file)} == {"mkdocs.py"}


def imports_mkdocs(file: Path) -> bool:
    """Whether a module imports from MkDocs."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and "mkdocs" in (node.module or "").split(".")[0]:
            return True
    return False


@pytest.mark.parametrize(
    ("package", "names"),
    [
        (advice, ["advise"]),
        (checks, ["check parts"]),
        (pages, ["pages"]),
        (citations, ["NAME", "ENDING", "TYPE", "write", "write_all"]),
        (outputs, ["OFFERS", "files make", "NEEDS publish"]),
        (overviews, ["ORDER", "overview", "entrances"]),
        (printers, ["show"]),
        (upgrades, ["SINCE", "upgrade"]),
        (servers, ["PATH", "IN_SITE", "configuration"]),
        (kinds, ["FIELDS", "OPTIONS", "draw"]),
        (entries, ["MODEL", "PLACE", "SHAPE", "ONE"]),
    ],
)
def test_contract(package, names: list[str]) -> None:
    """Each module has each of these names; of those in one text, one."""
    assert modules(package)
    for name, module in modules(package).items():
        assert module.__doc__, name
        for either in names:
            assert any(hasattr(module, one) for one in either.split()), (name, either)


def test_every_field_is_explained() -> None:
    for name, module in modules(entries).items():
        assert issubclass(module.MODEL, Model)
        assert isinstance(module.SHAPE, Shape)
        assert unexplained(module.MODEL) == [], name
    assert [unexplained(model) for model in (Config, Chart, DataPackage)] == [[], [], []]


def unexplained(model: type[Model]) -> list[str]:
    """The fields of a model, and of the models within it, that are not explained in both languages."""
    whole = model.model_json_schema()
    return [
        field
        for part in (whole, *whole.get("$defs", {}).values())
        for field, schema in part.get("properties", {}).items()
        if not schema.get("nl") or not schema.get("description")
    ]

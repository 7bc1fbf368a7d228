"""Each folder's contract, and the direction in which modules import."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import trendrapport
from trendrapport import checks, citations, entries, outputs, overviews, pages, printers, servers
from trendrapport.by_place import modules
from trendrapport.charts import kinds
from trendrapport.charts.declaration import Chart, DataPackage
from trendrapport.config import Config
from trendrapport.entries import Shape
from trendrapport.model import Model

PACKAGE = Path(trendrapport.__file__).parent
ROWS = (
    {"visible", "synonyms", "asides", "excel_csv", "prose_pictures"},
    {"diagnostics", "by_place", "cache", "addresses", "includes", "polar", "category_shapes", "ranking", "schema_parts", "prose_html",
     "archives", "lock", "interrupt", "contrast", "policy", "day", "prose_terms", "prose_questions", "prose_addresses", "prose_callouts",
     "prose_notes", "prose_places", "data_script", "bytecode", "page_files", "garbage", "pictures", "links", "downloads", "exchange", "history",
     "__init__"},
    {"csl", "fingerprint", "photos", "decoding", "yaml_quoting", "failures", "templates", "prose_slips"},
    {"yaml_losses"},
    {"yaml_data"},
    {"video_block"},
    {"vocabulary", "value_advice", "model", "source", "labels", "prose", "printers"},
    {"preview", "publishable", "validation", "starter_fields", "references", "charts.declaration", "charts", "config"},
    {"entries", "serving", "partial", "responses", "security_txt", "video"},
    {"schemas", "servers", "look"},
    {"report"},
    {"image_uses", "download_uses", "identity"},
    {"published", "picture_files"},
    {"load", "checks", "citing", "citations", "person_names", "skeleton"},
    {"view", "starters", "left_out"},
    {"origin"},
    {"figures", "overview_figure", "places", "changes", "related", "mark_names", "citable", "sharing", "people_shown", "roles",
     "edition_switch",
     "cards"},
    {"facets"},
    {"rim_names", "slope_drawing", "matrix_drawing", "lane_drawing", "arc_drawing"},
    {"wheel_drawing"},
    {"overviews"},
    {"edition_news", "edition_files", "trend_groups", "schema_org", "changed"},
    {"news"},
    {"meaning", "cover", "feeds", "manifest", "sitemap"},
    {"entry_page"},
    {"search"},
    {"pages"},
    {"tree"},
    {"site"},
    {"outputs"},
    {"pipeline"},
    {"cli"},
    {"__main__"},
)
"""Import only from lower rows; the parts of one folder may share what lies in that folder."""


def row(module: str) -> int:
    part = module if module in {"charts.declaration"} else module.split(".")[0]
    return next(number for number, names in enumerate(ROWS) if part in names)


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("trendrapport"):
            base = (node.module or "").removeprefix("trendrapport").removeprefix(".")
            found |= {base} if base else {alias.name for alias in node.names if not alias.name.startswith("__")}
    return found


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_point_down(file: Path) -> None:
    own = file.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    wrong = [other for other in imports(file) if row(other) >= row(own) and other.split(".")[0] != own.split(".")[0]]
    assert wrong == []


def test_only_one_module_knows_mkdocs() -> None:
    knows = {file.name for file in PACKAGE.rglob("*.py")
             if any(isinstance(node, ast.Import | ast.ImportFrom) and "mkdocs" in (getattr(node, "module", "") or "").split(".")[0]
                    for node in ast.walk(ast.parse(file.read_text("utf-8"))))}
    assert knows == {"mkdocs.py"}


@pytest.mark.parametrize(("package", "names"), [
    (checks, ["check parts"]), (pages, ["pages"]),
    (citations, ["NAME", "ENDING", "write"]), (outputs, ["make", "publish"]), (overviews, ["ORDER", "overview", "entrances"]), (printers, ["show"]),
    (servers, ["PATH", "IN_SITE", "configuration"]),
    (kinds, ["FIELDS", "OPTIONS", "draw"]), (entries, ["MODEL", "PLACE", "SHAPE"])])
def test_contract(package, names: list[str]) -> None:
    """Each module has each of these names; of those in one text, one."""
    assert modules(package)
    for name, module in modules(package).items():
        assert module.__doc__, name
        assert [one for one in names if not any(hasattr(module, either) for either in one.split())] == [], name


def test_every_field_is_explained() -> None:
    for name, module in modules(entries).items():
        assert issubclass(module.MODEL, Model)
        assert isinstance(module.SHAPE, Shape)
        assert unexplained(module.MODEL) == [], name
    assert [unexplained(model) for model in (Config, Chart, DataPackage)] == [[], [], []]


def unexplained(model: type[Model]) -> list[str]:
    """The fields of a model, and of the models within it, that are not explained in both languages."""
    whole = model.model_json_schema()
    return [field for part in (whole, *whole.get("$defs", {}).values()) for field, schema in part.get("properties", {}).items()
            if not schema.get("nl") or not schema.get("description")]

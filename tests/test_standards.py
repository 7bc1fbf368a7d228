"""What programs get, against the shapes, rules and schema as their makers publish them.

These files are in no package, and other people's texts are not kept here: `make standards FILES=folder` runs
this on a folder of them, as `tests/standards/README.md` says. Without one, the tests of each output follow
rules written for this report.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree
from pyshacl import validate
from rdflib import DCAT, DCTERMS, SH, Graph, URIRef

import invented
from conftest import dutch_report, english_report
from spectral import found_by_spectral
from trendrapport.open_data import rdf
from trendrapport.open_data.addresses import BASE, OPENAPI
from trendrapport.open_data.api import Api
from trendrapport.open_data.catalogue import statements
from trendrapport.open_data.woo import LIST, woo
from trendrapport.pages.view import Offer, View
from trendrapport.report.published import published

PLACE = os.environ.get("STANDARDS")
PDF = Offer("pdf", "edition", "{stem}.pdf")
SHAPES = (
    "dcat-ap-SHACL.ttl",
    "dcat-ap-nl-SHACL.ttl",
    "dcat-ap-nl-SHACL-klassebereik.ttl",
    "dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl",
)
REQUIRED = (DCAT.contactPoint, DCAT.theme, DCTERMS.license, DCTERMS.creator, DCTERMS.accessRights)
DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"

if not PLACE:
    pytest.skip("no published standards: see `make standards`", allow_module_level=True)


def standard(name: str) -> Path:
    """A file or a folder of published standards."""
    path = Path(PLACE or "").resolve() / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path


@pytest.fixture(scope="module", params=[dutch_report, english_report])
def view(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> View:
    """A report with all that these standards ask its settings for."""
    folder = tmp_path_factory.mktemp("asking")
    request.param(folder)
    path = folder / "site_config.yml"
    config: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    config |= {
        "outputs": ["site", "api", "datasets", "dcat", "pdf", "woo"],
        "contact": {"email": "editors@example.org", "address": "https://example.org/contact"},
        "licence": {"name": "CC BY 4.0", "address": "https://creativecommons.org/licenses/by/4.0/"},
        "open_data": {
            "theme": "GOVE",
            "organisation": "https://identifier.overheid.nl/tooi/id/gemeente/gm0344",
        },
    }
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    for edition in folder.glob("content/*/edition.yml"):
        _dated(edition)
    for descriptor in folder.glob("charts/data/*.datapackage.yml"):
        _described(descriptor)
    return View(published(invented.view(folder).report, "2026-11-30"), offers=(PDF,))


def _dated(edition: Path) -> None:
    """Gives an edition a day on which it appeared, which the Woo index asks for."""
    said: dict[str, Any] = yaml.safe_load(edition.read_text("utf-8"))
    said["published"] = f"{str(said['published'])[:4]}-03-04"
    edition.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")


def _described(descriptor: Path) -> None:
    """Gives a table a description, if it has none."""
    said: dict[str, Any] = yaml.safe_load(descriptor.read_text("utf-8"))
    said.setdefault("description", "Invented.")
    descriptor.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")


@pytest.fixture(scope="module")
def catalogue(view: View) -> Graph:
    """The catalogue of that report, read back from Turtle."""
    return Graph().parse(data=rdf.turtle(statements(view)), format="turtle")


def refused(catalogue: Graph, shapes: Graph) -> set[str]:
    """The properties in which a catalogue is not as the shapes require; nothing is fetched."""
    _, results, _ = validate(catalogue, shacl_graph=shapes, do_owl_imports=False)
    assert isinstance(results, Graph)
    violations = results.subjects(SH.resultSeverity, SH.Violation)
    return {str(results.value(one, SH.resultPath)) for one in violations}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    """What DCAT-AP 3.0.1 and DCAT-AP-NL 3.0 require; what they only recommend is not among it."""
    every = Graph()
    for name in SHAPES:
        every.parse(standard(f"dcat-ap-nl/{name}"), format="turtle")
    for shape in list(every.objects(None, SH.property)):
        # DCAT-AP 3.0.1 names two shapes that are not in it; pyshacl stops at those.
        if every.value(shape, SH.path) is None:
            every.remove((None, SH.property, shape))
    return every


def test_the_catalogue_is_as_the_profile_requires(catalogue: Graph, shapes: Graph) -> None:
    assert refused(catalogue, shapes) == set()


@pytest.mark.parametrize("lost", REQUIRED)
def test_the_shapes_refuse_what_lacks_something(catalogue: Graph, shapes: Graph, lost: URIRef) -> None:
    less = Graph()
    for triple in catalogue:
        if triple[1] != lost:
            less.add(triple)
    assert str(lost) in refused(less, shapes)


def test_the_description_of_the_api_follows_the_design_rules(view: View, tmp_path: Path) -> None:
    rules = standard("nlgov/linter.yaml")
    path = tmp_path / OPENAPI
    path.write_text(Api(view).files()[f"{BASE}/{OPENAPI}"], "utf-8")
    assert found_by_spectral(rules, path) == []
    description = json.loads(path.read_text("utf-8"))
    del description["info"]["contact"]["email"]
    path.write_text(json.dumps(description), "utf-8")
    assert found_by_spectral(rules, path) == ["nlgov:info-contact-fields-exist"]


class _Beside(etree.Resolver):
    """Finds each schema that another names in the folder of that other, and nothing on the network."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # noqa: ANN401 - as lxml has it
        path = standard(f"diwoo/{system_url.rpartition('/')[2]}")
        return self.resolve_filename(str(path), context)


def test_documents_for_the_woo_index_are_as_the_schema_requires(view: View) -> None:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Beside())
    schema = etree.XMLSchema(etree.parse(standard("diwoo/diwoo-metadata.xsd"), parser))
    documents = list(etree.fromstring(woo(view, {})[LIST]).iter(f"{DIWOO}Document"))
    assert len(documents) == len(view.editions)
    for document in documents:
        assert schema.validate(document), schema.error_log
        publisher = document.find(f"{DIWOO}DiWoo/{DIWOO}publisher")
        publisher.getparent().remove(publisher)
        assert not schema.validate(document)

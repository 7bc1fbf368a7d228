"""The catalogue for data portals: it is as DCAT-AP-NL 3.0 requires, says in two forms the same, and what the
report lacks for it is reported.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyshacl import validate
from rdflib import DCAT, DCTERMS, Graph, Literal, URIRef

import invented
from conftest import REPOSITORY
from trendrapport.open_data import rdf
from trendrapport.open_data.catalogue import licence_address, statements
from trendrapport.open_data.statements import iri
from trendrapport.pages.view import View
from trendrapport.report.published import published

SHAPES = Graph().parse(REPOSITORY / "tests/standards/dcat-ap-nl.ttl")


def asks(sample: Path, **settings: Any) -> Path:
    """The sample with these settings, which asks for a catalogue and has what that needs."""
    path = sample / "site_config.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    config |= {
        "outputs": ["site", "api", "datasets", "dcat"],
        "contact": {"email": "redactie@example.org"},
        "licence": {"name": "CC BY 4.0", "address": "https://creativecommons.org/licenses/by/4.0/"},
        "open_data": {"theme": "GOVE"},
    }
    config |= settings
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    descriptor = sample / "charts/data/voorbeeld.datapackage.yml"
    text = descriptor.read_text("utf-8")
    if "\ndescription:" not in text:
        descriptor.write_text(f"{text.rstrip()}\ndescription: Verzonnen.\n", "utf-8")
    return sample


def graph(view: View) -> Graph:
    """What the catalogue of a report says, read back from Turtle."""
    return Graph().parse(data=rdf.turtle(statements(view)), format="turtle")


def wrong(found: Graph) -> str:
    """What the shapes refuse; empty when that is nothing."""
    conforms, _, told = validate(found, shacl_graph=SHAPES)
    return "" if conforms else told


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The catalogue of the sample; not to be changed."""
    folder = tmp_path_factory.mktemp("asking")
    invented.init(folder)
    return graph(invented.view(asks(folder)))


def test_the_catalogue_is_as_the_profile_requires(whole: Graph) -> None:
    found = whole
    assert wrong(found) == ""
    dataset = next(found.subjects(DCTERMS.accessRights, None))
    assert found.value(dataset, DCTERMS.identifier) == Literal(str(dataset))


@pytest.mark.parametrize("lost", ["contactPoint", "theme", "license", "creator", "accessRights"])
def test_the_shapes_refuse_what_lacks_something(whole: Graph, lost: str) -> None:
    found = Graph()
    for triple in whole:
        if not str(triple[1]).endswith((f"/{lost}", f"#{lost}")):
            found.add(triple)
    assert lost in wrong(found)


def test_both_forms_say_the_same(sample: Path) -> None:
    said = statements(invented.view(asks(sample)))
    linked = Graph().parse(data=rdf.json_ld(said), format="json-ld")
    assert set(linked) == set(Graph().parse(data=rdf.turtle(said), format="turtle"))
    assert len(linked) == len(said)


def test_the_same_report_gives_the_same_bytes(sample: Path) -> None:
    said = statements(invented.view(asks(sample)))
    mixed = said.copy()
    random.Random(1).shuffle(mixed)
    assert rdf.turtle(mixed) == rdf.turtle(said)
    assert rdf.json_ld(mixed) == rdf.json_ld(said)
    assert b"_:" not in rdf.turtle(said)
    code = (
        f"import sys; sys.path[:0] = {[str(REPOSITORY / 'tests'), str(REPOSITORY / 'generator')]!r}\n"
        "import invented; from pathlib import Path\n"
        "from trendrapport.open_data import rdf; from trendrapport.open_data.catalogue import statements\n"
        f"said = statements(invented.view(Path({str(sample)!r})))\n"
        "sys.stdout.buffer.write(rdf.turtle(said) + rdf.json_ld(said))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env={"PYTHONHASHSEED": "7"})
    assert done.stdout == rdf.turtle(said) + rdf.json_ld(said), done.stderr


def test_a_year_alone_is_no_day(sample: Path) -> None:
    descriptor = sample / "charts/data/voorbeeld.datapackage.yml"
    text = re.sub("^created: .*\n", "", descriptor.read_text("utf-8"), flags=re.M)
    descriptor.write_text(f'created: "2024"\n{text}', "utf-8")
    found = graph(invented.view(asks(sample)))
    assert wrong(found) == ""
    (modified,) = set(found.objects(None, DCTERMS.modified))
    assert isinstance(modified, Literal)
    assert (str(modified), str(modified.datatype).rpartition("#")[2]) == ("2024", "gYear")


def test_the_publisher_has_the_identifier_of_the_settings_and_no_other(sample: Path) -> None:
    known = "https://identifier.overheid.nl/tooi/id/gemeente/gm0000"
    made = graph(invented.view(asks(sample, open_data={"theme": "GOVE", "organisation": known})))
    assert set(made.objects(None, DCTERMS.publisher)) == {URIRef(known)}
    own = graph(invented.view(asks(sample)))
    assert not [one for one in own.objects(None, DCTERMS.publisher) if "overheid.nl" in str(one)]


def test_a_table_that_only_a_draft_shows_is_not_in_it(sample: Path) -> None:
    for file in sample.rglob("content/**/*.md"):
        file.write_text(file.read_text("utf-8").replace("```figure voorbeeld\n```", ""), "utf-8")
    text = invented.trend("status: draft\n", "```figure voorbeeld\n```\n")
    (sample / "content/2026/trends/proef.md").write_text(text, "utf-8")
    report = invented.view(asks(sample)).report
    assert not list(graph(View(published(report, "2026-11-30"))).objects(None, DCAT.dataset))


def test_hostile_words_stay_words(sample: Path) -> None:
    title = 'A "quote" \\ <b> @nl ; . <http://example.org/> {{ x }}'
    made = graph(invented.view(asks(sample, title=title)))
    assert Literal(title, lang="nl") in set(made.objects(None, DCTERMS.title))
    assert iri("https://example.org/a b<c>").address == "https://example.org/a%20b%3Cc%3E"


@pytest.mark.parametrize(
    ("name", "path", "address"),
    [
        ("CC-BY-4.0", None, "http://creativecommons.org/licenses/by/4.0/deed.nl"),
        ("x", "https://creativecommons.org/licenses/by-sa/4.0/deed.en", "http://creativecommons.org/licenses/by-sa/4.0/deed.nl"),
        ("CC0-1.0", None, "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
        ("ODC-BY-1.0", "https://example.org/terms", "https://example.org/terms"),
        ("notspecified", None, "http://standaarden.overheid.nl/owms/terms/licentieonbekend"),
        ("own", None, None),
    ],
)  # fmt: skip
def test_licences_are_named_as_dutch_catalogues_do(name: str, path: str | None, address: str | None) -> None:
    assert licence_address(name, path) == address


def test_what_the_catalogue_lacks_is_reported(sample: Path, findings: Callable[..., list[str]]) -> None:
    asks(sample, contact={}, open_data={})
    descriptor = sample / "charts/data/voorbeeld.datapackage.yml"
    data = yaml.safe_load(descriptor.read_text("utf-8"))
    data["licenses"] = [{"name": "own"}]
    data.pop("description")
    descriptor.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    assert {found.split()[1] for found in findings()} == {
        *("data-without-theme", "data-without-description", "data-without-licence-address"),
        "catalogue-without-contact",
    }
    asks(sample, contact={}, open_data={}, outputs=["site"])
    assert findings() == []

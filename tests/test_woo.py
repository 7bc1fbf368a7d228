"""The Woo index: the sitemaps are as its rules ask, lead to the documents themselves, and say nothing but
what the settings say. All content and every organisation is invented.

The rules are those of DiWoo 0.9.8 (https://standaarden.overheid.nl/diwoo/metadata); its schema is in no
package.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import invented
from trendrapport.open_data.woo import INDEX, LIST, _say, woo
from trendrapport.pages.view import Offer, View
from trendrapport.report.published import published
from trendrapport.site.manifest import robots

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"
TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm0000"
PDF = Offer("pdf", "edition", "{stem}.pdf")
REQUIRED = ("publisher", "titelcollectie", "classificatiecollectie", "documenthandelingen")
"""What a document must have; each element at most once."""


def asks(sample: Path, **settings: Any) -> Path:
    """The sample with these settings, which asks for the Woo index and has what that needs."""
    path = sample / "site_config.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    config |= {"outputs": ["site", "pdf", "woo"], "open_data": {"organisation": TOOI}} | settings
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    edition = sample / "content/2026/edition.yml"
    edition.write_text(
        re.sub("^published: .*$", 'published: "2026-03-04"', edition.read_text("utf-8"), flags=re.M)
    )
    return sample


def seen(sample: Path, **settings: Any) -> View:
    """What readers of that report get, with the PDFs that it offers."""
    report = invented.view(asks(sample, **settings)).report
    return View(published(report, "2026-11-30"), offers=(PDF,))


def documents(view: View) -> list[ElementTree.Element]:
    return ElementTree.fromstring(woo(view, {})[LIST]).findall(f"{SITEMAP}url")


def test_the_index_names_the_list_of_documents(sample: Path) -> None:
    view = seen(sample)
    index = ElementTree.fromstring(woo(view, {})[INDEX])
    assert index.tag == f"{SITEMAP}sitemapindex"
    assert [one.text for one in index.iter(f"{SITEMAP}loc")] == [view.address(LIST)]
    assert re.search(r"/sitemapindex-diwoo-infocat015\.xml$", INDEX)
    assert robots(view).endswith(f"Sitemap: {view.address(INDEX)}\n")


def test_a_document_is_described_as_the_rules_ask(sample: Path) -> None:
    (url,) = documents(seen(sample))
    assert url.findtext(f"{SITEMAP}loc") == "https://trends.example.org/2026/editie-2026.pdf"
    assert [child.tag for child in url] == [f"{SITEMAP}loc", f"{SITEMAP}lastmod", f"{DIWOO}Document"]
    found = url.find(f"{DIWOO}Document/{DIWOO}DiWoo")
    assert found is not None
    names = [child.tag.removeprefix(DIWOO) for child in found]
    assert len(set(names)) == len(names)
    assert set(REQUIRED) <= set(names)
    resources = {
        child.tag.removeprefix(DIWOO): child.get("resource")
        for child in found.iter()
        if child.get("resource")
    }
    assert resources == {
        "publisher": TOOI,
        "informatiecategorie": "https://identifier.overheid.nl/tooi/def/thes/kern/c_fdaee95e",
        "language": "http://publications.europa.eu/resource/authority/language/NLD",
        "format": "http://publications.europa.eu/resource/authority/file-type/PDF",
        "soortHandeling": "https://identifier.overheid.nl/tooi/def/thes/kern/c_641ecd76",
    }
    assert found.findtext(f"{DIWOO}creatiedatum") == "2026-03-04"
    moment = found.findtext(f".//{DIWOO}atTime") or ""
    assert datetime.fromisoformat(moment).date().isoformat() == "2026-03-04"
    assert found.findtext(f"{DIWOO}titelcollectie/{DIWOO}officieleTitel")


def test_without_an_identifier_there_is_nothing(sample: Path) -> None:
    """None is made up, and nothing is said of whoever publishes the report."""
    assert woo(seen(sample, open_data={}), {}) == {}


def test_an_edition_of_a_year_alone_is_left_out(sample: Path) -> None:
    asks(sample)
    edition = sample / "content/2026/edition.yml"
    edition.write_text(edition.read_text("utf-8").replace('"2026-03-04"', '"2026"'), "utf-8")
    assert documents(View(invented.view(sample).report, offers=(PDF,))) == []


def test_a_draft_is_left_out(sample: Path) -> None:
    asks(sample)
    edition = sample / "content/2026/edition.yml"
    edition.write_text(edition.read_text("utf-8") + "status: draft\n", "utf-8")
    report = invented.view(sample).report
    for drafts in (True, False):
        assert documents(View(published(report, "2026-11-30", drafts=drafts), offers=(PDF,))) == []


def test_the_same_report_gives_the_same_bytes(sample: Path) -> None:
    assert woo(seen(sample), {}) == woo(seen(sample), {})


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))
    | st.sampled_from(["]]>", "<a/>", "&lt;"])
)
def test_words_stay_words(said: str) -> None:
    root = ElementTree.Element("a")
    _say(root, "b", said)
    read = ElementTree.fromstring(ElementTree.tostring(root, encoding="utf-8"))
    assert (read.findtext("b") or "") == "".join(sign for sign in said if sign >= " ")


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({}, []),
        ({"open_data": {}}, ["woo-without-organisation"]),
        ({"open_data": {"organisation": "https://example.org/tooi/id/x/y"}}, ["woo-without-organisation"]),
        ({"outputs": ["site", "woo"]}, ["woo-without-pdf"]),
        ({"address": "http://trends.example.org/"}, ["woo-without-https"]),
        ({"outputs": ["site"], "open_data": {}}, []),
    ],
)
def test_what_the_index_lacks_is_reported(
    sample: Path, findings: Callable[..., list[str]], settings: dict[str, Any], codes: list[str]
) -> None:
    asks(sample, **settings)
    assert [found.split()[1] for found in findings()] == codes


def test_an_edition_without_a_day_is_reported(sample: Path, findings: Callable[..., list[str]]) -> None:
    asks(sample)
    edition = sample / "content/2026/edition.yml"
    edition.write_text(edition.read_text("utf-8").replace('"2026-03-04"', '"2026-03"'), "utf-8")
    (found,) = findings()
    assert found.endswith(" woo-without-day")
    assert found.startswith("content/2026/edition.yml:")

"""What programs get of the site: things of schema.org, Open Graph, feeds, the manifest.

All content of the sample is invented.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from trendrapport.charts.pictures.entry_card import EntryCard, sheet
from trendrapport.charts.pictures.painting import pictures
from trendrapport.documents.blocks import Paragraph
from trendrapport.documents.inlines import Text
from trendrapport.documents.plain import html
from trendrapport.open_data import feeds
from trendrapport.open_data.feeds import atom, json_feed, rss
from trendrapport.pages.analysis.news import Item, News, last_moment
from trendrapport.pages.parts.schema_org import written
from trendrapport.pages.view import Content, Page, View
from trendrapport.pipeline import Options, build
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.starters import new_report

ADDRESS = "https://trendrapport.example.org/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def things(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return [thing for text in found for thing in json.loads(text)["@graph"]]


def addresses(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for part in value.values():
                yield from addresses(part)
        case list():
            for part in value:
                yield from addresses(part)
        case str() if value.startswith(ADDRESS):
            yield value


def test_every_page_says_what_it_is_about_and_every_address_is_there(site: Path) -> None:
    kinds = set()
    for page in site.rglob("*.html"):
        found = things(page.read_text("utf-8"))
        kinds |= {thing["@type"] for thing in found}
        for address in addresses(found):
            path, _, anchor = address.removeprefix(ADDRESS).partition("#")
            assert (site / (path or "index.html")).is_file(), (page, address)
            assert not anchor or f'id="{anchor}"' in (site / path).read_text("utf-8"), (page, address)
    assert kinds == {"WebSite", "Report", "Article", "Dataset", "DefinedTermSet", "BreadcrumbList", "Person"}


def test_an_interview_is_about_a_person(site: Path) -> None:
    article = things((site / "2022/interviews/lotte-voorbeeld.html").read_text("utf-8"))[0]
    assert article["about"] == [
        {
            "@type": "Person",
            "name": "Lotte Voorbeeld",
            "jobTitle": "wethouder",
            "worksFor": {"@type": "Organization", "name": "Gemeente Denkbeeld"},
        }
    ]


def test_a_figure_is_a_dataset_that_can_be_downloaded(site: Path) -> None:
    dataset = things((site / "figures/internet-nooit.html").read_text("utf-8"))[0]
    kinds = {
        one["encodingFormat"]: urlsplit(one["contentUrl"]).path.lstrip("/") for one in dataset["distribution"]
    }
    assert set(kinds) == {"text/csv", "application/zip"}
    assert all((site / path).stat().st_size for path in kinds.values())


def test_a_translation_names_its_language(site: Path) -> None:
    page = (site / "2022/trends/digitalisering-en-sociaal-contract.en.html").read_text("utf-8")
    assert things(page)[0]["inLanguage"] == "en"
    assert '<meta property="og:locale" content="en_GB">' in page


def test_each_page_can_be_shared(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if page.name == "404.html":
            continue
        named = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)"', text))
        assert {"type", "site_name", "locale", "title", "description", "url"} <= named.keys(), page
        assert named["url"] == ADDRESS + page.relative_to(site).as_posix(), page
        assert named["title"], page


@pytest.mark.parametrize("path", list(feeds.types()))
def test_each_feed_is_named_on_each_page(site: Path, path: str) -> None:
    assert (site / path).is_file()
    page = (site / "2023/index.html").read_text("utf-8")
    assert re.search(
        rf'<link rel="alternate" type="{re.escape(feeds.types()[path])}" title="[^"]+" href="../{path}">',
        page,
    )


def test_feeds_tell_the_same(site: Path) -> None:
    entries = ElementTree.parse(site / "feed.atom").getroot().findall("a:entry", ATOM)
    told = [(entry.findtext("a:title", None, ATOM), entry.findtext("a:id", None, ATOM)) for entry in entries]
    items = ElementTree.parse(site / "feed.rss").getroot().findall("channel/item")
    assert [(item.findtext("title"), item.findtext("link")) for item in items] == told
    assert [
        (item["title"], item["url"]) for item in json.loads((site / "feed.json").read_text("utf-8"))["items"]
    ] == told
    assert told[0][1] == ADDRESS + "2023/trends/algoritmen.html"
    dates = [entry.findtext("a:updated", "", ATOM) for entry in entries]
    assert dates == sorted(dates, reverse=True)


def test_a_report_in_which_nothing_appeared_has_no_feed(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    new_report.init(folder)
    for file in (folder / "content").rglob("*.md"):
        if "/2026/" in file.as_posix():
            file.unlink()
    edition = folder / "content/2026/edition.yml"
    edition.write_text(
        re.sub(r"^(trends|interviews):(\n\s+- .*)+\n", "", edition.read_text("utf-8"), flags=re.M), "utf-8"
    )
    with Cache(tmp_path / "cache") as cache:
        report, _ = load(folder, cache)
        assert feeds.feeds(View(report), (), cache, "a state") == {}


ENTRY: Any = None
"""No form of feed looks at the text itself."""

HOSTILE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60
) | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "]]>", "&lt;b&gt;", "\u2028"])


@given(HOSTILE, HOSTILE)
def test_text_in_a_feed_stays_text(title: str, summary: str) -> None:
    day = last_moment("2026-02-03")
    item = Item(title, summary, ADDRESS + "a.html", last_moment("2026-01"), "Trends", "2026", day, day, ENTRY)
    news = News(title, summary, "nl", ADDRESS, title, day, (item,))
    text = html.write((Paragraph((Text(summary),)),), ADDRESS)
    feed = feeds.Feed(news, "feed.atom", {item.address: text})
    entry = ElementTree.fromstring(atom.write(feed)).find("a:entry", ATOM)
    assert entry is not None
    assert entry.findtext("a:title", None, ATOM) == title
    assert "<" not in (entry.findtext("a:summary", None, ATOM) or "")
    whole = entry.findtext("a:content", None, ATOM)
    assert whole == text
    assert "".join(ElementTree.fromstring(text).itertext()) == summary
    told = ElementTree.fromstring(rss.write(feed)).find("channel/item")
    assert told is not None
    assert "<" not in (told.findtext("description") or "")
    assert told.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") == text
    assert json.loads(json_feed.write(feed))["items"][0]["summary"] == summary


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("view") / "report"
    new_report.init(folder)
    with Cache(folder / "cache") as cache:
        return View(load(folder, cache)[0])


@given(text=HOSTILE)
def test_what_a_page_is_about_never_becomes_markup(view: View, text: str) -> None:
    content = Content({}, about=({"@type": "Thing", "name": text},))
    about = written(view, Page("a.html", "home", text, text, "home", lambda: content), content)
    assert not set("<>&") & set(about)
    assert json.loads(about)["@graph"][0]["name"] == text


def test_the_manifest_names_files_that_are_there(site: Path) -> None:
    manifest = json.loads((site / "site.webmanifest").read_text("utf-8"))
    assert all((site / icon["src"]).is_file() for icon in manifest["icons"])
    assert manifest["lang"] == "nl"
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_each_page_has_a_card(site: Path) -> None:
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        named = re.findall(r'<meta property="og:image" content="([^"]*)"', page.read_text("utf-8"))
        assert len(named) == 1, page
        with Image.open(site / named[0].removeprefix(ADDRESS)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630)), page
    cards = {path.read_bytes() for path in site.rglob("trends/*.card.png")}
    assert len(cards) == len(list(site.rglob("trends/*.html")))


def test_a_report_without_pictures_has_no_card(sample: Path) -> None:
    config = sample / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "pictures: false\n", "utf-8")
    assert build(sample, Options()).built
    assert list((sample / "site").rglob("*.card.png")) == []
    assert "og:image" not in (sample / "site/index.html").read_text("utf-8")


@given(HOSTILE)
@settings(max_examples=20)
def test_a_card_takes_any_title(title: str) -> None:
    one = EntryCard(title, title, title, "#0e333c", "#eef1f2", "#6cc5cf", (True, False))
    made = pictures([(sheet(one), 1.0)])
    assert made == pictures([(sheet(one), 1.0)])
    assert Image.open(io.BytesIO(made[0])).size == (1200, 630)


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    titles = [
        re.findall("<title>(.*?)</title>", page.read_text("utf-8").partition("</head>")[0])
        for page in site.rglob("*.html")
    ]
    assert all(len(title) == 1 for title in titles)
    assert sorted(title for title in titles if titles.count(title) > 1) == []

"""Every type of page is valid HTML by a parser and the rules below; `make validate` asks the Nu Checker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from page_types import PAGES

REFERENCES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-activedescendant",
    "list",
)
CHILDREN = {
    "ul": {"li", "template", "script"},
    "ol": {"li", "template", "script"},
    "dl": {"dt", "dd", "div"},
    "select": {"option", "optgroup", "hr"},
    "tr": {"td", "th"},
    "table": {"caption", "thead", "tbody", "tfoot", "colgroup"},
}
LANDMARKS = {"nav", "aside", "form", "section", "search"}
NAMED = {
    "a",
    "button",
    "summary",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "th",
    "label",
    "legend",
    "option",
    "title",
}
ACTIVE = {"a", "button", "input", "select", "summary"}


@cache
def parsed(file: Path) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(file.read_text("utf-8"))


def text(part: Element) -> str:
    """The name of a part as far as it stands in its markup."""
    images = " ".join(one.get("alt", "") for one in part.iter("img"))
    labels = " ".join(one.get("aria-label", "") for one in part.iter())
    return " ".join("".join([*part.itertext(), images, labels]).split())


def wrong(root: Element) -> Iterator[str]:
    """What is wrong with a page, rule by rule."""
    parts = [one for one in root.iter() if isinstance(one.tag, str)]
    ids = Counter(one.get("id") for one in parts if one.get("id") is not None)
    yield from wrong_ids(ids)
    yield from nameless(parts)
    for one in parts:
        yield from wrong_references(one, ids)
        yield from wrong_picture(one)
        yield from misplaced_children(one)
        yield from misplaced_caption(one)
        yield from refused_attributes(one)


def wrong_ids(ids: Counter[str | None]) -> Iterator[str]:
    for name, count in ids.items():
        if count > 1 or not name or " " in name:
            yield f"id {name!r} {count} times"


def wrong_references(one: Element, ids: Counter[str | None]) -> Iterator[str]:
    for key in REFERENCES:
        for name in (one.get(key) or "").split():
            if name not in ids:
                yield f"{key} names {name!r}, which is not there"
    target = one.get("href", "")
    within = one.tag == "a" and target.startswith("#") and target not in {"#", "#top"}
    if within and target[1:] not in ids:
        yield f"{target} leads nowhere"


def nameless(parts: list[Element]) -> Iterator[str]:
    """What has to have a name for those who hear a page."""
    silent: set[Element] = set()
    for part in parts:
        if part.tag == "template" or "hidden" in part.attrib or part.get("aria-hidden") == "true":
            silent.update(part.iter())
    for one in parts:
        if one.tag in NAMED and one not in silent and not text(one):
            yield f"<{one.tag}> without a name: {one.attrib}"


def wrong_picture(one: Element) -> Iterator[str]:
    if one.tag == "img" and (one.get("alt") is None or not one.get("width")):
        yield f"picture without alt or size: {one.get('src')}"


def misplaced_children(one: Element) -> Iterator[str]:
    allowed = CHILDREN.get(one.tag)
    for child in one:
        if allowed is not None and child.tag not in allowed:
            yield f"<{child.tag}> in <{one.tag}>"
    if one.tag not in ACTIVE - {"summary"}:
        return
    for child in one.iter():
        if child is not one and child.tag in ACTIVE:
            yield f"<{child.tag}> in <{one.tag}>"


def misplaced_caption(one: Element) -> Iterator[str]:
    for index, child in enumerate(one):
        if child.tag == "figcaption" and (one.tag != "figure" or index not in (0, len(one) - 1)):
            yield f"caption in the middle of <{one.tag}>"


def refused_attributes(one: Element) -> Iterator[str]:
    for key in one.attrib:
        if key == "style" or key.startswith("on"):
            yield f"handler or style in <{one.tag}>"


def headings(root: Element) -> list[int]:
    return [
        int(one.tag[1]) for one in root.iter() if isinstance(one.tag, str) and re.fullmatch("h[1-6]", one.tag)
    ]


def landmarks(root: Element) -> Iterator[tuple[str, str]]:
    """Kind and name of what is a landmark, outside parts of which only one is shown."""
    names = {one.get("id"): text(one) for one in root.iter() if one.get("id")}
    for one in root.iter():
        name = one.get("aria-label") or names.get(one.get("aria-labelledby") or "", "")
        if one.tag in LANDMARKS and (name or one.tag in {"nav", "aside"}):
            yield str(one.tag), name


@pytest.mark.parametrize("name", PAGES)
def test_page(site: Path, name: str) -> None:
    root = parsed(site / PAGES[name])
    assert list(wrong(root)) == []
    levels = headings(root)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []
    assert root.get("lang") == ("en" if "translat" in name else "nl")
    assert [tag for tag in ("main", "title") if len(list(root.iter(tag))) != 1] == []
    assert [name for kind, name in landmarks(root) if not name] == []


def test_landmarks_of_a_kind_have_names_of_their_own(site: Path) -> None:
    """But for the two menus and two lists of contents, one of which is shown, and the editions in both."""
    for name, path in PAGES.items():
        twice = [one for one, count in Counter(landmarks(parsed(site / path))).items() if count > 1]
        assert set(twice) <= {
            ("nav", one)
            for one in (
                "Hoofdmenu",
                "Kies een editie",
                "Op deze pagina",
                "Taal",
                "Main menu",
                "Choose an edition",
                "On this page",
                "Language",
            )
        }, name


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    titles = Counter(
        re.search("<title>(.*?)</title>", file.read_text("utf-8"))[1] for file in sorted(site.rglob("*.html"))
    )
    assert len(titles) > 90
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<h2 id="a">x</h2><p id="a">y</p>', "id 'a' 2 times"),
        ('<a href="#b">x</a>', "#b leads nowhere"),
        ('<a href="x"></a>', "<a> without a name: {'href': 'x'}"),
        ("<ul><p>x</p></ul>", "<p> in <ul>"),
        ("<figure><p>x</p><figcaption>y</figcaption><p>z</p></figure>", "caption in the middle of <figure>"),
        ('<p aria-labelledby="z">x</p>', "aria-labelledby names 'z', which is not there"),
        ('<button>x<a href="y">z</a></button>', "<a> in <button>"),
    ],
)
def test_what_is_wrong_is_told(html: str, told: str) -> None:
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        f"<!doctype html><title>x</title>{html}"
    )
    assert list(wrong(root)) == [told]

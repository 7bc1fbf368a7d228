"""A web page as Google Docs saves it, as other word processors would write it.

Bold and italic are classes of a style sheet there, links lead past Google, a list within a list follows it,
and notes and comments are links to paragraphs at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = Any
"""What Pandoc says in JSON."""
_OWN = re.compile(r"lst-kix_|doc-content|google\.com/url\?q=|id=\"(?:cmnt|ftnt)\d")
_RULE = re.compile(r"\.(c\d+)\{([^}]*)\}")
_FACES = (
    ("Strong", re.compile(r"font-weight:(?:700|bold)")),
    ("Emph", re.compile(r"font-style:italic")),
    ("Strikeout", re.compile(r"text-decoration:[^;}]*line-through")),
)
_LIST = re.compile(r"<(ul|ol)\b[^>]*\blst-kix_([a-z0-9]+)-(\d)\b[^>]*>(.*?)</\1>\s*", re.DOTALL)
_TITLE = re.compile(r"<p class=\"[^\"]*\b(title|subtitle)\b[^\"]*\"[^>]*>(.*?)</p>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_TARGET = re.compile(r"#(cmnt|ftnt)(\d+)$")
_LABEL = re.compile(r"^\[\w+\]\s*")


def is_google(page: str) -> bool:
    """Whether Google Docs saved a page."""
    return bool(_OWN.search(page))


def plain_page(page: str) -> str:
    """A page with lists within lists, and with its title and subtitle where they belong."""
    front = {found[1]: " ".join(_TAGS.sub("", found[2]).split()) for found in _TITLE.finditer(page)}
    page = _TITLE.sub("", page)
    page = re.sub(r"<title>.*?</title>", "", page, flags=re.DOTALL)
    head = f"<title>{front['title']}</title>" if "title" in front else ""
    if "subtitle" in front:
        head += f'<meta name="abstract" content="{front["subtitle"].replace(chr(34), "&quot;")}">'
    page = page.replace("<head>", f"<head>{head}", 1)
    return _nested(page)


def _nested(page: str) -> str:
    """Lists that follow each other, each within the last item of the one above it."""
    made: list[str] = []
    end = 0
    open_lists: list[str] = []
    for found in _LIST.finditer(page):
        tag, level = found[1], int(found[3])
        between = page[end : found.start()]
        if between.strip():
            made.append(_closed(open_lists, 0) + between)
        made.append(_closed(open_lists, level + 1))
        if len(open_lists) == level + 1:
            made.append("</li>")
        while len(open_lists) <= level:
            made.append(f"<{tag}>")
            open_lists.append(tag)
        made.append(found[4].rstrip().removesuffix("</li>"))
        end = found.end()
    return "".join(made) + _closed(open_lists, 0) + page[end:]


def _closed(open_lists: list[str], level: int) -> str:
    """The ends of the lists that are deeper."""
    made = ""
    while len(open_lists) > level:
        made += f"</li></{open_lists.pop()}>"
    return made


def plain_tree(tree: Json, page: str) -> Json:
    """The tree of a page with its bold and italic words, its own links, notes and comments."""
    faces: dict[str, list[str]] = {}
    for name, rule in _RULE.findall(page):
        faces[name] = [face for face, pattern in _FACES if pattern.search(rule)]
    ends, blocks = _ends(tree["blocks"])
    return {**tree, "blocks": [_plain(block, faces, ends) for block in blocks]}


def _ends(blocks: Sequence[Json]) -> tuple[dict[str, list[Json]], list[Json]]:
    """The words of each note and comment at the end, and the blocks without these."""
    ends: dict[str, list[Json]] = {}
    kept: list[Json] = []
    for block in blocks:
        inner = [block]
        if block["t"] == "Div":
            inner = block["c"][1]
        found = [name for one in inner if (name := _name_of_end(one))]
        if not found:
            kept.append(block)
            continue
        for one in inner:
            name = _name_of_end(one) or found[-1]
            ends.setdefault(name, []).extend(_without_label(one.get("c", [])))
    while ends and kept and kept[-1]["t"] == "HorizontalRule":
        kept.pop()
    return ends, kept


def _name_of_end(block: Json) -> str:
    """Of which note or comment a paragraph is; it begins with a link back."""
    if block["t"] not in {"Para", "Plain"} or not block["c"]:
        return ""
    for one in _flat(block["c"]):
        if one["t"] == "Link":
            found = re.fullmatch(r"#(cmnt|ftnt)_ref(\d+)", one["c"][2][0])
            return f"{found[1]}{found[2]}" if found else ""
        if one["t"] in {"Str", "Image"}:
            return ""
    return ""


def _flat(inlines: Sequence[Json]) -> Iterator[Json]:
    """Words and links in their order, out of spans."""
    for one in inlines:
        if one["t"] in {"Span", "Superscript"}:
            yield from _flat(one["c"][1] if one["t"] == "Span" else one["c"])
        else:
            yield one


def _without_label(inlines: Sequence[Json]) -> list[Json]:
    """The words behind the link back."""
    found = list(inlines)
    if found and any(one["t"] == "Link" for one in _flat(found[:1])):
        return found[1:]
    return found


def _plain(
    value: Json, faces: dict[str, list[str]], ends: dict[str, list[Json]], *, head: bool = False
) -> Json:
    """A part of a tree; within a heading, words are bold anyway."""
    if isinstance(value, list):
        return [_plain(one, faces, ends, head=head) for one in value]
    if not isinstance(value, dict) or value.get("c") is None:
        return value
    kind: str = value["t"]
    if kind in {"Superscript", "Link"} and (marks := _marks([value], faces, ends)):
        return marks
    inner = _plain(value["c"], faces, ends, head=head or kind == "Header")
    if kind == "Link":
        attributes, words, (address, title) = inner
        return {"t": kind, "c": [attributes, words, [_own(address), title]]}
    if kind == "Span":
        return _faced(inner, {} if head else faces)
    return {"t": kind, "c": inner}


def _faced(content: Json, faces: dict[str, list[str]]) -> Json:
    """Words that look as the style sheet says of their classes."""
    (_, classes, _), words = content
    made: Json = {"t": "Span", "c": [["", [], []], words]}
    for name in classes:
        for face in faces.get(name, ()):
            made = {"t": face, "c": [made]}
    return made


def _marks(inlines: Sequence[Json], faces: dict[str, list[str]], ends: dict[str, list[Json]]) -> Json:
    """The notes and comments to which these words lead; None if one leads elsewhere."""
    found: list[Json] = []
    for one in _flat(inlines):
        target = _TARGET.search(one["c"][2][0]) if one["t"] == "Link" else None
        if not target or target[1] + target[2] not in ends:
            return None
        words = _plain(ends[target[1] + target[2]], faces, {})
        found += _mark(target[1], target[2], words)
    return {"t": "Span", "c": [["", [], []], found]}


def _mark(kind: str, number: str, words: list[Json]) -> Iterator[Json]:
    if kind == "ftnt":
        yield {"t": "Note", "c": [{"t": "Para", "c": words}]}
        return
    yield {"t": "Span", "c": [["", ["comment-start"], [["id", number]]], words]}
    yield {"t": "Span", "c": [["", ["comment-end"], [["id", number]]], []]}


def _own(address: str) -> str:
    """An address without the way past Google."""
    parts = urlsplit(address)
    if parts.netloc in {"www.google.com", "google.com"} and parts.path == "/url":
        return next(iter(parse_qs(parts.query).get("q", [])), address)
    return address

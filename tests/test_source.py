"""Whatever bytes or text come in, reading ends in data or diagnostics; and places point at what they name."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from trendrapport.diagnostics import Location
from trendrapport.files.decoding import decode
from trendrapport.files.source import markdown_source, yaml_source
from trendrapport.prose.markdown import parse

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.binary())
def test_any_bytes(raw: bytes) -> None:
    text, found = decode("x.md", raw)
    assert text is not None or found


@given(st.text())
def test_any_text(text: str) -> None:
    for read in (yaml_source, markdown_source):
        source, found = read("x.md", text)
        assert source is not None or found
        assert all(one.location.line >= 1 and one.location.column >= 1 for one in found)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), PLAIN, min_size=1, max_size=4))
def test_round_trip(data: dict[str, object]) -> None:
    source, found = markdown_source("x.md", f"---\n{json.dumps(data, ensure_ascii=False)}\n---\ntekst\n")
    assert found == []
    assert source is not None
    assert source.data == data
    assert source.body == "tekst\n"


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), PLAIN, min_size=1, max_size=5))
def test_every_value_is_found_back(data: dict[str, object]) -> None:
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items()]
    source, _ = markdown_source("x.md", "\n".join(["---", *lines, "---", ""]))
    assert source is not None
    for line, key in enumerate(data, 2):
        assert source.locate((key,), key=True) == Location("x.md", line, 1)
        assert source.locate((key,)) == Location("x.md", line, len(key) + 3)


@given(st.text(st.characters(codec="utf-8")))
def test_what_yaml_escapes_is_read_or_told(text: str) -> None:
    source, found = markdown_source("x.md", f"---\na: {json.dumps(text)}\n---\n")
    assert (source is not None and source.data == {"a": text}) or (found and found[0].location.line == 2)


@given(st.text())
def test_any_prose(text: str) -> None:
    outline = parse(text).outline()
    lines = text.count("\n") + 2
    assert all(1 <= link.at.line <= lines and link.at.column >= 1 for link in outline.links)


def test_place_of_value_and_key() -> None:
    source, _ = markdown_source("x.md", "---\na: 1\nb:\n  - c: 2\n---\n")
    assert source is not None
    assert str(source.locate(("b", 0, "c"))) == "x.md:4:8"
    assert str(source.locate(("b", 0, "c"), key=True)) == "x.md:4:5"
    assert str(source.locate(("b", 0, "weg"))) == "x.md:4:5"

"""Random changes to a report's files, as a slip, a program or an attacker makes them; the same for a seed."""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

Files = dict[str, bytes]
"""Path from the report's root to bytes."""

VALUES = (
    "",
    "null",
    "[]",
    "{}",
    "-1",
    "0",
    "5",
    "1e400",
    ".nan",
    ".inf",
    "0x1F",
    "1_000",
    "12:30",
    "yes",
    "９９",
    "２０２６-01-01",
    "9999-12-31",
    "0000-01-01",
    "2026-02-30",
    "2999",
    "1000",
    "!!int drie",
    "!!float x",
    "!!bool 5",
    "!!binary aGk=",
    "!!python/object:os.system ls",
    "!x y",
    "&a b",
    "*a",
    "&a [*a]",
    '"\\0"',
    '"\\u202e"',
    '"\\x1b[31m"',
    '"\\ud800"',
    "[[[[[[[[]]]]]]]]",
    "{a: {b: {c: {d: 1}}}}",
    "|\n  a\n  b",
    "[1, 2",
    "'",
    '"',
    "`",
    "@a",
    "%a",
    "<script>alert(1)</script>",
    "https://user:pw@example.org/",
    "javascript:alert(1)",
    "//example.org",
    "http://[",
    "../../../etc/passwd",
    "index",
    "con",
    "a" * 300,
    "a " * 5000,
    "🏳️‍🌈",
    "e\u0301",
    "\u00a0",
    "a\u200bb",
    "{title}",
    "{{ 7*7 }}",
    "{% raw %}",
    "]]>",
    "-->",
    "\\",
    "$x",
    "#",
    "a: b",
    "a #b",
    "- x",
    "? x",
    "999999999999999999999999",
    "1e-300",
    "[2021, 13]",
    "{date-parts: [[2021, 13]]}",
    "[[2021, 2, 30]]",
    "true",
)
TEXTS = (
    "[" * 60,
    "](" * 40,
    "![",
    "![](",
    "![a](",
    "[a](b)" * 30,
    "[@",
    "[@a; @b",
    "[@niets]",
    "[^1]",
    "[^1]: a",
    "```",
    "~~~",
    "```figure",
    "```figure niets\n```",
    "```question",
    ":::",
    "!!! note",
    "> [!NOTE]\n> a",
    "<!--",
    "-->",
    "<div>",
    "<img src=x onerror=alert(1)>",
    "&#x202E;",
    "&#0;",
    "&amp;" * 20,
    "| a | b |\n| - |",
    "| a |\n| - |\n| b | c |",
    "# ",
    "###### diep",
    "\t",
    "    code",
    "* " * 30,
    "*" * 400,
    "_" * 400,
    "`" * 400,
    ">" * 60,
    "- " * 60,
    "1. " * 60,
    "\\" * 99,
    "$$",
    "{{ x }}",
    "{% x %}",
    "http://a b",
    "<https://example.org>",
    "www.example.org",
    "[x]: y",
    "[a][b]",
    "\u00ad",
    "\u00a0",
    "“a”",
    "’",
    "Term\n: uitleg",
    "---",
    "***",
    "\f",
    "\x0b",
    "\u2028",
    "\x00",
    "\x1b[31m",
    "\ufeff",
    "\u202e",
    "e\u0301",
    "🏳️‍🌈",
    "\U0010ffff",
    "a" * 3000,
    "a\n" * 500,
)
CELLS = (
    "",
    " ",
    "-",
    "x",
    "1,5",
    "1.234,5",
    "1 234",
    "1e9",
    "1e99",
    "1e400",
    "nan",
    "９",
    "²",
    "-0",
    "00",
    "2020-13",
    "2020-02-30",
    "0000",
    "9999",
    "9999-12",
    "GM0363",
    "GM９９９９",
    "GM9999",
    "=1+1",
    "@a",
    '"',
    '""',
    "a" * 12_000,
    "\u00a0",
    "€ 5",
    "5%",
    "true",
    "TRUE",
    "ja",
    "\u202e",
    "<b>",
    "|",
    "'",
    "a\nb",
    "1" * 30,
)
NAMES = (
    "index",
    "con",
    "aux",
    "Naam",
    "met spatie",
    "a.b",
    "a" * 90,
    "a" * 240,
    "naïef",
    "a\nb",
    "a\x1bb",
    "..a",
    "-a",
    "a-",
    "a--b",
    "%2e",
    "a;b",
    "a'b",
    'a"b',
    "<b>",
    "$x",
    "readme",
    "2023",
    "trends",
    "assets",
    "en",
    "a.en",
    "\udcff",
    "404",
    "sitemap",
    "search",
)


LEADS_TO = (
    "../outside",
    "../outside/precious.txt",
    "../outside/site",
    "../outside/nothing",
    "/dev/zero",
    "/dev/null",
    "build/nothing",
    "content",
    "charts",
    ".",
    "site_config.yml",
    "build",
    "site",
)
"""What links lead to, from the report's root; the link itself is added to these, and any file of the report.
"""
MADE = (
    "site",
    "build",
    "build/site",
    "build/site/docs",
    "build/servers",
    "build/cache.sqlite",
    "build/stamp.json",
    "build/lock",
    "site/assets",
    "site/index.html",
    "site/.new",
    "site/.ready",
    ".site.former",
)
"""What runs make, at which somebody can have put a link."""


@dataclass(frozen=True)
class Mutation:
    """What is done to a report: the bytes of the files that change, None for one that goes; and what links
    lead to, from its root.
    """

    told: str
    changes: dict[str, bytes | None]
    links: dict[str, str]


def mutation(random: random.Random, files: Files) -> Mutation:
    """One to three changes."""
    now, told, links = dict(files), [], {}
    if random.random() < 0.12:
        place, target = _link(random, files)
        links[place] = target
        told.append(f"{place} leads to {target}")
    for _ in range(random.choice((0, 0, 0, 1)) if links else random.choice((1, 1, 1, 2, 3))):
        path = random.choice(sorted(now))
        change = random.choices((content, _renamed, _gone, _copied, _empty), (30, 3, 1, 1, 1))[0]
        told.append(change(random, now, path))
    changes: dict[str, bytes | None] = {
        path: now.get(path) for path in sorted({*files, *now}) if files.get(path) != now.get(path)
    }
    return Mutation("; ".join(told), changes, links)


def _link(random: random.Random, files: Files) -> tuple[str, str]:
    """A link instead of a file, a folder or what runs make, or beside a file; and what it leads to."""
    path = random.choice(sorted(files))
    folder = random.choice([str(one) for one in Path(path).parents if str(one) != "."] or [path])
    beside = Path(path).with_name(random.choice(("x", "x.md", "x.yml", "x.png", "x.csv", "x.py"))).as_posix()
    place = random.choice((path, path, folder, folder, beside, random.choice(MADE), random.choice(MADE)))
    return place, random.choice((*LEADS_TO, place, random.choice(sorted(files))))


def content(random: random.Random, files: Files, path: str) -> str:
    sorts: dict[str, Sequence[Change]] = {
        ".md": (*_ANY, _front_matter, _front_matter, _text, _text, _text),
        ".yml": (*_ANY, _line, _line, _data, _data),
        ".csv": (*_ANY, _cell, _cell, _cell, _column),
        ".json": (*_ANY, _json, _json),
    }
    change = random.choice(sorts.get(Path(path).suffix, _PICTURE))
    files[path] = change(random, files[path])
    return f"{change.__name__} in {path}"


def _renamed(random: random.Random, files: Files, path: str) -> str:
    file = Path(path)
    end = random.choice((".MD", ".yaml", ".png", ".txt", "", ".en.md", ".csv"))
    name = random.choice((f"{random.choice(NAMES)}{file.suffix}", file.stem + end, file.name.upper()))
    elsewhere = Path(random.choice(sorted(files))).with_name(file.name)
    new = random.choice((file.with_name(name), elsewhere, file.parent / "x" / name)).as_posix()
    if any(other.startswith(f"{new}/") or new.startswith(f"{other}/") for other in files):
        return "nothing"
    files[new] = files.pop(path)
    return f"{path} renamed to {new!r}"


def _gone(_random: random.Random, files: Files, path: str) -> str:
    del files[path]
    return f"{path} is gone"


def _copied(random: random.Random, files: Files, path: str) -> str:
    other = random.choice([one for one in sorted(files) if Path(one).suffix == Path(path).suffix])
    files[other] = files[path]
    return f"{path} stands at {other} too"


def _empty(_random: random.Random, files: Files, path: str) -> str:
    files[path] = b""
    return f"{path} is empty"


# --- any file ----------------------------------------------------------------------------


def _cut(random: random.Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw) + 1)
    return raw[:start] + raw[start + random.choice((1, 1, 5, 50, len(raw))) :]


def _doubled(random: random.Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw) + 1)
    return (
        raw[:start]
        + raw[start : start + random.choice((1, 20, 400))] * random.choice((2, 2, 30))
        + raw[start:]
    )


def _byte(random: random.Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw) + 1)
    return raw[:start] + bytes([random.randrange(256)]) + raw[start + random.choice((0, 1)) :]


def _line_ends(random: random.Random, raw: bytes) -> bytes:
    return raw.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b" \n", b"", b"\x85")))


def _encoded(random: random.Random, raw: bytes) -> bytes:
    text = raw.decode("utf-8", "replace")
    return text.encode(random.choice(("utf-16", "cp1252", "utf-8-sig", "utf-7")), "replace")


def _digits(random: random.Random, raw: bytes) -> bytes:
    """Digits of another script."""
    text = raw.decode("utf-8", "replace")
    first = random.choice(("０", "٠", "०"))
    start = random.randrange(len(text) + 1)
    other = re.sub(
        "[0-9]", lambda digit: chr(ord(first) + int(digit[0])), text[start:], count=random.choice((1, 4, 20))
    )
    return (text[:start] + other).encode("utf-8", "replace")


def _lines_swapped(random: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


Change = Callable[[random.Random, bytes], bytes]
_ANY: tuple[Change, ...] = (_cut, _doubled, _byte, _line_ends, _encoded, _digits, _lines_swapped)


# --- YAML, Markdown, tables, JSON and pictures --------------------------------------------


def _line(random: random.Random, raw: bytes) -> bytes:
    """Another value, key or indent on one line."""
    lines = raw.decode("utf-8", "replace").split("\n")
    at = random.randrange(len(lines))
    key, colon, value = lines[at].partition(":")
    line, other = lines[at], f"{key}{colon} {random.choice(VALUES)}"
    lines[at] = random.choice(
        (
            other,
            other,
            other,
            f"{key}x{colon}{value}",
            f"  {line}",
            line.strip(),
            f"{line}\n{line}",
            f"{key}{value}",
            f"\t{line}",
            f"{line} # {value}",
            "",
        )
    )
    return "\n".join(lines).encode("utf-8", "replace")


def _data(random: random.Random, raw: bytes) -> bytes:
    """Another value anywhere in the data."""
    try:
        data = yaml.safe_load(raw)
    except (yaml.YAMLError, ValueError, RecursionError):
        return raw
    others = (
        None,
        True,
        0,
        -1,
        3.5,
        10**20,
        "",
        " ",
        "x" * 400,
        [],
        {},
        [[]],
        ["x"],
        {"x": 1},
        "９",
        "9999-12-31",
        "2026-02-30",
        "\u202ea",
        "a\x00",
    )
    changed = _changed(random, data, others)
    return yaml.safe_dump(changed, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def _changed(random: random.Random, data: Any, others: Sequence[Any]) -> Any:
    if isinstance(data, dict) and data and random.random() < 0.85:
        key = random.choice(list(data))
        if random.random() < 0.1:
            return {name: value for name, value in data.items() if name != key}
        return {**data, key: _changed(random, data[key], others)}
    if isinstance(data, list) and data and random.random() < 0.85:
        at = random.randrange(len(data))
        other = [*data[:at], _changed(random, data[at], others), *data[at + 1 :]]
        return random.choice((other, data[:at] + data[at + 1 :], [*data, data[at]]))
    return random.choice(others)


def _front_matter(random: random.Random, raw: bytes) -> bytes:
    head, line, body = raw.partition(b"\n---\n")
    return random.choice((_line, _line, _line, _lines_swapped))(random, head) + line + body


def _text(random: random.Random, raw: bytes) -> bytes:
    """Something put into the text itself."""
    text = raw.decode("utf-8", "replace")
    start = random.randrange(min(text.find("\n---\n") + 5, len(text)), len(text) + 1)
    put = random.choice(TEXTS) * random.choice((1, 1, 1, 3, 40))
    return (
        text[:start] + random.choice(("", "\n", "\n\n")) + put + random.choice(("", "\n\n")) + text[start:]
    ).encode("utf-8", "replace")


def _cell(random: random.Random, raw: bytes) -> bytes:
    lines = raw.decode("utf-8", "replace").split("\n")
    at = random.randrange(len(lines))
    cells = lines[at].split(",")
    cells[random.randrange(len(cells))] = random.choice(CELLS)
    lines[at] = ",".join(cells)
    return "\n".join(lines).encode("utf-8", "replace")


def _column(random: random.Random, raw: bytes) -> bytes:
    """A column more or less, another separator, quotation marks, or rows that come twice or not at all."""
    rows = [line.split(",") for line in raw.decode("utf-8", "replace").split("\n")]
    at = random.randrange(len(rows[0]))
    changed = random.choice(
        (
            [row[:at] + row[at + 1 :] for row in rows],
            [[*row, row[-1]] for row in rows],
            [rows[0], *rows],
            rows[:1],
            rows[1:],
            rows[:2],
            [row[::-1] for row in rows],
            [_quoted(row) for row in rows],
            rows * 3,
            [row * 60 for row in rows],
        )
    )
    separator = random.choice((",", ",", ";", "\t", ", "))
    return "\n".join(separator.join(row) for row in changed).encode("utf-8", "replace")


def _quoted(row: list[str]) -> list[str]:
    return [f'"{cell}"' for cell in row]


def _json(random: random.Random, raw: bytes) -> bytes:
    try:
        data = json.loads(raw)
    except ValueError:
        return raw
    others = (
        None,
        True,
        -1,
        1e300,
        "",
        "x",
        "url(http://evil.example/x)",
        [],
        {},
        [[]],
        {"field": "x"},
        {"expr": "datum.x"},
        {"expr": "["},
        "a\x00",
        "\u202e",
        "bar",
        "quantitative",
        "temporal",
        {"url": "http://evil.example/"},
        {"values": [{"a": 1}]},
        10**12,
    )
    return json.dumps(_changed(random, data, others), ensure_ascii=random.random() < 0.5).encode(
        "utf-8", "replace"
    )


def _other_format(random: random.Random, raw: bytes) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (5, 4)).save(
        made, random.choice(("EPS", "TIFF", "BMP", "GIF", "JPEG", "WEBP", "AVIF", "PDF", "ICO", "PNG"))
    )
    return made.getvalue()


def _sized(random: random.Random, raw: bytes) -> bytes:
    """Another width and height at the start of a PNG."""
    return raw[:16] + random.choice((0, 1, 13_300, 65_535, 2**31 - 1)).to_bytes(4, "big") * 2 + raw[24:]


_PICTURE: tuple[Change, ...] = (_cut, _byte, _byte, _doubled, _other_format, _sized)

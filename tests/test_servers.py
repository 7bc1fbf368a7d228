"""Configurations of web servers: what each would answer for every file, read back from what is written."""

from __future__ import annotations

import re
import shlex
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import shown
from nginx import nginx as served_by_nginx
from trendrapport.model.config import Config
from trendrapport.pipeline import Options, build, check
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.plugins import modules
from trendrapport.site import responses, servers
from trendrapport.site.responses import DRAWING, FIGURE, PAGE, SECURE, SORTS, Site
from trendrapport.site.servers import apache, caddy, nginx
from trendrapport.starters import new_report

Headers = dict[str, str]


def expected(path: str) -> Headers:
    """The headers of a path from the site's root, from the sorts themselves."""
    found = [sort for sort in SORTS if re.fullmatch(sort.pattern, path)]
    for other in found[1:]:
        assert other.headers.items() <= found[0].headers.items(), path
    return {**found[0].headers, **SECURE} if found else Site("/", secure=True, paths=frozenset()).page


def of_apache(text: str, path: str) -> Headers:
    """What Apache sets: what holds for all, and then each section that fits."""
    found: Headers = {}
    fits = True
    for line in map(str.strip, text.splitlines()):
        if opens := re.match(r'<If "%\{REQUEST_URI\} =~ m#(.*)#">$', line):
            fits = bool(re.search(opens[1], path))
        elif line == "</If>":
            fits = True
        elif line.startswith("Header always ") and fits:
            _, _, act, name, *value = shlex.split(line)
            found.pop(name, None)
            found |= {name: value[0]} if act == "set" else {}
    return found


def of_caddy(text: str, path: str) -> Headers:
    """What Caddy sets in its route, in order."""
    found: Headers = {}
    matchers: dict[str, bool] = {}
    for line in text.partition("handle_errors")[0].splitlines():
        word, *rest = shlex.split(line, posix=True) if '"' in line else line.split() or [""]
        if word.startswith("@") and rest[0] in {"path_regexp", "path"}:
            matchers[word] = (
                bool(re.search(rest[1], path))
                if rest[0] == "path_regexp"
                else path.endswith(rest[1].removeprefix("*"))
            )
        elif word == "header":
            if rest[0].startswith("@") and not matchers[rest.pop(0)]:
                continue
            found.pop(rest[0].removeprefix("-"), None)
            found |= {rest[0]: rest[1]} if len(rest) > 1 else {}
    found.pop("Content-Type", None)
    return found


def rules(text: str) -> dict[str, Headers]:
    """The rules of a `_headers` file."""
    found: dict[str, Headers] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            current = found.setdefault(line, {})
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            assert name not in current
            current[name] = value
    return found


def fitting(found: dict[str, Headers], path: str) -> list[Headers]:
    """The rules that fit a path: the same, or what begins like one that ends in a star."""
    return [
        headers
        for rule, headers in found.items()
        if path == rule or (rule.endswith("*") and path.startswith(rule[:-1]))
    ]


@pytest.fixture(scope="module")
def paths(site: Path) -> list[str]:
    return sorted(
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and file.name not in {".htaccess", "_headers"}
    )


def test_the_type_of_every_file_is_known(paths: list[str]) -> None:
    assert {path.rpartition(".")[2] for path in paths} <= responses.TYPES.keys()


def test_apache_and_caddy_say_the_same_as_the_sorts(site: Path, paths: list[str]) -> None:
    htaccess = (site / ".htaccess").read_text("utf-8")
    imported = (site.parent / "build/servers/caddy.conf").read_text("utf-8")
    for path in paths:
        assert of_apache(htaccess, f"/{path}") == expected(path), path
        assert of_caddy(imported, f"/{path}") == expected(path), path


def test_netlify_has_each_header_once_and_figures_alone_in_frames(site: Path, paths: list[str]) -> None:
    found = rules((site / "_headers").read_text("utf-8"))
    assert len(found) <= 100  # as many as Cloudflare Pages reads
    for path in paths:
        fits = fitting(found, f"/{path}")
        names = [name for headers in fits for name in headers]
        assert len(names) == len(set(names)), path
        whole = {name: value for headers in fits for name, value in headers.items()}
        wanted = expected(path)
        alike = (
            "X-Content-Type-Options",
            "Referrer-Policy",
            *SECURE,
            *(("Permissions-Policy", "X-Frame-Options") if path.endswith(".html") else ()),
        )
        assert {name: whole.get(name) for name in alike} == {name: wanted.get(name) for name in alike}, path
    figure, page = (
        fitting(found, f"/{path}") for path in ("figures/zonnestroom-gemeente.html", "2023/radar.html")
    )
    assert "frame-ancestors" not in figure[-1]["Content-Security-Policy"]
    assert (
        re.search("'sha256-[^']+'", DRAWING.headers["Content-Security-Policy"])[0]
        in figure[-1]["Content-Security-Policy"]
    )
    assert page[-1] == {
        name: expected("index.html")[name] for name in ("Content-Security-Policy", "X-Frame-Options")
    }
    assert fitting(found, "/sources") == fitting(found, "/sources.html"), (
        "these hosts show a page without the end of its name too"
    )
    assert fitting(found, "/") == fitting(found, "/index.html")


def test_folders_without_a_page_are_not_listed(site: Path) -> None:
    patterns = re.findall(r'RedirectMatch 404 "(.*)"', (site / ".htaccess").read_text("utf-8"))

    def missing(path: str) -> bool:
        return any(re.search(pattern, path) for pattern in patterns)

    folders = {
        folder.relative_to(site).as_posix(): (folder / "index.html").exists()
        for folder in site.rglob("*")
        if folder.is_dir()
    }
    assert {f"/{folder}/": not has for folder, has in folders.items()} == {
        f"/{folder}/": missing(f"/{folder}/") for folder in folders
    }
    assert all(map(missing, ["/.htaccess", "/_headers", "/.git/config", "/2023/.env"]))
    assert not any(
        map(missing, ["/", "/index.html", "/.well-known/security.txt", "/figures/zonnestroom-gemeente.html"])
    )


def settings_of(folder: Path, address: str) -> Config:
    path = folder / "site_config.yml"
    path.write_text(re.sub(r"(?m)^address: .*$", f"address: {address}", path.read_text("utf-8")), "utf-8")
    with Cache(folder / "build/cache.sqlite") as cache:
        return load(folder, cache)[0].config


@pytest.mark.parametrize(
    ("address", "base", "secure"),
    [
        ("https://trends.example.org", "/", True),
        ("https://example.org/over.ons/trends", "/over.ons/trends/", True),
        ("http://intranet.example.org/", "/", False),
        ("https://example.org/trénds/", "/tr%C3%A9nds/", True),
    ],
)
def test_the_address_says_where_and_how(sample: Path, address: str, base: str, secure: bool) -> None:
    made = responses.site(settings_of(sample, address), ["index.md", "figures/a.html"])
    assert (made.base, made.secure) == (base, secure)
    for module in modules(servers).values():
        text = module.configuration(made)
        assert ("Strict-Transport-Security" in text) is secure
        assert base in text or made.read in text
    read = unquote(base)
    assert (
        of_apache(apache.configuration(made), f"{read}figures/a.html")["Content-Security-Policy"]
        == FIGURE.headers["Content-Security-Policy"]
    )
    assert of_caddy(caddy.configuration(made), f"{read}2023/figures/a.html")["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["", "trends", "trénds", "trénds", "тренды/日本"])
def test_nginx_answers_with_every_header_at_any_path(config: Config, tmp_path: Path, path: str) -> None:
    address = f"https://example.org/{quote(path)}"
    made = responses.site(config.model_copy(update={"address": address}), ["index.md", "figures/a.html"])
    (tmp_path / "nginx").write_text(nginx.configuration(made), "utf-8")
    for name in ("index.html", "figures/a.html", "404.html"):
        file = tmp_path / "root" / path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    with served_by_nginx(tmp_path / "root", tmp_path / "nginx", tmp_path / "place") as host:
        for name, said in (("index.html", PAGE), ("figures/a.html", FIGURE.headers), ("none.html", PAGE)):
            with answered(f"{host}{made.base}{name}") as answer:
                assert answer.read().decode() == (name if name != "none.html" else "404.html")
                assert {header: answer.headers[header] for header in said} == dict(said)


@contextmanager
def answered(address: str) -> Iterator[Any]:
    """The answer at an address, also when it says that nothing is there."""
    try:
        answer = urllib.request.urlopen(address)
    except urllib.error.HTTPError as missing:
        answer = missing
    with answer:
        yield answer


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("settings") / "report"
    new_report.init(folder)
    return settings_of(folder, "https://example.org/x/")


@given(path=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_no_address_gets_a_meaning_in_a_configuration(config: Config, path: str) -> None:
    plain = responses.site(config, ["index.md"])
    made = responses.site(config.model_copy(update={"address": f"https://example.org/{path}"}), ["index.md"])
    assert re.fullmatch(r"/([A-Za-z0-9._~%-]+/)*", made.base)
    assert all(letter in "/-._~%" or unicodedata.category(letter)[0] in "LMN" for letter in made.read)
    for module in modules(servers).values():
        assert len(module.configuration(made).splitlines()) == len(module.configuration(plain).splitlines())


def test_only_the_servers_that_are_asked_for(sample: Path) -> None:
    assert build(sample, Options()).built
    assert {file.name for file in (sample / "build/servers").iterdir()} == {"caddy.conf", "nginx.conf"}
    path = sample / "site_config.yml"
    path.write_text(path.read_text("utf-8") + "\nservers: [nginx]\n", "utf-8")
    assert build(sample, Options()).built
    assert {file.name for file in (sample / "build/servers").iterdir()} == {"nginx.conf"}
    assert not {".htaccess", "_headers"} & {file.name for file in (sample / "site").iterdir()}


def test_a_server_that_is_not_known_is_told_at_its_place(sample: Path) -> None:
    path = sample / "site_config.yml"
    text = path.read_text("utf-8")
    path.write_text(text + "servers: [nginx, apach]\n", "utf-8")
    found = [one for one in check(sample).diagnostics if one.code == "unknown-server"]
    assert [shown(one) for one in found] == [
        f"site_config.yml:{len(text.splitlines()) + 1}:18 unknown-server"
    ]
    assert '"apache"' in found[0].fix.en


def test_a_file_for_a_server_that_went_missing_is_made_again(sample: Path) -> None:
    assert build(sample, Options()).built
    (sample / "site/.htaccess").unlink()
    assert build(sample, Options()).built
    assert (sample / "site/.htaccess").is_file()

"""Real nginx, Apache and Caddy, those that are installed, answer alike with what a build wrote for each."""

from __future__ import annotations

import gzip
import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from nginx import nginx
from real_servers import apache, caddy, has_apache, has_caddy
from trendrapport.pipeline import Options, build
from trendrapport.site.responses import FIGURE, PAGE
from trendrapport.starters import new_report

BASE = "over.ons/trends"
SERVERS = [
    "nginx",
    pytest.param("apache", marks=pytest.mark.skipif(not has_apache(), reason="Apache is not installed")),
    pytest.param("caddy", marks=pytest.mark.skipif(not has_caddy(), reason="Caddy is not installed")),
]


@pytest.fixture(scope="module")
def host() -> Iterator[Path]:
    """A host's folder with the sample's site below a path; readable for the user that Apache becomes."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        new_report.init(folder / "report")
        settings = folder / "report/site_config.yml"
        settings.write_text(
            re.sub(
                r"(?m)^address: .*$", f"address: https://example.org/{BASE}/", settings.read_text("utf-8")
            ),
            "utf-8",
        )
        assert build(folder / "report", Options(output=str(folder / "host" / BASE))).built
        yield folder / "host"


@pytest.fixture(scope="module", params=SERVERS)
def address(
    request: pytest.FixtureRequest, host: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    place, made = tmp_path_factory.mktemp(request.param), host.parent / "report/build/servers"
    served = {
        "nginx": lambda: nginx(host, made / "nginx.conf", place),
        "apache": lambda: apache(host, place),
        "caddy": lambda: caddy(host, made / "caddy.conf", place),
    }[request.param]
    with served() as at:
        yield at


def answer(address: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request(
        "GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    response = connection.getresponse()
    body = response.read()
    found = {name.lower(): value for name, value in response.getheaders()}
    connection.close()
    return response.status, found, body


@pytest.mark.parametrize("path", ["index.html", "assets/report.css", "figures/voorbeeld.svg", "feed.json"])
@pytest.mark.parametrize("form", ["identity", "gzip", "br, gzip"])
def test_a_second_visit_is_answered_without_a_body(address: str, path: str, form: str) -> None:
    status, found, body = answer(address, f"{BASE}/{path}", Accept_Encoding=form)
    assert status == 200
    assert body
    assert ("content-encoding" in found) is (form != "identity")
    again, told, nothing = answer(
        address, f"{BASE}/{path}", Accept_Encoding=form, If_None_Match=found["etag"]
    )
    assert (again, nothing) == (304, b"")
    assert told.get("cache-control") == found["cache-control"]
    other, _, whole = answer(address, f"{BASE}/{path}", Accept_Encoding=form, If_None_Match='"another"')
    assert (other, whole) == (200, body)


@pytest.mark.parametrize(
    "path", ["nergens.html", "diep/in/de/site/nergens.html", "404.html", "figures/", ".htaccess", "_headers"]
)
def test_what_is_missing_gets_the_sites_page(address: str, host: Path, path: str) -> None:
    page = (host / BASE / "404.html").read_bytes()
    status, found, body = answer(address, f"{BASE}/{path}")
    assert (status, body, found["content-type"]) == (404, page, "text/html; charset=utf-8")
    assert {name: found.get(name.lower()) for name in PAGE} == dict(PAGE)
    status, found, body = answer(address, f"{BASE}/{path}", Accept_Encoding="gzip")
    assert (status, found["content-encoding"]) == (404, "gzip")
    assert gzip.decompress(body) == page


def test_what_a_missing_page_loads_is_there(address: str, host: Path) -> None:
    page = (host / BASE / "404.html").read_text("utf-8")
    loaded = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]* (?:href|src)="([^"]*)"', page)
    assert loaded
    for path in loaded:
        assert path.startswith(f"/{BASE}/")
        assert answer(address, path.removeprefix("/"))[0] == 200, path


@pytest.mark.parametrize("path", [BASE, f"{BASE}/2026"])
def test_an_address_without_its_last_slash_leads_to_the_one_with_it(address: str, path: str) -> None:
    status, found, _ = answer(address, path)
    assert status in {301, 308}
    assert re.sub(r"^http://[^/]*", "", found["location"]) == f"/{path}/"
    status, found, body = answer(address, f"{path}/")
    assert (status, found["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"<h1" in body


def test_a_feed_is_told_to_be_one(address: str) -> None:
    for end, kind in (("json", "feed+json"), ("atom", "atom+xml"), ("rss", "rss+xml")):
        assert answer(address, f"{BASE}/feed.{end}")[1]["content-type"] == f"application/{kind}"


def test_figures_may_stand_elsewhere_and_the_rest_of_the_host_is_not_this_sites(address: str) -> None:
    assert (
        answer(address, f"{BASE}/figures/voorbeeld.html")[1]["content-security-policy"]
        == FIGURE.headers["Content-Security-Policy"]
    )
    assert "content-security-policy" not in answer(address, "elders.html")[1]


@pytest.mark.skipif(not has_apache(), reason="Apache is not installed")
def test_apache_follows_a_link_to_the_site(host: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """As docs/publishing.md has a new site take the place of the former one."""
    place = tmp_path_factory.mktemp("linked")
    (host / "site").symlink_to(BASE)
    with apache(host / "site", place) as at:
        assert answer(at, "index.html")[0] == 200

"""The really built report, served by real nginx with the configuration of its build, in a real Chromium:
headers, frames, nothing from elsewhere.
"""

from __future__ import annotations

import http.client
import json
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from nginx import nginx
from trendrapport.pages.browser import policy
from trendrapport.pipeline import Options, build
from trendrapport.site.responses import DRAWING, FIGURE, FONT, OPEN, PAGE, PART, SECURE

FIGURES = "figures/internet-nooit"
LISTEN = (
    "addEventListener('securitypolicyviolation', (event) => console.log('refused', "
    "event.violatedDirective, event.blockedURI, event.sample))"
)
COLLECT = (
    "const refused = []; addEventListener('securitypolicyviolation', (event) => "
    "refused.push(event.effectiveDirective))"
)
LISTENER = '<script src="listener.js"></script>'
STORED = (
    "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await "
    "indexedDB.databases()).map((one) => one.name)]"
)


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, site.parent / "build/servers/nginx.conf", tmp_path_factory.mktemp("nginx")) as at:
        yield at


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens a page; in the end the browser has said nothing, asked no other host and stored nothing."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    told: list[str] = []
    hosts: set[str] = set()

    def open_page(url: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: told.append(f"{page.url} {message.text}"))
        page.on("pageerror", lambda error: told.append(f"{page.url} {error}"))
        page.on(
            "response",
            lambda response: told.append(f"{page.url} {response.url}") if response.status >= 400 else None,
        )
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.goto(url)
        return page

    yield open_page
    cookies = context.cookies()
    context.close()
    assert told == []
    assert len(hosts) == 1
    assert cookies == []


def answer(address: str, path: str, **headers: str) -> tuple[int, dict[str, str]]:
    """Status and headers, by name; a header that comes twice has both values."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"))
    connection.request("GET", f"/{path}", headers=headers)
    response = connection.getresponse()
    response.read()
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        found[name] = f"{found[name]} AND {value}" if name in found else value
    return response.status, found


def types(site: Path) -> list[str]:
    """One page of each type: those in a folder of their own kind are of one type, whatever the edition.

    Not the page for what is missing, which is missing itself: `test_real_servers.py` has what it loads.
    """
    seen: dict[str, str] = {}
    for file in sorted(set(site.rglob("*.html")) - {site / "404.html"}):
        path = file.relative_to(site).as_posix()
        folder, _, name = path.rpartition("/")
        own = name if not folder or re.fullmatch(r"\d{4}", folder) or name == "index.html" else ""
        seen.setdefault(f"{re.sub('[0-9]{4}', 'edition', folder)}/{re.sub('[0-9]{4}', 'edition', own)}", path)
    return list(seen.values())


def test_browsing_tells_nothing_and_asks_nothing_elsewhere(
    site: Path, address: str, opened: Callable[[str], Page]
) -> None:
    page = opened(address)
    paths = types(site)
    assert len(paths) > 20
    for path in [*paths, f"{FIGURES}.svg"]:
        page.goto(f"{address}/{path}")
        assert page.evaluate("document.styleSheets.length") > 0, path
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.goto(address)
    assert page.evaluate(STORED) == []


def test_what_a_reader_asks_for_works_under_the_policy(address: str, opened: Callable[[str], Page]) -> None:
    page = opened(f"{address}/{FIGURES}.html")
    page.get_by_role("button", name="Verken deze grafiek").click()
    page.locator(".explorer .count", has_text=re.compile(r"\d")).wait_for()
    assert page.locator(".explorer svg.marks path[aria-label]").count() > 10
    page.get_by_text("De cijfers als tabel").click()
    page.locator(".data th button").first.click()
    assert page.locator(".data th[aria-sort]").count() == 1
    assert page.evaluate(STORED) == []
    page.goto(f"{address}/municipality.html?gemeente=GM0344")
    page.get_by_text(
        "In Utrecht is het verzonnen aandeel 27,2"
    ).first.wait_for()  # a script with data, loaded from the site
    assert page.evaluate(STORED) == []
    page.locator(".own .keep:visible").first.click()
    assert page.evaluate(STORED) == ["gemeente"]  # only what a reader asked to keep


HTML = "text/html; charset=utf-8"
ANSWERS = {
    "": (PAGE, HTML),
    "2023/index.html": (PAGE, HTML),
    f"{FIGURES}.html": (FIGURE.headers, HTML),
    f"{FIGURES}.svg": (DRAWING.headers, "image/svg+xml"),
    "sitemap.xml": (DRAWING.headers, "application/xml"),
    f"{FIGURES}.png": (OPEN.headers, "image/png"),
    f"{FIGURES}.zip": (OPEN.headers, "application/zip"),
    "feed.json": (OPEN.headers, "application/feed+json"),
    "feed.atom": (DRAWING.headers, "application/atom+xml"),
    "charts/data/internet_leeftijd.csv": (OPEN.headers, "text/csv; charset=utf-8"),
    "assets/report.css": (PART.headers, "text/css; charset=utf-8"),
    "assets/report.js": (PART.headers, "text/javascript; charset=utf-8"),
    "assets/fonts/source-sans-regular.woff2": (FONT.headers, "font/woff2"),
}


@pytest.mark.parametrize("path", ANSWERS)
def test_each_sort_has_its_headers(address: str, path: str) -> None:
    expected, kind = ANSWERS[path]
    status, found = answer(address, path)
    assert status == 200
    assert found["Content-Type"] == kind
    names = {*PAGE, *SECURE, "Access-Control-Allow-Origin"} & found.keys()
    assert {name: found[name] for name in names} == {**expected, **SECURE}
    assert found["Server"] == "nginx"
    again, _ = answer(address, path, **{"If-None-Match": found["ETag"]})
    assert again == 304


@pytest.mark.parametrize(
    "path",
    [
        "nergens.html",
        "404.html",
        "figures/nergens.html",
        "figures/nergens.svg",
        "charts/data/nergens.csv",
        "figures/",
        "assets/",
        ".htaccess",
        "_headers",
        ".git/config",
        "2023/.env",
        ".well-known/nergens",
    ],
)
def test_what_is_missing_or_a_servers_own_gets_the_sites_page(address: str, path: str) -> None:
    status, found = answer(address, path)
    assert status == 404
    assert found["Content-Type"] == "text/html; charset=utf-8"
    assert {name: found.get(name) for name in (*PAGE, *SECURE)} == {**PAGE, **SECURE}
    assert "Access-Control-Allow-Origin" not in found


def test_text_is_compressed_and_a_folder_leads_to_its_page(address: str) -> None:
    for path in ("index.html", "assets/report.css", f"{FIGURES}.svg", "charts/data/internet_leeftijd.csv"):
        _, found = answer(address, path, **{"Accept-Encoding": "gzip"})
        assert (found["Content-Encoding"], found["Vary"]) == ("gzip", "Accept-Encoding"), path
    status, found = answer(address, "2023")
    assert (status, found["Location"]) == (301, "/2023/")  # also right behind a proxy


def test_a_site_below_a_path_of_a_host(sample: Path, tmp_path: Path) -> None:
    settings = sample / "site_config.yml"
    text = re.sub(
        r"(?m)^address: .*$", "address: https://example.org/over.ons/trends/", settings.read_text("utf-8")
    )
    settings.write_text(f"{text}security: {{email: verzonnen@example.org, expires: 2099-01-01}}\n", "utf-8")
    folder = tmp_path / "host/over.ons/trends"
    assert build(sample, Options(output=str(folder))).built
    with nginx(tmp_path / "host", sample / "build/servers/nginx.conf", tmp_path / "nginx") as at:
        for path, status, headers in (
            ("", 200, PAGE),
            ("figures/voorbeeld.html", 200, FIGURE.headers),
            ("nergens.html", 404, PAGE),
        ):
            found, told = answer(at, f"over.ons/trends/{path}")
            assert (found, told["Content-Security-Policy"]) == (status, headers["Content-Security-Policy"])
        found, told = answer(at, "over.ons/trends/.well-known/security.txt")
        assert (found, told["Content-Type"]) == (200, "text/plain; charset=utf-8")  # RFC 9116, 3
        assert "Content-Security-Policy" not in answer(at, "elders.html")[1], (
            "the rest of the host is not this site's"
        )


@pytest.fixture
def frames(address: str, tmp_path: Path) -> Path:
    """A folder with a page that has frames of this site, one of them without an origin."""
    framed = [
        ("figure", f"{FIGURES}.html", ""),
        ("page", "2023/index.html", ""),
        ("drawing", f"{FIGURES}.svg", ""),
        ("closed", f"{FIGURES}.html", ' sandbox="allow-scripts"'),
    ]
    shown = "".join(
        f'<iframe name="{name}" src="{address}/{path}"{more}></iframe>' for name, path, more in framed
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Elders</title>{shown}", "utf-8")
    return tmp_path


@pytest.fixture
def elsewhere(frames: Path) -> Iterator[str]:
    """The address of another site with that page."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(frames))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("from_folder", [False, True])
def test_only_figures_stand_in_frames_elsewhere(
    frames: Path, elsewhere: str, browser: Browser, from_folder: bool
) -> None:
    page = browser.new_page()
    page.goto((frames / "index.html").as_uri() if from_folder else elsewhere)
    page.wait_for_load_state("networkidle")
    for name in ("figure", "closed"):
        frame = page.frame(name)
        assert frame
        assert frame.locator("h1").inner_text()
        assert frame.locator("svg.chart[role=application]:visible").count() == 1  # its script ran
        assert "Report Serif" in frame.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert frame.evaluate("[...document.fonts].filter((font) => font.status === 'loaded').length") > 0
    drawing = page.frame("drawing")
    assert drawing
    assert drawing.locator("svg.chart").count() == 1
    refused = page.frame("page")
    assert refused
    assert refused.url.startswith("chrome-error:")
    page.close()


def test_open_data_is_readable_from_other_sites(address: str, elsewhere: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(elsewhere)
    ask = "(url) => fetch(url).then((answer) => answer.text(), () => null)"
    assert page.evaluate(ask, f"{address}/charts/data/internet_leeftijd.csv")
    assert json.loads(page.evaluate(ask, f"{address}/feed.json"))
    assert page.evaluate(ask, f"{address}/index.html") is None
    page.close()


TRIES = {
    "markup": "document.body.innerHTML = '<b>x</b>'",
    "foreign script": "document.createElement('script').src = 'https://example.org/x.js'",
    "data as script": "document.createElement('script').src = 'data:text/javascript,1'",
    "code": "new Function('return 1')()",
    "document": "document.write('x')",
}


@pytest.mark.parametrize("attempt", TRIES)
def test_text_never_becomes_markup_or_code(address: str, browser: Browser, attempt: str) -> None:
    page = browser.new_page()
    page.goto(address)
    # Not at once: what is evaluated for a test may do more than a page may.
    tried = f"try {{ {TRIES[attempt]}; done('done'); }} catch (error) {{ done(error.name); }}"
    outcome = page.evaluate(f"() => new Promise((done) => setTimeout(() => {{ {tried} }}, 0))")
    assert outcome in {"TypeError", "EvalError"}
    page.close()


INSIDE = {
    '<script>document.title = "ran"</script>': ["script-src-elem"],
    "<style>body { color: red }</style>": ["style-src-elem"],
    '<p style="color: red" onclick="document.title = 1">x</p>': ["style-src-attr", "script-src-attr"],
    '<script type="application/ld+json">{"@type": "Report"}</script>': [],
}


@pytest.mark.parametrize("markup", INSIDE)
def test_a_page_itself_refuses_what_stands_in_it_but_not_data(
    site: Path, browser: Browser, tmp_path: Path, markup: str
) -> None:
    """Where no server sends headers, in a folder or on a bare host, the page itself has the policy."""
    html = (site / "index.html").read_text("utf-8").replace("</title>", f"</title>{LISTENER}{markup}", 1)
    (tmp_path / "index.html").write_text(html, "utf-8")
    (tmp_path / "listener.js").write_text(COLLECT)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert page.title() != "ran"
    page.locator("p").first.dispatch_event("click")  # some versions of Chromium refuse a handler only now
    assert page.evaluate("refused") == INSIDE[markup]
    assert page.title() != "1"
    page.close()


class Inside(HTMLParser):
    """What a policy without `unsafe-*` would refuse in a page, and what its head has before the policy."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.refused: list[str] = []
        self.policy: str | None = None
        self.loaded_before = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.refused += [f"<{tag} {name}>" for name in values if name == "style" or name.startswith("on")]
        self.refused += [
            f"<{tag} {name}={value}>"
            for name, value in values.items()
            if (value or "").strip().lower().startswith("javascript:")
        ]
        data = values.get("type") == "application/ld+json"
        if tag in {"style", "base", "iframe", "object", "embed"} or (
            tag == "script" and "src" not in values and not data
        ):
            self.refused.append(f"<{tag}>")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        self.loaded_before |= self.policy is None and tag in {"link", "script", "img", "svg"}


def test_every_page_has_the_policy_first_and_nothing_that_it_refuses(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    for file in pages:
        found = Inside(file.read_text("utf-8"))
        assert (found.refused, found.policy, found.loaded_before) == ([], policy.WITHIN, False), file.name


def test_a_policy_has_nothing_unsafe() -> None:
    for one in (policy.WITHIN, policy.ALONE, DRAWING.headers["Content-Security-Policy"]):
        assert one.startswith("default-src 'none'; ")
        assert not re.search(r"unsafe|http|\*|data:|blob:", one)

"""What comes of asking for an address, of a server on this computer that fails in every way."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from links.failing_server import Server, serving
from trendrapport.fetching import fragments, reaching
from trendrapport.fetching.reaching import Courtesy, Prober, Reach, Reached
from trendrapport.fetching.rounds import reach_all

QUICK = Courtesy(connect=5, silence=0.3, page=0.3, stuck=1, pause=0.001, longest_pause=1, attempts=2)


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is asked which hosts there are."""
    monkeypatch.setattr(socket, "getaddrinfo", resolved)


def resolved(host: str, *rest: object) -> list[object]:
    if host == "127.0.0.1":
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (host, rest[0]))]
    raise socket.gaierror(socket.EAI_AGAIN if host.startswith("soms") else socket.EAI_NONAME, "verzonnen")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def reached(address: str) -> Reached:
    return Prober(QUICK).reached(address)


@pytest.mark.parametrize(
    ("path", "reach", "status"),
    [
        ("/goed", Reach.FOUND, 200),
        ("/bestaat-niet", Reach.GONE, 404),
        ("/weg", Reach.GONE, 410),
        ("/login", Reach.CLOSED, 401),
        ("/verboden", Reach.CLOSED, 403),
        ("/vreemd", Reach.CLOSED, 418),
        ("/te-vaak", Reach.CLOSED, 429),
        ("/even-te-vaak", Reach.FOUND, 200),
        ("/rare-wachttijd", Reach.CLOSED, 429),
        ("/straks", Reach.FOUND, 200),
        ("/kapot", Reach.FAILED, 500),
        ("/even-kapot", Reach.FOUND, 200),
        ("/geen-head", Reach.FOUND, 200),
        ("/head-zegt-weg", Reach.FOUND, 200),
        ("/head-breekt-af", Reach.FOUND, 200),
        ("/afgebroken", Reach.FAILED, 0),
        ("/half", Reach.FOUND, 200),
        ("/half#kop", Reach.FAILED, 0),
        ("/stil", Reach.SLOW, 0),
        ("/onzin", Reach.FAILED, 0),
        ("/kapotte-gzip#kop", Reach.FAILED, 0),
        ("/tijdelijk", Reach.FOUND, 200),
        ("/naar-weg", Reach.GONE, 410),
        ("/naar-bestand", Reach.CLOSED, 301),
        ("/naar-zichzelf", Reach.CLOSED, 301),
        ("/naar-onbekend", Reach.NO_HOST, 0),
        ("/rond", Reach.CLOSED, 302),
        ("/om-en-om", Reach.CLOSED, 302),
    ],
)
def test_what_comes_of_asking(server: Server, path: str, reach: Reach, status: int) -> None:
    found = reached(f"{server.root}{path}")
    assert (found.reach, found.status, found.moved) == (reach, status, "")


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("/verhuisd", "/goed"),
        ("/verhuisd-308", "/goed"),
        ("/via-tijdelijk", "/tijdelijk"),
        ("/naar-voorpagina", "/"),
        ("/naar-kop", "/goed#kop"),
        ("/naar-vraag", "/goed?sessie=1"),
    ],
)
def test_only_what_is_for_good_has_a_new_address(server: Server, path: str, moved: str) -> None:
    assert reached(f"{server.root}{path}").moved == f"{server.root}{moved}"


@pytest.mark.parametrize(
    ("fragment", "lacks"),
    [
        ("kop", False),
        ("oud", False),
        ("één", False),
        ("%C3%A9%C3%A9n", False),
        ("weg", True),
        ("top", False),
        ("/CBS/nl", False),
        (":~:text=Kop", False),
    ],
)
def test_a_part_of_a_page(server: Server, fragment: str, lacks: bool) -> None:
    assert reached(f"{server.root}/goed#{fragment}").lacks_fragment == lacks
    assert reached(f"{server.root}/verhuisd#{fragment}").lacks_fragment == lacks


@pytest.mark.parametrize("path", ["/groot#weg", "/druppelende-pagina#weg"])
def test_a_page_that_is_not_read_to_its_end_lacks_nothing(server: Server, path: str) -> None:
    assert reached(f"{server.root}{path}") == Reached(Reach.FOUND, "127.0.0.1", 200)


def test_head_is_enough_for_a_whole_page() -> None:
    with serving() as server:
        reached(f"{server.root}/goed")
        reached(f"{server.root}/geen-head")
        assert server.asked == [("HEAD", "/goed"), ("HEAD", "/geen-head"), ("GET", "/geen-head")]
        assert server.agents == {reaching.AGENT}


def test_a_name_that_nobody_has() -> None:
    assert reached("http://bestaat-niet.invalid/x").reach is Reach.NO_HOST
    assert reached("http://a..nl/x").reach is Reach.NO_HOST
    assert reached("http://soms-niet.invalid/x").reach is Reach.FAILED


def test_a_port_on_which_nobody_listens() -> None:
    with serving() as server:
        root = server.root
    assert reached(f"{root}/x") == Reached(Reach.FAILED, "127.0.0.1")


def test_a_certificate_that_nobody_knows(tmp_path: Path) -> None:
    place = tmp_path / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "1",
         "-keyout", tmp_path / "key.pem", "-out", tmp_path / "certificate.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    place.write_bytes((tmp_path / "key.pem").read_bytes() + (tmp_path / "certificate.pem").read_bytes())
    with serving(place) as server:
        assert reached(server.root.replace("http:", "https:")).reach is Reach.CERTIFICATE


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/goed", Reached(Reach.FOUND, "127.0.0.1", 200)),
        ("/verhuisd", Reached(Reach.FOUND, "127.0.0.1", 200)),
        ("/bestaat-niet", Reached(Reach.CLOSED, "127.0.0.1", 404)),
        ("/kapot", Reached(Reach.CLOSED, "127.0.0.1", 500)),
    ],
)
def test_a_resolver_is_never_dead(
    server: Server, monkeypatch: pytest.MonkeyPatch, path: str, expected: Reached
) -> None:
    monkeypatch.setattr(reaching, "RESOLVERS", frozenset({"127.0.0.1"}))
    assert reached(f"{server.root}{path}") == expected


def test_a_resolver_is_asked_and_not_the_publisher(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "RESOLVERS", frozenset({"127.0.0.1"}))
    assert reached(f"{server.root}/naar-onbekend") == Reached(Reach.FOUND, "127.0.0.1", 301)


def test_many_addresses_few_at_once() -> None:
    with serving() as server:
        told: list[tuple[int, int]] = []
        addresses = [f"{server.root}/goed?{number}" for number in range(20)]
        found = reach_all([*addresses, addresses[0]], lambda done, of: told.append((done, of)), QUICK)
        assert list(found) != [] and set(found) == set(addresses)
        assert {one.reach for one in found.values()} == {Reach.FOUND}
        assert told == [(number, 20) for number in range(1, 21)]
        assert server.most_busy <= QUICK.at_once
        assert len(server.asked) == 20


def test_a_host_that_says_too_often_is_left_alone() -> None:
    with serving() as server:
        found = reach_all([f"{server.root}/te-vaak?{number}" for number in range(20)], courtesy=QUICK)
        assert {one.reach for one in found.values()} == {Reach.CLOSED}
        assert len(server.asked) == QUICK.at_once


def test_a_host_without_answers_is_not_asked_for_all() -> None:
    with serving() as server:
        addresses = [f"{server.root}/afgebroken?{number}" for number in range(20)]
        found = reach_all([*addresses, f"{server.root}/goed"], courtesy=QUICK)
        assert {found[address].reach for address in addresses} == {Reach.FAILED}
        assert len({path for _, path in server.asked}) <= 2 * QUICK.at_once


def test_dead_pages_do_not_keep_the_others_from_being_asked_for() -> None:
    with serving() as server:
        addresses = [f"{server.root}/weg?{number}" for number in range(8)]
        found = reach_all([*addresses, f"{server.root}/goed"], courtesy=QUICK)
        assert [one.reach for one in found.values()].count(Reach.GONE) == 8
        assert found[f"{server.root}/goed"].reach is Reach.FOUND


def test_a_server_that_never_ends_its_heading_ends_the_round() -> None:
    with serving() as server, serving() as other:
        found = reach_all([f"{server.root}/druppels", f"{other.root}/goed"], courtesy=QUICK)
        assert [found[one].reach for one in sorted(found, key=lambda one: "goed" in one)] == [
            Reach.SLOW,
            Reach.FOUND,
        ]


def test_an_interrupt_ends_the_round_at_once() -> None:
    def interrupt(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with serving() as server:
        addresses = [f"{server.root}/goed?{number}" for number in range(200)]
        with pytest.raises(KeyboardInterrupt):
            reach_all(addresses, interrupt, QUICK)
        server.released.wait(0.3)
        assert len(server.asked) < 200


def test_a_mistake_of_ours_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_raw: bytes) -> set[str]:
        raise IndexError

    monkeypatch.setattr(reaching, "names_in", fail)
    with serving() as server, pytest.raises(IndexError):
        reach_all([f"{server.root}/goed#kop"], courtesy=QUICK)
    assert threading.active_count() < 50
    assert fragments.names_in(b"<p id=a><a name=b>") == {"a", "b"}

"""The web addresses of a report, asked for, with what earlier runs learned of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.fetching.reaching import USUAL, Courtesy, Reach, Reached, host_of
from trendrapport.fetching.rounds import reach_all
from trendrapport.links.findings import moved_to
from trendrapport.links.written import written
from trendrapport.pipeline.results import WORK
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache, with_store

Answers = Mapping[str, Reached]
"""What came of asking for each address."""

_STORE = "links.sqlite"
_DAYS = {Reach.FOUND: 7, Reach.CLOSED: 3}
"""For how many days an answer is kept; one that tells of something wrong is not, as it may be mended."""
_NO_NETWORK = Text(
    nl="Geen enkele site is bereikbaar. Controleer de verbinding met internet.",
    en="No site can be reached. Check the connection to the internet.",
)


def ask(
    root: Path,
    tell: Tell = silent,
    work: str = WORK,
    progress: Callable[[int, int], None] = lambda done, of: None,
    courtesy: Courtesy = USUAL,
) -> Answers:
    """Asks for every address in a report that was not found in the days before.

    Raises CannotRunError if no site at all can be reached, and where a check does.
    """
    folder = work_folder(root, work)
    with alone_in(folder, tell):
        addresses = with_store_in(folder, partial(_addresses, root), tell)
    day = datetime.now(UTC).date()
    known = with_store(folder / _STORE, partial(_known, addresses, day))
    new = [address for address in addresses if address not in known]
    asked = reach_all(new, progress, courtesy)
    _expect_network(asked, known, courtesy)
    with_store(folder / _STORE, partial(_keep, known, asked, day))
    return _with_new_places({**known, **asked})


def _addresses(root: Path, cache: Cache) -> list[str]:
    report, _ = load(root, cache)
    return list(dict.fromkeys(one.address for one in written(report)))


def _known(addresses: Iterable[str], day: date, store: Cache) -> dict[str, Reached]:
    """What is kept of these addresses, and not too old."""
    found: dict[str, Reached] = {}
    for address in addresses:
        kept = json.loads(store.get(address) or b"null")
        if not kept:
            continue
        reached = Reached(**kept["reached"] | {"reach": Reach(kept["reached"]["reach"])})
        if (day - date.fromisoformat(kept["day"])).days < _DAYS.get(reached.reach, 0):
            found[address] = reached
    return found


def _keep(known: Answers, asked: Answers, day: date, store: Cache) -> None:
    """Keeps what was learned, and forgets addresses that are in the report no longer."""
    for address in known:
        store.get(address)
    for address, reached in asked.items():
        if reached.reach in _DAYS:
            store.put(address, json.dumps({"day": day.isoformat(), "reached": asdict(reached)}).encode())
    store.forget_unused()


def _expect_network(asked: Answers, known: Answers, courtesy: Courtesy) -> None:
    """Raises CannotRunError if it is not the sites but the network that gives no answer."""
    if any(reached.has_answer for reached in asked.values()):
        return
    hosts = {host_of(address) for address in asked}
    proof = next((address for address, reached in known.items() if reached.reach is Reach.FOUND), "")
    # A single site without an answer says nothing yet: one that was found before may tell.
    if proof and hosts:
        has_network = reach_all([proof], courtesy=courtesy)[proof].has_answer
    else:
        has_network = len(hosts) < 2
    if not has_network:
        raise CannotRunError(_NO_NETWORK)


def _with_new_places(answers: Answers) -> Answers:
    """The same with the addresses to which others moved, which are found there."""
    moved = {moved_to(address, reached): reached for address, reached in answers.items() if reached.moved}
    found = {address: Reached(Reach.FOUND, one.host, one.status) for address, one in moved.items()}
    return {**found, **answers}

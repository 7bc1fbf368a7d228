"""Many addresses to what comes of asking for each: many hosts at the same time, and few addresses of one."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from urllib.parse import urlsplit

from trendrapport.fetching.reaching import USUAL, Courtesy, Prober, Reach, Reached, host_of

_TOO_OFTEN = 429
_ENOUGH = 2
"""The failures of a host in a row after which no more is asked of it."""

Answer = tuple[str, Reached]
Lane = Sequence[str]
"""Addresses of one host that are asked for one after another."""


def reach_all(
    addresses: Iterable[str],
    tell: Callable[[int, int], None] = lambda done, of: None,
    courtesy: Courtesy = USUAL,
) -> dict[str, Reached]:
    """What comes of asking for each of these web addresses; `tell` hears how many are done, of how many.

    Raises CannotRunError without the library for it.
    """
    asked = list(dict.fromkeys(addresses))
    round_ = _Round(Prober(courtesy), _lanes(asked, courtesy.at_once))
    found: dict[str, Reached] = {}
    try:
        round_.start(courtesy.hosts_at_once)
        while len(found) < len(asked):
            address, reached = round_.answer(courtesy.stuck)
            found[address] = reached
            tell(len(found), len(asked))
    except Empty:
        for address in asked:
            found.setdefault(address, Reached(Reach.SLOW, host_of(address)))
    finally:
        round_.stop()
    return found


def _lanes(addresses: Iterable[str], at_once: int) -> list[Lane]:
    """The addresses of each host, dealt out over as many lanes as it is asked by at the same time."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    lanes: list[Lane] = []
    for same in hosts.values():
        lanes += [same[first::at_once] for first in range(min(at_once, len(same)))]
    # The longest first: the last one to end is then not begun last.
    return sorted(lanes, key=len, reverse=True)


class _Round:
    """Threads that each take a lane, and then the next.

    They do not keep the command from ending: a server can let one wait without end.
    """

    def __init__(self, prober: Prober, lanes: Iterable[Lane]) -> None:
        self._prober = prober
        self._lanes = deque(lanes)
        self._answers: SimpleQueue[Answer | Exception] = SimpleQueue()

    def start(self, threads: int) -> None:
        """Begins to ask."""
        for _ in range(min(threads, len(self._lanes))):
            threading.Thread(target=self._work, daemon=True).start()

    def answer(self, within: float) -> Answer:
        """The next answer. Raises Empty if there is none within so many seconds."""
        found = self._answers.get(timeout=within)
        if isinstance(found, Exception):
            raise found
        return found

    def stop(self) -> None:
        """Ends all waiting, and asks for nothing more."""
        self._lanes.clear()
        self._prober.stopped.set()

    def _work(self) -> None:
        try:
            while lane := self._next_lane():
                self._go_along(lane)
        except Exception as error:  # noqa: BLE001 - it is raised where answers are waited for
            self._answers.put(error)

    def _next_lane(self) -> Lane:
        """A lane that no thread took yet; empty if there is none."""
        with suppress(IndexError):
            return self._lanes.popleft()
        return ()

    def _go_along(self, lane: Lane) -> None:
        """Asks for one address after another, as long as the host does not refuse them all."""
        failures = 0
        for number, address in enumerate(lane):
            if number and self._prober.stopped.wait(self._prober.courtesy.pause):
                return
            found = self._prober.reached(address)
            self._answers.put((address, found))
            failures = failures + 1 if _is_of_host(found, address) else 0
            if failures >= _ENOUGH or (failures and _is_final(found)):
                self._say_the_same(lane[number + 1 :], found)
                return

    def _say_the_same(self, rest: Lane, found: Reached) -> None:
        for address in rest:
            self._answers.put((address, replace(found, moved="", lacks_fragment=False)))


def _is_of_host(found: Reached, address: str) -> bool:
    """Whether it would be the same for any address of the host."""
    if found.host != host_of(address):
        return False
    return not found.has_answer or found.status == _TOO_OFTEN or found.reach is Reach.CERTIFICATE


def _is_final(found: Reached) -> bool:
    """Whether asking the host again makes no sense now."""
    return found.reach is Reach.NO_HOST or found.status == _TOO_OFTEN

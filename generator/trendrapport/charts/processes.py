"""Processes that work for this one; what happens to a process is told of the piece of work that it was doing.

Python's own pool fails as a whole when one process ends, and waits for ever for one that is never done.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from trendrapport import garbage

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

TIME_LIMIT = 60.0
"""Seconds after which a piece of work, which takes a fraction of one, is taken never to be done."""

Made = TypeVar("Made")

class WorkEndedError(Exception):
    """The work ended its process, or the system did so because of it."""


class WorkTooLongError(Exception):
    """The work was not done within the time limit, in seconds."""


class Processes:
    """So many processes that start at once, warm up, and stay until they are ended."""

    def __init__(self, count: int, warm_up: Callable[[], None]) -> None:
        self._all = [_Process(warm_up) for _ in range(count)]
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        for process in self._all:
            self._idle.put(process)
        # As many again may come to help.
        self._threads = ThreadPoolExecutor(2 * count)
        self._left: set[Future[Any]] = set()

    def submit(self, function: Callable[..., Made], *arguments: object) -> Future[Made]:
        """Has a function of a module called elsewhere; its result can be waited for, and raises what it raised there.

        Raises WorkEndedError or WorkTooLongError when nothing came back. The others do their work all the same.
        """
        piece = self._threads.submit(self._done, function, arguments)
        self._left.add(piece)
        piece.add_done_callback(self._left.discard)
        return piece

    def _done(self, function: Callable[..., Made], arguments: tuple[object, ...]) -> Made:
        process = self._idle.get()
        try:
            made: Made = process.do(function, arguments)
            return made
        finally:
            self._idle.put(process)

    def helped_by(self, others: Processes) -> None:
        """Has those of another sort do this one's work too, once they have none of their own; they stay with both."""
        for process in others._all:
            if not others._left and process not in self._all:
                self._all.append(process)
                self._idle.put(process)

    def end(self) -> None:
        """Ends them at once, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._all:
            process.end()


class _Process:
    """One process, which is started again after it has ended."""

    def __init__(self, warm_up: Callable[[], None]) -> None:
        self._warm_up = warm_up
        self._starting, self._working = threading.Lock(), threading.Lock()
        self._wanted = True
        self._start()

    def _start(self) -> None:
        with self._starting:
            if not self._wanted:
                raise WorkEndedError
            context = _context()
            self._here, there = context.Pipe()
            self._process = context.Process(target=_work, args=(there, self._warm_up), daemon=True)
            with _out_of_reach():
                self._process.start()
            there.close()
            self._warm = False

    def do(self, function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:  # noqa: ANN401
        with self._working:
            if not self._process.is_alive():
                self._start()
            try:
                made, error = self._answer((function, arguments))
            except (WorkEndedError, WorkTooLongError):
                self._kill()
                raise
        if error:
            raise error
        return made

    def _answer(self, asked: object) -> tuple[Any, Exception | None]:
        try:
            if not self._warm:
                self._warm = self._here.recv()
            self._here.send(asked)
            if not self._here.poll(TIME_LIMIT):
                raise WorkTooLongError(TIME_LIMIT)
            answer: tuple[Any, Exception | None] = self._here.recv()
            return answer
        except (EOFError, OSError) as error:
            raise WorkEndedError from error

    def _kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._here.close()

    def end(self) -> None:
        with self._starting:
            self._wanted = False
            self._process.kill()


def _context() -> ForkContext | SpawnContext:
    """How a process starts: afresh, which is safe on every system and beside threads; on Linux, while there are none, as a fork.

    That spares loading Python and what this process has loaded, which for three processes is a twentieth of a small build.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


@contextmanager
def _out_of_reach() -> Iterator[None]:
    """Keeps the interrupt key, which reaches every process of a terminal, from one that starts: who started it hears it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(there: Connection, warm_up: Callable[[], None]) -> None:
    """What a process does: one piece after another, until nobody asks for more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What is printed is for a person, not part of what the command answers.
    with suppress(OSError):
        os.dup2(2, 1)
    sys.stdout = sys.stderr
    garbage.seldom()
    with suppress(Exception):  # the first piece of work meets the same, and tells it
        warm_up()
    with suppress(EOFError, OSError):
        there.send(True)
        while True:
            there.send(_outcome(*there.recv()))


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _outcome(function: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[Any, Exception | None]:
    try:
        return function(*arguments), None
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where the work was asked for
        return None, _portable(error)


def _portable(error: BaseException) -> Exception:
    """The same error, or what it says when it cannot pass from one process to another."""
    with suppress(Exception):
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
        if isinstance(copy, Exception):
            return copy
    return RuntimeError(f"{type(error).__name__}: {error}")

"""Processes that work for this one; a crash or a hang is reported for the task that caused it.

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
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from trendrapport.runtime import garbage
from trendrapport.runtime.interrupt import SIGNALS

TIME_LIMIT = 60.0
"""Seconds after which a task, which takes a fraction of one, is taken for a hang."""

Made = TypeVar("Made")


class WorkEndedError(Exception):
    """The task ended its process, or the system did so because of it."""


class WorkTooLongError(Exception):
    """The task was not done within the time limit, in seconds."""


class Processes:
    """A number of processes that start at once, warm up, and stay until they are ended."""

    def __init__(self, count: int, warm_up: Callable[[], None]) -> None:
        self._all = [_Process(warm_up) for _ in range(count)]
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        for process in self._all:
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(count)

    def submit(self, function: Callable[..., Made], *arguments: object) -> Future[Made]:
        """Has a function of a module called elsewhere; its result can be waited for, and raises what it
        raised there.

        Raises WorkEndedError or WorkTooLongError when nothing came back. Other tasks are done all the same.
        """
        return self._threads.submit(self._done, function, arguments)

    def _done(self, function: Callable[..., Made], arguments: tuple[object, ...]) -> Made:
        process = self._idle.get()
        try:
            made: Made = process.do(function, arguments)
            return made
        finally:
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
        self._starting = threading.Lock()
        self._wanted = True
        self._start()

    def _start(self) -> None:
        with self._starting:
            if not self._wanted:
                raise WorkEndedError
            forked = _can_fork()
            context = multiprocessing.get_context("fork") if forked else multiprocessing.get_context("spawn")
            self._here, there = context.Pipe()
            self._process = context.Process(target=_work, args=(there, self._warm_up, forked), daemon=True)
            with _out_of_reach():
                self._process.start()
            there.close()
            self._warm = False

    def do(self, function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:  # noqa: ANN401
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


def _can_fork() -> bool:
    """Whether a process can start as a fork: on Linux, while this one has no threads. Else it starts afresh,
    which is safe anywhere.

    A fork spares loading Python and what is loaded here already, for four processes a twentieth of a small
    build.
    """
    try:
        return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _let_go(there: Connection) -> None:
    """Lets go of the files, locks and sockets that a fork has from its parent, but for what it talks with.

    Their numbers stay taken, so that whatever still has one cannot meet another file under it.
    """
    kept = {0, 1, 2, there.fileno()}
    parent = multiprocessing.parent_process()
    if parent:
        kept.add(parent.sentinel)
    nothing = os.open(os.devnull, os.O_RDWR)
    taken = {int(file.name) for file in Path("/proc/self/fd").iterdir()}
    for number in taken - kept:
        os.dup2(nothing, number)


@contextmanager
def _out_of_reach() -> Iterator[None]:
    """Blocks signals to end while a process starts: they reach every process of a terminal, and its parent
    hears them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(there: Connection, warm_up: Callable[[], None], forked: bool) -> None:
    """What a process does: one task after another, until nobody asks for more."""
    _hear_no_interrupt()
    if forked:
        _let_go(there)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What is printed is for a person, not part of what the command answers.
    with suppress(OSError):
        os.dup2(2, 1)
    sys.stdout = sys.stderr
    garbage.seldom()
    with suppress(Exception):  # the first task meets the same error, and reports it
        warm_up()
    with suppress(EOFError, OSError):
        there.send(True)
        while True:
            there.send(_outcome(*there.recv()))


def _hear_no_interrupt() -> None:
    """Leaves the interrupt key to who started this process; all else that asks to end ends it at once."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)


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

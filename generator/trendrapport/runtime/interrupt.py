"""The interrupt key (Ctrl-C) and everything else that asks a command to end: the message, and the steps that
must not be interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

INTERRUPTED = (
    "Afgebroken; bestaande bestanden zijn niet veranderd.\nInterrupted; existing files are unchanged."
)
TOO_LATE = "Afgebroken, maar de nieuwe site staat er al.\nInterrupted, but the new site is already in place."

_done = threading.Event()
"""Set when what may not be interrupted is done in this process: whatever ends it later, that is not undone.
"""

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
SIGNALS = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
"""The key, and what a system, a terminal that closes or another program sends."""


class TooLateError(KeyboardInterrupt):
    """A command was asked to end while it did what may not be interrupted, and that is done."""


def hear_no_more() -> None:
    """Ignores every signal to end from now on: the command has ended, and nobody needs to see how Python
    does.
    """
    for number in SIGNALS:
        # A signal can come while it is being given up.
        with suppress(KeyboardInterrupt):
            signal.signal(number, signal.SIG_IGN)
        signal.signal(number, signal.SIG_IGN)


def end() -> NoReturn:
    """Ends a command that was asked to, with exit code 2 and a message on what came of it.

    Python itself would end by the signal, of which shells make another code, if that came while it ran text
    as code.
    """
    hear_no_more()
    message = TOO_LATE if _done.is_set() else INTERRUPTED
    with suppress(OSError):
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()
        sys.stdout.flush()
    os._exit(2)


def end_alike() -> None:
    """Makes every signal to end do what the interrupt key does, so that a command cleans up after itself."""
    for number in SIGNALS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    sys.unraisablehook = _ask_again


SOON = 0.01
"""Seconds after which a command is asked again to end."""


def _ask_again(ignored: sys.UnraisableHookArgs) -> None:
    """Asks a command to end once more, where Python had to ignore that: while it clears something up, as
    between two steps of an import.
    """
    if not issubclass(ignored.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(ignored)
        return
    again = threading.Timer(SOON, _wake_with_signal)
    again.daemon = True
    again.start()


def _wake_with_signal() -> None:
    """Sends the interrupt key's signal to the main thread, which may be waiting for something."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, signal.SIGINT)
        return
    signal.raise_signal(signal.SIGINT)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Makes every signal to end wait until this is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []

    def wait(number: int, _frame: object) -> None:
        asked.append(number)

    before = {number: signal.signal(number, wait) for number in SIGNALS}
    try:
        yield
        _done.set()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in asked[:1]:
        if before[signal.Signals(number)] is signal.default_int_handler:
            raise TooLateError
        signal.raise_signal(number)

"""The interrupt key (Ctrl-C): what is said when it ends a command, and what it has to wait for."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

INTERRUPTED = "Afgebroken; wat er stond, staat er nog.\nInterrupted; what stood there still stands."


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Lets the interrupt key wait until this is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        signal.raise_signal(signal.SIGINT)

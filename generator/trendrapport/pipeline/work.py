"""The folder in which runs keep what they make; one run at a time uses it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TypeVar

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.pipeline.results import WORK
from trendrapport.runtime.cache import Cache, with_store
from trendrapport.runtime.lock import alone
from trendrapport.site.target import unfit_work

Made = TypeVar("Made")

Tell = Callable[[Text], None]
"""Called with a message that is no finding in the report, such as that another run has to end first."""

STORE = "cache.sqlite"

_WAITING = Text(
    nl="Dit rapport wordt al gebouwd of gecontroleerd; deze opdracht wacht tot dat klaar is.",
    en="This report is already being built or checked; this command waits until that is done.",
)
_BEGUN_ANEW = Text(
    nl="Wat van vorige keren bewaard was, is beschadigd; alles wordt opnieuw gemaakt.",
    en="The results kept from earlier runs are damaged; everything is made again.",
)


def silent(_message: Text) -> None:
    """For a run whose messages nobody reads."""


def work_folder(root: Path, work: str = WORK) -> Path:
    """The folder in which runs keep what they make.

    Raises CannotRunError for one with something else, or that leads out of itself.
    """
    folder = root / work
    why = unfit_work(root, folder, named=work != WORK)
    if why:
        raise CannotRunError(why)
    return folder


def alone_in(folder: Path, tell: Tell) -> AbstractContextManager[None]:
    """Waits until no other run uses the folder."""
    return alone(folder, partial(tell, _WAITING))


def with_store_in(folder: Path, make: Callable[[Cache], Made], tell: Tell) -> Made:
    """What is made with the results of earlier runs; they are thrown away if they are damaged."""
    return with_store(folder / STORE, make, partial(tell, _BEGUN_ANEW))

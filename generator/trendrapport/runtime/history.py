"""When each file of a report was last changed, as far as git knows: the same for the same commit.

Git is only asked what is in its own store. Nothing that a repository's settings name is run, and nothing is
fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

Changes = Mapping[str, int]
"""Seconds since 1970 by the path of a file from the report's root."""

UNKNOWN: Changes = MappingProxyType({})

PATIENCE = 30
"""Seconds after which git is not waited for any longer."""

_MARK = "\x01"
_QUIET = (
    "core.fsmonitor=false",
    "core.quotePath=false",
    "log.showSignature=false",
    "core.hooksPath=/dev/null",
)
_SETTINGS = [part for setting in _QUIET for part in ("-c", setting)]


def commit(root: Path) -> str:
    """A name for the commit that is checked out and for the place of the report in it; empty where git does
    not know all that came before.
    """
    told = _git(root, "rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix").split("\n")
    return f"{told[0]} {told[2]}" if len(told) > 2 and told[1] == "false" else ""  # noqa: PLR2004 - an answer to each question


def changes(root: Path) -> dict[str, int]:
    """When each file of texts and charts was last changed in a commit."""
    told = _git(
        root,
        "log",
        f"--format={_MARK}%ct",
        "--name-only",
        "--relative",
        "--no-ext-diff",
        "--no-textconv",
        "--",
        "content",
        "charts",
    )
    found: dict[str, int] = {}
    for part in told.split(_MARK)[1:]:
        moment, *paths = [line for line in part.split("\n") if line]
        for path in paths:
            found.setdefault(path, int(moment))
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git answers; nothing where it is not, or knows nothing of this folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "--no-pager", *_SETTINGS, *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env=own | alone,
            stdin=subprocess.DEVNULL,  # noqa: S603 - nothing in it comes from a report
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")

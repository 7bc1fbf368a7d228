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
_SETTINGS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "core.hooksPath=/dev/null"),
)
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


def commit(root: Path) -> str:
    """A name for the commit that is checked out and for the report's folder in it; empty where git does not
    know all that came before.
    """
    answers = _git(root, "rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix").split("\n")
    if len(answers) < 3:  # noqa: PLR2004 - an answer to each question
        return ""
    head, is_shallow, folder = answers[:3]
    return f"{head} {folder}" if is_shallow == "false" else ""


def changes(root: Path) -> dict[str, int]:
    """When each file of texts and charts was last changed in a commit."""
    log = _git(
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
    for part in log.split(_MARK)[1:]:
        moment, *paths = [line for line in part.split("\n") if line]
        for path in paths:
            found.setdefault(path, int(moment))
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git answers; nothing where it is not, or knows nothing of this folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "--no-pager", *_SETTINGS, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - nothing in it comes from a report
            command,
            cwd=root,
            env=own | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")

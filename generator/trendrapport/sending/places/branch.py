"""A branch of a git repository, as GitHub and GitLab Pages publish it: one commit for each time, so that
readers see the former site or the next one, and the history has every site.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.runtime.cache import digest
from trendrapport.sending.changes import Changes, changes
from trendrapport.sending.places import Place, Progress, Sender
from trendrapport.site.stage import paths
from trendrapport.site.target import MARK

SCHEMES = ("git",)
NEEDS: tuple[str, ...] = ()
EXAMPLE = "git:origin#gh-pages"

_BRANCH = "gh-pages"
_AS_IT_IS = ".nojekyll"
"""The file by which GitHub Pages publishes a branch as it is (https://docs.github.com/pages)."""
_MESSAGE = "Publish the site"
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"})
_PATIENCE = 600
"""Seconds that git may take for one step."""

_NO_GIT = Text(
    nl="Hiervoor is git nodig, en dat is hier niet.", en="This needs git, which is not installed here."
)
_NO_ADDRESS = Text(
    nl='"{address}" noemt geen repository. Schrijf bijvoorbeeld: {example}',
    en='"{address}" names no repository. Write, for instance: {example}',
)
_FAILED = Text(nl='git kan dit niet met "{remote}": {why}', en='git cannot do this with "{remote}": {why}')
_OTHER = Text(
    nl=(
        'De branch "{branch}" van "{remote}" bevat iets anders dan een site van dit programma. '
        "Er is niets veranderd. Kies een andere branch."
    ),
    en=(
        'The branch "{branch}" of "{remote}" holds something else than a site of this program. '
        "Nothing was changed. Choose another branch."
    ),
)
_SLOW = Text(nl="er kwam geen antwoord", en="there was no answer")


class _Branch:
    def __init__(self, remote: str, branch: str, store: Path) -> None:
        self._remote = remote
        self._branch = branch
        self._store = store

    def changes(self, site: Path) -> Changes:
        """What the next commit changes."""
        there = self._fetched()
        if there and MARK.as_posix() not in there:
            raise CannotRunError(_OTHER.filled(branch=self._branch, remote=self._remote))
        return changes(there, self._staged(site))

    def send(self, site: Path, _changes: Changes, progress: Progress) -> None:
        """Commits the site on top of what is there, and pushes it; another push in between is refused."""
        self._staged(site)
        tree = self._git("write-tree").strip()
        parent = self._head()
        parents = ["-p", parent] if parent else []
        commit = self._git("commit-tree", tree, *parents, "-m", _MESSAGE).strip()
        self._git("push", "--quiet", self._remote, f"{commit}:refs/heads/{self._branch}")
        self._git("update-ref", self._there, commit)
        progress(1, 1)

    @property
    def _there(self) -> str:
        """The name under which the store keeps what is there."""
        return f"refs/there/{self._branch}"

    def _fetched(self) -> dict[str, str]:
        """What is in the branch now: the digest of each file, as git has it."""
        if not (self._store / "HEAD").exists():
            self._store.mkdir(parents=True, exist_ok=True)
            self._git("init", "--quiet", "--bare")
        ref = f"refs/heads/{self._branch}"
        if not self._git("ls-remote", self._remote, ref).strip():
            if self._head():
                self._git("update-ref", "-d", self._there)
            return {}
        self._git("fetch", "--quiet", "--no-tags", "--depth=1", self._remote, f"+{ref}:{self._there}")
        return _entries(self._git("ls-tree", "-r", "-z", self._there))

    def _head(self) -> str:
        """The commit that is there; empty if there is none."""
        return self._git("for-each-ref", "--format=%(objectname)", self._there).strip()

    def _staged(self, site: Path) -> dict[str, str]:
        """Puts the site into the store's index: the digest of each file."""
        index = self._store / "index"
        index.unlink(missing_ok=True)
        names = sorted({*paths(site), _AS_IT_IS})
        (self._store / _AS_IT_IS).write_bytes(b"")
        places = [self._store / name if name == _AS_IT_IS else site / name for name in names]
        listed = "".join(f"{place.resolve()}\n" for place in places)
        objects = self._git("hash-object", "-w", "--no-filters", "--stdin-paths", given=listed).split()
        entries = dict(zip(names, objects, strict=True))
        lines = "".join(f"100644 {digest_}\t{name}\0" for name, digest_ in entries.items())
        self._git("update-index", "--add", "-z", "--index-info", given=lines)
        return entries

    def _git(self, *arguments: str, given: str = "") -> str:
        """What git answers. Raises CannotRunError with its own words when it fails."""
        settings = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0")
        try:
            done = subprocess.run(  # noqa: S603 - the address is the publisher's own
                ["git", f"--git-dir={self._store}", *settings, *arguments],  # noqa: S607 - wherever git is
                env=_environment(),
                input=given.encode("utf-8", "surrogateescape"),
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
        except FileNotFoundError as error:
            raise CannotRunError(_NO_GIT) from error
        except subprocess.TimeoutExpired as error:
            raise CannotRunError(_FAILED.filled(remote=self._remote, why=_SLOW)) from error
        if done.returncode:
            words = done.stderr.decode("utf-8", "replace").strip().split("\n")
            why = shortened(words[-1], 300)
            raise CannotRunError(_FAILED.filled(remote=self._remote, why=why))
        return done.stdout.decode("utf-8", "surrogateescape")


def place(address: str, sender: Sender) -> Place:
    """A branch: `git:`, the address of a repository or the name of a remote of the report's own, # and the
    branch.
    """
    remote, _, branch = address.partition(":")[2].partition("#")
    if not remote or remote.startswith("-") or branch.startswith("-"):
        raise CannotRunError(_NO_ADDRESS.filled(address=shortened(address), example=EXAMPLE))
    branch = branch or _BRANCH
    remote = _named(remote, sender.root)
    return _Branch(remote, branch, sender.work / "published" / digest(remote, branch)[:16])


def _environment() -> dict[str, str]:
    """That of this process, without what leads git to another repository; nobody is asked for a password."""
    own = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return {"EMAIL": "trendrapport@localhost"} | own | {"GIT_TERMINAL_PROMPT": "0"}


def _named(remote: str, root: Path) -> str:
    """The address of a remote of the report's repository; any other address as it is."""
    try:
        done = subprocess.run(  # noqa: S603 - the name is the publisher's own
            ["git", "-C", str(root), "remote", "get-url", remote],  # noqa: S607 - wherever git is
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return remote
    found = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode or not found:
        return str(Path(remote).resolve()) if Path(remote).exists() else remote
    return found


def _entries(tree: str) -> dict[str, str]:
    """The digest of each file in a tree, by path (`git ls-tree -z`)."""
    found = {}
    for line in filter(None, tree.split("\0")):
        about, _, path = line.partition("\t")
        found[path] = about.split()[2]
    return found

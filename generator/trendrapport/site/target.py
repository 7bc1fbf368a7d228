"""Whether a folder may be made into a site: publishing removes what does not belong to the site, so nothing
else may be there.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from trendrapport.diagnostics import Text
from trendrapport.files.links import followed, is_inside, leading_out, leads_to_itself
from trendrapport.runtime.lock import LOCK

MARK = Path("assets") / "report.css"
"""The file by which a site of this generator is known."""

NEW = ".new"
"""The folder in a site in which a build makes ready what it will put there."""

_STAGED = ("site", "servers")
"""The folders in the work folder in which a build removes whatever it does not know."""

READY = ".ready"
"""The name of that folder once all is ready and files are moved one by one."""

_FILE = Text(nl='"{folder}" is een bestand, geen map.', en='"{folder}" is a file, not a folder.')
_INPUT = Text(nl='"{folder}" bevat het rapport zelf.', en='"{folder}" contains the report itself.')
_OTHER = Text(
    nl='"{folder}" bevat bestanden die niet bij een site van dit programma horen.',
    en='"{folder}" contains files that do not belong to a site made by this program.',
)
_WORK = Text(
    nl='een build bewaart in "{folder}" wat hij maakt.',
    en='a build keeps its results in "{folder}".',
)
_NO_WORK = Text(
    nl='"{folder}" bevat bestanden die niet door dit programma zijn bewaard.',
    en='"{folder}" contains files that this program did not put there.',
)
_LINK = Text(
    nl=(
        'de koppeling "{link}" leidt buiten "{folder}": een build zou daar bestanden schrijven '
        "en verwijderen."
    ),
    en=('the symbolic link "{link}" leads outside "{folder}": a build would write and remove files there.'),
)
_LEADS_OUT = Text(
    nl=(
        'de koppeling "{folder}" leidt naar "{target}", buiten het rapport: een build zou '
        "vervangen wat daar staat."
    ),
    en=(
        'the symbolic link "{folder}" leads to "{target}", outside the report: a build would '
        "replace what is there."
    ),
)
_NAME_IT = Text(
    nl=(
        "Er is niets gebouwd of verwijderd. Moet de site daar komen, noem dan die map zelf: "
        '--output "{target}". Verwijder anders de koppeling.'
    ),
    en=(
        "Nothing was built or removed. If the site belongs there, name that folder: --output "
        '"{target}". Otherwise remove the link.'
    ),
)
_LOOP = Text(
    nl='de koppeling "{link}" leidt naar zichzelf.',
    en='the symbolic link "{link}" leads to itself.',
)
_REMOVE = Text(
    nl="Er is niets geschreven of verwijderd. Verwijder de koppeling.",
    en="Nothing was written or removed. Remove the link.",
)
_FIX = Text(
    nl="Er is niets gebouwd of verwijderd. Kies een nieuwe of lege map.",
    en="Nothing was built or removed. Choose a new or empty folder.",
)


def refusal(root: Path, folder: Path, work: Path, *, named: bool) -> Text | None:
    """Why the site of the report in `root` may not be put into `folder`; None when it may. `work` is the
    folder in which runs keep what they make.

    A folder that was not named in the command must lie in the report: its author may have put a link
    there.
    """
    if not named and not is_inside(folder, followed(root)):
        target = followed(folder)
        return _LEADS_OUT.filled(folder=folder, target=target) + _NAME_IT.filled(target=target)
    if why := _taken(root, folder):
        return why
    target, kept = followed(folder), followed(work)
    if kept.is_relative_to(target) or any(target.is_relative_to(kept / part) for part in _STAGED):
        return _WORK.filled(folder=folder) + _FIX
    if target.is_dir() and not (target / MARK).is_file() and _holds_others(target):
        return _OTHER.filled(folder=folder) + _FIX
    return linked(folder)


def linked(folder: Path) -> Text | None:
    """Why nothing may be written in a folder that has a link to elsewhere in it; None when it has none."""
    if leads_to_itself(folder):
        return _LOOP.filled(link=folder) + _REMOVE
    link = leading_out(folder)
    if link is None:
        return None
    return _LINK.filled(link=link, folder=folder) + _REMOVE


def unfit_work(root: Path, work: Path, *, named: bool) -> Text | None:
    """Why runs may not keep what they make in a folder; None when they may.

    One that was not named in the command must lie in the report.
    """
    if not named:
        if is_inside(work, followed(root) / work.name):
            return linked(work)
        return _LINK.filled(link=work, folder=root) + _REMOVE
    if why := _taken(root, work):
        return why
    if work.is_dir() and any(work.iterdir()) and not (work / LOCK).is_file():
        return _NO_WORK.filled(folder=work) + _FIX
    return linked(work)


def _taken(root: Path, folder: Path) -> Text | None:
    """Why a folder cannot hold what is made of a report: it is a file, or has the report in it."""
    if leads_to_itself(folder):
        return _LOOP.filled(link=folder) + _REMOVE
    own, target = followed(root), followed(folder)
    inputs = [own / name for name in ("content", "charts", "site_config.yml")]
    if target.exists() and not target.is_dir():
        return _FILE.filled(folder=folder) + _FIX
    if any(part.is_relative_to(target) or target.is_relative_to(part) for part in inputs):
        return _INPUT.filled(folder=folder) + _FIX
    return None


def _holds_others(target: Path) -> bool:
    """Whether a folder holds files that no build was making ready."""
    return any(_holds_files(child) for child in target.iterdir() if child.name not in {NEW, READY})


def _holds_files(path: Path) -> bool:
    """Whether something is a file or a link, or there is one in it; a build that was killed leaves folders
    that are empty.

    Raises OSError for a folder that cannot be read.
    """
    if path.is_symlink() or not path.is_dir():
        return True
    return any(map(_holds_files, path.iterdir()))


def belongs_to(path: str, outputs: Collection[str]) -> bool:
    """Whether a file of the site is in the folder of one of these outputs."""
    first, inside, _ = path.partition("/")
    return bool(inside) and first in outputs

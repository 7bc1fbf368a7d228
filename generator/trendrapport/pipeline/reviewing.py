"""Entries to Word documents that others review, and what came back to the files of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from trendrapport.diagnostics import CannotRunError, Language, Text, choose_from
from trendrapport.editing.texts import as_it_was, plain
from trendrapport.editing.writing import write
from trendrapport.importing.opening import opened
from trendrapport.model.shared_fields import UNFINISHED
from trendrapport.pipeline.results import WORK
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.report.load import load
from trendrapport.report.report import Entry, Report
from trendrapport.reviewing.compared import Compared
from trendrapport.reviewing.comparing import compare
from trendrapport.reviewing.pictures import placed
from trendrapport.reviewing.returned import returned
from trendrapport.reviewing.reviewed import reviewed
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.day import today
from trendrapport.starters.saving import save_bytes

_LIBRARY = Text(
    nl='Voor Word-documenten is meer nodig: pip install "trendrapport[editors]"',
    en='Word documents need more: pip install "trendrapport[editors]"',
)
_UNKNOWN = Text(nl='De tekst "{name}" bestaat niet.', en='The text "{name}" does not exist.')
_SEVERAL = Text(
    nl='"{name}" kan meer teksten zijn. Noem het pad: {paths}.',
    en='"{name}" can be several texts. Give the path: {paths}.',
)
_BROKEN = Text(
    nl='In "{path}" staat een fout; zie: trendrapport check',
    en='There is an error in "{path}"; see: trendrapport check',
)
_NO_EDITION = Text(nl='De editie "{name}" bestaat niet.', en='The edition "{name}" does not exist.')
_NOTHING = Text(
    nl="Noem een tekst, of kies --edition of --all.", en="Name a text, or choose --edition or --all."
)
_THERE = Text(
    nl=(
        '"{path}" bestaat al en is anders: misschien heeft iemand het nagelezen. Kies een andere map met '
        "--output, of geef dat bestand een andere naam."
    ),
    en=(
        '"{path}" exists already and is different: maybe somebody reviewed it. Choose another folder with '
        "--output, or give that file another name."
    ),
)
_UNEVEN = Text(
    nl='"{path}" is geen UTF-8 of heeft verschillende regeleinden. Eerst: trendrapport check --fix',
    en='"{path}" is no UTF-8 or has different line ends. First: trendrapport check --fix',
)
_OLDER = Text(
    nl=(
        '"{path}" is veranderd nadat het Word-document werd gemaakt: wat er sindsdien bij kwam, zou weer '
        "verdwijnen. Neem over wat u wilt met de hand, of schrijf toch met --older."
    ),
    en=(
        '"{path}" changed after the Word document was made: what was added since would be lost again. Take '
        "over what you want by hand, or write all the same with --older."
    ),
)

_OF_ANOTHER = Text(
    nl=(
        'Dit document is gemaakt van "{stamped}", niet van "{path}": die tekst zou verdwijnen. Noem de goede '
        "tekst bij --into, of schrijf toch met --older, bijvoorbeeld als de tekst nu anders heet."
    ),
    en=(
        'This document was made of "{stamped}", not of "{path}": that text would be lost. Name the right '
        "text with --into, or write all the same with --older, such as when the text has another name now."
    ),
)
_OF_NOTHING = Text(
    nl=(
        'Het document zegt niet meer van welke tekst het is: de laatste regel ("Tekst: ...") ontbreekt. Kijk '
        "de wijzigingen na, en schrijf ze dan met --older."
    ),
    en=(
        'The document no longer says of which text it is: its last line ("Text: ...") is missing. Look at '
        "the changes, and then write them with --older."
    ),
)
_PAGE = Text(
    nl=(
        '"{file}" is een webpagina of Markdown, waarin voetnoten en wijzigingen niet te herkennen zijn. '
        "Bewaar het document als .docx of .odt."
    ),
    en=(
        '"{file}" is a web page or Markdown, in which footnotes and changes cannot be told. Save the '
        "document as .docx or .odt."
    ),
)
_PAGES = {".html", ".htm", ".zip", ".md", ".markdown"}


@dataclass(frozen=True)
class Exported:
    """A Word document that was written, and why readers do not get the text yet, if they do not."""

    path: Path
    early: str


@dataclass(frozen=True)
class Wanted:
    """Which texts: by name, of an edition, or all."""

    names: Sequence[str] = ()
    edition: str | None = None
    everything: bool = False


def export(root: Path, wanted: Wanted, output: Path, tell: Tell = silent, work: str = WORK) -> list[Exported]:
    """Writes Word documents; several in folders like those of `content`.

    Raises CannotRunError for what is not there or not readable, and for a file that would be lost; nothing is
    then written.
    """
    folder = work_folder(root, work)
    with alone_in(folder, tell):
        return with_store_in(folder, partial(_exported, root, wanted, output), tell)


def _exported(root: Path, wanted: Wanted, output: Path, cache: Cache) -> list[Exported]:
    try:
        from trendrapport.reviewing.word import word_file
    except ImportError as error:
        raise CannotRunError(_LIBRARY) from error
    report, _ = load(root, cache)
    made: dict[Path, tuple[bytes, Entry[Any]]] = {}
    for entry in _entries(report, root, wanted):
        inside = PurePosixPath(entry.source.path).relative_to("content").with_suffix(".docx")
        name = inside if wanted.everything or wanted.edition else PurePosixPath(inside.name)
        made[output / name] = (word_file(report, reviewed(report, entry)), entry)
    for path, (raw, _) in made.items():
        if path.exists() and (not path.is_file() or path.read_bytes() != raw):
            raise CannotRunError(_THERE.filled(path=path))
    for path, (raw, _) in made.items():
        save_bytes(path, raw)
    return [Exported(path, _early(entry)) for path, (_, entry) in made.items()]


def _early(entry: Entry[Any]) -> str:
    """Why readers do not get a text yet: its status, or the day from which they do; else nothing."""
    if entry.data.status in UNFINISHED:
        return str(entry.data.status)
    day = entry.data.publish or ""
    if day > today():
        return str(day)
    return ""


def _entries(report: Report, root: Path, wanted: Wanted) -> list[Entry[Any]]:
    texts = list(_texts(report))
    if wanted.edition is not None:
        editions = dict.fromkeys(entry.edition for entry in texts if entry.edition)
        if wanted.edition not in editions:
            raise CannotRunError(_NO_EDITION.filled(name=wanted.edition) + choose_from("", editions))
        return [entry for entry in texts if entry.edition == wanted.edition]
    if wanted.everything:
        return texts
    if not wanted.names:
        raise CannotRunError(_NOTHING)
    return [text_named(report, root, name) for name in wanted.names]


def _texts(report: Report) -> Iterator[Entry[Any]]:
    """The entries with a text, in every language."""
    for entry in (*report.entries, *report.translations):
        if entry.source.path.endswith(".md"):
            yield entry


def text_named(report: Report, root: Path, name: str) -> Entry[Any]:
    """The entry of a path, or of a name with or without its kind and edition. Raises CannotRunError."""
    wanted = _inside(root, name)
    for entry in report.unread:
        if entry.source.path == wanted:
            raise CannotRunError(_BROKEN.filled(path=wanted))
    found = [entry for entry in _texts(report) if _is_named(entry, wanted)]
    if not found:
        known = {entry.slug for entry in _texts(report)}
        if wanted in report.broken or _has_file(root, wanted):
            raise CannotRunError(_BROKEN.filled(path=wanted))
        raise CannotRunError(_UNKNOWN.filled(name=name) + choose_from(wanted, known))
    if len(found) > 1:
        paths = ", ".join(entry.source.path for entry in found)
        raise CannotRunError(_SEVERAL.filled(name=name, paths=paths))
    return found[0]


def _has_file(root: Path, name: str) -> bool:
    """Whether there is a text of this name, which the report then could not take, such as for its name."""
    return any(path.stem == PurePosixPath(name).stem for path in (root / "content").rglob("*.md"))


def _inside(root: Path, name: str) -> str:
    """A path as the report has it, from its root."""
    for file in (Path(name), root / name):
        if file.is_file() and file.resolve().is_relative_to(root.resolve()):
            return file.resolve().relative_to(root.resolve()).as_posix()
    return name.replace("\\", "/").strip("/")


def _is_named(entry: Entry[Any], wanted: str) -> bool:
    path = entry.source.path
    inside = path.removeprefix("content/").removesuffix(".md")
    return wanted in {path, inside} or f"/{inside}".endswith(f"/{wanted}")


@dataclass(frozen=True)
class TakenBack:
    """What a document that came back would change, which files were written, and the report's language."""

    compared: Compared
    path: str
    written: tuple[str, ...]
    language: Language


def take_back(
    root: Path,
    file: Path,
    name: str,
    tell: Tell = silent,
    work: str = WORK,
    *,
    write_files: bool = False,
    older: bool = False,
) -> TakenBack:
    """Compares a document that came back with its entry, and writes what changed when told.

    Raises CannotRunError for a document that cannot be read, an entry that is not there, and, unless `older`,
    when writing for an entry that changed since; nothing is then written.
    """
    folder = work_folder(root, work)
    make = partial(_taken_back, root, file, name, write_files, older)
    with alone_in(folder, tell):
        return with_store_in(folder, make, tell)


def _taken_back(
    root: Path,
    file: Path,
    name: str,
    write_files: bool,  # noqa: FBT001
    older: bool,  # noqa: FBT001
    cache: Cache,
) -> TakenBack:
    if file.suffix.lower() in _PAGES:
        raise CannotRunError(_PAGE.filled(file=file))
    report, _ = load(root, cache)
    entry = text_named(report, root, name)
    tree, pictures = opened(file)
    came, path = returned(tree), entry.source.path
    came.paragraphs = placed(came.paragraphs, pictures, path, lambda name: (root / name).exists())
    found = compare(report, reviewed(report, entry), came)
    files = {changed: _bytes(root, report, changed, text) for changed, text in found.texts.items()}
    files |= {picture.path: picture.raw for picture in found.pictures}
    if write_files and files:
        if not older:
            _refuse_other(found, path)
        write(root, files)
    return TakenBack(found, path, tuple(files) if write_files else (), report.config.language)


def _refuse_other(found: Compared, path: str) -> None:
    """Raises CannotRunError for a document that is not of the text as it is now."""
    if not found.stamped:
        raise CannotRunError(_OF_NOTHING)
    if found.stamped != path:
        raise CannotRunError(_OF_ANOTHER.filled(stamped=found.stamped, path=path))
    if found.is_older:
        raise CannotRunError(_OLDER.filled(path=path))


def _bytes(root: Path, report: Report, path: str, text: str) -> bytes:
    """A text with the mark and the line ends of its file. Raises CannotRunError for a file of which these are
    not all alike.
    """
    raw = (root / path).read_bytes()
    read = next(entry.source.text for entry in report.texts if entry.source.path == path)
    try:
        is_even = plain(raw) == read and as_it_was(read, raw) == raw
    except UnicodeDecodeError:
        is_even = False
    if not is_even:
        raise CannotRunError(_UNEVEN.filled(path=path))
    return as_it_was(text, raw)

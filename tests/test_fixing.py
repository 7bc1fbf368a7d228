"""What `check --fix` makes of an editor's file, byte for byte; and that it loses nothing. All content here is
invented.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import files
from invented import trend
from mutating import mutation
from trendrapport.cli import main
from trendrapport.diagnostics import Diagnostic, Location, has_errors
from trendrapport.diagnostics.changes import Edit, Move
from trendrapport.diagnostics.slips import slips, surely_meant
from trendrapport.editing.applying import Draft
from trendrapport.editing.mending import Mended, Seen, mend
from trendrapport.editing.texts import edited
from trendrapport.editing.writing import write
from trendrapport.files.contents import NOTHING, Files
from trendrapport.files.encodings import encoding_of
from trendrapport.pipeline.checking import everything_found
from trendrapport.pipeline.mending import fix
from trendrapport.report.report import Report
from trendrapport.runtime.cache import Cache
from trendrapport.starters import new_report

PLACE = "content/2026/trends/proef.md"


def put(report: Path, wanted: dict[str, str | bytes]) -> None:
    for path, text in wanted.items():
        (report / path).parent.mkdir(parents=True, exist_ok=True)
        (report / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def fixed(report: Path, path: str, raw: str | bytes) -> bytes:
    """A file after `--fix`, which does no more when it is asked again."""
    put(report, {path: raw})
    fix(report)
    assert fix(report).mended.files == {}
    return (report / path).read_bytes()


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("title: Slim toezicht: hoe dan?", 'title: "Slim toezicht: hoe dan?"'),
        ('title: "Slim" toezicht', "title: '\"Slim\" toezicht'"),
        ("title: [concept] Toezicht", 'title: "[concept] Toezicht"'),
        ("title: @team", 'title: "@team"'),
        ("title:Proef", "title: Proef"),
        ("title = Proef", "title: Proef"),
        ("title:\u00a0Proef", "title: Proef"),
        ("titel: Proef", "title: Proef"),
        ("Title: Proef", "title: Proef"),
        ('"titel": Proef', '"title": Proef'),
        ("title: 2026", 'title: "2026"'),
        ("title: 0344", 'title: "0344"'),
        ("title: Pro\u200bef", "title: Proef"),
        ("title: Foto\x92s", "title: Foto’s"),
        ("title: RenÃ©e", "title: Renée"),
    ],
)
def test_a_line_of_front_matter(sample: Path, line: str, better: str) -> None:
    assert fixed(sample, PLACE, trend(title=line)) == trend(title=better).encode()


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("publish: 12 maart 2024", "publish: 2024-03-12"),
        ("publish: 2024/3/12", "publish: 2024-03-12"),
        ("publish: 12-3-2024", "publish: 2024-03-12"),
        ('publish: "25/3/2024"', 'publish: "2024-03-25"'),
        ("drivers: Geld", "drivers: [Geld]"),
        ("drivers:\n  - Geld: het raakt op", 'drivers:\n  - "Geld: het raakt op"'),
        ("drivers:\n-Geld", "drivers:\n- Geld"),
        ("drivers:\n  * Geld\n  * Tijd", "drivers:\n  - Geld\n  - Tijd"),
        ("actions:\n\tcouncil:\n\t\t- Vraag.", "actions:\n  council:\n    - Vraag."),
        ("sources: [voorbeeldborn]", "sources: [voorbeeldbron]"),
        ("sources: [Voorbeeldbron]", "sources: [voorbeeldbron]"),
    ],
)
def test_another_key(sample: Path, line: str, better: str) -> None:
    once = fixed(sample, PLACE, trend(f"{line}\n"))
    assert better in once.decode()


@pytest.mark.parametrize(
    "line",
    [
        "publish: 3/4/2024",
        "publish: maart",
        "sources: [voorbeeld]",
        "titeltje: Proef",
        "drivers: [Geld raakt op, zegt men]",
        "drivers: “Geld”",
        "drivers:\n  - Geld #raakt op",
    ],
)
def test_what_can_mean_more_than_one_thing_stays(sample: Path, line: str) -> None:
    written = trend(f"{line}\n")
    put(sample, {PLACE: written})
    fix(sample)
    assert line in (sample / PLACE).read_text("utf-8")


def test_a_comment_does_not_become_text(sample: Path) -> None:
    """What nobody should read is not put between the quotation marks."""
    written = trend(title="title: Slim toezicht: hoe # nog vragen aan Jan")
    put(sample, {PLACE: written})
    fix(sample)
    assert (sample / PLACE).read_text("utf-8") == written


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Zie [de VNG](www.vng.nl).", "Zie [de VNG](https://www.vng.nl)."),
        ("Mail [ons](a@example.org).", "Mail [ons](mailto:a@example.org)."),
        ("Zie [over](../../pages/About.html).", "Zie [over](../../pages/about.md)."),
        ("## Een kop\n\nZie [kop](#een-kopp).", "## Een kop\n\nZie [kop](#een-kop)."),
        ("Zo is het [@voorbeeldborn].", "Zo is het [@voorbeeldbron]."),
        ("```figuur voorbeeld\n```", "```figure voorbeeld\n```"),
        ("```figure Voorbeeld\n```", "```figure voorbeeld\n```"),
    ],
)
def test_a_text(sample: Path, text: str, better: str) -> None:
    once = fixed(sample, PLACE, trend(body=f"{text}\n"))
    assert once == trend(body=f"{better}\n").encode()


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman", "utf-16"])
def test_an_encoding(sample: Path, encoding: str) -> None:
    text = trend(title="title: Café coördinatie", body="Eén idee, geïnd in België.\n")
    assert fixed(sample, PLACE, text.encode(encoding)) == text.encode()


@given(st.text("aeé ëïöüèóáE’‘–€.", min_size=1), st.sampled_from(["cp1252", "cp850", "mac_roman", "utf-16"]))
def test_an_encoding_is_right_or_not_taken(text: str, encoding: str) -> None:
    """Of a text that people can have written: letters in words, signs between them."""
    words = f"Een tekst {text.lower()} met woorden"
    try:
        raw = words.encode(encoding)
    except UnicodeEncodeError:
        return
    taken = encoding_of(raw)
    if taken == encoding:
        assert raw.decode(taken).removeprefix("\ufeff") == words


def test_marks_and_line_ends(sample: Path) -> None:
    """A mark before a text goes, and lines end alike: as most of them did."""
    text = trend(body="Een.\n\nTwee.\n")
    windows = text.replace("\n", "\r\n")
    assert fixed(sample, PLACE, b"\xef\xbb\xbf" + windows.encode()) == windows.encode()
    mixed = windows.replace("\r\n", "\n", 2)
    assert fixed(sample, PLACE, mixed) == windows.encode()
    table = (sample / "charts/data/voorbeeld.csv").read_bytes()
    marked = b"\xef\xbb\xbf" + table
    assert fixed(sample, "charts/data/voorbeeld.csv", marked) == marked


def test_edits_keep_line_ends_and_comments(sample: Path) -> None:
    text = trend(title="# over de naam\ntitel: Proef   # voorlopig", body="Een.\n").replace("\n", "\r\n")
    expected = text.replace("titel:", "title:")
    assert fixed(sample, PLACE, text) == expected.encode()


def test_keys_in_order_with_their_comments(sample: Path) -> None:
    shuffled = (
        "---\n# gemaakt in mei\n\n# hoe zeker\ncertainty: 3\nsummary: Verzonnen.\n# de naam\ntitle: Proef\n"
        "kind: analysis\nhorizon: nu\nimpact: 3\ncategories: [maatschappelijk]\nstance: explore\n---\n"
        "\nTekst.\n"
    )
    assert fixed(sample, PLACE, shuffled).decode() == (
        "---\n# gemaakt in mei\n\n# de naam\ntitle: Proef\nsummary: Verzonnen.\nkind: analysis\n"
        "categories: [maatschappelijk]\nhorizon: nu\nimpact: 3\n# hoe zeker\ncertainty: 3\n"
        "stance: explore\n---\n\nTekst.\n"
    )


def test_spaces_around_cells(sample: Path) -> None:
    path = "charts/data/voorbeeld.csv"
    table = (sample / path).read_text("utf-8")
    spaced = table.replace(",", " ,").replace("\n", " \n").split("\n", 1)[1]
    assert fixed(sample, path, table.split("\n", 1)[0] + "\n" + spaced).decode() == table


TABLE = "charts/data/voorbeeld.csv"
DESCRIPTOR = "charts/data/voorbeeld.datapackage.yml"


@pytest.mark.parametrize("is_block", [True, False])
def test_a_table_that_a_program_saved_in_its_own_way(sample: Path, is_block: bool) -> None:
    """The file stays as that program makes it again; the descriptor says how to read it."""
    descriptor = (sample / DESCRIPTOR).read_text("utf-8")
    if is_block:
        descriptor = re.sub(r"- \{name: aantal, type: \w+, title: (\w+)\}", _AS_BLOCK, descriptor)
        assert "          title:" in descriptor
    raw = "Cijfers over 2024\njaar;aantal\n2023;1.250,5\n2024;2.300,25\n".encode("cp1252")
    put(sample, {DESCRIPTOR: descriptor.replace("type: integer", "type: number"), TABLE: raw})
    left = fix(sample).result.diagnostics
    assert [one for one in left if one.location.path in {TABLE, DESCRIPTOR}] == []
    assert (sample / TABLE).read_bytes() == raw
    now = (sample / DESCRIPTOR).read_text("utf-8")
    assert 'dialect: {delimiter: ";", headerRows: [2]}' in now
    between = "\n          " if is_block else ", "
    assert f'decimalChar: ","{between}groupChar: "."' in now
    assert fix(sample).mended.files == {}


_AS_BLOCK = "- name: aantal\n          type: number\n          title: \\1"


def test_a_descriptor_that_names_another_table(sample: Path) -> None:
    path = "charts/data/voorbeeld.datapackage.yml"
    right = (sample / path).read_bytes()
    wrong = right.replace(b"path: voorbeeld.csv", b"path: data/oud.csv").replace(
        b"name: voorbeeld", b"name: oud"
    )
    assert wrong != right
    assert fixed(sample, path, wrong) == right


def test_a_file_that_cannot_be_an_address(sample: Path) -> None:
    """Links to it are mended with it."""
    put(sample, {PLACE: trend(body="Zie [werkwijze](<../../pages/Onze Werkwijze.md>).\n")})
    put(sample, {"content/pages/Onze Werkwijze.md": "---\ntitle: Werkwijze\nsummary: A.\n---\n\nTekst.\n"})
    fix(sample)
    assert not (sample / "content/pages/Onze Werkwijze.md").exists()
    assert (sample / "content/pages/onze-werkwijze.md").exists()


def photo(size: tuple[int, int], orientation: int = 1, kind: str = "JPEG") -> bytes:
    picture = Image.new("RGB", size, "teal")
    exif = picture.getexif()
    exif[0x0112] = orientation
    raw = io.BytesIO()
    picture.save(raw, kind, exif=exif)
    return raw.getvalue()


def opened(report: Path, path: str) -> Image.Image:
    return Image.open(report / path)


def test_a_photo_is_turned_upright(sample: Path) -> None:
    body = "![Een dijk](foto.jpg)\n"
    put(sample, {PLACE: trend(body=body), "content/2026/trends/foto.jpg": photo((60, 40), orientation=6)})
    fix(sample)
    picture = opened(sample, "content/2026/trends/foto.jpg")
    assert picture.size == (40, 60)
    assert picture.getexif().get(0x0112, 1) == 1
    assert fix(sample).mended.files == {}


def test_a_photo_is_made_smaller(sample: Path) -> None:
    put(sample, {PLACE: trend(body="![Een dijk](foto.jpg)\n")})
    put(sample, {"content/2026/trends/foto.jpg": photo((9000, 6000))})
    left = fix(sample).result.diagnostics
    assert opened(sample, "content/2026/trends/foto.jpg").size == (2400, 1600)
    assert left == ()


def test_a_picture_gets_the_name_of_what_it_is(sample: Path) -> None:
    put(sample, {PLACE: trend(body="![Een dijk](foto.png)\n")})
    put(sample, {"content/2026/trends/foto.png": photo((60, 40))})
    assert fix(sample).result.diagnostics == ()
    assert "![Een dijk](foto.jpg)" in (sample / PLACE).read_text("utf-8")
    assert not (sample / "content/2026/trends/foto.png").exists()


# --- names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("digitale-weerbaarheid", ["digitale-veiligheid"], None),
        ("digitale-veilgheid", ["digitale-veiligheid"], "digitale-veiligheid"),
        ("2024", ["2023"], None),
        ("editie-2024", ["editie-2023"], None),
        ("onveilig", ["veilig"], None),
        ("Digitale Veiligheid", ["digitale-veiligheid"], "digitale-veiligheid"),
        ("haven", ["havens", "have"], None),
        ("hvaen", ["haven", "raven"], "haven"),
        ("ai", ["as"], None),
    ],
)
def test_only_a_slip_is_taken_for_another_name(written: str, known: list[str], meant: str | None) -> None:
    assert surely_meant(written, known) == meant


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_alike_from_both_sides(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= slips(one, other) <= max(len(one), len(other))


# --- carrying out -----------------------------------------------------------------------------------------


def at(line: int, column: int) -> Location:
    return Location("a.md", line, column)


def test_edits_that_meet_are_not_both_made() -> None:
    draft = Draft({"a.md": b"een twee drie\n"}.get)
    first, second = (Edit(at(1, 1), "een twee", "x"),), (Edit(at(1, 5), "twee drie", "y"),)
    third = (Edit(at(1, 10), "drie", "z"), Edit(at(1, 1), "een", "q"))
    assert draft.carry_out([first, second, third]) == [first]
    assert draft.changed == {"a.md": b"x drie\n"}


def test_an_edit_of_what_is_there_no_longer_is_not_made() -> None:
    draft = Draft({"a.md": b"een\n"}.get)
    assert draft.carry_out([(Edit(at(1, 1), "twee", "x"),), (Move("b.md", "c.md"),)]) == []
    assert draft.changed == {}


@given(st.text("ab\n", min_size=1), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.data())
def test_an_edit_changes_nothing_else(text: str, end: str, mark: bool, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    line, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    before = b"\xef\xbb\xbf" if mark else b""
    made = edited(
        before + text.replace("\n", end).encode(), [Edit(at(line, column), text[start:stop], "é\n")]
    )
    kept = end if "\n" in text else "\n"
    assert made == before + f"{text[:start]}é\n{text[stop:]}".replace("\n", kept).encode()


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What cannot be written leaves all as it was, and nothing behind."""
    put(tmp_path, {"a.md": "een", "b/c.md": "twee"})
    before = files(tmp_path)
    with pytest.raises(OSError, match=r"."):
        write(tmp_path, {"a.md": b"x", "b/c.md/d.md": b"y"})
    assert files(tmp_path) == before
    write(tmp_path, {"a.md": b"x", "b/c.md": None, "d/e.md": b"z"})
    assert files(tmp_path) == {"a.md": b"x", "d/e.md": b"z"}
    assert not (tmp_path / "b").exists()


# --- the command ------------------------------------------------------------------------------------------


def run(report: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--root", str(report), *arguments])
    return result.exit_code, result.output


def test_a_dry_run_shows_and_changes_nothing(sample: Path) -> None:
    put(sample, {PLACE: trend(title="titel: Proef", body="Een.\n")})
    before = files(sample / "content")
    code, told = run(sample, "--dry-run")
    assert code == 0
    assert "-titel: Proef\n+title: Proef" in told
    assert "te herstellen[unknown-key]" in told
    assert files(sample / "content") == before
    code, told = run(sample, "--fix")
    assert code == 0
    assert "hersteld[unknown-key]" in told
    assert "titel → title" in told
    assert "1 hersteld in 1 bestand." in told


def test_what_is_left_is_told_and_counts(sample: Path) -> None:
    put(sample, {PLACE: trend(title="titel: Proef", impact="impact: 9")})
    code, told = run(sample, "--fix")
    assert code == 1
    assert "fout[out-of-range]" in told
    assert "unknown-key" in told


# --- whatever becomes of a report ---------------------------------------------------------------------------


class Kept:
    """The sample in memory, changed without a disk."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.root = folder / "report"
        self.cache = cache
        new_report.init(self.root)
        self.files = {
            path: raw
            for path, raw in files(self.root).items()
            if path.startswith(("content/", "charts/")) or path == "site_config.yml"
        }

    def seen(self, now: Files, unsaved: Files = NOTHING) -> Seen:
        """What a check sees of other files than those on disk."""
        gone = dict.fromkeys(set(self.files) - set(now), None)
        every = {**gone, **now, **unsaved}
        report, found = everything_found(self.root, self.cache, every)
        return Seen(report, found, tuple(path for path, raw in every.items() if raw is not None))

    def mended(self, now: Files) -> Mended:
        return mend(lambda unsaved: self.seen(now, unsaved), now.get)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    folder = tmp_path_factory.mktemp("kept")
    with Cache(folder / "cache.sqlite") as cache:
        yield Kept(folder, cache)


def data_of(report: Report) -> dict[object, str]:
    """What every entry says, by file and name."""
    every = (*report.entries, *report.translations, *report.charts.values(), *report.packages.values())
    return {(entry.source.path, entry.name): entry.json + entry.source.body for entry in every}


def touched(done: tuple[Diagnostic, ...]) -> set[str]:
    """The files that were changed for a finding."""
    return {
        path
        for one in done
        for change in one.changes
        for path in (change.path, getattr(change, "to", change.path))
    }


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_mending_any_report(kept: Kept, seed: int) -> None:
    """It ends, does no more the second time, leaves what has no finding as it says, and adds no errors to a
    report that could be read.
    """
    changes = mutation(random.Random(seed), kept.files).changes
    now = {path: raw for path, raw in {**kept.files, **changes}.items() if raw is not None}
    before = kept.seen(now)
    mended = kept.mended(now)
    after_files = {path: raw for path, raw in {**now, **mended.files}.items() if raw is not None}
    after = kept.seen(after_files)
    assert kept.mended(after_files).files == {}
    changed = touched(mended.done)
    told, now_told = data_of(before.report), data_of(after.report)
    same = {name for name in told if name[0] not in changed}
    assert {name: told[name] for name in same} == {name: now_told.get(name) for name in same}
    if not has_errors(before.found):
        assert not has_errors(after.found)


NEAR = ("digitale-veiligheid", "digitale-vrijheid", "digitale-weerbaarheid", "haven", "havens", "trend-2024")
"""Names of trends that are near each other."""
FIELDS = """publish: 2024-03-12
drivers: [Geld, "Tijd: te weinig"]
related:
  - trend: {other}
    why: Verzonnen.
sources: [voorbeeldbron]
"""


@pytest.fixture(scope="module")
def crowded(kept: Kept) -> Files:
    """The sample with trends that refer to each other."""
    now = dict(kept.files)
    for name, other in zip(NEAR, (*NEAR[1:], NEAR[0]), strict=True):
        body = f"Zie [de ander]({other}.md) en [@voorbeeldbron].\n\n```figure voorbeeld\n```\n"
        text = trend(FIELDS.format(other=other), body, title=f"title: Over {name}")
        now[f"content/2026/trends/{name}.md"] = text.encode()
    assert not kept.seen(now).found
    return now


NAMED = re.compile(
    r"(?m)^ *-? *(?P<key>[a-z]{4,}):|(?P<name>voorbeeldbron|maatschappelijk|explore|[a-z]+-[a-z]+)"
)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_slip_is_mended_to_what_was_meant_or_stays_told(
    kept: Kept, crowded: Files, data: st.DataObject
) -> None:
    """A report without findings says what it said before the slip."""
    path = data.draw(st.sampled_from([f"content/2026/trends/{name}.md" for name in NEAR]))
    text = (crowded[path] or b"").decode()
    match = data.draw(st.sampled_from(list(NAMED.finditer(text))))
    start, end = match.span("key" if match["key"] else "name")
    at = data.draw(st.integers(start, end - 2))
    slip = data.draw(st.sampled_from(("", text[at] * 2, text[at].upper(), "x", text[at + 1] + text[at])))
    width = 2 if len(slip) == 2 and slip[0] != slip[1] else 1
    slipped = f"{text[:at]}{slip}{text[at + width :]}"
    now = {**crowded, path: slipped.encode()}
    before = kept.seen(now)
    mended = kept.mended(now)
    after = kept.seen({**now, **mended.files})
    if before.found and not after.found:
        assert data_of(after.report) == data_of(kept.seen(crowded).report)

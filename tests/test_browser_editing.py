"""Texts edited in a browser, as an editor does: with `serve --edit`. All content here is invented."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route

from conftest import dutch_report, english_report
from serve_command import Serving
from trendrapport.pipeline import check

PATIENCE = 60
TREND = "content/2023/trends/algoritmen.md"
HOSTILE = "</script><img src=x onerror=stolen()><script>stolen()</script>"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dutch")
    dutch_report(folder)
    path = folder / TREND
    text = path.read_text("utf-8").replace("summary:", "# Over de samenvatting.\nsummary:", 1)
    path.write_text(text.replace("actions:", "actions:  # in deze volgorde", 1), "utf-8")
    people = folder / "content/people.yml"
    people.write_text(f"{people.read_text('utf-8')}kwaad:\n  name: '{HOSTILE}'\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def serving(report: Path) -> Iterator[Serving]:
    running = Serving(report, "--edit")
    yield running
    running.stop()


class Editor:
    """A page for editing, and what it asked other hosts for."""

    def __init__(self, browser: Browser, serving: Serving, locale: str) -> None:
        self.asked: list[str] = []
        self.context = browser.new_context(locale=locale, viewport={"width": 1400, "height": 1000})
        self.context.route("**/*", self._answer)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.page.add_init_script("window.ran = []; window.stolen = () => window.ran.push(1);")
        self.serving = serving
        self.page.goto(f"{serving.address}redactie/")
        # Until everything is read, and the collections are shown.
        self.page.get_by_text(re.compile(r"^Trends 20\d\d$")).first.wait_for()

    def _answer(self, route: Route) -> None:
        if route.request.url.startswith(self.serving.address):
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def open(self, collection: str, entry: str) -> None:
        """Opens a text."""
        self.page.evaluate(f"location.hash = '#/collections/{collection}/{entry}'")

    def field(self, path: str) -> Locator:
        return self.page.locator(f'section[data-key-path="{path}"]').first

    def fill(self, path: str, text: str) -> None:
        self.field(path).locator("input, textarea").first.fill(text)

    def save(self, word: str = "Opslaan") -> None:
        self.page.get_by_role("button", name=word, exact=True).click()

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def editor(browser: Browser, serving: Serving) -> Iterator[Editor]:
    made = Editor(browser, serving, "nl-NL")
    yield made
    made.close()


def picture(path: Path) -> None:
    """Writes a PNG of one colour."""

    def chunk(kind: bytes, raw: bytes) -> bytes:
        return struct.pack(">I", len(raw)) + kind + raw + struct.pack(">I", zlib.crc32(kind + raw))

    rows = b"".join(b"\0" + b"\x33\x66\x99" * 400 for _ in range(300))
    header = struct.pack(">IIBBBBB", 400, 300, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def test_a_trend_is_edited_with_a_picture_and_saved(
    editor: Editor, report: Path, serving: Serving, tmp_path: Path
) -> None:
    picture(tmp_path / "vlak.png")
    path = report / TREND
    before = path.read_text("utf-8")
    editor.open("trends-2023", "entries/algoritmen")
    editor.fill("summary", "Een nieuwe samenvatting.")
    # What is not in sight yet is not there yet.
    editor.field("actions").scroll_into_view_if_needed()
    action, more = (
        editor.field("actions.raad.0"),
        editor.field("actions").get_by_role("button", name="Uitvouwen"),
    )
    action.or_(more).first.wait_for()
    if not action.count():
        more.first.click()
    editor.fill("actions.raad.0", "Een andere actie voor de raad.")
    body = editor.field("body")
    body.get_by_role("button", name="Bewerken in Markdown").click()
    body.locator("[contenteditable] p").first.click()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.press("Enter")
    body.get_by_role("button", name="Afbeelding", exact=True).click()
    with editor.page.expect_file_chooser() as chooser:
        body.get_by_role("button", name="Bladeren").click()
        editor.page.get_by_role("dialog").get_by_role("button", name="Uploaden").first.click()
    chooser.value.set_files(tmp_path / "vlak.png")
    editor.page.get_by_role("dialog").get_by_role("button", name="Invoegen").click()
    preview = editor.page.frame_locator("iframe").first
    preview.locator("img").first.wait_for(state="attached")

    # Without a text alternative nothing is saved.
    editor.save()
    editor.page.get_by_text("bevat een fout").wait_for()
    assert path.read_text("utf-8") == before

    body.get_by_label("Alt-tekst").locator("input").fill("Een vlak in één kleur.")
    preview.get_by_alt_text("Een vlak in één kleur.").wait_for()
    editor.save()
    editor.page.get_by_text("Item opgeslagen").wait_for()
    after = path.read_text("utf-8")
    assert "# Over de samenvatting.\nsummary: Een nieuwe samenvatting.\n" in after
    assert "actions:  # in deze volgorde\n  raad:\n  - Een andere actie voor de raad.\n" in after
    assert "![Een vlak in één kleur.](../images/vlak.png)" in after
    assert (report / "content/2023/images/vlak.png").read_bytes() == (tmp_path / "vlak.png").read_bytes()
    gone = [line for line in before.split("\n") if line not in after.split("\n")]
    assert [line.partition(":")[0].strip() for line in gone][:2] == [
        "summary",
        "- Leg vast wat er gebeurt als dit geen voorbeeld meer is.",
    ]
    # The last paragraph is the one that the picture came behind.
    assert len(gone) <= 3
    assert [one for one in check(report).diagnostics if one.location.path == TREND] == []
    shown = editor.context.new_page()
    shown.goto(f"{serving.address}2023/trends/algoritmen.html")
    # It loads itself again as soon as the report was built.
    shown.get_by_text("Een nieuwe samenvatting.").first.wait_for(timeout=PATIENCE * 1000)
    assert shown.get_by_alt_text("Een vlak in één kleur.").count() == 1
    assert editor.asked == []


def test_no_other_host_is_asked_and_nothing_of_content_runs(editor: Editor) -> None:
    """Also while looking around: lists, pictures, the menu and a preview."""
    editor.open("lists", "entries/people")
    editor.field("entries").wait_for()
    editor.page.get_by_text("onerror").first.wait_for()
    editor.open("interviews-2023", "entries/bram-verzonnen")
    editor.fill("title", HOSTILE)
    editor.fill("body", f"{HOSTILE}\n\n[link](javascript:stolen()) <b onclick='stolen()'>vet</b>")
    frame = editor.page.frame_locator("iframe").first
    frame.get_by_text("vet").first.wait_for()
    for one in editor.page.frames:
        assert one.evaluate("window.ran ?? []") == []
    editor.page.get_by_role("button", name="Editoropties tonen").click()
    editor.page.evaluate("location.hash = '#/assets'")
    editor.page.get_by_text(re.compile("media$", re.IGNORECASE)).first.wait_for()
    assert editor.asked == []


def test_a_preview_has_the_styles_of_the_site(editor: Editor) -> None:
    editor.open("trends-2023", "entries/digitale-veiligheid")
    editor.field("title").wait_for()
    frame = editor.page.frame_locator("iframe").first
    frame.locator("h2").first.wait_for()
    family = frame.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
    site = editor.context.new_page()
    site.goto(f"{editor.serving.address}2023/trends/digitale-veiligheid.html")
    assert family == site.evaluate("getComputedStyle(document.body).fontFamily")


def test_a_file_that_changed_elsewhere_is_told_and_left(editor: Editor, report: Path) -> None:
    path = report / "content/2023/trends/digitale-ruimte.md"
    editor.open("trends-2023", "entries/digitale-ruimte")
    editor.fill("summary", "Van mij.")
    path.write_text(path.read_text("utf-8") + "\nVan een ander.\n", "utf-8")
    before = path.read_bytes()
    editor.save()
    editor.page.get_by_text("het bestand is intussen ergens anders veranderd").wait_for()
    assert path.read_bytes() == before


def test_what_was_found_is_told_over_the_page(editor: Editor, report: Path) -> None:
    path = report / "content/2022/trends/digital-twins.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("impact:", "impakt:", 1), "utf-8")
    editor.page.locator("a.findings", has_text="fout").wait_for()
    path.write_text(text, "utf-8")


def test_a_translation_is_beside_its_original(editor: Editor, report: Path) -> None:
    name = "digitalisering-en-sociaal-contract"
    original = (report / f"content/2022/trends/{name}.md").read_bytes()
    editor.open("trends-2022", f"entries/{name}")
    editor.page.get_by_role("radio", name="Engels").first.click()
    editor.fill("summary", "Another summary.")
    editor.save()
    editor.page.get_by_text("Item opgeslagen").wait_for()
    assert "summary: Another summary.\n" in (report / f"content/2022/trends/{name}.en.md").read_text("utf-8")
    assert (report / f"content/2022/trends/{name}.md").read_bytes() == original


def test_in_english(browser: Browser, tmp_path: Path) -> None:
    """The language is that of the report, whatever the browser prefers."""
    english_report(tmp_path / "report")
    serving = Serving(tmp_path / "report", "--edit")
    try:
        editor = Editor(browser, serving, "nl-NL")
        trend = next((tmp_path / "report/content/2026/trends").glob("*.md"))
        editor.open("trends-2026", f"entries/{trend.stem}")
        editor.fill("summary", "Another summary.")
        assert editor.field("summary").get_by_text("Summary in one or two sentences.").count() == 1
        editor.save("Save")
        editor.page.get_by_text("saved").first.wait_for()
        assert re.search(r"(?m)^summary: Another summary\.$", trend.read_text("utf-8"))
        assert editor.asked == []
        editor.close()
    finally:
        serving.stop()

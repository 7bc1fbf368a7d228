"""The language server, spoken to over standard input and output as a text editor does.

The report is the sample, which is invented.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some
from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

from trendrapport.files.yaml_data import positions
from trendrapport.language_server.cursor import cursor
from trendrapport.language_server.spot import spot
from trendrapport.starters import new_report

LONGEST = 60
"""Seconds after which a server that does not answer is taken for broken."""
TREND = "content/2026/trends/voorbeeldtrend.md"
CHART = "charts/voorbeeld.yml"


@dataclass
class Editor:
    """A text editor with one report open."""

    root: Path
    client: BaseLanguageClient
    shown: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    version: int = 0

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def type(self, path: str, text: str) -> None:
        """Opens a file with a text that is not saved."""
        self.version += 1
        item = types.TextDocumentItem(self.uri(path), "markdown", self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def findings(self, path: str, code: str) -> list[types.Diagnostic]:
        """The findings with a code, as soon as there are any."""
        async with asyncio.timeout(LONGEST):
            while not (found := [one for one in self.shown.get(self.uri(path), []) if one.code == code]):
                self.changed.clear()
                await self.changed.wait()
            return found

    async def cleared(self, path: str) -> None:
        """Waits until nothing is wrong with a file any more."""
        async with asyncio.timeout(LONGEST):
            while self.shown.get(self.uri(path), []):
                self.changed.clear()
                await self.changed.wait()

    def at(self, path: str, line: int, column: int) -> dict[str, Any]:
        return {
            "text_document": types.TextDocumentIdentifier(self.uri(path)),
            "position": types.Position(line, column),
        }

    async def offered(self, path: str, before: str, after: str = "") -> dict[str, types.CompletionItem]:
        """What can be written between two parts of a text that is being typed."""
        self.type(path, before + after)
        lines = before.split("\n")
        params = types.CompletionParams(**self.at(path, len(lines) - 1, len(lines[-1])))
        items = await self.client.text_document_completion_async(params)
        assert isinstance(items, list)
        return {item.label: item for item in items}


@asynccontextmanager
async def editing(root: Path) -> AsyncIterator[Editor]:
    """An editor that is connected to the server of a report, which it has checked once."""
    client = BaseLanguageClient("tests", "1")
    editor = Editor(root, client)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def show(params: types.PublishDiagnosticsParams) -> None:
        editor.shown[params.uri] = list(params.diagnostics)
        editor.changed.set()

    await client.start_io(sys.executable, "-m", "trendrapport", "lsp", "--root", str(root))
    capabilities = types.ClientCapabilities()
    await client.initialize_async(types.InitializeParams(capabilities, root_uri=root.as_uri()))
    client.initialized(types.InitializedParams())
    try:
        yield editor
        await client.shutdown_async(None)
    finally:
        client.exit(None)
        await client.stop()


Steps = Callable[[Editor], Awaitable[None]]


def edit(root: Path, steps: Steps) -> None:
    """Takes steps in an editor with a report open."""

    async def all_steps() -> None:
        async with editing(root) as editor:
            # The first finding shows that the report has been read.
            editor.type(TREND, (root / TREND).read_text("utf-8").replace("horizon: nu", "horizon: onbekend"))
            await editor.findings(TREND, "unknown-horizon")
            await steps(editor)

    asyncio.run(all_steps())


def test_what_is_typed_is_checked_before_it_is_saved(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        (found,) = await editor.findings(TREND, "unknown-horizon")
        assert (found.range.start, found.range.end) == (types.Position(5, 9), types.Position(5, 17))
        assert found.severity == types.DiagnosticSeverity.Error
        assert found.message.startswith('horizon "onbekend" bestaat niet\n')
        assert "Kies uit: " in found.message
        editor.type(TREND, (sample / TREND).read_text("utf-8"))
        await editor.cleared(TREND)

    edit(sample, steps)


def test_advice_is_a_hint(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        text = (sample / TREND).read_text("utf-8")
        editor.type(TREND, f"{text}\nKijk [hier](https://example.org/).\n")
        (found,) = await editor.findings(TREND, "vague-link")
        assert found.severity == types.DiagnosticSeverity.Hint

    edit(sample, steps)


def test_characters_outside_the_first_plane_count_as_the_editor_counts_them(sample: Path) -> None:
    """An editor counts in UTF-16, where an emoji is two."""

    async def steps(editor: Editor) -> None:
        text = (sample / TREND).read_text("utf-8")
        editor.type(TREND, text + "\n😀 zie [dit](bestaat-niet.md)\n")
        (found,) = await editor.findings(TREND, "broken-link")
        line = (text + "\n😀 zie [dit](bestaat-niet.md)\n").split("\n")[found.range.start.line]
        assert line.startswith("😀")
        before = line.encode("utf-16-le")[: 2 * found.range.start.character].decode("utf-16-le")
        assert before in {"😀 zie ", "😀 zie [dit]("}

    edit(sample, steps)


def test_keys_names_and_values_are_offered_with_what_they_mean(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        text = (sample / TREND).read_text("utf-8")
        front, _, body = text.partition("categories:")
        keys = await editor.offered(TREND, f"{front}imp", f"\ncategories:{body}")
        assert keys["impact"].text_edit is not None
        assert keys["impact"].text_edit.new_text == "impact: "
        assert keys["impact"].detail == "verplicht"
        assert "van 1 (klein) tot 5 (groot)" in str(keys["impact"].documentation)

        words = await editor.offered(TREND, f"{front}horizon: ")
        assert set(words) == {"nu", "een-tot-drie-jaar", "drie-tot-vijf-jaar"}
        assert words["nu"].detail == "Nu"
        assert "privacy" in await editor.offered(TREND, f"{front}values:\n  - value: pri")
        effects = await editor.offered(TREND, f"{front}values:\n  - value: privacy\n    effect: ")
        assert "mixed" in effects
        roles = await editor.offered(TREND, f"{front}actions:\n  ")
        assert roles["college"].text_edit is not None
        assert roles["college"].text_edit.new_text == "college: "

        assert "voorbeeldbron" in await editor.offered(TREND, f"{text}\nZie [@voor")
        assert set(await editor.offered(TREND, f"{text}\n```fig")) >= {"figure", "quote", "actions"}
        figures = await editor.offered(TREND, f"{text}\n```figure ")
        assert set(figures) == {"voorbeeld"}

    edit(sample, steps)


def test_a_chart_is_offered_its_kinds_roles_options_tables_and_columns(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        assert {"bars", "lines", "tile_map"} <= set(await editor.offered(CHART, "kind: "))
        assert set(await editor.offered(CHART, "kind: bars\ndata: ")) == {"voorbeeld"}
        roles = await editor.offered(CHART, "kind: bars\ndata: voorbeeld\nfields: {")
        assert {"category", "value"} <= set(roles)
        columns = await editor.offered(CHART, "kind: bars\ndata: voorbeeld\nfields:\n  category: ")
        assert columns["jaar"].detail == "kolom"
        assert "highlight" in await editor.offered(CHART, "kind: bars\noptions:\n  ")
        assert set(await editor.offered(CHART, "kind: bars\nsource: ")) == {"voorbeeldbron"}

    edit(sample, steps)


def test_hovering_explains_and_a_name_leads_to_what_it_means(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        text = (sample / TREND).read_text("utf-8")
        editor.type(TREND, text)
        lines = text.split("\n")

        async def hovered(words: str, inside: int = 1) -> str:
            line = next(number for number, one in enumerate(lines) if words in one)
            at = editor.at(TREND, line, lines[line].index(words) + inside)
            answer = await editor.client.text_document_hover_async(types.HoverParams(**at))
            assert answer is not None
            assert isinstance(answer.contents, types.MarkupContent)
            return answer.contents.value

        assert "wat het rapport aanraadt" in await hovered("stance:")
        assert "Privacy" in await hovered("privacy")

        line = next(number for number, one in enumerate(lines) if "[@voorbeeldbron]" in one)
        at = editor.at(TREND, line, lines[line].index("@voor") + 3)
        place = await editor.client.text_document_definition_async(types.DefinitionParams(**at))
        assert isinstance(place, types.Location)
        assert place.uri == editor.uri("content/sources.yml")
        source = (sample / "content/sources.yml").read_text("utf-8").split("\n")
        assert "id: voorbeeldbron" in source[place.range.start.line]

    edit(sample, steps)


def test_what_can_be_mended_in_one_way_is_offered_as_a_quick_fix(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        text = (sample / TREND).read_text("utf-8")
        wrong = text.replace("stance:", "stanse:")
        editor.type(TREND, wrong)
        (found,) = await editor.findings(TREND, "unknown-key")
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(editor.uri(TREND)), found.range, types.CodeActionContext([found])
        )
        answer = await editor.client.text_document_code_action_async(params)
        (action,) = answer or []
        assert isinstance(action, types.CodeAction)
        assert action.edit is not None
        (change,) = action.edit.document_changes or []
        assert isinstance(change, types.TextDocumentEdit)
        (edit,) = change.edits
        lines = wrong.split("\n")
        line = edit.range.start.line
        assert edit.range.end.line == line
        before, after = lines[line][: edit.range.start.character], lines[line][edit.range.end.character :]
        lines[line] = f"{before}{edit.new_text}{after}"
        assert "\n".join(lines) == text

    edit(sample, steps)


def test_a_quick_fix_adds_to_the_descriptor_of_a_table(sample: Path) -> None:
    """All that a file gets is one step: separate ones would move each other."""
    (sample / "charts/data/voorbeeld.csv").write_text("jaar;aantal\n2024;1.250\n2025;2.300\n", "utf-8")

    async def steps(editor: Editor) -> None:
        editor.type(TREND, (sample / TREND).read_text("utf-8"))
        (found,) = await editor.findings("charts/data/voorbeeld.csv", "csv-separator")
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(editor.uri("charts/data/voorbeeld.csv")),
            found.range,
            types.CodeActionContext([found]),
        )
        (action,) = await editor.client.text_document_code_action_async(params) or []
        assert isinstance(action, types.CodeAction)
        assert action.edit is not None
        (change,) = action.edit.document_changes or []
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.uri == editor.uri("charts/data/voorbeeld.datapackage.yml")
        added = {one.new_text for one in change.edits}
        assert added == {'    dialect: {delimiter: ";"}\n', ', groupChar: "."'}

    edit(sample, steps)


def test_a_source_gets_another_name_wherever_it_is_named(sample: Path) -> None:
    async def steps(editor: Editor) -> None:
        text = (sample / TREND).read_text("utf-8")
        editor.type(TREND, text)
        await editor.cleared(TREND)
        lines = text.split("\n")
        line = next(number for number, one in enumerate(lines) if "[@voorbeeldbron]" in one)
        at = editor.at(TREND, line, lines[line].index("@voor") + 3)
        answer = await editor.client.text_document_rename_async(
            types.RenameParams(**at, new_name="nieuwe-bron")
        )
        assert answer is not None
        changed = {}
        for step in answer.document_changes or []:
            assert isinstance(step, types.TextDocumentEdit)
            (edit,) = step.edits
            changed[step.text_document.uri] = edit.new_text
        assert set(changed) == {editor.uri(path) for path in (TREND, CHART, "content/sources.yml")}
        assert "[@nieuwe-bron]" in changed[editor.uri(TREND)]
        with pytest.raises(Exception, match="kan geen sleutel van een bron zijn"):
            await editor.client.text_document_rename_async(types.RenameParams(**at, new_name="een bron"))

    edit(sample, steps)


def test_without_a_report_or_its_library_the_server_does_not_start(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from trendrapport.cli import main

    done = CliRunner().invoke(main, ["lsp", "--root", str(tmp_path)])
    assert done.exit_code == 2
    assert "Begin met: trendrapport init" in done.stderr


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_place_in_a_report_has_something_to_offer_or_nothing_and_never_fails(
    tmp_path: Path, language: str
) -> None:
    """A cursor at each character of each file of the sample."""
    new_report.init(tmp_path / "report", "nl" if language == "nl" else "en")
    for file in (tmp_path / "report").rglob("*.*"):
        if file.suffix not in {".yml", ".md"}:
            continue
        path = file.relative_to(tmp_path / "report").as_posix()
        lines = file.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            for column in range(len(line) + 1):
                spot(path, lines, number, column)


KEYS = some.sampled_from(["a", "title", "x-y", "naam"])
VALUES = some.one_of(some.sampled_from(["een", "twee woorden", "3", ""]), some.booleans())
DATA = some.recursive(
    VALUES,
    lambda inner: some.one_of(
        some.dictionaries(KEYS, inner, min_size=1, max_size=3), some.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(some.dictionaries(KEYS, DATA, min_size=1, max_size=3), some.sampled_from([2, 4]))
def test_a_cursor_at_the_start_of_each_value_is_in_that_value(data: dict[str, Any], indent: int) -> None:
    """Of any data as a program writes it; the parser of the files knows where each value is."""
    text = yaml.safe_dump(data, indent=indent, sort_keys=False)
    lines = text.split("\n")
    for path, position in positions("any.yml", text, 1).items():
        line, column = position.value
        if not path or lines[line - 1][column - 1 :].startswith("- "):
            continue
        found = cursor(lines, line - 1, column - 1)
        assert found is not None
        assert (found.at, found.typed) == (path, "")


@given(some.lists(some.text(alphabet="ab:- #|>[]{},'\"\t &*!", max_size=12), min_size=1, max_size=8))
def test_any_text_has_a_cursor_or_none(lines: list[str]) -> None:
    """Half a word, a loose bracket or a tab never fails."""
    for number, line in enumerate(lines):
        cursor(lines, number, len(line))

"""The command `trendrapport`: arguments, printing and exit codes (0 clean, 1 problems, 2 could not run)."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

from trendrapport import __version__
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.diagnostics.visible import visible
from trendrapport.runtime.failures import reason
from trendrapport.runtime.interrupt import end

if TYPE_CHECKING:
    from trendrapport.pipeline import Result


class _Commands(click.Group):
    """The commands; what keeps one from running or ends it is printed in words, with exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (CannotRunError, OSError) as error:
            _could_not(_reason(error))
        except KeyboardInterrupt:
            end()


class _Examples(click.Command):
    """A command whose help keeps the lines of its example."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            formatter.write(f"\nVoorbeeld / example:\n  {self.epilog}\n")


_ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=".",
    help="Map van het rapport. / The report's folder.",
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    help="Vorm van de meldingen. / Format of the findings.",
)
_CODE = click.option(
    "--code/--no-code",
    default=True,
    help="Voer charts/*.py uit, of juist niet. / Run charts/*.py, or refuse to.",
)
_WORK = click.option(
    "--work",
    default="build",
    show_default=True,
    help="Map voor tussenresultaten. / Folder for stored results.",
)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Voorbeeld / example: trendrapport build --strict",
)
@click.version_option(__version__)
def main() -> None:
    """Maak van Markdown, YAML en tabellen een trendrapport. / Turn Markdown, YAML and tables into a trend
    report.
    """


@main.command(cls=_Examples, epilog="trendrapport check --format github")
@_ROOT
@_FORMAT
@_WORK
@click.option(
    "--strict", is_flag=True, help="Behandel waarschuwingen als fouten. / Treat warnings as errors."
)
def check(root: Path, form: str, work: str, strict: bool) -> None:  # noqa: FBT001
    """Meld alles wat er niet klopt. / List every problem."""
    _report_at(root)
    from trendrapport import pipeline

    result = pipeline.check(root, _tell, work)
    _show(result, form)
    if not result.diagnostics:
        _say(result, _nothing_found(result))
    sys.exit(_code(result, strict=strict))


def _nothing_found(result: Result) -> Text:
    parts, charts = _counted("part", result.parts), _counted("chart", result.charts)
    return Text(
        nl=f"Niets gevonden: {parts.nl}, {charts.nl} gecontroleerd.",
        en=f"Nothing found: {parts.en}, {charts.en} checked.",
    )


@main.command(cls=_Examples, epilog="trendrapport build --strict --output public")
@_ROOT
@_FORMAT
@click.option("--strict", is_flag=True, help="Stop ook bij waarschuwingen. / Stop at warnings too.")
@click.option("--drafts", is_flag=True, help="Neem ook concepten op. / Include drafts.")
@click.option(
    "--edition", "editions", multiple=True, help="Bouw alleen deze editie. / Build only this edition."
)
@click.option(
    "--municipality",
    "municipalities",
    multiple=True,
    help="Maak dia's voor deze gemeente. / Make slides for this municipality.",
)
@click.option(
    "--output",
    default="site",
    show_default=True,
    help="Map waarin de site komt. / Folder to write the site to.",
)
@_WORK
@_CODE
@click.option(
    "--verify",
    is_flag=True,
    help="Vertrouw niets uit eerdere builds. / Do not trust results of earlier builds.",
)
def build(
    root: Path,
    form: str,
    strict: bool,
    drafts: bool,
    editions: tuple[str, ...],
    municipalities: tuple[str, ...],
    output: str,
    work: str,  # noqa: FBT001, PLR0913
    verify: bool,
    code: bool,
) -> None:  # noqa: FBT001
    """Bouw de site. / Build the site."""
    _report_at(root)
    from trendrapport import pipeline

    start = time.perf_counter()
    options = pipeline.Options(strict, drafts, editions, output, work, verify, municipalities, code)
    try:
        result = pipeline.build(root, options, _progress, _tell)
    finally:
        pipeline.stop()
    _show(result, form)
    if not result.built:
        _say(result, _NOT_BUILT)
        sys.exit(1)
    _show_left_out(result)
    _say(result, _built(result, time.perf_counter() - start, Path(root, output, "index.html")))


_NOT_BUILT = Text(
    nl="De site is niet gebouwd; de vorige versie is niet veranderd.",
    en="The site was not built; the previous version is unchanged.",
)


def _built(result: Result, seconds: float, home: Path) -> Text:
    """What was built, how long that took, and the page to open."""
    counts = (
        _counted("page", result.pages),
        _counted("chart", result.charts),
        _counted("warning", len(result.diagnostics)),
    )
    shown = f"{seconds:.1f}"
    if result.language == "nl":
        shown = shown.replace(".", ",")
    end = f"{shown} s. Open {home}"
    return Text(
        nl=", ".join([*(count.nl for count in counts), end]),
        en=", ".join([*(count.en for count in counts), end]),
    )


@main.command(cls=_Examples, epilog="trendrapport serve --port 8000")
@_ROOT
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Poort; 0 kiest een vrije. / Port; 0 picks a free one.",
)
@click.option("--drafts/--no-drafts", default=True, help="Toon ook concepten. / Show drafts too.")
@click.option(
    "--documents/--no-documents",
    default=False,
    help="Maak ook documenten en open data. / Make documents and open data too.",
)
@_CODE
@_WORK
def serve(root: Path, port: int, drafts: bool, documents: bool, code: bool, work: str) -> None:  # noqa: FBT001
    """Toon de site, en bouw bij elke wijziging opnieuw. / Show the site, and rebuild on each change."""
    _report_at(root)
    from trendrapport import pipeline
    from trendrapport.site import serving
    from trendrapport.site.preview import Outcome

    preview = pipeline.work_folder(root, work) / "preview"
    output = str(Path(work, "preview"))
    options = pipeline.Options(drafts=drafts, output=output, work=work, code=code, documents=documents)

    def rebuild() -> Outcome:
        try:
            result = pipeline.build(root, options, tell=_tell)
        except (CannotRunError, OSError) as error:
            click.echo(_reason(error), err=True)
            return Outcome(failure=_reason(error))
        _show(result, "text")
        _show_left_out(result)
        _say(result, _UPDATED if result.built else _LAST_GOOD)
        return Outcome(result.diagnostics, result.language, result.built, address=result.address)

    try:
        serving.serve(root, preview, port, rebuild)
    finally:
        pipeline.stop()


_UPDATED = Text(nl="Bijgewerkt.", en="Updated.")
_LAST_GOOD = Text(nl="De laatste goede site blijft staan.", en="The last good site stays in place.")


@main.command(cls=_Examples, epilog='trendrapport new trend "Digitale weerbaarheid" --edition 2026')
@click.argument("kind")
@click.argument("title")
@_ROOT
@click.option("--edition", help="Editie; anders de nieuwste. / Edition; by default the newest.")
def new(kind: str, title: str, root: Path, edition: str | None) -> None:
    """Maak een beginbestand dat elk veld uitlegt. / Create a starter file that explains every field.

    KIND: trend, interview, column, foreword, edition, instrument, page, person, source, term, milestone,
    key-figure, inspiration, chart.
    """
    _report_at(root)
    from trendrapport.starters import writing as starters

    for path in starters.write(root, kind, title, edition):
        click.echo(path)


@main.command(cls=_Examples, epilog="trendrapport init mijn-rapport")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Taal van het rapport. / Language of the report.",
)
def init(folder: Path, language: Literal["nl", "en"]) -> None:
    """Begin een eigen rapport, met een voorbeeld. / Start your own report, with a sample."""
    from trendrapport.starters import schemas
    from trendrapport.starters import writing as starters

    starters.init(folder, language)
    schemas.write(folder / ".schema", language)
    (folder / ".vscode" / "settings.json").write_bytes(schemas.editor_settings(".schema"))
    click.echo(f"trendrapport build --root {folder}")


@main.command(cls=_Examples, epilog="trendrapport schema --output .schema --language nl")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    show_default=True,
    help="Map waarin de schema's komen. / Folder to write to.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Taal van de uitleg. / Language of the explanations.",
)
def schema(output: Path, language: Literal["nl", "en"]) -> None:
    """Schrijf JSON Schema's, waarmee een teksteditor velden uitlegt en aanvult. / Write JSON Schemas, so that
    a text editor can explain and complete fields.
    """
    from trendrapport.starters import schemas

    for path in schemas.write(output, language):
        click.echo(path)


_CANNOT = Text(
    nl='Kan niet lezen of schrijven: "{path}": {reason}.', en='Cannot read or write: "{path}": {reason}.'
)


def _reason(error: CannotRunError | OSError) -> str:
    """Why a command can do nothing, such as a folder that may not be written or a full disk."""
    if isinstance(error, CannotRunError):
        return str(error)
    message = _CANNOT.filled(path=error.filename or "", reason=reason(error))
    return f"{visible(message.nl)}\n{visible(message.en)}"


def _could_not(why: str) -> NoReturn:
    click.echo(why, err=True)
    sys.exit(2)


def _report_at(root: Path) -> None:
    """Ends the command when a folder holds no report."""
    settings = root / "site_config.yml"
    if not settings.is_file():
        _could_not(
            f'Hier is geen rapport: "{settings}" ontbreekt. Begin met: trendrapport init MAP\n'
            f'There is no report here: "{settings}" is missing. Start with: trendrapport init DIR'
        )


def _show(result: Result, form: str) -> None:
    """Prints the findings, and in text how many there are."""
    from importlib import import_module

    printer = import_module(f"trendrapport.diagnostics.printers.{form}")
    shown = printer.show(result.diagnostics, result.language)
    if not shown:
        return
    if form != "text":
        click.echo(shown)
        return
    lines = [_coloured(line) for line in shown.split("\n")]
    click.echo("\n".join(lines), color=False if os.environ.get("NO_COLOR") else None)
    number = sum(finding.severity.value == "error" for finding in result.diagnostics)
    errors, warnings = _counted("error", number), _counted("warning", len(result.diagnostics) - number)
    _say(result, Text(nl=f"{errors.nl}, {warnings.nl}.", en=f"{errors.en}, {warnings.en}."))


def _show_left_out(result: Result) -> None:
    if result.left_out:
        click.echo(result.left_out, err=True)


def _coloured(line: str) -> str:
    """Position and message bold, the severity in its colour; why and how to fix it as they are."""
    match = re.match(r"(.*?:\d+:\d+: )(\w+)(.*)", line, re.ASCII)
    if not match or line.startswith("  "):
        return line
    position, severity, message = match.groups()
    colour = "red" if severity in {"fout", "error"} else "yellow"
    return (
        click.style(position, bold=True)
        + click.style(severity, fg=colour, bold=True)
        + click.style(message, bold=True)
    )


_ONE = {
    "part": Text(nl="onderdeel", en="part"),
    "chart": Text(nl="grafiek", en="chart"),
    "page": Text(nl="pagina", en="page"),
    "error": Text(nl="fout", en="error"),
    "warning": Text(nl="waarschuwing", en="warning"),
}
_MORE = {
    "part": Text(nl="onderdelen", en="parts"),
    "chart": Text(nl="grafieken", en="charts"),
    "page": Text(nl="pagina's", en="pages"),
    "error": Text(nl="fouten", en="errors"),
    "warning": Text(nl="waarschuwingen", en="warnings"),
}


def _counted(name: str, number: int) -> Text:
    """How many there are of something."""
    words = _ONE[name] if number == 1 else _MORE[name]
    return Text(nl=f"{number} {words.nl}", en=f"{number} {words.en}")


def _say(result: Result, message: Text) -> None:
    """Prints a message in the report's language."""
    click.echo(message.of(result.language), err=True)


def _tell(message: Text) -> None:
    """Prints a message in both languages, before the report's language is known."""
    click.echo(f"{message.nl}\n{message.en}", err=True)


def _progress(stage: str, done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{stage} {done}/{of}", nl=done == of, err=True)


def _code(result: Result, *, strict: bool) -> int:
    """The exit code for what was found."""
    return int(any(strict or finding.severity.value == "error" for finding in result.diagnostics))

"""The command `trendrapport`: arguments, printing and exit codes (0 clean, 1 problems, 2 could not run)."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from typing import Any, Literal, NoReturn

import click

from trendrapport import __version__
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.diagnostics.visible import visible
from trendrapport.runtime.failures import reason
from trendrapport.runtime.interrupt import end


class _Commands(click.Group):
    """The commands; what keeps one from running or ends it is told in words, with exit code 2."""

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
    help="Vorm van de meldingen. / Form of the messages.",
)
_CODE = click.option(
    "--code/--no-code",
    default=True,
    help=("Voer charts/*.py uit; --no-code weigert dat. / Run charts/*.py; --no-code refuses to."),
)
_WORK = click.option(
    "--work",
    default="build",
    show_default=True,
    help="Map voor wat bewaard wordt. / Folder for what is kept between runs.",
)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=("Voorbeeld / example: trendrapport build --strict"),
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
@click.option("--strict", is_flag=True, help="Ook waarschuwingen zijn fout. / Warnings count as errors.")
def check(root: Path, form: str, work: str, strict: bool) -> None:  # noqa: FBT001
    """Meld alles wat er niet klopt. / List everything that is wrong."""
    _report_at(root)
    from trendrapport import pipeline

    result = pipeline.check(root, _tell, work)
    _show(result, form)
    if not result.diagnostics:
        _say(
            result,
            f"Niets gevonden: {_count(result.parts, 'onderdeel', 'onderdelen')}, "
            f"{_count(result.charts, 'grafiek', 'grafieken')} gecontroleerd.",
            (
                f"Nothing found: {_count(result.parts, 'part', 'parts')}, "
                f"{_count(result.charts, 'chart', 'charts')} checked."
            ),
        )
    sys.exit(_code(result, strict=strict))


@main.command(cls=_Examples, epilog="trendrapport build --strict --output public")
@_ROOT
@_FORMAT
@click.option("--strict", is_flag=True, help="Stop ook bij waarschuwingen. / Stop at warnings too.")
@click.option("--drafts", is_flag=True, help="Neem concepten mee. / Include drafts.")
@click.option("--edition", "editions", multiple=True, help="Alleen deze editie. / This edition only.")
@click.option("--output", default="site", show_default=True, help="Map voor de site. / Folder for the site.")
@_WORK
@_CODE
@click.option(
    "--verify",
    is_flag=True,
    help=("Lees alles opnieuw wat al gemaakt was. / Read all again that was made before."),
)
def build(
    root: Path,
    form: str,
    strict: bool,
    drafts: bool,
    editions: tuple[str, ...],
    output: str,
    work: str,  # noqa: FBT001, PLR0913
    verify: bool,
    code: bool,
) -> None:  # noqa: FBT001
    """Bouw de site. / Build the site."""
    _report_at(root)
    from trendrapport import pipeline

    start = time.perf_counter()
    options = pipeline.Options(strict, drafts, editions, output, work, verify, code)
    try:
        result = pipeline.build(root, options, _progress, _tell)
    finally:
        pipeline.stop()
    _show(result, form)
    if not result.built:
        _say(
            result,
            "De site is niet gebouwd; wat er stond, staat er nog.",
            ("The site was not built; what stood there still stands."),
        )
        sys.exit(1)
    _show_left_out(result)
    warnings, seconds = len(result.diagnostics), time.perf_counter() - start
    shown = f"{seconds:.1f}".replace(".", "," if result.language == "nl" else ".")
    end = f"{shown} s. Open {Path(root, output, 'index.html')}"
    nl = (
        _count(result.pages, "pagina", "pagina's"),
        _count(result.charts, "grafiek", "grafieken"),
        _count(warnings, "waarschuwing", "waarschuwingen"),
        end,
    )
    en = (
        _count(result.pages, "page", "pages"),
        _count(result.charts, "chart", "charts"),
        _count(warnings, "warning", "warnings"),
        end,
    )
    _say(result, ", ".join(nl), ", ".join(en))


@main.command(cls=_Examples, epilog="trendrapport serve --port 8000")
@_ROOT
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help=("Poort; 0 is een vrije. / Port; 0 is a free one."),
)
@click.option("--drafts/--no-drafts", default=True, help="Toon concepten. / Show drafts.")
@_CODE
@_WORK
def serve(root: Path, port: int, drafts: bool, code: bool, work: str) -> None:  # noqa: FBT001
    """Toon de site en bouw bij elke wijziging opnieuw. / Show the site and rebuild on each change."""
    _report_at(root)
    from trendrapport import pipeline
    from trendrapport.site import serving
    from trendrapport.site.preview import Told

    preview = pipeline.place_of_work(root, work) / "preview"
    options = pipeline.Options(drafts=drafts, output=str(Path(work, "preview")), work=work, code=code)

    def rebuild() -> Told:
        try:
            result = pipeline.build(root, options, tell=_tell)
        except (CannotRunError, OSError) as error:
            click.echo(_reason(error), err=True)
            return Told(failure=_reason(error))
        _show(result, "text")
        _show_left_out(result)
        _say(
            result,
            "Bijgewerkt." if result.built else "De laatste goede site blijft staan.",
            "Updated." if result.built else "The last good site stays.",
        )
        return Told(result.diagnostics, result.language, result.built, address=result.address)

    try:
        serving.serve(root, preview, port, rebuild)
    finally:
        pipeline.stop()


@main.command(cls=_Examples, epilog='trendrapport new trend "Digitale weerbaarheid" --edition 2026')
@click.argument("kind")
@click.argument("title")
@_ROOT
@click.option("--edition", help="Editie; zonder is het de nieuwste. / Edition; the newest if left out.")
def new(kind: str, title: str, root: Path, edition: str | None) -> None:
    """Maak een beginbestand waarin elk veld uitgelegd is. / Write a starter file in which every field is
    explained.

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
    "--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Taal. / Language."
)
def init(folder: Path, language: Literal["nl", "en"]) -> None:
    """Begin een eigen rapport met een voorbeeld. / Start a report of your own with a sample."""
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
    help="Map. / Folder.",
)
@click.option(
    "--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Taal. / Language."
)
def schema(output: Path, language: Literal["nl", "en"]) -> None:
    """Schrijf JSON Schema's, waarmee een tekstverwerker velden uitlegt en aanvult. / Write JSON Schemas for
    editors.
    """
    from trendrapport.starters import schemas

    for path in schemas.write(output, language):
        click.echo(path)


_CANNOT = Text(
    nl='Kan niet lezen of schrijven: "{path}": {reason}.', en=('Cannot read or write: "{path}": {reason}.')
)


def _reason(error: CannotRunError | OSError) -> str:
    """Why a command can do nothing, such as a folder that may not be written or a full disk."""
    if isinstance(error, CannotRunError):
        return str(error)
    told = _CANNOT.filled(path=error.filename or "", reason=reason(error))
    return f"{visible(told.nl)}\n{visible(told.en)}"


def _could_not(why: str) -> NoReturn:
    click.echo(why, err=True)
    sys.exit(2)


def _report_at(root: Path) -> None:
    if not (root / "site_config.yml").is_file():
        _could_not(
            f'Hier is geen rapport: "{root / "site_config.yml"}" ontbreekt. Begin met: trendrapport init '
            f"MAP\n"
            f'There is no report here: "{root / "site_config.yml"}" is missing. Start with: '
            f"trendrapport init DIR"
        )


def _show(result: Any, form: str) -> None:  # noqa: ANN401
    from importlib import import_module

    printer = import_module(f"trendrapport.diagnostics.printers.{form}")
    shown = printer.show(result.diagnostics, result.language)
    if shown and form == "text":
        errors = sum(d.severity.value == "error" for d in result.diagnostics)
        click.echo(
            "\n".join(_coloured(line) for line in shown.split("\n")),
            color=False if os.environ.get("NO_COLOR") else None,
        )
        warnings = len(result.diagnostics) - errors
        _say(
            result,
            (f"{_count(errors, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."),
            f"{_count(errors, 'error', 'errors')}, {_count(warnings, 'warning', 'warnings')}.",
        )
    elif shown:
        click.echo(shown)


def _show_left_out(result: Any) -> None:  # noqa: ANN401
    if result.left_out:
        click.echo(result.left_out, err=True)


def _coloured(line: str) -> str:
    """Place and message bold, the sort of message in its colour; why and how to mend it as they are."""
    match = None if line.startswith("  ") else re.match(r"(.*?:\d+:\d+: )(\w+)(.*)", line, re.ASCII)
    if not match:
        return line
    colour = "red" if match[2] in {"fout", "error"} else "yellow"
    return (
        click.style(match[1], bold=True)
        + click.style(match[2], fg=colour, bold=True)
        + click.style(match[3], bold=True)
    )


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _say(result: Any, nl: str, en: str) -> None:  # noqa: ANN401
    click.echo(nl if result.language == "nl" else en, err=True)


def _tell(told: Text) -> None:
    click.echo(f"{told.nl}\n{told.en}", err=True)


def _progress(stage: str, done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{stage} {done}/{of}", nl=done == of, err=True)


def _code(result: Any, *, strict: bool) -> int:  # noqa: ANN401
    return int(any(strict or d.severity.value == "error" for d in result.diagnostics))

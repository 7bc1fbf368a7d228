"""Shows a report while it is being written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.terminal.ending import expect_report, why
from trendrapport.terminal.options import CODE, ROOT, WORK, Examples
from trendrapport.terminal.printing import say, show, show_left_out, show_progress, tell

if TYPE_CHECKING:
    from trendrapport.pipeline import Options
    from trendrapport.site.browser_forms.answering import EditingDesk

_UPDATED = Text(nl="Bijgewerkt.", en="Updated.")
_LAST_GOOD = Text(nl="De laatste goede site blijft staan.", en="The last good site stays in place.")


@click.command(cls=Examples, epilog="trendrapport serve --port 8000")
@ROOT
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
@click.option(
    "--editor",
    type=click.Choice(["vscode", "zed", "idea", "sublime", "none"]),
    default="vscode",
    show_default=True,
    help="Teksteditor waarin meldingen openen. / Text editor in which findings open.",
)
@click.option(
    "--share",
    type=click.Path(path_type=Path),
    help="Maak alleen een zip of map voor een collega. / Only make a zip or folder for a colleague.",
)
@click.option("--edit", is_flag=True, help="Bewerk teksten in de browser. / Edit texts in the browser.")
@CODE
@WORK
def command(  # noqa: PLR0913
    root: Path,
    port: int,
    drafts: bool,
    documents: bool,
    editor: str,
    share: Path | None,
    edit: bool,
    code: bool,
    work: str,
) -> None:
    """Toon de site, en bouw bij elke wijziging opnieuw. / Show the site, and rebuild on each change."""
    expect_report(root)
    from trendrapport import pipeline
    from trendrapport.pipeline.desk import Desk
    from trendrapport.runtime import garbage
    from trendrapport.site import serving
    from trendrapport.site.preview import Outcome

    preview = pipeline.work_folder(root, work) / "preview"
    output = str(Path(work, "preview"))
    options = pipeline.Options(
        drafts=drafts, output=output, work=work, code=code, documents=documents, in_place=True
    )

    if share is not None:
        _share(root, options, preview, share)
        return

    def rebuild() -> Outcome:
        try:
            result = pipeline.build(root, options, tell=tell)
        except (CannotRunError, OSError) as error:
            click.echo(why(error), err=True)
            return Outcome(failure=why(error), root=root)
        show(result.diagnostics, result.language, "text")
        show_left_out(result.left_out)
        say(_UPDATED if result.built else _LAST_GOOD, result.language)
        return Outcome(
            result.diagnostics,
            result.language,
            result.built,
            address=result.address,
            root=root,
            editor=editor.replace("none", ""),
        )

    # After each rebuild, an editor would wait for it.
    garbage.seldom()
    try:
        serving.serve(root, preview, port, rebuild, Desk(root).look, _editing(root) if edit else None)
    finally:
        pipeline.stop()


def _editing(root: Path) -> EditingDesk:
    """The page on which texts are edited."""
    from trendrapport.pipeline.forms import FormsFolder
    from trendrapport.site.browser_forms.answering import EditingDesk

    return EditingDesk(FormsFolder(root))


def _share(root: Path, options: Options, preview: Path, place: Path) -> None:
    """Builds the preview once, and writes it to a place for somebody else."""
    from trendrapport import pipeline
    from trendrapport.site import sharing

    sharing.expect_free(place)
    try:
        result = pipeline.build(root, options, show_progress, tell)
    finally:
        pipeline.stop()
    show(result.diagnostics, result.language, "text")
    if not result.built:
        sys.exit(1)
    sharing.share(preview, place)
    click.echo(place)

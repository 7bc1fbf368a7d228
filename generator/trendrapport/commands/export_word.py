"""Makes Word documents of texts, for who reviews them."""

from __future__ import annotations

from pathlib import Path

import click

from trendrapport.diagnostics import Text
from trendrapport.diagnostics.visible import visible
from trendrapport.terminal.ending import expect_report
from trendrapport.terminal.language import language_of
from trendrapport.terminal.options import ROOT, WORK, Examples
from trendrapport.terminal.printing import say, tell

_EARLY = {
    "draft": Text(nl="concept", en="draft"),
    "review": Text(nl="ter beoordeling", en="in review"),
}
_FROM = Text(nl="nog niet gepubliceerd: vanaf {day}", en="not published yet: from {day}")
_NEXT = Text(
    nl="Komt het terug, vergelijk het dan: trendrapport import BESTAND --into TEKST",
    en="When it comes back, compare it: trendrapport import FILE --into TEXT",
)


@click.command(cls=Examples, epilog="trendrapport export-word digitale-veiligheid --output ~/Documents")
@click.argument("names", nargs=-1, metavar="[ENTRY]...")
@ROOT
@WORK
@click.option("--edition", help="Alle teksten van deze editie. / All texts of this edition.")
@click.option("--all", "everything", is_flag=True, help="Alle teksten. / All texts.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default=".",
    help="Map voor de documenten. / Folder for the documents.",
)
def command(
    names: tuple[str, ...], root: Path, work: str, edition: str | None, everything: bool, output: Path
) -> None:
    """Maak Word-documenten om te laten nalezen. / Make Word documents to have reviewed.

    ENTRY: de naam of het pad van een tekst, ook van een concept. In het document houdt Word wijzigingen bij.
    / The name or path of a text, also of a draft. In the document, Word tracks changes.
    """
    expect_report(root)
    from trendrapport.pipeline.reviewing import Wanted, export

    language = language_of(root)
    for one in export(root, Wanted(names, edition, everything), output, tell, work):
        state = ""
        if one.early:
            state = f"  ({_EARLY.get(one.early, _FROM.filled(day=one.early)).of(language)})"
        click.echo(f"{visible(str(one.path))}{state}")
    say(_NEXT, language)

"""A download that readers cannot use, or should not open.

A PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP or ZIP in the content folder is published if a text links to it, such
as `[The whole report](report.pdf)`. Readers see its type and size.

- `download-macros`: it contains macros, or has a type meant for them (such as `.docm` and `.xlsm`): a
  reader's program could run them;
- `download-former`: a file from Office before 2007 (`.doc`, `.xls`, `.ppt`), which can contain macros without
  showing it;
- `download-broken`: it is damaged, or something else than its name says;
- `download-large`: it is larger than 25 MB;
- `download-place`: it is in a folder that the site uses for something else, such as `content/figures/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.checks.taken_address import PARTS
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding
from trendrapport.files.downloads import MOST, end_of
from trendrapport.report.report import Report

_WHY_MACROS = Text(
    nl="een macro is een programma, en kan op de computer van de lezer worden uitgevoerd",
    en="a macro is a program, and could run on the reader's computer",
)
_FAULTS: dict[str, Texts] = {
    "macros": (
        Text(
            nl='"{path}" bevat macro\'s, of is een bestandstype daarvoor',
            en='"{path}" contains macros, or is a type of file for them',
        ),
        _WHY_MACROS,
        Text(
            nl="Bewaar het zonder macro's, als DOCX, XLSX, PPTX of PDF, en vervang het bestand.",
            en="Save it without macros, as DOCX, XLSX, PPTX or PDF, and replace the file.",
        ),
    ),
    "former": (
        Text(
            nl='"{path}" is een Office-bestand van voor 2007',
            en='"{path}" is an Office file from before 2007',
        ),
        _WHY_MACROS,
        Text(
            nl="Open het, bewaar het als {better} of PDF, en vervang het bestand.",
            en="Open it, save it as {better} or PDF, and replace the file.",
        ),
    ),
    "broken": (
        Text(
            nl='"{path}" is beschadigd, of van een ander type dan de naam zegt',
            en='"{path}" is damaged, or of a different type than its name says',
        ),
        Text(nl="lezers zouden het niet kunnen openen", en="readers would not be able to open it"),
        Text(
            nl="Open het bestand zelf, en bewaar het opnieuw als {end}.",
            en="Open the file yourself, and save it again as {end}.",
        ),
    ),
    "large": (
        Text(nl='"{path}" is groter dan {most} MB', en='"{path}" is larger than {most} MB'),
        Text(
            nl="het downloaden duurt lang, en sommige webservers weigeren het",
            en="downloading it takes long, and some web servers refuse it",
        ),
        Text(
            nl="Verklein de afbeeldingen erin, of splits het bestand.",
            en="Make the images in it smaller, or split the file.",
        ),
    ),
}
_PLACE = (
    Text(
        nl='"{path}" staat in een map die de site voor iets anders gebruikt',
        en='"{path}" is in a folder that the site uses for something else',
    ),
    Text(
        nl="het zou een ander bestand van de site vervangen", en="it would replace another file of the site"
    ),
    Text(
        nl="Zet het in een andere map, zoals content/files/.",
        en="Put it in another folder, such as content/files/.",
    ),
)
_BETTER = {".doc": "DOCX", ".dot": "DOCX", ".xls": "XLSX", ".xlt": "XLSX", ".ppt": "PPTX", ".pps": "PPTX"}


def check(report: Report) -> Iterator[Diagnostic]:
    """Every file to download with a fault, whether a text links to it or not."""
    reserved = PARTS | set(report.config.outputs) - {"site"}
    for path, download in report.downloads.items():
        values = {
            "path": path,
            "end": end_of(path)[1:].upper(),
            "better": _BETTER.get(end_of(path), ""),
            "most": MOST // 1_000_000,
        }
        if download.fault:
            what, why, fix = _FAULTS[download.fault]
            yield finding(
                Location(path), f"download-{download.fault}", (what, why, fix.filled(**values)), **values
            )
        elif path.split("/")[1] in reserved:
            yield finding(Location(path), "download-place", _PLACE, path=path)

r"""Markup that means nothing here (`unread-markup`), so that readers see it as it was typed.

It comes from other programs: a bullet or a footnote mark from Word, `!!! note` from MkDocs, `:::` from
Pandoc, `[[page]]` from Obsidian, `{{ ... }}` from a template. Or it is almost right: a heading without a
space after `##`, a table without its line of dashes. Each message says what to write instead. To show the
characters themselves, put `\` before the first, or write them as code, between backticks.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, shortened, warning
from trendrapport.prose.callouts import CALLOUTS
from trendrapport.report.report import Report

_WHAT = Text(nl='"{shown}" heeft hier geen betekenis', en='"{shown}" means nothing here')
_WHY = Text(nl="lezers zien de tekens precies zo", en="readers see the characters exactly as they are here")
_OTHER = Text(
    nl="Of zet \\ voor het eerste teken als lezers het zo moeten zien.",
    en="Or put \\ before the first character if readers should see it like this.",
)

_FIXES: dict[str, Text] = {
    "heading-without-space": Text(
        nl='Zet een spatie tussen # en de kop: "## Kop".',
        en='Put a space between # and the heading: "## Heading".',
    ),
    "table-without-line": Text(
        nl='Zet onder de kopregel van de tabel een regel met streepjes: "| --- | --- |".',
        en='Put a line of dashes below the header row of the table: "| --- | --- |".',
    ),
    "table-columns": Text(
        nl="Geef de regel met streepjes evenveel cellen als de kopregel erboven.",
        en="Give the line of dashes as many cells as the header row above it.",
    ),
    "bullet": Text(nl='Begin elk punt van een lijst met "- ".', en='Start each item of a list with "- ".'),
    "task": Text(
        nl="Verwijder de haken: een lijst met aankruisvakjes is niet mogelijk.",
        en="Remove the brackets: lists with check boxes are not supported.",
    ),
    "typed-footnote": Text(
        nl="Schrijf een voetnoot als [^1], en onderaan een regel [^1]: met de noot.",
        en="Write a footnote as [^1], and add a line [^1]: with the note at the end of the text.",
    ),
    "admonition": Text(
        nl='Schrijf "> [!NOTE]", en de tekst op regels met "> " daaronder.',
        en='Write "> [!NOTE]", and the text on lines with "> " below it.',
    ),
    "unknown-callout": Text(nl="Kies uit: {callouts}.", en="Choose from: {callouts}."),
    "template": Text(
        nl=("Verwijder dit. Een figuur is ```figure naam, en een afbeelding ![wat erop staat](bestand.jpg)."),
        en="Remove this. A figure is ```figure name, and an image ![what it shows](file.jpg).",
    ),
    "attributes": Text(
        nl="Verwijder dit: een kop krijgt vanzelf een naam, en de opmaak is overal gelijk.",
        en="Remove this: a heading gets its name automatically, and the look is the same everywhere.",
    ),
    "wiki-link": Text(
        nl=(
            "Schrijf een link als [tekst](../trends/naam.md), en een afbeelding als ![wat erop "
            "staat](bestand.jpg)."
        ),
        en="Write a link as [text](../trends/name.md), and an image as ![what it shows](file.jpg).",
    ),
    "broken-link": Text(
        nl=(
            "Schrijf een link als [tekst](adres): tekst tussen blokhaken, adres tussen ronde haken, "
            "zonder spatie ertussen."
        ),
        en=(
            "Write a link as [text](address): text in square brackets, address in round ones, no "
            "space between them."
        ),
    ),
    "highlight": Text(
        nl="Schrijf **tekst** voor vet, of *tekst* voor cursief.",
        en="Write **text** for bold, or *text* for italics.",
    ),
    "loose-mark": Text(
        nl="Zet de tekens direct tegen de woorden, zonder spatie ertussen: **zo**.",
        en="Put the characters right against the words, without a space: **like this**.",
    ),
    "formula": Text(
        nl="Schrijf de formule in woorden, of als `code`.", en="Write the formula in words, or as `code`."
    ),
    "latex": Text(
        nl="Schrijf **vet**, *cursief*, [@bron] of [^1] in plaats van LaTeX.",
        en="Write **bold**, *italics*, [@source] or [^1] instead of LaTeX.",
    ),
    "hidden-comment": Text(
        nl="Schrijf een opmerking die lezers niet zien als <!-- opmerking -->.",
        en="Write a comment that readers do not see as <!-- this -->.",
    ),
    "contents": Text(
        nl="Verwijder dit: elke pagina heeft al een inhoudsopgave.",
        en="Remove this: each page already has a table of contents.",
    ),
    "abbreviation": Text(
        nl="Zet de afkorting in content/glossary.yml.", en="Put the abbreviation in content/glossary.yml."
    ),
}
_OF_LISTS = frozenset({"bullet", "dash", "task"})
"""Marks that a list has on each of its lines; together these are one mistake.

In a text without any, a dash begins what somebody says (`said`).
"""
_TALK = Text(
    nl="Is het een gesprek, zet dan een lege regel tussen de sprekers.",
    en="If this is a conversation, put an empty line between speakers.",
)
_FIXES |= {"colons": _FIXES["admonition"], "dash": _FIXES["bullet"] + _TALK, "said": _FIXES["bullet"]}


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such mark in each text; of a list, the first line."""
    for entry in report.texts:
        marked = {(lapse.code, lapse.at.line) for lapse in entry.outline.lapses if lapse.code in _OF_LISTS}
        for lapse in entry.outline.lapses:
            goes_on = (lapse.code, lapse.at.line - 1) in marked
            if lapse.code == "said" and not marked:
                continue
            if not goes_on and (fix := _FIXES.get(lapse.code)):
                at = entry.in_text(lapse.at)
                yield warning(at, "unread-markup", _texts(lapse.shown, fix))


def _texts(shown: str, fix: Text) -> Texts:
    choices = ", ".join(f"[!{name.upper()}]" for name in CALLOUTS)
    return _WHAT.filled(shown=shortened(shown.split("\n")[0])), _WHY, fix.filled(callouts=choices) + _OTHER

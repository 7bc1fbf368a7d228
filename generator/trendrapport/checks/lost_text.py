"""Text that readers would not see, or a reference in a text that leads nowhere.

Markdown never complains. What it cannot read, it leaves out or shows as it was typed.

- `open-block`: a block (```` ```figure name ````) that is not closed, which swallows all text below it; close
  it with ```` ``` ````;
- `text-in-block`: text inside a block that does not show any, such as a figure;
- `indented-block`, `other-block`, `block-on-one-line`, `other-fence`: a block that is shown as code or text,
  because it is indented, has an unknown name, is on one line, or is between curly quotation marks;
- `indented-text`, `year-as-number` (warnings): a paragraph that is indented, which makes it code, or that
  begins with a year and a full stop, which makes it a numbered list;
- `empty-callout`: `> [!NOTE]` without lines that begin with `> ` below it;
- `open-comment`, `text-after-comment`: a comment (`<!-- ... -->`) that is not closed, or that has text after
  it on its line;
- `undefined-footnote`, `unused-footnote`, `footnote-twice`: `[^1]` without a line `[^1]: ...`, such a line
  that nothing refers to, or two of them;
- `unused-definition`, `definition-twice`: a line `[1]: ...`, which is the address of a link; for a footnote,
  write `[^1]: ...`;
- `surplus-cell`, `text-in-table`: a row with more cells than the table has headings, or a line right below a
  table, which becomes its last row;
- `line-below-text`: a line of dashes right below a paragraph, which turns that into a heading;
- `too-deep`: so many open brackets in one paragraph that reading it would take minutes;
- `unread-citation`: something that is almost `[@source]` or `[@fig:name]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendrapport.diagnostics import (
    Diagnostic,
    Text,
    Texts,
    did_you_mean,
    every_filled,
    finding,
    shortened,
    warning,
)
from trendrapport.prose.html import BLOCKS
from trendrapport.prose.outline import Lapse
from trendrapport.report.report import Report

_GONE = Text(nl="lezers zouden die tekst niet krijgen", en="readers would not get that text")
_AS_TYPED = Text(
    nl="lezers zouden de tekens zien zoals ze hier staan",
    en="readers would see the characters as they stand here",
)
_AS_CODE = Text(nl="het zou als programmacode getoond worden", en="it would be shown as program code")
_CLOSE = Text(nl="Zet na het blok een regel met alleen ```.", en="Put a line with only ``` after the block.")

_TEXTS: dict[str, Texts] = {
    "open-block": (
        Text(nl='het blok "{shown}" is niet afgesloten', en='the block "{shown}" is not closed'),
        Text(
            nl="alle tekst eronder hoort dan bij het blok, en verdwijnt of wordt programmacode",
            en="all text below it then belongs to the block, and disappears or becomes program code",
        ),
        _CLOSE,
    ),
    "text-in-block": (
        Text(nl='in een blok "{shown}" kan geen tekst staan', en='no text can stand in a block "{shown}"'),
        _GONE,
        Text(nl="Zet de tekst onder de regel met ```.", en="Put the text below the line with ```."),
    ),
    "indented-block": (
        Text(nl='het blok "{shown}" is te ver ingesprongen', en='the block "{shown}" is indented too far'),
        _AS_CODE,
        Text(
            nl="Begin de regel zonder spaties of tabs, ook die met het afsluitende ```.",
            en="Start the line without blanks or tabs, also the one with the closing ```.",
        ),
    ),
    "other-block": (
        Text(nl="dit blok bestaat niet", en="this block does not exist"),
        _AS_CODE,
        Text(
            nl="Schrijf ```{shown}, een spatie en een naam. Er zijn: {blocks}.",
            en="Write ```{shown}, a blank and a name. There are: {blocks}.",
        ),
    ),
    "block-on-one-line": (
        Text(nl='het blok "{shown}" staat op een regel', en='the block "{shown}" stands on one line'),
        _AS_CODE,
        Text(
            nl="Zet het afsluitende ``` op een eigen regel.", en="Put the closing ``` on a line of its own."
        ),
    ),
    "other-fence": (
        Text(nl='"{shown}" begint geen blok', en='"{shown}" begins no block'),
        _AS_TYPED,
        Text(
            nl="Begin het blok met drie backticks (```), en sluit het er ook mee.",
            en="Start the block with three backticks (```), and close it with them too.",
        ),
    ),
    "indented-text": (
        Text(
            nl='"{shown}" is ingesprongen met vier spaties of een tab',
            en='"{shown}" is indented with four blanks or a tab',
        ),
        _AS_CODE,
        Text(
            nl="Haal het inspringen weg. Is het code, zet die dan tussen regels met ```.",
            en="Remove the indentation. If it is code, put it between lines with ```.",
        ),
    ),
    "year-as-number": (
        Text(
            nl='"{shown}" aan het begin van de regel begint een genummerde lijst',
            en='"{shown}" at the beginning of the line begins a numbered list',
        ),
        Text(nl="lezers zien een lijst in plaats van een zin", en="readers see a list instead of a sentence"),
        Text(
            nl="Zet \\ voor de punt, of begin de zin anders.",
            en="Put \\ before the point, or begin the sentence otherwise.",
        ),
    ),
    "empty-callout": (
        Text(nl='onder "{shown}" staat geen tekst', en='there is no text below "{shown}"'),
        Text(nl="lezers zouden een leeg blok zien", en="readers would see an empty block"),
        Text(nl='Begin elke regel van de tekst met "> ".', en='Start each line of the text with "> ".'),
    ),
    "open-comment": (
        Text(nl="deze opmerking (<!--) is niet afgesloten", en="this comment (<!--) is not closed"),
        Text(
            nl="de tekst erachter verdwijnt, of lezers zien de opmerking",
            en="the text behind it disappears, or readers see the comment",
        ),
        Text(nl="Zet --> achter de opmerking.", en="Put --> behind the comment."),
    ),
    "text-after-comment": (
        Text(
            nl='"{shown}" staat op de regel van een opmerking', en='"{shown}" stands on the line of a comment'
        ),
        Text(nl="zo'n regel is geen Markdown meer", en="such a line is no longer Markdown"),
        Text(
            nl="Zet de tekst op een eigen regel, met een lege regel ervoor.",
            en="Put the text on a line of its own, after a blank line.",
        ),
    ),
    "undefined-footnote": (
        Text(nl='de voetnoot "{shown}" bestaat niet', en='the footnote "{shown}" does not exist'),
        _AS_TYPED,
        Text(
            nl='Schrijf onderaan een regel "{shown}: ..." met de noot, of haal de verwijzing weg.',
            en='Write a line "{shown}: ..." with the note at the end, or remove the reference.',
        ),
    ),
    "unused-footnote": (
        Text(
            nl='nergens in de tekst wordt naar de voetnoot "{shown}" verwezen',
            en='nothing in the text refers to the footnote "{shown}"',
        ),
        _GONE,
        Text(
            nl='Zet "{shown}" op de plaats waar de noot bij hoort, of haal de noot weg.',
            en='Put "{shown}" where the note belongs, or remove the note.',
        ),
    ),
    "footnote-twice": (
        Text(nl='de voetnoot "{shown}" staat er twee keer', en='the footnote "{shown}" stands twice'),
        Text(nl="lezers zouden alleen de laatste krijgen", en="readers would only get the last one"),
        Text(
            nl="Geef een van beide een andere naam, of voeg ze samen.",
            en="Give one of them another name, or join them.",
        ),
    ),
    "unused-definition": (
        Text(
            nl='"{shown}" wordt gelezen als het adres van een link, maar geen link verwijst ernaar',
            en='"{shown}" is read as the address of a link, but no link refers to it',
        ),
        _GONE,
        Text(
            nl="Schrijf [^1] en [^1]: ... voor een voetnoot, of zet \\ voor het eerste teken als lezers "
            "deze regel moeten zien.",
            en="Write [^1] and [^1]: ... for a footnote, or put \\ before the first character if "
            "readers are to see this line.",
        ),
    ),
    "definition-twice": (
        Text(
            nl='voor "{shown}" staat al een andere regel met dezelfde naam',
            en='there is a line of the same name before "{shown}"',
        ),
        Text(nl="alleen de eerste geldt", en="only the first one counts"),
        Text(
            nl="Geef deze een andere naam, of verwijder hem.", en="Give this one another name, or remove it."
        ),
    ),
    "surplus-cell": (
        Text(
            nl='de cel "{shown}" valt buiten de tabel: die heeft minder kolommen',
            en='the cell "{shown}" falls outside the table, which has fewer columns',
        ),
        _GONE,
        Text(
            nl="Geef de tabel een kolom meer, of schrijf \\| voor een streep die geen nieuwe cel begint.",
            en="Give the table one more column, or write \\| for a bar that begins no new cell.",
        ),
    ),
    "text-in-table": (
        Text(nl='"{shown}" staat direct onder een tabel', en='"{shown}" stands right below a table'),
        Text(
            nl="lezers zouden het als laatste rij van de tabel zien",
            en="readers would see it as the last row of the table",
        ),
        Text(
            nl="Zet er een lege regel voor; een bijschrift is een gewone alinea.",
            en="Put a blank line before it; a caption is an ordinary paragraph.",
        ),
    ),
    "line-below-text": (
        Text(
            nl='de regel "{shown}" maakt van de alinea erboven een kop',
            en='the line "{shown}" makes a heading of the paragraph above it',
        ),
        Text(
            nl="lezers zien de hele alinea groot, en in de inhoudsopgave",
            en="readers see the whole paragraph large, and in the list of contents",
        ),
        Text(
            nl="Zet een lege regel tussen de alinea en de streep.",
            en="Put a blank line between the paragraph and the line.",
        ),
    ),
    "too-deep": (
        Text(
            nl="in deze alinea staan te veel haken [ die niet gesloten zijn",
            en="too many brackets [ in this paragraph are not closed",
        ),
        Text(nl="zo'n tekst lezen zou minuten duren", en="it would take minutes to read such a text"),
        Text(
            nl="Sluit de haken, of zet een lege regel tussen alinea's.",
            en="Close the brackets, or put blank lines between paragraphs.",
        ),
    ),
    "unread-citation": (
        Text(nl='"{shown}" is bijna een verwijzing', en='"{shown}" is nearly a reference'),
        _AS_TYPED,
        Text(
            nl=(
                "Schrijf [@bron] voor een bron, [@een; @twee, p. 3] voor meer, en [@fig:naam] voor een "
                "figuur."
            ),
            en=(
                "Write [@source] for a source, [@one; @two, p. 3] for several, and [@fig:name] for a figure."
            ),
        ),
    ),
}
_WARNINGS = frozenset({"indented-text", "year-as-number"})
_MEANT = re.compile(r"[@\[]\s*(?P<figure>fig\w*[:\s]+)?(?P<name>[A-Za-z0-9][\w.-]*)")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such place in each text."""
    sources = report.known("sources")
    for entry in report.texts:
        for lapse in entry.outline.lapses:
            at = entry.in_text(lapse.at)
            if lapse.code == "mention" and lapse.shown.removeprefix("@") in sources:
                yield finding(at, "unread-citation", _citation(report, lapse))
            elif lapse.code == "unread-citation":
                yield finding(at, lapse.code, _citation(report, lapse))
            elif lapse.code in _TEXTS:
                values = {"shown": shortened(lapse.shown), "blocks": ", ".join(BLOCKS)}
                texts = every_filled(_TEXTS[lapse.code], **values)
                yield (warning if lapse.code in _WARNINGS else finding)(at, lapse.code, texts)


def _citation(report: Report, lapse: Lapse) -> Texts:
    """What is wrong with what is nearly a reference, with the source or figure that it may mean."""
    what, why, fix = _TEXTS["unread-citation"]
    meant = _MEANT.search(lapse.shown, max(lapse.shown.find("@"), 0))
    kind, before = ("charts", "fig:") if meant and meant["figure"] else ("sources", "")
    names = [f"[@{before}{name}]" for name in report.known(kind)]
    nearest = did_you_mean(f"[@{before}{meant['name']}]" if meant else "", names, fix)
    return what.filled(shown=shortened(lapse.shown)), why, nearest

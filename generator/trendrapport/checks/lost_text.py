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
- `label-twice`: two tables with the same label, such as `{#tbl:ages}`;
- `line-below-text`: a line of dashes right below a paragraph, which turns that into a heading;
- `too-deep`: so many open brackets in one paragraph that reading it would take minutes;
- `unread-citation`: something that is almost `[@source]` or `[@fig:name]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import (
    Diagnostic,
    Text,
    Texts,
    did_you_mean,
    every_filled,
    finding,
    mended_by,
    shortened,
    warning,
)
from trendrapport.diagnostics.changes import Edit
from trendrapport.prose.html import BLOCKS
from trendrapport.prose.outline import Lapse
from trendrapport.report.report import Entry, Report

_GONE = Text(nl="lezers zouden die tekst niet krijgen", en="readers would not get that text")
_AS_TYPED = Text(
    nl="lezers zouden de tekens precies zo zien",
    en="readers would see the characters exactly as they are here",
)
_AS_CODE = Text(nl="lezers zouden het als programmacode zien", en="readers would see it as program code")
_CLOSE = Text(nl="Zet na het blok een regel met alleen ```.", en="Put a line with only ``` after the block.")

_TEXTS: dict[str, Texts] = {
    "open-block": (
        Text(nl='het blok "{shown}" is niet afgesloten', en='the block "{shown}" is not closed'),
        Text(
            nl="alle tekst eronder hoort dan bij het blok, en verdwijnt of wordt programmacode",
            en="all text below it then belongs to the block, and disappears or turns into program code",
        ),
        _CLOSE,
    ),
    "text-in-block": (
        Text(nl='een blok "{shown}" kan geen tekst bevatten', en='a block "{shown}" cannot contain text'),
        _GONE,
        Text(nl="Zet de tekst onder de regel met ```.", en="Put the text below the line with ```."),
    ),
    "indented-block": (
        Text(nl='het blok "{shown}" is te ver ingesprongen', en='the block "{shown}" is indented too far'),
        _AS_CODE,
        Text(
            nl="Begin de regel zonder spaties of tabs, en de regel met de afsluitende ``` ook.",
            en="Start the line without spaces or tabs, and the line with the closing ``` too.",
        ),
    ),
    "other-block": (
        Text(nl="dit blok bestaat niet", en="this block does not exist"),
        _AS_CODE,
        Text(
            nl="Schrijf ```{shown}, een spatie en een naam. U kunt kiezen uit: {blocks}.",
            en="Write ```{shown}, a space and a name. You can choose from: {blocks}.",
        ),
    ),
    "block-on-one-line": (
        Text(nl='het blok "{shown}" staat op één regel', en='the block "{shown}" is on one line'),
        _AS_CODE,
        Text(nl="Zet de afsluitende ``` op een eigen regel.", en="Put the closing ``` on its own line."),
    ),
    "other-fence": (
        Text(nl='"{shown}" begint geen blok', en='"{shown}" does not start a block'),
        _AS_TYPED,
        Text(
            nl="Begin en sluit het blok met drie backticks (```).",
            en="Start the block with three backticks (```), and close it with three too.",
        ),
    ),
    "indented-text": (
        Text(
            nl='"{shown}" is ingesprongen met vier spaties of een tab',
            en='"{shown}" is indented with four spaces or a tab',
        ),
        _AS_CODE,
        Text(
            nl="Laat de regel niet inspringen. Is het code, zet die dan tussen regels met ```.",
            en="Remove the indentation. If it is code, put it between lines with ```.",
        ),
    ),
    "year-as-number": (
        Text(
            nl='met "{shown}" aan het begin van de regel begint een genummerde lijst',
            en='"{shown}" at the start of the line starts a numbered list',
        ),
        Text(nl="lezers zien een lijst in plaats van een zin", en="readers see a list instead of a sentence"),
        Text(
            nl="Zet \\ voor de punt, of begin de zin anders.",
            en="Put \\ before the point, or start the sentence differently.",
        ),
    ),
    "empty-callout": (
        Text(nl='onder "{shown}" staat geen tekst', en='there is no text below "{shown}"'),
        Text(nl="lezers zien een leeg blok", en="readers would see an empty block"),
        Text(nl='Begin elke regel van de tekst met "> ".', en='Start each line of the text with "> ".'),
    ),
    "open-comment": (
        Text(nl="deze opmerking (<!--) is niet afgesloten", en="this comment (<!--) is not closed"),
        Text(
            nl="de tekst erachter verdwijnt, of lezers zien de opmerking",
            en="the text after it disappears, or readers see the comment",
        ),
        Text(nl="Zet --> achter de opmerking.", en="Add --> after the comment."),
    ),
    "text-after-comment": (
        Text(nl='"{shown}" staat op de regel van een opmerking', en='"{shown}" is on the line of a comment'),
        Text(nl="zo'n regel wordt niet als Markdown gelezen", en="such a line is not read as Markdown"),
        Text(
            nl="Zet de tekst op een eigen regel, met een lege regel ervoor.",
            en="Put the text on its own line, after an empty line.",
        ),
    ),
    "undefined-footnote": (
        Text(nl='de voetnoot "{shown}" bestaat niet', en='the footnote "{shown}" does not exist'),
        _AS_TYPED,
        Text(
            nl='Schrijf onderaan een regel "{shown}: ..." met de noot, of verwijder de verwijzing.',
            en='Add a line "{shown}: ..." with the note at the end of the text, or remove the reference.',
        ),
    ),
    "unused-footnote": (
        Text(
            nl='nergens in de tekst wordt naar de voetnoot "{shown}" verwezen',
            en='no text refers to the footnote "{shown}"',
        ),
        _GONE,
        Text(
            nl='Zet "{shown}" op de plaats waar de noot bij hoort, of verwijder de noot.',
            en='Put "{shown}" where the note belongs, or remove the note.',
        ),
    ),
    "footnote-twice": (
        Text(nl='de voetnoot "{shown}" komt twee keer voor', en='the footnote "{shown}" is defined twice'),
        Text(nl="lezers zouden alleen de laatste krijgen", en="readers would get only the last one"),
        Text(
            nl="Geef een van de twee een andere naam, of voeg ze samen.",
            en="Rename one of the two, or combine them.",
        ),
    ),
    "label-twice": (
        Text(nl='een eerdere tabel heet ook "{shown}"', en='an earlier table is called "{shown}" too'),
        Text(
            nl="een verwijzing zou altijd naar de eerste leiden",
            en="a reference would always lead to the first one",
        ),
        Text(nl="Geef een van de twee een andere naam.", en="Give one of the two another name."),
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
            en=(
                "Write [^1] and [^1]: ... for a footnote, or put \\ before the first character if readers "
                "should see this line."
            ),
        ),
    ),
    "definition-twice": (
        Text(
            nl='er staat al een eerdere regel met de naam "{shown}"',
            en='an earlier line already has the name "{shown}"',
        ),
        Text(nl="alleen de eerste geldt", en="only the first one counts"),
        Text(
            nl="Geef deze regel een andere naam, of verwijder de regel.", en="Rename this one, or remove it."
        ),
    ),
    "surplus-cell": (
        Text(
            nl='de cel "{shown}" valt buiten de tabel: die heeft minder kolommen',
            en='the cell "{shown}" is outside the table, which has fewer columns',
        ),
        _GONE,
        Text(
            nl="Geef de tabel een extra kolom, of schrijf \\| voor een streep die geen nieuwe cel begint.",
            en="Add a column to the table, or write \\| for a bar that does not start a new cell.",
        ),
    ),
    "text-in-table": (
        Text(nl='"{shown}" staat direct onder een tabel', en='"{shown}" is directly below a table'),
        Text(
            nl="lezers zouden dit als laatste rij van de tabel zien",
            en="readers would see it as the last row of the table",
        ),
        Text(
            nl="Zet er een lege regel voor; een bijschrift is een gewone alinea.",
            en="Put an empty line before it; a caption is an ordinary paragraph.",
        ),
    ),
    "line-below-text": (
        Text(
            nl='de regel "{shown}" maakt van de alinea erboven een kop',
            en='the line "{shown}" turns the paragraph above it into a heading',
        ),
        Text(
            nl="lezers zien de hele alinea als kop, ook in de inhoudsopgave",
            en="readers see the whole paragraph as a heading, and in the table of contents too",
        ),
        Text(
            nl="Zet een lege regel tussen de alinea en de streep.",
            en="Put an empty line between the paragraph and the line.",
        ),
    ),
    "too-deep": (
        Text(
            nl="deze alinea heeft te veel blokhaken ([) die niet gesloten zijn",
            en="too many square brackets ([) in this paragraph are not closed",
        ),
        Text(nl="het lezen van zo'n tekst zou minuten duren", en="reading such a text would take minutes"),
        Text(
            nl="Sluit de blokhaken, of zet een lege regel tussen alinea's.",
            en="Close the brackets, or put empty lines between paragraphs.",
        ),
    ),
    "unread-citation": (
        Text(
            nl='"{shown}" lijkt een verwijzing, maar is er geen',
            en='"{shown}" looks like a reference, but is not one',
        ),
        _AS_TYPED,
        Text(
            nl=(
                "Schrijf [@bron] voor een bron, [@een; @twee, p. 3] voor meer, [@fig:naam] voor een "
                "figuur, [@tbl:naam] voor een tabel en [@sec:kop] voor een kop."
            ),
            en=(
                "Write [@source] for a source, [@one; @two, p. 3] for several, [@fig:name] for a figure, "
                "[@tbl:name] for a table and [@sec:heading] for a heading."
            ),
        ),
    ),
}
_WARNINGS = frozenset({"indented-text", "year-as-number"})
_WRITE = Text(nl='Schrijf "[@{meant}]".', en='Write "[@{meant}]".')
_NAMES = frozenset({"mention", "name-in-brackets"})
_MEANT = re.compile(r"[@\[]\s*(?P<figure>fig\w*[:\s]+)?(?P<name>[A-Za-z0-9][\w.-]*)")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such place in each text."""
    sources = report.known("sources")
    for entry in report.texts:
        for lapse in entry.outline.lapses:
            at = entry.in_text(lapse.at)
            if lapse.code in _NAMES and _name(lapse) in sources:
                yield finding(at, "unread-citation", _name_only(lapse))
            elif lapse.code == "unread-citation":
                yield finding(at, lapse.code, _citation(report, lapse))
            elif lapse.code in _TEXTS:
                values = {"shown": shortened(lapse.shown), "blocks": ", ".join(BLOCKS)}
                texts = every_filled(_TEXTS[lapse.code], **values)
                found = (warning if lapse.code in _WARNINGS else finding)(at, lapse.code, texts)
                yield mended_by(found, *_changes(entry, lapse))


def _changes(entry: Entry[Any], lapse: Lapse) -> tuple[Edit, ...]:
    """What mends a block with another word: the word that is meant."""
    if lapse.code != "other-block":
        return ()
    line = entry.source.text.split("\n")[lapse.at.line - 1]
    word = line[lapse.at.column - 1 :].split()[0]
    return (Edit(entry.in_text(lapse.at), word, lapse.shown),)


def _name(lapse: Lapse) -> str:
    """The name in what is a reference if a source has it."""
    meant = _MEANT.match(lapse.shown)
    return meant["name"] if meant else ""


def _name_only(lapse: Lapse) -> Texts:
    """What is wrong with the name of a source, with or without a page, that lacks brackets or an @."""
    what, why, _ = _TEXTS["unread-citation"]
    meant = lapse.shown.strip("[]@")
    return what.filled(shown=shortened(lapse.shown)), why, _WRITE.filled(meant=shortened(meant))


def _citation(report: Report, lapse: Lapse) -> Texts:
    """What is wrong with what is nearly a reference, with the source or figure that it may mean."""
    what, why, fix = _TEXTS["unread-citation"]
    meant = _MEANT.search(lapse.shown, max(lapse.shown.find("@"), 0))
    kind, before = ("charts", "fig:") if meant and meant["figure"] else ("sources", "")
    names = [f"[@{before}{name}]" for name in report.known(kind)]
    nearest = did_you_mean(f"[@{before}{meant['name']}]" if meant else "", names, fix)
    return what.filled(shown=shortened(lapse.shown)), why, nearest

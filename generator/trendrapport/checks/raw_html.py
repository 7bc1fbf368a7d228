r"""HTML in a text (`raw-html`).

Texts are Markdown only. HTML is shown as the characters that were typed, and never reaches the reader's
browser as HTML. Use Markdown, or a block such as ```` ```figure name ````:

| for | write |
| --- | --- |
| bold, italic | `**bold**`, `*italic*` |
| a new line | `\` at the end of the line before it |
| a table | `| name | number |`, below it `| --- | ---: |`, then a line for each row |
| a link | `[text](https://example.org/)` |
| an image | `![what it shows](photo.jpg)` |
| a heading, a list | `## Heading`, `- item` |

An element and its end are reported once. You can use comments (`<!-- ... -->`); readers do not get them.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text
from trendrapport.report.report import Report

_WHAT = Text(
    nl="hier staat HTML in de tekst (<{element}>)", en="there is HTML in the text here (<{element}>)"
)
_OTHER = Text(nl="hier staat HTML in de tekst", en="there is HTML in the text here")
_WHY = Text(
    nl="lezers zouden de HTML-code zien; inhoud wordt nooit uitgevoerd",
    en="readers would see the HTML code; content is never run",
)
_FIX = Text(nl="Gebruik Markdown, of zet \\ voor <.", en="Use Markdown, or put \\ before <.")

_TABLE = Text(
    nl=(
        'Schrijf de tabel in Markdown: "| naam | aantal |", daaronder "| --- | ---: |" en dan '
        "een regel voor elke rij, zonder lege regels ertussen. Zet cijfers in een tabel in "
        "charts/data/ en maak er een grafiek van."
    ),
    en=(
        'Write the table in Markdown: "| name | number |", below it "| --- | ---: |" and then '
        "one line per row, without empty lines between them. Put data in a table in charts/data/ "
        "and make a chart of it."
    ),
)
_BREAK = Text(
    nl=(
        "Zet \\ aan het eind van de regel voor een nieuwe regel, of begin na een lege regel een "
        "nieuwe alinea."
    ),
    en="Put \\ at the end of the line for a line break, or start a new paragraph after an empty line.",
)
_BOLD = Text(nl="Schrijf vette tekst als **tekst**.", en="Write bold text as **text**.")
_ITALIC = Text(nl="Schrijf cursieve tekst als *tekst*.", en="Write italic text as *text*.")
_UNDERLINE = Text(
    nl="Onderstreepte tekst lijkt op een link: schrijf **vet** of *cursief*.",
    en="Underlined text looks like a link: write **bold** or *italic*.",
)
_RAISED = Text(
    nl="Schrijf H~2~O of m^2^, of het teken zelf: m², CO₂; een voetnoot is [^1].",
    en="Write H~2~O or m^2^, or the character itself: m², CO₂; a footnote is [^1].",
)
_LINK = Text(
    nl="Schrijf een link als [tekst](https://voorbeeld.nl/).",
    en="Write a link as [text](https://example.org/).",
)
_IMAGE = Text(
    nl="Zet de afbeelding in content en schrijf ![wat er te zien is](foto.jpg).",
    en="Put the image in content and write ![what it shows](photo.jpg).",
)
_VIDEO = Text(
    nl=(
        "De site laadt niets van andere sites. Beschrijf een video in een blok: ```video, met "
        "title, address, source en duration."
    ),
    en=(
        "The site loads nothing from other sites. Describe a video in a block: ```video, with "
        "title, address, source and duration."
    ),
)
_SCRIPT = Text(
    nl=(
        "Verwijder de code: een tekst kan geen programma's of invoervelden bevatten. Plaats "
        "eventueel een link."
    ),
    en="Remove the code: a text cannot contain programs or forms. Use a link if needed.",
)
_HEADING = Text(
    nl="Schrijf een kop als ## Kop, en een niveau dieper als ### Kop.",
    en="Write a heading as ## Heading, and one level deeper as ### Heading.",
)
_LIST = Text(
    nl='Begin elk punt van de lijst met "- ", of met "1. " als de volgorde ertoe doet.',
    en='Start each item of the list with "- ", or with "1. " if the order matters.',
)
_QUOTE = Text(
    nl='Begin elke regel van het citaat met "> ".', en='Start each line of the quotation with "> ".'
)
_RULE = Text(
    nl="Schrijf een regel met alleen ---, met een lege regel ervoor.",
    en="Write a line with only ---, with an empty line before it.",
)
_CODE = Text(nl="Zet de code tussen backticks: `code`.", en="Put the code between backticks: `code`.")
_HOLDER = Text(
    nl=(
        "Verwijder de code en houd de tekst: na een lege regel begint een nieuwe alinea, en de "
        "site bepaalt de opmaak."
    ),
    en=(
        "Remove the code and keep the text: an empty line starts a new paragraph, and the site "
        "decides the look."
    ),
)
_FOLD = Text(
    nl="Tekst kan niet worden ingeklapt: geef de tekst een eigen kop (## Kop).",
    en="Text cannot be collapsed: give it its own heading (## Heading).",
)

_INSTEAD: dict[str, Text] = {
    **dict.fromkeys(
        ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"), _TABLE
    ),
    "br": _BREAK,
    "wbr": _BREAK,
    "b": _BOLD,
    "strong": _BOLD,
    "mark": _BOLD,
    "i": _ITALIC,
    "em": _ITALIC,
    "cite": _ITALIC,
    "u": _UNDERLINE,
    "ins": _UNDERLINE,
    "sup": _RAISED,
    "sub": _RAISED,
    "a": _LINK,
    "img": _IMAGE,
    "figure": _IMAGE,
    "picture": _IMAGE,
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object", "source", "track"), _VIDEO),
    **dict.fromkeys(
        ("script", "style", "link", "form", "input", "button", "select", "svg", "canvas", "meta"), _SCRIPT
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADING),
    "ul": _LIST,
    "ol": _LIST,
    "li": _LIST,
    "blockquote": _QUOTE,
    "q": _QUOTE,
    "hr": _RULE,
    "code": _CODE,
    "pre": _CODE,
    "kbd": _CODE,
    "tt": _CODE,
    **dict.fromkeys(("p", "div", "span", "font", "center", "section", "article", "small", "big"), _HOLDER),
    "details": _FOLD,
    "summary": _FOLD,
}
"""What to write instead of an element."""


_PARTS = frozenset(
    {
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "colgroup",
        "col",
        "li",
        "source",
        "track",
        "summary",
    }
)
"""Elements inside another, which is reported."""


def check(report: Report) -> Iterator[Diagnostic]:
    """Every place where a text holds HTML; of what belongs together the first."""
    for entry in report.texts:
        reported: set[Text] = set()
        for html in entry.outline.html:
            name = html.element.lstrip("/")
            fix = _INSTEAD.get(name, _FIX)
            follows = html.element.startswith("/") or name in _PARTS
            if not (follows and fix in reported):
                reported.add(fix)
                what = _WHAT.filled(element=html.element) if html.element else _OTHER
                yield Diagnostic(entry.in_text(html.at), "raw-html", what, _WHY, fix)

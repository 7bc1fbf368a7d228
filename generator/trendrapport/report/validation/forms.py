"""A value of the right type that does not have the form that its model requires, such as a date or an
address.

The models give each such mistake a code (`PydanticCustomError`); here are its words.
"""

from __future__ import annotations

from collections.abc import Callable

from trendrapport.diagnostics import Text, Texts
from trendrapport.files import value_advice
from trendrapport.report.validation.complaint import Complaint, Mistake

_WHY_DATE = Text(
    nl="op deze datum wordt gesorteerd en gepubliceerd", en="the date decides order and publication"
)
_WHY_ADDRESS = Text(nl="lezers moeten de link kunnen volgen", en="readers must be able to follow the link")
_WHY_CELLS = Text(
    nl="het is dan niet duidelijk welke waarde in welke cel staat",
    en="it is then unclear which value is in which cell",
)
_WHY_EMPTY = Text(nl="een lege tekst zegt lezers niets", en="an empty text tells readers nothing")

FORMS: dict[str, Texts] = {
    "bad-date": (
        Text(nl='"{value}" bij "{key}" is geen datum', en='"{value}" under "{key}" is not a date'),
        _WHY_DATE,
        Text(
            nl="Schrijf een bestaande datum, zoals 2021, 2021-11 of 2021-11-25.",
            en="Write an existing date, such as 2021, 2021-11 or 2021-11-25.",
        ),
    ),
    "bad-moment": (
        Text(nl='"{value}" bij "{key}" is geen moment', en='"{value}" under "{key}" is not a moment'),
        Text(
            nl="het is niet duidelijk waar dit in de grafiek hoort",
            en="it is unclear where this belongs in the chart",
        ),
        Text(
            nl=(
                "Schrijf een bestaand jaar, een bestaande maand, dag, kwartaal of week: 2021, 2021-11, "
                "2021-11-25, 2021-Q4 of 2021-W47."
            ),
            en=(
                "Write an existing year, month, day, quarter or week: 2021, 2021-11, 2021-11-25, 2021-Q4 "
                "or 2021-W47."
            ),
        ),
    ),
    "date-range": (
        Text(
            nl='"{value}" bij "{key}" valt buiten de jaren {first} tot en met {last}',
            en='"{value}" under "{key}" is outside the years {first} to {last}',
        ),
        Text(
            nl="een tijdlijn toont elk jaar tussen de eerste en de laatste datum",
            en="a timeline shows every year between the first and the last date",
        ),
        Text(
            nl="Schrijf de juiste datum. Is die nog niet bekend, laat de sleutel dan weg.",
            en="Write the right date. If it is not known yet, leave the key out.",
        ),
    ),
    "incomplete-date": (
        Text(
            nl='"{value}" bij "{key}" is geen volledige datum',
            en='"{value}" under "{key}" is not a full date',
        ),
        _WHY_DATE,
        Text(
            nl="Schrijf jaar, maand en dag, zoals 2021-11-25.",
            en="Write the year, month and day, such as 2021-11-25.",
        ),
    ),
    "bad-colour": (
        Text(nl='"{value}" bij "{key}" is geen kleur', en='"{value}" under "{key}" is not a colour'),
        Text(
            nl="de site kan alleen kleuren in deze schrijfwijze tekenen",
            en="the site can only draw colours written this way",
        ),
        Text(
            nl='Schrijf "#" en zes tekens (0-9, a-f), tussen aanhalingstekens, zoals "#0b5c66".',
            en='Write "#" and six characters (0-9, a-f), in quotation marks, such as "#0b5c66".',
        ),
    ),
    "one-colour": (
        Text(
            nl='bij "{key}" horen twee kleuren, maar er staat er één',
            en='"{key}" needs two colours, but has only one',
        ),
        Text(
            nl="de site heeft een lichte en een donkere weergave",
            en="the site has a light and a dark mode",
        ),
        Text(
            nl='Schrijf er twee, eerst die voor de lichte weergave: ["{first}", "#..."].',
            en='Write two, the one for light mode first: ["{first}", "#..."].',
        ),
    ),
    "taken-name": (
        Text(
            nl='"{value}" is al de naam van iets anders', en='"{value}" is the name of something else already'
        ),
        Text(
            nl="een eigen lijst is ook een veld van trends",
            en="a list of your own is also a field of trends",
        ),
        Text(nl="Geef de lijst een andere naam.", en="Give the list another name."),
    ),
    "bad-address": (
        Text(nl='"{value}" bij "{key}" is geen webadres', en='"{value}" under "{key}" is not a web address'),
        _WHY_ADDRESS,
        Text(
            nl="Schrijf het hele adres, met https:// ervoor.",
            en="Write the whole address, starting with https://.",
        ),
    ),
    "address-with-user": (
        Text(
            nl='in "{value}" bij "{key}" staat een @ voor het eind van de hostnaam',
            en='"{value}" under "{key}" has an @ before the end of the host name',
        ),
        Text(
            nl=(
                "wat voor de @ staat, is een gebruikersnaam of wachtwoord; lezers zien een andere site "
                "dan er opengaat"
            ),
            en=(
                "the part before the @ is a user name or a password; readers see a different site than "
                "the one that opens"
            ),
        ),
        Text(
            nl="Verwijder alles tussen // en @, en de @ zelf. Was het een wachtwoord, verander dat dan.",
            en="Remove everything between // and @, and the @ itself. If it was a password, change it.",
        ),
    ),
    "address-with-query": (
        Text(
            nl='in "{value}" bij "{key}" staat een ? of een #',
            en='"{value}" under "{key}" has a ? or a #',
        ),
        Text(
            nl=(
                "de site staat op een host en een pad; wat daarna komt, zou in elk adres van een pagina "
                "terechtkomen"
            ),
            en=(
                "the site is on a host and a path; anything after that would end up in the address of "
                "every page"
            ),
        ),
        Text(
            nl="Verwijder het vraagteken of hekje, en alles daarna.",
            en="Remove the question mark or hash, and everything after it.",
        ),
    ),
    "address-with-sign": (
        Text(
            nl=(
                'in het pad van "{value}" bij "{key}" staat een teken dat voor webservers een andere '
                "betekenis heeft"
            ),
            en='the path of "{value}" under "{key}" has a character that means something else to web servers',
        ),
        Text(
            nl="pagina's zouden zonder beveiliging opengaan, of helemaal niet",
            en="pages would open without protection, or not at all",
        ),
        Text(
            nl="Gebruik in het pad alleen letters, cijfers en - . _ ~ met / ertussen.",
            en="In the path, use only letters, digits and - . _ ~ with / between them.",
        ),
    ),
    "bad-doi": (
        Text(nl='"{value}" bij "{key}" is geen DOI', en='"{value}" under "{key}" is not a DOI'),
        _WHY_ADDRESS,
        Text(
            nl=(
                "Een DOI begint met 10. en heeft een / en geen spatie, zoals 10.1234/abc; een ander adres "
                "hoort bij URL."
            ),
            en=(
                "A DOI starts with 10. and has a / and no space, such as 10.1234/abc; any other address "
                "belongs under URL."
            ),
        ),
    ),
    "bad-duration": (
        Text(nl='"{value}" bij "{key}" is geen duur', en='"{value}" under "{key}" is not a duration'),
        Text(
            nl="lezers zien hieraan of ze er nu tijd voor hebben",
            en="it tells readers whether they have time for it now",
        ),
        Text(
            nl='Schrijf minuten en seconden als "4:32", of met uren als "1:02:15".',
            en='Write minutes and seconds as "4:32", or with hours as "1:02:15".',
        ),
    ),
    "bad-email": (
        Text(
            nl='"{value}" bij "{key}" is geen e-mailadres',
            en='"{value}" under "{key}" is not an e-mail address',
        ),
        _WHY_ADDRESS,
        Text(nl="Schrijf het als naam@organisatie.nl.", en="Write it as name@organisation.org."),
    ),
    "bad-version": (
        Text(nl='"{value}" bij "{key}" is geen versie', en='"{value}" under "{key}" is not a version'),
        Text(
            nl="zo is niet te zien wat er sindsdien voor dit rapport is veranderd",
            en="it does not show what has changed for this report since",
        ),
        Text(
            nl="Schrijf drie getallen, zoals 1.0.0; trendrapport --version noemt die van nu.",
            en="Write three numbers, such as 1.0.0; trendrapport --version gives the one of now.",
        ),
    ),
    "empty-text": (
        Text(nl='"{key}" is leeg', en='"{key}" is empty'),
        _WHY_EMPTY,
        Text(nl="Vul de tekst in, of verwijder de sleutel.", en="Fill in the text, or remove the key."),
    ),
    "bad-sentence": (
        Text(
            nl='"{key}" moet een zin zijn waarin elk van deze woorden één keer voorkomt: {places}',
            en='"{key}" must be a sentence in which each of these occurs once: {places}',
        ),
        Text(
            nl="daar komen de naam en het cijfer van elke gemeente",
            en="the name and the figure of each municipality will go there",
        ),
        Text(
            nl="Schrijf een zin met {places}, zonder andere accolades en zonder punt aan het eind.",
            en="Write a sentence with {places}, without other braces and without a full stop.",
        ),
    ),
    "bad-encoding": (
        Text(
            nl='"{value}" bij "{key}" is geen tekenset waarin een tabel kan staan',
            en='"{value}" under "{key}" is not an encoding that a table can have',
        ),
        _WHY_CELLS,
        Text(
            nl="Schrijf windows-1252 (Excel), utf-8, utf-16, iso-8859-1, iso-8859-15, macintosh of cp850.",
            en="Write windows-1252 (Excel), utf-8, utf-16, iso-8859-1, iso-8859-15, macintosh or cp850.",
        ),
    ),
    "bad-sign": (
        Text(nl='"{value}" bij "{key}" is niet één teken', en='"{value}" under "{key}" is not one character'),
        _WHY_CELLS,
        Text(
            nl='Schrijf één teken tussen aanhalingstekens, zoals ";", of verwijder de sleutel.',
            en='Write one character in quotation marks, such as ";", or remove the key.',
        ),
    ),
    "bad-date-pattern": (
        Text(
            nl='"{value}" bij "{key}" zegt niet hoe een hele datum is geschreven',
            en='"{value}" under "{key}" does not say how a whole date is written',
        ),
        Text(
            nl="een datum die op twee manieren te lezen is, wordt niet geraden",
            en="a date that can be read in two ways is not guessed",
        ),
        Text(
            nl=(
                "Schrijf elk van deze één keer: %d (dag), %m (maand) of %B (maand in letters), %Y (jaar); "
                'zo is "%d-%m-%Y" 31-12-2024.'
            ),
            en=(
                "Write each of these once: %d (day), %m (month) or %B (month in words), %Y (year); "
                'for instance, "%d-%m-%Y" is 31-12-2024.'
            ),
        ),
    ),
    "same-sign": (
        Text(nl='"{key}" en "{other}" zijn allebei "{sign}"', en='"{key}" and "{other}" are both "{sign}"'),
        _WHY_CELLS,
        Text(
            nl="Geef een van de twee een ander teken, of verwijder een sleutel.",
            en="Give one of the two another character, or remove a key.",
        ),
    ),
    "sign-of-number": (
        Text(
            nl='"{sign}" bij "{key}" is al deel van een getal',
            en='"{sign}" under "{key}" is part of a number already',
        ),
        _WHY_CELLS,
        Text(nl="Schrijf een leesteken of een spatie.", en="Write a punctuation mark or a space."),
    ),
    "key-of-type": (
        Text(
            nl='"{key}" hoort niet bij een kolom met type: {type}',
            en='"{key}" does not belong to a column with type: {type}',
        ),
        Text(
            nl="de sleutel zegt iets over andere waarden dan deze kolom heeft",
            en="the key is about other values than this column has",
        ),
        Text(
            nl="Verwijder de sleutel, of geef de kolom een ander type ({types}).",
            en="Remove the key, or give the column another type ({types}).",
        ),
    ),
    "header-off": (
        Text(
            nl='"{key}" noemt een kopregel, maar "header" zegt dat er geen is',
            en='"{key}" names a header row, but "header" says that there is none',
        ),
        _WHY_CELLS,
        Text(nl="Verwijder een van de twee sleutels.", en="Remove one of the two keys."),
    ),
    "rows-out-of-order": (
        Text(
            nl='bij "{key}" staan de rijen niet op volgorde, of een rij twee keer',
            en='"{key}" has rows out of order, or a row twice',
        ),
        _WHY_CELLS,
        Text(
            nl="Schrijf de nummers van klein naar groot, zoals [2, 3].",
            en="Write the numbers from small to large, such as [2, 3].",
        ),
    ),
    "row-twice": (
        Text(
            nl='rij {row} staat bij "{key}" en bij "{other}"', en='row {row} is under "{key}" and "{other}"'
        ),
        _WHY_CELLS,
        Text(nl="Verwijder de rij bij een van de twee.", en="Remove the row from one of the two."),
    ),
}
"""By code: what is wrong, why and what to do."""

ANY_DATE, FULL_DATE = FORMS["bad-date"][2], FORMS["incomplete-date"][2]
"""How to write a date where a year or month will do, and where it must have a day."""

_ADVICE: dict[str, Callable[[str], Text | None]] = {
    "bad-date": value_advice.day,
    "incomplete-date": value_advice.day,
    "bad-moment": value_advice.moment,
}
"""By code: what such a value was probably meant to be."""

_SURE: dict[str, Callable[[str], str | None]] = {
    "bad-date": value_advice.sure_day,
    "incomplete-date": value_advice.sure_whole_day,
    "bad-moment": value_advice.sure_day,
}
"""By code: what such a value can only have meant."""


def bad_form(complaint: Complaint) -> Mistake:
    """A value that is not written as its model asks."""
    what, why, fix = FORMS[complaint.kind]
    if complaint.rules.get("whole"):
        fix = FULL_DATE
    values = {**complaint.rules, **complaint.shown}
    fix = fix.filled(**values)
    if better := _advice(complaint):
        fix = better + fix
    sure = _SURE.get(complaint.kind)
    name = sure(str(complaint.value)) if sure else None
    return Mistake(complaint.kind, (what.filled(**values), why, fix), name)


def _advice(complaint: Complaint) -> Text | None:
    advise = _ADVICE.get(complaint.kind)
    return advise(str(complaint.value)) if advise else None

"""What forms call their fields and say to editors, in Dutch and English as messages are."""

from __future__ import annotations

from collections.abc import Mapping

from trendrapport.diagnostics import Text

TITLE = Text(nl="Redactie", en="Editing")
LISTS = Text(nl="Lijsten", en="Lists")
ITEM = Text(nl="Lijstpunt", en="List item")
KEY_LABEL = Text(nl="Naam", en="Name")
KEY_HINT = Text(
    nl="Waarmee teksten hiernaar verwijzen. Kleine letters, cijfers en streepjes; verander deze niet meer.",
    en="By which texts refer to this. Lower case letters, digits and hyphens; do not change it later.",
)
SLUG_HINT = Text(
    nl="Het adres van de tekst: kleine letters, cijfers en streepjes.",
    en="The address of the text: lower case letters, digits and hyphens.",
)
PATTERN = Text(
    nl="Dit is anders geschreven dan hier kan; zie de uitleg bij het veld.",
    en="This is not written as it has to be here; see the explanation of the field.",
)
BODY = Text(nl="Tekst", en="Text")
BODY_HINT = Text(
    nl="Markdown: ## voor een kop, - voor een lijstpunt, [tekst](adres) voor een link.",
    en="Markdown: ## for a heading, - for a list item, [text](address) for a link.",
)
NO_ALTERNATIVE = Text(
    nl=(
        "Een afbeelding heeft nog geen tekstalternatief. Schrijf tussen de haken wat er te zien is: "
        "![wat er te zien is](adres)."
    ),
    en=(
        "An image has no text alternative yet. Write what it shows between the brackets: "
        "![what it shows](address)."
    ),
)
UNFINISHED = Text(nl="Nog niet af", en="Not final yet")

KINDS: Mapping[str, Text] = {
    "editions": Text(nl="Editie", en="Edition"),
    "pages": Text(nl="Pagina's", en="Pages"),
}
"""What a kind of entry is called where readers have no word for it."""

CALLED: Mapping[str, str] = {
    "status": "board_states",
    "form": "form",
    "effect": "effect",
    "medium": "medium",
    "milestonetype": "milestone",
}
"""By the name of a list of words in the models, the group of labels with what readers call these."""

FIELDS: Mapping[str, Text] = {
    "reviewers": Text(nl="Beoordelaars", en="Reviewers"),
    "analysts": Text(nl="Analisten", en="Analysts"),
    "biography": Text(nl="Wie dit is", en="Who this is"),
    "new": Text(nl="Nieuw", en="New"),
    "ended": Text(nl="Waarom de trend ophoudt", en="Why the trend ends"),
    "title": Text(nl="Titel", en="Title"),
    "signed": Text(nl="Is een verandering", en="Is a change"),
    "short_name": Text(nl="Korte naam", en="Short name"),
    "summary": Text(nl="Samenvatting", en="Summary"),
    "status": Text(nl="Status", en="Status"),
    "publish": Text(nl="Zichtbaar vanaf", en="Visible from"),
    "authors": Text(nl="Schrijvers", en="Authors"),
    "written": Text(nl="Datum van de tekst", en="Date of the text"),
    "updated": Text(nl="Laatst veranderd", en="Last changed"),
    "version": Text(nl="Versie", en="Version"),
    "corrections": Text(nl="Correcties", en="Corrections"),
    "based_on": Text(nl="Gebaseerd op", en="Based on"),
    "sources": Text(nl="Bronnen", en="Sources"),
    "formerly": Text(nl="Eerdere namen", en="Former names"),
    "trends": Text(nl="Trends", en="Trends"),
    "trend": Text(nl="Trend", en="Trend"),
    "date": Text(nl="Datum", en="Date"),
    "what": Text(nl="Wat er veranderd is", en="What changed"),
    "why": Text(nl="Waarom", en="Why"),
    "published": Text(nl="Verschenen", en="Published"),
    "theme": Text(nl="Thema", en="Theme"),
    "interviews": Text(nl="Interviews", en="Interviews"),
    "editors": Text(nl="Redactie", en="Editors"),
    "address": Text(nl="Webadres", en="Web address"),
    "judgement": Text(nl="Duiding van", en="Assessment by"),
    "term": Text(nl="Begrip", en="Term"),
    "definition": Text(nl="Betekenis", en="Meaning"),
    "also": Text(nl="Ook genoemd", en="Also called"),
    "forms": Text(nl="Vormen van het woord", en="Forms of the word"),
    "see": Text(nl="Zie ook", en="See also"),
    "source": Text(nl="Bron", en="Source"),
    "medium": Text(nl="Soort werk", en="Kind of work"),
    "maker": Text(nl="Maker", en="Maker"),
    "year": Text(nl="Jaar", en="Year"),
    "owner": Text(nl="Beheerder", en="Maintained by"),
    "type": Text(nl="Soort", en="Type"),
    "person": Text(nl="Wie er spreekt", en="Who speaks"),
    "role": Text(nl="Functie", en="Role"),
    "organisation": Text(nl="Organisatie", en="Organisation"),
    "portrait": Text(nl="Portret", en="Portrait"),
    "quotes": Text(nl="Citaten", en="Quotations"),
    "image": Text(nl="Foto", en="Photo"),
    "text": Text(nl="Tekst", en="Text"),
    "caption": Text(nl="Bijschrift", en="Caption"),
    "credit": Text(nl="Fotograaf", en="Photographer"),
    "value": Text(nl="Waarde", en="Value"),
    "decimals": Text(nl="Decimalen", en="Decimals"),
    "currency": Text(nl="Munteenheid", en="Currency"),
    "unit": Text(nl="Eenheid", en="Unit"),
    "period": Text(nl="Periode", en="Period"),
    "explanation": Text(nl="Uitleg", en="Explanation"),
    "instruments": Text(nl="Instrumenten", en="Instruments"),
    "name": Text(nl="Naam", en="Name"),
    "family": Text(nl="Achternaam", en="Family name"),
    "group": Text(nl="Organisatie of redactie", en="Organisation or editorial board"),
    "kind": Text(nl="Soort tekst", en="Kind of text"),
    "categories": Text(nl="Categorieën", en="Categories"),
    "horizon": Text(nl="Horizon", en="Horizon"),
    "impact": Text(nl="Impact", en="Impact"),
    "certainty": Text(nl="Zekerheid", en="Certainty"),
    "stance": Text(nl="Houding", en="Stance"),
    "actions": Text(nl="Acties", en="Actions"),
    "questions": Text(nl="Vragen", en="Questions"),
    "drivers": Text(nl="Aanjagers", en="Drivers"),
    "brakes": Text(nl="Remmen", en="Brakes"),
    "values": Text(nl="Publieke waarden", en="Public values"),
    "effect": Text(nl="Effect", en="Effect"),
    "related": Text(nl="Verwante trends", en="Related trends"),
    "key_figures": Text(nl="Kerncijfers", en="Key figures"),
    "tags": Text(nl="Trefwoorden", en="Keywords"),
    "id": Text(nl="Sleutel", en="Key"),
    "author": Text(nl="Schrijvers", en="Authors"),
    "editor": Text(nl="Redacteuren", en="Editors"),
    "issued": Text(nl="Verschenen", en="Published"),
    "accessed": Text(nl="Geraadpleegd", en="Accessed"),
    "container-title": Text(nl="Tijdschrift, krant of website", en="Journal, newspaper or website"),
    "event-title": Text(nl="Congres of bijeenkomst", en="Conference or event"),
    "publisher": Text(nl="Uitgever", en="Publisher"),
    "publisher-place": Text(nl="Plaats van uitgave", en="Place of publication"),
    "URL": Text(nl="Webadres", en="Web address"),
    "DOI": Text(nl="DOI", en="DOI"),
    "ISBN": Text(nl="ISBN", en="ISBN"),
    "ISSN": Text(nl="ISSN", en="ISSN"),
    "volume": Text(nl="Jaargang", en="Volume"),
    "issue": Text(nl="Nummer", en="Issue"),
    "page": Text(nl="Bladzijden", en="Pages"),
    "number": Text(nl="Nummer van rapport of wet", en="Number of a report or law"),
    "edition": Text(nl="Druk", en="Edition of the book"),
    "genre": Text(nl="Soort bron, in woorden", en="Type, in words"),
    "language": Text(nl="Taal", en="Language"),
    "abstract": Text(nl="Samenvatting", en="Abstract"),
    "note": Text(nl="Opmerking", en="Note"),
    "keyword": Text(nl="Trefwoorden", en="Keywords"),
    "title-short": Text(nl="Korte titel", en="Short title"),
    "original-title": Text(nl="Oorspronkelijke titel", en="Original title"),
    "original-author": Text(nl="Oorspronkelijke schrijvers", en="Original authors"),
    "original-date": Text(nl="Oorspronkelijk verschenen", en="First published"),
    "original-publisher": Text(nl="Oorspronkelijke uitgever", en="Original publisher"),
    "collection-title": Text(nl="Reeks", en="Series"),
    "given": Text(nl="Voornamen", en="Given names"),
    "literal": Text(nl="Naam van een organisatie", en="Name of an organisation"),
    "non-dropping-particle": Text(nl="Tussenvoegsel dat blijft", en="Particle that stays"),
    "dropping-particle": Text(nl="Tussenvoegsel dat wegvalt", en="Particle that is dropped"),
    "suffix": Text(nl="Achtervoegsel", en="Suffix"),
}
"""What each field of the models is called."""

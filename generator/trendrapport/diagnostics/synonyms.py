"""Words that people write for a name of the report: in the other language, or as another program calls the
same thing.
"""

from __future__ import annotations

from collections.abc import Collection

_SAME: tuple[tuple[str, str], ...] = (
    # kinds of charts
    (
        "bars",
        (
            "staaf, staven, staafdiagram, staafgrafiek, kolom, kolommen, kolomdiagram, balken, bar, bar "
            "chart, column chart"
        ),
    ),
    ("ranked_bars", "ranglijst, rangorde, gesorteerde staven, ranking, sorted bars"),
    ("grouped_bars", "gegroepeerd, gegroepeerde staven, gegroepeerde kolommen, grouped, clustered bars"),
    (
        "diverging_bars",
        "likert, likertschaal, likert scale, diverging, divergerende staven, diverging stacked bars",
    ),
    ("pyramid", "piramide, bevolkingspiramide, leeftijdspiramide, population pyramid, age pyramid, vlinder"),
    ("stacked_bars", "gestapeld, gestapelde staven, gestapelde kolommen, stacked, stacked bar chart"),
    ("lines", "lijn, lijnen, lijngrafiek, lijndiagram, curve, line, line chart"),
    ("area", "vlak, vlakken, vlakdiagram, vlakgrafiek, gebied, area chart"),
    ("dots", "punten, stippen, bolletjes, puntgrafiek, dot plot"),
    ("scatter", "spreiding, spreidingsdiagram, puntenwolk, wolk, scatterplot, scatter plot, xy"),
    ("slope", "helling, hellinggrafiek, slopegraph, slope chart"),
    ("histogram", "verdeling, frequentieverdeling, distribution"),
    ("heat_map", "heatmap, warmtekaart, hittekaart, raster"),
    ("tile_map", "kaart, landkaart, tegelkaart, choropleet, gemeentekaart, map, choropleth"),
    ("small_multiples", "panelen, deelgrafieken, kleine grafieken, facets, trellis, panels"),
    ("timeline", "tijdlijn, tijdbalk"),
    (
        "waffle",
        (
            "wafel, wafeldiagram, taart, taartdiagram, cirkel, cirkeldiagram, ringdiagram, pie, pie chart, "
            "donut, doughnut"
        ),
    ),
    ("key_figures", "getallen, cijfers, kengetallen, big numbers, kpi"),
    # columns of a chart, and their types
    ("category", "categorie, groep, rubriek"),
    ("value", "waarde, aantal, hoogte, bedrag"),
    ("series", "reeks, serie"),
    ("moment", "jaar, tijd, tijdstip, year, time"),
    ("period", "periode, tijdvak"),
    ("label", "naam, opschrift"),
    ("range", "bereik, bandbreedte"),
    ("number", "getal, decimaal, kommagetal, float, double, decimal, numeriek, numeric, percentage"),
    ("integer", "geheel, geheel getal, heel getal, heel, int, aantal"),
    ("string", "tekst, text, woord, varchar, char"),
    ("boolean", "ja/nee, ja-nee, waar/onwaar, logisch, bool, yes/no"),
    ("date", "datum, dag, day, datetime"),
    ("year", "jaar, jaartal"),
    ("yearmonth", "maand, jaarmaand, month"),
    # blocks
    ("figure", "figuur"),
    # keys of entries
    ("title", "titel, kop, heading, headline"),
    ("summary", "samenvatting, inleiding, intro, lead, abstract"),
    ("authors", "auteur, auteurs, schrijver, schrijvers, author, by"),
    ("sources", "bron, bronnen, source"),
    ("source", "bron, bronnen"),
    ("categories", "categorie, thema, category"),
    ("tags", "trefwoord, trefwoorden, labels, keywords, tag"),
    ("horizon", "termijn, tijdshorizon"),
    ("stance", "houding"),
    ("impact", "gevolg, gevolgen, effect"),
    ("certainty", "zekerheid"),
    ("values", "waarden, publieke waarden"),
    ("actions", "acties, handelingsperspectief"),
    ("related", "verwant, gerelateerd, zie ook, see also"),
    ("status", "stand"),
    ("publish", "publiceren, publicatiedatum, verschijnt"),
    ("published", "verschenen"),
    ("date", "datum"),
    ("person", "persoon, geïnterviewde, interviewee"),
    ("role", "rol, functie, job"),
    ("organisation", "organisatie, organization"),
    ("portrait", "portret, foto, photo"),
    ("quotes", "citaten, citaat"),
    ("name", "naam"),
    ("owner", "eigenaar, beheerder"),
    ("type", "soort"),
    ("kind", "soort, vorm"),
    ("address", "adres, website, link, url"),
    ("URL", "adres, website, link, address"),
    ("explanation", "uitleg, toelichting, description"),
    ("description", "omschrijving, beschrijving, alt, alternatief"),
    ("definition", "definitie, omschrijving, betekenis"),
    ("term", "begrip, woord"),
    ("value", "waarde, getal"),
    ("unit", "eenheid"),
    ("decimals", "decimalen"),
    ("currency", "munt, valuta"),
    ("subtitle", "ondertitel"),
    ("caption", "bijschrift"),
    ("image", "afbeelding, plaatje, foto, picture"),
    ("text", "tekst, alt"),
    ("credit", "fotograaf, rechten, photographer"),
    ("language", "taal"),
    ("licence", "licentie, license"),
    ("licenses", "licentie, licenties, licence, licences"),
    ("editors", "redactie, redacteuren"),
    ("theme", "thema"),
    ("formerly", "voorheen, vroeger, eerder"),
    ("data", "tabel, gegevens, csv, table"),
    ("fields", "kolommen, velden, columns"),
    ("options", "opties, instellingen, settings"),
    ("issued", "datum, verschenen, jaar, year"),
    ("author", "auteur, auteurs, schrijver, authors"),
    ("publisher", "uitgever"),
    ("columns", "kolommen, kolom"),
    # values of fields
    ("draft", "concept, in bewerking, kladversie"),
    ("review", "ter beoordeling, beoordelen, in beoordeling, in review, reviewing"),
    ("final", "af, klaar, definitief, gepubliceerd, done, published"),
    ("analysis", "analyse"),
    ("update", "bijwerking, actualisatie, vervolg"),
    ("strengthened", "versterkt, sterker, stronger"),
    ("pressured", "onder druk, bedreigd, verzwakt, weakened"),
    ("mixed", "gemengd, wisselend, beide"),
    ("law", "wet, wetgeving"),
    ("resolution", "resolutie, motie"),
    ("circular", "circulaire"),
    ("strategy", "strategie"),
    ("publication", "publicatie, rapport, report"),
    ("incident", "voorval"),
    ("book", "boek"),
    ("documentary", "documentaire"),
    ("art", "kunst"),
    ("game", "spel"),
    ("film", "movie"),
    ("series", "tv-serie"),
    ("highest", "hoogste, meeste"),
    ("lowest", "laagste, minste"),
    ("webpage", "webpagina, website, site"),
    ("report", "rapport, onderzoek"),
    ("article-journal", "artikel, wetenschappelijk artikel, article"),
    ("article-newspaper", "krantenartikel, krant, news"),
    ("legislation", "wet, wetgeving, law"),
    ("chapter", "hoofdstuk"),
    ("dataset", "gegevens, cijfers, data"),
    ("thesis", "proefschrift, scriptie"),
    ("speech", "toespraak, lezing"),
    ("motion_picture", "film, video, speelfilm, movie"),
    ("post-weblog", "blog, weblog, blogpost"),
    ("interview", "gesprek, vraaggesprek"),
)
"""A name, and what people write for it, with commas between."""


def meant_by(word: str, names: Collection[str]) -> str | None:
    """Which of some names a word is another word for, in any capitals; nothing when none fits, or more than
    one.
    """
    written = " ".join(word.casefold().replace("_", " ").split())
    found: set[str] = set()
    for name, words in _SAME:
        group = {name, *words.split(", ")}
        if written in group:
            found |= group & set(names)
    return found.pop() if len(found) == 1 else None

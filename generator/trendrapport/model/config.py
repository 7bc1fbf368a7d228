"""`site_config.yml`: the one file with a report's settings, as a typed and frozen value."""

from __future__ import annotations

from collections.abc import Mapping

from trendrapport.diagnostics import Language
from trendrapport.language.labels import Labels
from trendrapport.model.audience import Audience, OwnLabels, own_words
from trendrapport.model.base import Model, described
from trendrapport.model.data_themes import DataTheme
from trendrapport.model.dates import FullDate
from trendrapport.model.field_types import Email, LanguageCode, Line, Name, SiteAddress, WebAddress
from trendrapport.model.front import Foot, Home, MenuPart
from trendrapport.model.look import Look
from trendrapport.model.taxonomies import WORDS, Judged, Taxonomies, Term
from trendrapport.model.versions import Version

CONFIG_PATH = "site_config.yml"


class Radar(Model):
    """What the radar of an edition shows."""

    rings: Name = described(
        "de lijst met de ringen, van binnen naar buiten: horizons, stances of een eigen lijst",
        "the list with its rings, from the middle outwards: horizons, stances or a list of your own",
        default="horizons",
        example="horizons",
    )
    sectors: Name = described(
        "de lijst met de sectoren: categories, stances of een eigen lijst",
        "the list with its sectors: categories, stances or a list of your own",
        default="categories",
        example="categories",
    )


class Organisation(Model):
    """Who publishes the report."""

    name: Line = described("naam", "name", example="Organisatie")
    address: WebAddress | None = described("website", "website", default=None)


class Contact(Model):
    """Where readers can ask and report things."""

    email: Email | None = described("e-mailadres", "e-mail address", default=None)
    address: WebAddress | None = described("contactpagina", "contact page", default=None)
    mistakes: WebAddress | None = described(
        (
            "waar lezers een fout melden, zoals een nieuwe melding op een forge; {title} en {address} "
            "worden titel en adres van de pagina"
        ),
        (
            "where readers report a mistake, such as a new issue on a forge; {title} and {address} "
            "become title and address of the page"
        ),
        default=None,
    )


class ContentLicence(Model):
    """The terms under which others may use the texts."""

    name: Line = described("naam", "name", example="CC BY 4.0")
    address: WebAddress | None = described("adres van de tekst", "address of its text", default=None)


class SecurityContact(Model):
    """Where people who find a weakness in the site can report it: becomes `/.well-known/security.txt` (RFC
    9116).
    """

    email: Email | None = described("e-mailadres voor meldingen", "e-mail address for reports", default=None)
    address: WebAddress | None = described(
        "pagina voor meldingen, met https://", "page for reports, with https://", default=None
    )
    expires: FullDate | None = described(
        "laatste dag waarop dit geldt, hoogstens een jaar vooruit",
        "last day on which this is valid, at most a year ahead",
        default=None,
    )
    policy: WebAddress | None = described(
        "pagina met uw beleid voor meldingen, met https://",
        "page with your policy on reports, with https://",
        default=None,
    )
    languages: tuple[Name, ...] = described(
        "talen waarin u meldingen leest, zoals [nl, en]; anders die van het rapport",
        "languages in which you read reports, such as [nl, en]; otherwise that of this report",
        default=(),
    )


class OpenData(Model):
    """What data portals and the Woo index want to know of the publisher and its data sets."""

    theme: DataTheme | None = described(
        "thema van de tabellen op dataportalen, zoals GOVE; een tabel kan een eigen thema hebben",
        "theme of the tables on data portals, such as GOVE; a table can have one of its own",
        default=None,
    )
    organisation: WebAddress | None = described(
        (
            "kenmerk van de uitgever in TOOI, het register van overheidsorganisaties: "
            "https://identifier.overheid.nl/tooi/id/..."
        ),
        (
            "identifier of the publisher in TOOI, the register of Dutch public bodies: "
            "https://identifier.overheid.nl/tooi/id/..."
        ),
        default=None,
    )


class Allowed(Model):
    """A warning that is right in this report."""

    code: Line = described(
        "naam van de waarschuwing, zoals unused-source", "name of the warning, such as unused-source"
    )
    path: Line | None = described(
        "bestand waarvoor het geldt, met * voor meer; anders alle",
        "file for which it holds, with * for more; otherwise all of them",
        default=None,
        example="content/sources.yml",
    )
    reason: Line = described("waarom het hier goed is", "why it is right here")


class Config(Model):
    """All settings of a report."""

    title: Line = described(
        "naam van het rapport", "name of the report", example="Mijn trendrapport", max_length=80
    )
    description: Line = described(
        "waar het over gaat, in één zin",
        "what it is about, in one sentence",
        example="Ontwikkelingen die ertoe doen.",
        max_length=300,
    )
    language: LanguageCode = described(
        "taal van het rapport, als nl, en, de of fr",
        "language of the report, as nl, en, de or fr",
        example="nl",
    )
    address: SiteAddress = described(
        "adres waarop de site komt te staan",
        "address where the site will be",
        example="https://trends.example.org/",
    )
    publisher: Organisation = described("uitgever", "publisher")
    audience: Audience | None = described(
        "voor wie het rapport is; anders gemeenten",
        "whom the report is for; otherwise municipalities",
        default=None,
    )
    labels: OwnLabels = described(
        "eigen woorden voor wat de site zegt, bij de naam van het label (docs/labels.md)",
        "your own words for what the site says, by the name of the label (docs/labels.md)",
        default={},
    )
    label_translations: dict[Language, OwnLabels] = described(
        "hetzelfde voor de pagina's in een andere taal",
        "the same for the pages in another language",
        default={},
    )
    author: Organisation | None = described(
        "schrijver van teksten zonder auteur; anders de uitgever",
        "author of texts that name no author; otherwise the publisher",
        default=None,
    )
    contact: Contact = described(
        "waar lezers terechtkunnen", "where readers can get in touch", default=Contact()
    )
    licence: ContentLicence | None = described(
        "licentie van de teksten", "licence of the texts", default=None
    )
    outputs: tuple[Name, ...] = described(
        "wat een build maakt", "what a build makes", default=("site",), min_length=1
    )
    open_data: OpenData = described(
        "wat dataportalen en de Woo-index willen weten",
        "what data portals and the Woo index want to know",
        default=OpenData(),
    )
    municipalities: tuple[Line, ...] = described(
        "gemeenten waarvoor de output pptx een eigen presentatie maakt, bij naam of CBS-code",
        "municipalities for which the output pptx makes a deck of their own, by name or CBS code",
        default=(),
    )
    pictures: bool = described(
        (
            "afbeeldingen van figuren: een PNG om te downloaden en een kaart voor sociale media; met "
            "false is een build sneller"
        ),
        ("images of figures: a PNG to download, and a card for social media; with false, a build is faster"),
        default=True,
    )
    menu: tuple[MenuPart, ...] | None = described(
        "onderdelen van het hoofdmenu, in deze volgorde; anders alle gewone",
        "the parts of the main menu, in this order; otherwise all usual ones",
        default=None,
        min_length=1,
    )
    home: Home = described(
        "eerste woorden van de startpagina", "first words of the home page", default=Home()
    )
    footer: Foot = described("voet van elke pagina", "foot of each page", default=Foot())
    look: Look = described(
        "kleuren, lettertypen, ruimte en ronding", "colours, fonts, space and corners", default=Look()
    )
    taxonomies: Taxonomies = described(
        "de lijsten waaruit redacteuren kiezen", "the lists that editors choose from"
    )
    judgement: tuple[Judged, ...] = described(
        (
            "wat dit rapport van een trend zegt: horizon, impact, certainty, stance, roles (acties en "
            "vragen) en values; [] voor niets daarvan"
        ),
        (
            "what this report says of a trend: horizon, impact, certainty, stance, roles (actions and "
            "questions) and values; [] for none of it"
        ),
        default=tuple(Judged),
        example=["horizon", "impact"],
    )
    going_on: bool = described(
        (
            "true als een trend doorgaat tot hij is beëindigd (ended): een editie die hem niet noemt, toont "
            "hem onveranderd; anders is hij daar verdwenen"
        ),
        (
            "true if a trend goes on until it is ended: an edition that does not mention it shows it "
            "unchanged; otherwise it is gone there"
        ),
        default=False,
    )
    radar: Radar = described(
        "welke lijsten de ringen en sectoren van de radar zijn",
        "which lists the rings and sectors of the radar are",
        default=Radar(),
    )
    servers: tuple[Name, ...] | None = described(
        "webservers waarvoor een build een configuratie maakt; anders voor allemaal",
        "web servers for which a build writes a configuration; otherwise for all of them",
        default=None,
    )
    redirects: dict[Line, Line] = described(
        "adressen die er niet meer zijn, en de pagina die ervoor in de plaats kwam: oud.html: nieuw.html",
        "addresses that are no longer there, and the page that took their place: old.html: new.html",
        default={},
    )
    security: SecurityContact | None = described(
        "waar iemand een zwakke plek in de site kan melden (security.txt)",
        "where someone can report a weakness in the site (security.txt)",
        default=None,
    )

    trendrapport: Version | None = described(
        "versie van Trendrapport waarvoor dit rapport is geschreven; zonder is het van voor 1.0.0",
        "version of Trendrapport that this report was written for; without it, it is from before 1.0.0",
        default=None,
        example="1.0.0",
    )
    allow: tuple[Allowed, ...] = described(
        "waarschuwingen die in dit rapport goed zijn, met de reden",
        "warnings that are right in this report, with the reason",
        default=(),
    )
    own_words: tuple[Line, ...] = described(
        "woorden die niet in het woordenboek staan en goed zijn gespeld, voor advies over spelling",
        "words that are not in the dictionary and are spelt right, for advice on spelling",
        default=(),
        alias="words",
    )

    def used_words(self, taxonomy: str) -> Mapping[str, Term]:
        """The words of a taxonomy that the report says trends with, in their order; none of one that it
        does not use.
        """
        unused = {name for judged, name in WORDS.items() if judged not in self.judgement}
        return {} if taxonomy in unused else self.taxonomies.terms(taxonomy) or {}

    @property
    def byline(self) -> Organisation:
        """Who wrote the texts that name no author."""
        return self.author or self.publisher

    def words(self, language: Language | None = None) -> Labels:
        """What the site says, in the report's language or another: with the audience's name and the report's
        own words.
        """
        shown = language or self.language
        own = self.labels if shown == self.language else self.label_translations.get(shown, {})
        return Labels(shown, (*own_words(self.audience, shown, self.language), *own.items()))

"""What a page is about, for programs: schema.org as JSON-LD (https://schema.org,
https://www.w3.org/TR/json-ld11/).

Each thing is a plain value; `written` makes one text of those of a page. Addresses are absolute, as a program
may read a page apart from its site.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urljoin

from trendrapport.model.charts import Chart
from trendrapport.model.config import Organisation
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.sources import CslName, Source
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import Correction, Publishable
from trendrapport.pages.parts.figure import citation
from trendrapport.pages.view import Content, Page, PersonFacts, Value, View
from trendrapport.prose.video_block import spoken
from trendrapport.report.citations import date_parts
from trendrapport.report.person_names import full_name
from trendrapport.report.report import Entry
from trendrapport.report.video import Video, video_of

CONTEXT = "https://schema.org"


def website(view: View) -> Value:
    """The whole site."""
    config = view.report.config
    return _filled(
        "WebSite",
        url=view.address("index.html"),
        name=config.title,
        description=config.description,
        inLanguage=view.labels.language,
        publisher=_publisher(view),
        license=_licence(view),
    )


def report(view: View, edition: Entry[Edition]) -> Value:
    """An edition, with its trends and interviews as parts."""
    parts = [*view.trends(edition), *view.interviews(edition)]
    return _filled(
        "Report",
        url=view.address(view.path(edition)),
        name=edition.data.title,
        description=edition.data.summary,
        inLanguage=view.labels.language,
        datePublished=view.day(edition),
        author=_authors(view, edition),
        contributor=_contributors(view, edition),
        publisher=_publisher(view),
        license=_licence(view),
        version=view.of_edition(edition, "version"),
        isBasedOn=_original(view, edition),
        # What is written after a work is not the same as that.
        sameAs=None if view.of_edition(edition, "based_on") else edition.data.address,
        hasPart=[{"@type": "Article", "@id": view.address(view.path(part))} for part in parts],
    )


def article(view: View, entry: Entry[Publishable]) -> Value:
    """A text: whose it is, which edition it is part of, what it is about and how long it takes to read."""
    address = view.address(view.path(entry))
    return _filled(
        "Article",
        url=address,
        headline=entry.data.title,
        description=entry.data.summary,
        inLanguage=_language(view, entry),
        datePublished=view.day(entry),
        author=_authors(view, entry),
        editor=[_known(view, slug) for slug in entry.data.editors],
        contributor=_contributors(view, entry),
        publisher=_publisher(view),
        license=_licence(view),
        isPartOf=_whole(view, entry),
        version=view.of_edition(entry, "version"),
        isBasedOn=_original(view, entry),
        correction=[_correction(one) for one in entry.data.corrections],
        about=_about(view, entry.data),
        citation=[source["title"] for source in view.sources(entry, "")],
        wordCount=entry.outline.words,
        video=_videos(view, entry),
    ) | {"@id": address}


def _correction(correction: Correction) -> Value:
    text = f"{correction.what} {correction.why}"
    return _filled("CorrectionComment", datePublished=correction.date, text=text)


def _language(view: View, entry: Entry[Any]) -> str:
    return entry.language or view.report.config.language


def _whole(view: View, entry: Entry[Any]) -> Value | None:
    """The edition that a text is part of."""
    edition = view.edition_of(entry)
    if edition is None:
        return None
    return {"@type": "Report", "@id": view.address(view.path(edition)), "name": edition.data.title}


def _videos(view: View, entry: Entry[Any]) -> list[Value]:
    """The videos that a text shows, as far as they are known: nothing is loaded to learn more."""
    found = []
    for block in entry.outline.blocks:
        if block.word != "video":
            continue
        video = video_of(block.text)
        if video:
            found.append(_video(video, block.text, _language(view, entry)))
    return found


def _video(video: Video, text: str, language: str) -> Value:
    return _filled(
        "VideoObject",
        name=video.title,
        url=video.address,
        creator={"@type": "Organization", "name": video.source},
        duration=video.iso_duration,
        inLanguage=video.language or language,
        datePublished=video.published,
        transcript="\n".join(spoken(text)),
    )


def _about(view: View, data: Publishable) -> list[Value]:
    """The categories of a trend; the person of an interview."""
    match data:
        case Trend():
            return [{"@type": "Thing", "name": word["label"]} for word in view.categories(data)]
        case Interview():
            return [_person(view.person(data.person, data))]
    return []


def person(view: View, slug: str, address: str) -> Value:
    """Someone whose page is at an address."""
    return _person(view.person(slug)) | {"@id": address}


def _person(person: PersonFacts) -> Value:
    if person.type == "Organization":
        return _filled("Organization", name=person.name, url=person.address)
    employer = None
    if person.organisation:
        employer = {"@type": "Organization", "name": person.organisation}
    return _filled("Person", name=person.name, jobTitle=person.role, url=person.address, worksFor=employer)


def dataset(view: View, chart: Entry[Chart], address: str) -> Value:
    """The table of a figure and the addresses of its downloads."""
    data, package = chart.data, view.report.packages[chart.data.data].data
    licence = package.licenses[0]
    return _filled(
        "Dataset",
        url=address,
        name=package.title,
        description=f"{data.title}. {data.description}",
        inLanguage=view.labels.language,
        creator=_creator(view, data),
        dateModified=package.created,
        license=licence.path or licence.name,
        isAccessibleForFree=True,
        citation=citation(view, chart),
        distribution=[
            _download(view, "text/csv", f"charts/data/{data.data}.csv"),
            _download(view, "application/zip", f"figures/{chart.slug}.zip"),
        ],
    )


def _creator(view: View, chart: Chart) -> Value | None:
    source = view.source(chart.source, "")
    if source is None or not source["who"]:
        return None
    return {"@type": "Organization", "name": source["who"]}


def _download(view: View, media_type: str, path: str) -> Value:
    return {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": view.address(path)}


def terms(view: View, address: str, words: Iterable[tuple[str, str, str]]) -> Value:
    """A list of terms: slug, term and definition of each."""
    return _filled(
        "DefinedTermSet",
        url=address,
        name=view.labels("glossary"),
        inLanguage=view.labels.language,
        hasDefinedTerm=[
            {"@type": "DefinedTerm", "@id": f"{address}#{slug}", "name": term, "description": definition}
            for slug, term, definition in words
        ],
    )


def written(view: View, page: Page, content: Content) -> str:
    """All that a page is about as JSON-LD for a `script` element; empty when that is nothing."""
    things = [*content.about, *_way(view, page, content.crumbs)]
    if not things:
        return ""
    text = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    # Only these could end a script element or start a comment in it.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _way(view: View, page: Page, crumbs: Sequence[Value]) -> list[Value]:
    """The crumbs of a page, itself last."""
    if not crumbs:
        return []
    here = view.address(page.path)
    items = []
    for position, crumb in enumerate(crumbs, 1):
        items.append(_step(position, crumb["title"], urljoin(here, crumb["href"])))
    items.append(_step(len(crumbs) + 1, page.title, here))
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _step(position: int, title: str, address: str) -> Value:
    return {"@type": "ListItem", "position": position, "name": title, "item": address}


def _authors(view: View, entry: Entry[Any]) -> Value | list[Value]:
    """The people who wrote a text, of a whole edition its editors; else who writes the report's texts."""
    if not entry.data.credited:
        return _organisation(view.report.config.byline)
    return [_known(view, slug) for slug in entry.data.credited]


def _known(view: View, slug: str) -> Value:
    """Somebody of the report's list, under the address of their page."""
    path = view.person_path(slug)
    return _person(view.person(slug)) | ({"@id": view.address(path)} if path else {})


def _contributors(view: View, entry: Entry[Any]) -> list[Value]:
    """Who reviewed a text or analysed its figures, each with that role."""
    found = []
    for role in ("reviewers", "analysts"):
        for slug in getattr(entry.data, role):
            name = view.labels(f"person_roles.{role}")
            found.append(_filled("Role", roleName=name, contributor=_known(view, slug)))
    return found


def _original(view: View, entry: Entry[Any]) -> Value | None:
    """The work after which a text was written."""
    key = view.of_edition(entry, "based_on")
    if key is None:
        return None
    found = view.report.get(Source, key)
    if found is None:
        return None
    work = found.data
    parts = "-".join(f"{part:02d}" for part in date_parts(work.issued))
    makers = [_maker(name) for name in work.author]
    return _filled("CreativeWork", name=work.title, url=work.URL, author=makers, datePublished=parts)


def _maker(name: CslName) -> Value:
    return {"@type": "Organization" if name.literal else "Person", "name": full_name(name)}


def _publisher(view: View) -> Value:
    return _organisation(view.report.config.publisher)


def _organisation(organisation: Organisation) -> Value:
    return _filled("Organization", name=organisation.name, url=organisation.address)


def _licence(view: View) -> str | None:
    licence = view.report.config.licence
    if licence is None:
        return None
    return licence.address or licence.name


def _filled(type_name: str, **values: Any) -> Value:  # noqa: ANN401
    """A thing of a type, without what is not known."""
    known = {name: value for name, value in values.items() if value not in (None, "", [], ())}
    return {"@type": type_name, **known}

"""What a page is about, for programs: schema.org as JSON-LD (https://schema.org,
https://www.w3.org/TR/json-ld11/).

Each thing is a plain value; `written` makes one text of those of a page. Addresses are absolute, as a program
may read
a page apart from its site.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from trendrapport.model.charts import Chart
from trendrapport.model.config import Organisation
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.sources import Source
from trendrapport.model.entries.trends import Trend
from trendrapport.model.publishable import Publishable
from trendrapport.pages.parts.figure import citation
from trendrapport.pages.view import Content, Page, Value, View
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
    edition, address = view.edition_of(entry), view.address(view.path(entry))
    whole = edition and {
        "@type": "Report",
        "@id": view.address(view.path(edition)),
        "name": edition.data.title,
    }
    return _filled(
        "Article",
        url=address,
        headline=entry.data.title,
        description=entry.data.summary,
        inLanguage=entry.language or view.report.config.language,
        datePublished=view.day(entry),
        author=_authors(view, entry),
        publisher=_publisher(view),
        license=_licence(view),
        isPartOf=whole,
        version=view.of_edition(entry, "version"),
        isBasedOn=_original(view, entry),
        about=_about(view, entry.data),
        citation=[source["title"] for source in view.sources(entry, "")],
        wordCount=entry.outline.words,
        video=_videos(view, entry),
    ) | {"@id": address}


def _videos(view: View, entry: Entry[Any]) -> list[Value]:
    """The videos that a text shows, as far as they are known: nothing is loaded to learn more."""
    texts = [block.text for block in entry.outline.blocks if block.word == "video"]
    return [
        _video(video, text, entry.language or view.report.config.language)
        for text in texts
        if (video := video_of(text))
    ]


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
    """Who has a page at an address."""
    return _person(view.person(slug)) | {"@id": address}


def _person(told: Value) -> Value:
    if told["type"] == "Organization":
        return _filled("Organization", name=told["name"], url=told["address"])
    works = told["organisation"] and {"@type": "Organization", "name": told["organisation"]}
    return _filled("Person", name=told["name"], jobTitle=told["role"], url=told["address"], worksFor=works)


def dataset(view: View, chart: Entry[Chart], address: str) -> Value:
    """The table of a figure and where it can be downloaded."""
    data, package = chart.data, view.report.packages[chart.data.data].data
    source, licence = view.source(data.source, ""), package.licenses[0]
    csv, archive = (
        view.address(path) for path in (f"charts/data/{data.data}.csv", f"figures/{chart.slug}.zip")
    )
    return _filled(
        "Dataset",
        url=address,
        name=package.title,
        description=f"{data.title}. {data.description}",
        inLanguage=view.labels.language,
        creator=source and source["who"] and {"@type": "Organization", "name": source["who"]},
        dateModified=package.created,
        license=licence.path or licence.name,
        isAccessibleForFree=True,
        citation=citation(view, chart),
        distribution=[
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": place}
            for kind, place in (("text/csv", csv), ("application/zip", archive))
        ],
    )


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
    """All that a page is about as JSON-LD that can stand in a `script` element; empty when that is nothing."""
    things = [*content.about, *_way(view, page, content.crumbs)]
    if not things:
        return ""
    text = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    # In a script element only these could end it or start a comment.
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _way(view: View, page: Page, crumbs: Iterable[Value]) -> list[Value]:
    """The crumbs of a page, itself last."""
    here = view.address(page.path)
    steps = [*((crumb["title"], urljoin(here, crumb["href"])) for crumb in crumbs), (page.title, here)]
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": address}
        for place, (title, address) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}] if crumbs else []


def _authors(view: View, entry: Entry[Any]) -> Value | list[Value]:
    """The people who wrote a text, of a whole edition its editors; else who writes the report's texts."""
    slugs = entry.data.authors or getattr(entry.data, "editors", ())
    people = [_filled(view.person(slug)["type"], **view.author(slug)) for slug in slugs]
    return people or _organisation(view.report.config.byline)


def _original(view: View, entry: Entry[Any]) -> Value | None:
    """The work after which a text was written."""
    key = view.of_edition(entry, "based_on")
    found = view.report.get(Source, key) if key else None
    if found is None:
        return None
    work = found.data
    makers = [
        {"@type": "Organization" if name.literal else "Person", "name": full_name(name)}
        for name in work.author
    ]
    parts = "-".join(f"{part:02d}" for part in date_parts(work.issued))
    return _filled("CreativeWork", name=work.title, url=work.URL, author=makers, datePublished=parts)


def _publisher(view: View) -> Value:
    return _organisation(view.report.config.publisher)


def _organisation(told: Organisation) -> Value:
    return _filled("Organization", name=told.name, url=told.address)


def _licence(view: View) -> str | None:
    licence = view.report.config.licence
    return (licence.address or licence.name) if licence else None


def _filled(kind: str, **values: Any) -> Value:  # noqa: ANN401
    """A thing of a type, without what is not known."""
    return {"@type": kind} | {
        name: value for name, value in values.items() if value not in (None, "", [], ())
    }

"""What an entry's text refers to, as HTML on one page: links, pictures, citations and blocks.

The name of a text's HTML is made of everything that these answers depend on, so that a text is rendered again
only when one of them changed.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from trendrapport.model.addresses import image_path, page_path, relative
from trendrapport.model.entries.glossary import Term
from trendrapport.model.entries.interviews import Interview
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.browser.templating import render
from trendrapport.pages.parts.figure import Figure, figure, path
from trendrapport.pages.view import Body, KeyFigureCard, PersonFacts, Value, View
from trendrapport.pages.view.glossary_parts import LIST
from trendrapport.prose.captions import Caption
from trendrapport.prose.html import FIGURE, Cited
from trendrapport.prose.markdown import parse
from trendrapport.prose.questions import mark_questions
from trendrapport.prose.quotations import paragraphs_of
from trendrapport.prose.video_block import spoken
from trendrapport.report.download_uses import file_of
from trendrapport.report.report import Download, Entry
from trendrapport.report.video import Video, video_of
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator


def body(view: View, entry: Entry[Any], page: str) -> Body:
    """An entry's text for a page: rendered when asked for."""
    meaning = _Meaning(view, entry, page)
    answers = json.dumps(meaning.answers, ensure_ascii=False, sort_keys=True, default=vars)
    key = digest("body", generator(), repr(view.labels), entry.kind, entry.source.body, answers)
    return Body(key, lambda: _html(view, entry, meaning))


def _html(view: View, entry: Entry[Any], meaning: _Meaning) -> str:
    prose = parse(entry.source.body)
    if isinstance(entry.data, Interview):
        mark_questions(prose.tokens)
    view.terms.mark(prose.tokens)
    return prose.html(meaning)


@dataclass(frozen=True)
class _Meaning:
    """The answers for one entry on one page."""

    view: View
    entry: Entry[Any]
    page: str

    @cached_property
    def answers(self) -> list[Any]:
        """Every answer that this text will need."""
        outline = self.entry.outline
        return [
            [[self.link(link.target), self.file(link.target)] for link in outline.links],
            [self._image(image.target, image.text, image.caption) for image in outline.images],
            [self._cited(citation.key) for citation in outline.citations],
            [self._block(block.word, block.name) for block in outline.blocks],
            [self._term(slug) for slug in self.view.terms.possible(self.entry.source.body)],
            self.page,
        ]

    # --- links, files and pictures ---

    def link(self, target: str) -> str | None:
        """The address for a link; None for an entry that readers do not get."""
        path, _, anchor = unquote(target).partition("#")
        if urlsplit(target).scheme or not path:
            return target
        file = self._file(target, path)
        if file is None:
            return None
        if anchor:
            file = f"{file}#{anchor}"
        return relative(file, self.page)

    def _file(self, target: str, path: str) -> str | None:
        """The file of the site that a link in the report leads to."""
        download = self._download(target)
        if download:
            return image_path(download.path)
        entry_file = posixpath.normpath(posixpath.join(posixpath.dirname(self.entry.source.path), path))
        if entry_file not in self.view.files:
            return None
        return page_path(entry_file)

    def file(self, target: str) -> str:
        """The type and the size of a file to download, so that readers know them before they choose."""
        download = self._download(target)
        if download is None:
            return ""
        return " " + render("parts/download", form=self.view.form(download)).strip()

    def _download(self, target: str) -> Download | None:
        return self.view.report.downloads.get(file_of(target, self.entry.source.path))

    def image(self, target: str, text: str, caption: Caption) -> str:
        """A picture with its size, so that the page does not move while it loads."""
        return render("parts/image", image=self._image(target, text, caption), label=self.view.labels)

    def _image(self, target: str, text: str, caption: Caption) -> Value | None:
        found = self.view.image(unquote(target), self.entry, self.page, text)
        return found and found | asdict(caption)

    # --- citations and terms ---

    def citation(self, cited: Sequence[Cited]) -> str:
        """Numbers that lead to the list of sources on the page."""
        sources: list[Value] = []
        figures: list[Value] = []
        for one in cited:
            if not one.key.startswith(FIGURE):
                sources.append({**self._source(one.key), "place": one.place, "nth": one.nth})
            elif mention := self._mention(one.key.removeprefix(FIGURE)):
                figures.append(mention)
        return render("parts/citation", cited=sources, figures=figures, label=self.view.labels)

    def _cited(self, key: str) -> Value:
        """A source, or a figure that the text points at."""
        if key.startswith(FIGURE):
            return self._mention(key.removeprefix(FIGURE))
        return self._source(key)

    def _source(self, key: str) -> Value:
        shown = {"number": self._numbers.get(key), "id": key, "title": key, "facts": ""}
        source = self.view.source(key, self.page)
        if source:
            facts = [part for part in (source["who"], source["when"]) if part]
            shown |= {"title": source["title"], "facts": ", ".join(facts)}
        return shown

    def _mention(self, name: str) -> Value:
        """A figure that the text points at: by number if the entry shows it, else by its own page; nothing of
        one that readers do not get.
        """
        chart = self.view.report.charts.get(name)
        if chart is None:
            return {}
        number = self._figures.get(name)
        mention = {"number": number, "title": chart.data.title, "href": f"#figure-{name}"}
        if number is None:
            mention["href"] = relative(path(name), self.page)
        return mention

    @cached_property
    def _figures(self) -> dict[str, int]:
        """The number that each figure of the entry has."""
        return {name: number for number, name in enumerate(self.entry.outline.figures, 1)}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return self.view.numbers(self.entry)

    def term(self, slug: str, text: str) -> str:
        """A way to the glossary, with the explanation for a script to show here."""
        return render("parts/term", term=self._term(slug), text=text).strip()

    def _term(self, slug: str) -> Value:
        found = self.view.report.get(Term, slug)
        if found is None:
            return {"name": slug, "definition": "", "href": relative(f"{LIST}#{slug}", self.page)}
        href = relative(self.view.path(found), self.page)
        return {"name": found.data.term, "definition": found.data.definition, "href": href}

    def word(self, name: str, **values: object) -> str:
        """A label in the language of the text."""
        return self.view.labels(name, **values)

    # --- blocks ---

    def block(self, word: str, name: str, text: str) -> str:
        """A figure, key figure, quotation, list of actions or video."""
        # Figures stay in the report's own language, also in a translation.
        labels = self._own.labels if word == "figure" else self.view.labels
        value = self._video(text) if word == "video" else self._block(word, name)
        foreign = labels.language if labels != self.view.labels else None
        paragraphs = paragraphs_of(text)
        return render(
            f"parts/{word}", label=labels, value=value, paragraphs=paragraphs, name=name, language=foreign
        )

    @cached_property
    def _own(self) -> View:
        """The report in its own language."""
        return View(self.view.report, offers=self.view.offers)

    def _block(self, word: str, name: str) -> Figure | KeyFigureCard | PersonFacts | Value | None:
        match word:
            case "figure":
                return figure(self._own, name, self.page, self._figures.get(name))
            case "key-figure":
                return self._key_figure(name)
            case "quote":
                return self.view.person(name)
            case "actions" if isinstance(self.entry.data, Trend):
                actions = self.entry.data.actions.get(name, ())
                return {**self.view.term("roles", name), "items": list(actions)}
        return None

    def _key_figure(self, name: str) -> KeyFigureCard | None:
        found = self.view.report.get(KeyFigure, name, self.entry.edition)
        if found is None:
            return None
        return self.view.key_figure(found, self.page)

    def _video(self, text: str) -> Value | None:
        """What readers see of a video."""
        video = video_of(text)
        if video is None:
            return None
        label = self.view.labels
        length = "video_hours" if video.duration.count(":") > 1 else "video_minutes"
        return {
            "title": video.title,
            "address": video.address,
            "source": video.source,
            "duration": label(length, time=video.duration),
            "host": video.host,
            "published": video.published and label.date(video.published),
            "language": video.language,
            "transcript": self._transcript(video),
            "spoken": spoken(text),
        }

    def _transcript(self, video: Video) -> Value | None:
        """The link to the text of a video."""
        from markupsafe import Markup

        if not video.transcript:
            return None
        href = self.link(video.transcript)
        if href is None:
            return None
        form = self.file(video.transcript)
        return {"href": href, "form": Markup(form)}  # noqa: S704 - made by a template

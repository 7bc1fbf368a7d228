"""What an entry's text refers to, as HTML on one page: links, pictures, citations and blocks.

The name of a text's HTML is made of everything that these answers depend on, so that a text
is rendered again only when one of them changed.
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
from trendrapport.pages.parts.figure import figure, path
from trendrapport.pages.view import Body, Value, View
from trendrapport.prose.captions import Told
from trendrapport.prose.html import FIGURE, Cited
from trendrapport.prose.markdown import parse
from trendrapport.prose.questions import mark_questions
from trendrapport.prose.video_block import spoken
from trendrapport.report.download_uses import file_of
from trendrapport.report.report import Download, Entry
from trendrapport.report.video import video_of
from trendrapport.runtime.cache import digest
from trendrapport.runtime.fingerprint import generator


def body(view: View, entry: Entry[Any], page: str) -> Body:
    """An entry's text for a page: rendered when asked for."""
    meaning = _Meaning(view, entry, page)
    key = digest(
        "body",
        generator(),
        view.labels.language,
        entry.kind,
        entry.source.body,
        json.dumps(meaning.answers, ensure_ascii=False, sort_keys=True),
    )
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
            [self._image(image.target, image.text, image.told) for image in outline.images],
            [self._citation(citation.key) for citation in outline.citations],
            [self._block(block.word, block.name) for block in outline.blocks],
            [self._term(slug) for slug in self.view.terms.possible(self.entry.source.body)],
            self.page,
        ]

    def link(self, target: str) -> str | None:
        """The address for a link; None for an entry that readers do not get."""
        if urlsplit(target).scheme:
            return target
        path, _, anchor = unquote(target).partition("#")
        if not path:
            return target
        if download := self._download(target):
            return relative(image_path(download.path) + (f"#{anchor}" if anchor else ""), self.page)
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.entry.source.path), path))
        if file not in self.view.files:
            return None
        return relative(page_path(file) + (f"#{anchor}" if anchor else ""), self.page)

    def file(self, target: str) -> str:
        """The type and the size of a file to download, for readers to choose before it comes in."""
        download = self._download(target)
        return " " + render("parts/download", told=self.view.form(download)).strip() if download else ""

    def _download(self, target: str) -> Download | None:
        return self.view.report.downloads.get(file_of(target, self.entry.source.path))

    def image(self, target: str, text: str, told: Told) -> str:
        """A picture with its size, so that the page does not move while it loads."""
        return render("parts/image", image=self._image(target, text, told), label=self.view.labels)

    def _image(self, target: str, text: str, told: Told) -> Value | None:
        found = self.view.image(unquote(target), self.entry, self.page, text)
        return found and found | asdict(told)

    def citation(self, cited: Sequence[Cited]) -> str:
        """Numbers that lead to the list of sources on the page."""
        items = [
            self._citation(one.key) | {"place": one.place, "nth": one.nth}
            for one in cited
            if not one.key.startswith(FIGURE)
        ]
        mentions = [self._citation(one.key) for one in cited if one.key.startswith(FIGURE)]
        figures = [mention for mention in mentions if mention]
        return render("parts/citation", cited=items, figures=figures, label=self.view.labels)

    def block(self, word: str, name: str, text: str) -> str:
        """A figure, key figure, quotation, list of actions or video."""
        labels = self._own.labels if word == "figure" else self.view.labels
        value = self._video(text) if word == "video" else self._block(word, name)
        return render(
            f"parts/{word}",
            label=labels,
            value=value,
            text=text.strip(),
            name=name,
            language=labels.language if labels != self.view.labels else None,
        )

    def _video(self, text: str) -> Value | None:
        """What readers see of a video."""
        from markupsafe import Markup

        video = video_of(text)
        if video is None:
            return None
        label = self.view.labels
        length = label(
            "video_hours" if video.duration.count(":") > 1 else "video_minutes", time=video.duration
        )
        href = self.link(video.transcript) if video.transcript else None
        transcript = {"href": href, "form": Markup(self.file(video.transcript or ""))}  # noqa: S704 - made by a template
        return {
            "title": video.title,
            "address": video.address,
            "source": video.source,
            "duration": length,
            "host": video.host,
            "published": video.published and label.date(video.published),
            "language": video.language,
            "transcript": transcript if href else None,
            "spoken": spoken(text),
        }

    @cached_property
    def _own(self) -> View:
        """The report in its own language: that of figures, also in a translation."""
        return View(self.view.report)

    def term(self, slug: str, text: str) -> str:
        """A way to the glossary, with the explanation for a script to show here."""
        return render("parts/term", term=self._term(slug), text=text).strip()

    def word(self, name: str, **values: object) -> str:
        """A label in the language of the text."""
        return self.view.labels(name, **values)

    def _term(self, slug: str) -> Value:
        found = self.view.report.get(Term, slug)
        shown = (
            {"name": found.data.term, "definition": found.data.definition}
            if found
            else {"name": slug, "definition": ""}
        )
        return shown | {"href": relative(f"glossary.html#{slug}", self.page)}

    def _citation(self, key: str) -> Value:
        if key.startswith(FIGURE):
            return self._mention(key.removeprefix(FIGURE))
        source = self.view.source(key, self.page)
        return {
            "number": self._numbers.get(key),
            "id": key,
            "title": source["title"] if source else key,
            "told": ", ".join(part for part in (source["who"], source["when"]) if part) if source else "",
        }

    def _mention(self, name: str) -> Value:
        """A figure that the text points at: by number if the entry shows it, else by its own page; nothing of
        one that readers do not get.
        """
        if name not in self.view.report.charts:
            return {}
        number = self._figures.get(name)
        return {
            "number": number,
            "title": self.view.report.charts[name].data.title,
            "href": f"#figure-{name}" if number else relative(path(name), self.page),
        }

    @cached_property
    def _figures(self) -> dict[str, int]:
        """The number that each figure of the entry has."""
        return {name: number for number, name in enumerate(self.entry.outline.figures, 1)}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return self.view.numbers(self.entry)

    def _block(self, word: str, name: str) -> Value | None:
        match word:
            case "figure":
                return figure(self._own, name, self.page, self._figures.get(name))
            case "key-figure":
                found = self.view.report.get(KeyFigure, name, self.entry.edition)
                return self.view.key_figure(found, self.page) if found else None
            case "quote":
                return self.view.person(name)
            case "actions" if isinstance(self.entry.data, Trend):
                return self.view.term("roles", name) | {"items": list(self.entry.data.actions.get(name, ()))}
        return None

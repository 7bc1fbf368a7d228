"""All files of the search: the data of this report, and the script that uses it, which no page loads before a
reader searches.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files as parts

from trendrapport.model.entries.glossary import Term
from trendrapport.pages.browser.page_files import as_served
from trendrapport.pages.search.documents import documents
from trendrapport.pages.search.scripts import FOLDER, scripts
from trendrapport.pages.search.synonyms import synonyms
from trendrapport.pages.search.weights import plain, record
from trendrapport.pages.view import Page, View
from trendrapport.runtime.cache import Cache


def files(view: View, pages: Iterable[Page], cache: Cache) -> dict[str, bytes]:
    """Path from the site's root to bytes."""
    found = documents(view, pages)
    known = synonyms(entry.data for entry in view.report.of(Term))
    records = [record(one, view.report.config.language, cache, known) for one in found]
    return scripts(view, found, records) | {f"{FOLDER}/search.js": _program(view)}


def _program(view: View) -> bytes:
    """The script of the search, with its words in each language of the report."""
    words = {}
    for language in (None, *view.report.languages):
        labels = view.in_language(language).labels if language else view.labels
        words[labels.language] = labels.group("searching")
    return f"(self.reportSearch??={{}}).translations={plain(words)};\n".encode() + _parts()


def _parts() -> bytes:
    folder = parts("trendrapport.pages.browser") / "search"
    scripts = [file for file in folder.iterdir() if file.name.endswith(".js")]
    return b"".join(
        as_served(file.read_text("utf-8")) for file in sorted(scripts, key=lambda file: file.name)
    )

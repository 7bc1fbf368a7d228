"""Pages, pictures, tables and looks as one tree: path to bytes, as MkDocs will read it; knows no engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from trendrapport.files import photos
from trendrapport.files.photos import Version
from trendrapport.model.addresses import image_path, relative
from trendrapport.open_data.feeds import feeds
from trendrapport.pages.browser import policy
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.browser.look import look
from trendrapport.pages.browser.page_files import every_page, on_demand
from trendrapport.pages.browser.templating import render
from trendrapport.pages.picture_files import picture_files
from trendrapport.pages.search.files import files as search_files
from trendrapport.pages.view import Page, View
from trendrapport.report.identity import moved
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.fingerprint import generator
from trendrapport.runtime.history import UNKNOWN, Changes
from trendrapport.site.figure_files import figure_files
from trendrapport.site.manifest import DRAWN_ICON, MANIFEST, ROBOTS, manifest, robots
from trendrapport.site.security_txt import PATH as SECURITY_TXT
from trendrapport.site.security_txt import security_txt
from trendrapport.site.shared_state import shared_state
from trendrapport.site.sitemap import PATH as SITEMAP
from trendrapport.site.sitemap import sitemap
from trendrapport.site.stage import Tree
from trendrapport.site.staged_pages import staged_pages


def tree(view: View, pages: Sequence[Page], cache: Cache, root: Path, changes: Changes = UNKNOWN) -> Tree:
    """Every file of the site, before MkDocs puts pages into the theme; `changes` says when files were last
    changed.
    """
    former = moved(view.report, [page.path for page in pages])
    shared = shared_state(view.report)
    made = staged_pages(view, pages, cache, shared)
    made |= on_demand(made.values(), cache)
    made |= _looks(view, cache)
    made["assets/report.js"] = _renamed(view, former) + made["assets/report.js"]
    made |= _for_programs(view, pages, changes)
    made |= _feeds(view, pages, cache, shared, changes)
    made |= _moved(view, pages, former)
    made |= _pictures(view, cache, root)
    made |= _downloads(view, root)
    made |= figure_files(view, cache)
    made |= search_files(view, pages, cache)
    return made | _for_finders(view)


def _looks(view: View, cache: Cache) -> Tree:
    """Fonts, styles and scripts of every page, with the settings of the look."""
    made = every_page(cache)
    if view.report.config.look.icon:
        del made[DRAWN_ICON]
    editions = [(edition.slug, view.edition_title(edition)) for edition in view.editions]
    style = look(view.report.config, editions)
    return made | {"assets/look.css": style, "assets/report.css": style + made["assets/report.css"]}


def _for_programs(view: View, pages: Sequence[Page], changes: Changes) -> Tree:
    """What browsers and search engines look for."""
    texts = {
        MANIFEST: manifest(view),
        ROBOTS: robots(view),
        SITEMAP: sitemap(view, pages, changes),
    }
    return {path: text.encode() for path, text in texts.items()}


def _feeds(view: View, pages: Sequence[Page], cache: Cache, shared: str, changes: Changes) -> Tree:
    """What readers of feeds look for."""
    texts = feeds(view, pages, cache, shared, changes)
    return {path: text.encode() for path, text in texts.items()}


def _for_finders(view: View) -> Tree:
    """Where to report a weakness, if the settings say so."""
    contact = security_txt(view.report.config)
    return {} if contact is None else {SECURITY_TXT: contact.encode()}


def _moved(view: View, pages: Sequence[Page], former: Mapping[str, str]) -> Tree:
    """A page at each address that is out of use, with a link to the new one: for servers without a rule, and
    for a site that is read from a folder.
    """
    titles = {page.path: page.title for page in pages}
    return {old: _moved_page(view, old, new, titles[new]) for old, new in former.items()}


def _moved_page(view: View, old: str, new: str, title: str) -> bytes:
    return render(
        "moved",
        label=view.labels,
        title=title,
        href=relative(new, old),
        address=view.address(new),
        language=view.labels.language,
        policy=policy.WITHIN,
    ).encode()


def _renamed(view: View, former: Mapping[str, str]) -> bytes:
    """The entries that had another name, for a script that keeps a reader's own list; nothing when there are
    none.
    """
    entries = {view.path(entry) for entry in (*view.report.by_path.values(), *view.report.translations)}
    names: dict[str, object] = {}
    for old, new in former.items():
        if new in entries:
            names[old.removesuffix(".html")] = new.removesuffix(".html")
    return data_script("reportRenamed", names) if names else b""


def _downloads(view: View, root: Path) -> Tree:
    """The files that texts link to."""
    return {image_path(path): (root / path).read_bytes() for path in view.report.downloads}


def _pictures(view: View, cache: Cache, root: Path) -> Tree:
    """Every version of each picture; a picture is only opened for versions that are not kept."""
    names: dict[str, str] = {}
    missing: dict[str, dict[str, Version]] = {}
    for path, (image, version) in picture_files(view.report).items():
        names[path] = digest("version", generator(), image.digest, repr(version))
        if names[path] not in cache:
            missing.setdefault(image.path, {})[path] = version
    for picture, wanted in missing.items():
        found = photos.made((root / picture).read_bytes(), set(wanted.values()))
        for path, version in wanted.items():
            cache.put(names[path], found[version])
    return {path: cache.get(name) or b"" for path, name in names.items()}

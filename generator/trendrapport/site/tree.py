"""Pages, pictures, tables and looks as one tree: path to bytes, as MkDocs will read it; knows no engine."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import Path

from trendrapport.files import photos
from trendrapport.pages.browser import policy
from trendrapport.model.addresses import image_path, relative
from trendrapport.runtime.cache import Cache, digest
from trendrapport.model.charts import Chart
from trendrapport.charts.tables.table import Table
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.parts.edition_switch import edition_of, switch
from trendrapport.files.excel_csv import ENDING as EXCEL
from trendrapport.files.excel_csv import excel_csv
from trendrapport.pages.feeds import feeds
from trendrapport.pages.parts.figure import archive, readme
from trendrapport.runtime.fingerprint import generator
from trendrapport.runtime.history import UNKNOWN, Changes
from trendrapport.report.identity import moved
from trendrapport.language.labels import Labels
from trendrapport.pages.browser.look import look
from trendrapport.site.manifest import MANIFEST, ROBOTS, manifest, robots
from trendrapport.pages.browser.page_files import ENDS, asked, every_page, on_demand
from trendrapport.files.photos import Version
from trendrapport.pages.picture_files import picture_files
from trendrapport.pages.analysis.municipality import names_script, places_script
from trendrapport.site.responses import site
from trendrapport.pages.parts.schema_org import written
from trendrapport.pages.search.files import files as search_files
from trendrapport.site.security_txt import PATH as SECURITY_TXT
from trendrapport.site.security_txt import security_txt
from trendrapport.site.servers import configurations
from trendrapport.site.sitemap import PATH as SITEMAP
from trendrapport.site.sitemap import sitemap
from trendrapport.site.shared_state import skeleton
from trendrapport.pages.browser.templating import render
from trendrapport.pages.view import Content, Page, Value, View

Tree = dict[str, bytes]
"""Path from the staged folder's root to the file's bytes."""


def tree(view: View, pages: list[Page], cache: Cache, root: Path, changes: Changes = UNKNOWN) -> Tree:
    """Every file of the site, before MkDocs puts pages into the theme; `changes` tells when files were last
    changed.
    """
    paths, skeleton_name = frozenset(page.path for page in pages), skeleton(view.report)
    made: Tree = {}
    for page in pages:
        made |= _staged(view, page, cache, skeleton_name, paths)
    editions = [(edition.slug, view.edition_title(edition)) for edition in view.editions]
    style = look(view.report.config, editions)
    made |= on_demand(made.values()) | every_page()
    made |= {"assets/look.css": style, "assets/report.css": style + made["assets/report.css"],
             MANIFEST: manifest(view).encode(), ROBOTS: robots(view).encode(),
             SITEMAP: sitemap(view, pages, changes).encode()}
    made |= {path: text.encode() for path, text in feeds(view, changes).items()}
    former = moved(view.report, paths)
    made |= _moved(view, pages, former)
    made["assets/report.js"] = _renamed(view, former) + made["assets/report.js"]
    made |= _pictures(view, cache, root)
    made |= {image_path(path): (root / path).read_bytes() for path in view.report.downloads}
    made |= {f"figures/{name}.zip": _archive(view, name, cache) for name in view.report.shown_charts}
    made |= _places(view, cache) | search_files(view, pages, cache)
    shown = {chart.data.data for chart in view.report.charts.values()}
    made |= {f"charts/data/{name}.csv": table.text.encode() for name, table in view.report.tables.items() if name in shown}
    made |= _for_excel(view, cache, shown)
    return made | _for_servers(view, made, former)


def _for_excel(view: View, cache: Cache, names: Collection[str]) -> Tree:
    """The tables once more in a Dutch report, as a Dutch Excel opens them."""
    tables = view.report.tables if view.opens_in_excel else {}
    return {f"charts/data/{name}{EXCEL}": cache.made(digest("excel", generator(), table.digest), partial(_excel, table))
            for name, table in tables.items() if name in names}


def _excel(table: Table) -> bytes:
    return excel_csv([[field.title or field.name for field in table.fields], *table.rows])


def _for_servers(view: View, made: Tree, former: Mapping[str, str]) -> Tree:
    """What a web server reads in the site's folder, and where to report a weakness."""
    config, contact = view.report.config, security_txt(view.report.config)
    told = {SECURITY_TXT: contact.encode()} if contact else {}
    return told | configurations(site(config, made, former), config.servers, in_site=True)


def _moved(view: View, pages: Iterable[Page], former: Mapping[str, str]) -> Tree:
    """A page in the place of each that is there no longer, for servers without a rule and for who reads the
    site from a folder.
    """
    titles = {page.path: page.title for page in pages}
    return {old: render("moved", label=view.labels, title=titles[new], href=relative(new, old), address=view.address(new),
                        language=view.labels.language, policy=policy.WITHIN).encode()
            for old, new in former.items()}


def _renamed(view: View, former: Mapping[str, str]) -> bytes:
    """The entries that had another name, for a script that keeps a reader's own list; nothing when there are
    none.
    """
    entries = {view.path(entry) for entry in (*view.report.by_path.values(), *view.report.translations)}
    names = {old.removesuffix(".html"): new.removesuffix(".html") for old, new in former.items() if new in entries}
    return data_script("reportRenamed", dict(names)) if names else b""


def _pictures(view: View, cache: Cache, root: Path) -> Tree:
    """Every version of each picture; a picture is only opened for those that are not kept."""
    files = picture_files(view.report)
    names = {path: digest("version", generator(), image.digest, repr(version)) for path, (image, version) in files.items()}
    missing: dict[str, dict[str, Version]] = {}
    for path, (image, version) in files.items():
        if names[path] not in cache:
            missing.setdefault(image.path, {})[path] = version
    for picture, wanted in missing.items():
        found = photos.made((root / picture).read_bytes(), set(wanted.values()))
        for path, version in wanted.items():
            cache.put(names[path], found[version])
    return {path: cache.get(name) or b"" for path, name in names.items()}


def _places(view: View, cache: Cache) -> Tree:
    """What the figures tell of the reader's own municipality."""
    charts = {name: chart for name in view.report.shown_charts if (chart := view.report.charts[name].data).places}
    made = {f"figures/{name}.places.js": _place(view, name, chart, cache) for name, chart in charts.items()}
    return made | {"assets/municipalities.js": names_script()} if made else {}


def _place(view: View, name: str, chart: Chart, cache: Cache) -> bytes:
    tables, nation = view.report.tables, chart.places and chart.places.nation
    used = [tables[table].digest for table in (chart.data, nation and nation.table) if table]
    key = digest("places", generator(), name, view.report.config.language, chart.model_dump_json(), *used)
    return cache.made(key, lambda: places_script(chart, tables, name, view.labels))


def _archive(view: View, name: str, cache: Cache) -> bytes:
    chart = view.report.charts[name]
    table, told = view.report.tables[chart.data.data], readme(view, chart)
    key = digest("archive", generator(), view.report.config.language, table.name, table.digest, told)
    return cache.made(key, lambda: archive(view, chart, told))


def _path(page: Page) -> str:
    """Where a page is staged: as Markdown with front matter, or as it is when it is a whole document."""
    return page.path if page.whole else page.path.removesuffix(".html") + ".md"


def _places_in(view: View, page: Page, paths: frozenset[str]) -> Value:
    """Where a page stands among the editions, for the theme around it."""
    return {"of": edition_of(view, page.path), "editions": switch(view, page.path, paths)}


def _staged(view: View, page: Page, cache: Cache, skeleton_name: str, paths: frozenset[str]) -> Tree:
    """A page and the files beside it. While the report's skeleton and what the page uses are the same, not
    even its content is made;
    while its content is, it is not rendered."""
    name = digest("content", skeleton_name, page.path, *page.uses)
    kept = cache.get(name)
    shown, files = json.loads(kept) if kept else ("", {})
    staged = cache.get(shown) if kept else None
    if staged is None:
        content, among = page.content(), _places_in(view, page, paths)
        shown, files = _shown(view, page, content, among), dict(content.files)
        staged = cache.made(shown, lambda: _rendered(view, page, content, among).encode())
        cache.put(name, json.dumps([shown, files]).encode())
    return {_path(page): staged} | {path: text.encode() for path, text in files.items()}


def _shown(view: View, page: Page, content: Content, among: Value) -> str:
    """A name for all that a page shows."""
    context = json.dumps([page.template, page.title, page.summary, page.section, content.context, content.crumbs, content.about, page.versions,
                          page.edition, _card(view, page), view.why_early(page.path), among], ensure_ascii=False, sort_keys=True)
    language = page.language or view.report.config.language
    return digest("page", generator(), page.path, language, context, content.body.key if content.body else "")


def _rendered(view: View, page: Page, content: Content, among: Value) -> str:
    from markupsafe import Markup

    body = Markup(content.body.html()) if content.body else Markup()  # noqa: S704 - made by the Markdown renderer, which escapes
    about = Markup(written(view, page, content))  # noqa: S704 - JSON in which no sign of markup is left
    language = page.language or view.report.config.language
    html = render(page.template, **content.context, body=body, crumbs=content.crumbs, label=Labels(language), about=about)
    if page.whole:
        return html
    meta = {"title": page.title, "description": page.summary, "section": page.section, "about": about, "language": language,
            "versions": page.versions, "edition": page.edition, "card": _card(view, page)} | {part: asked(html, part) for part in ENDS} | among
    if early := view.why_early(page.path):
        meta["early"] = early
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return f'---\n{front}---\n\n<div class="made">\n{html}\n</div>\n'


def _card(view: View, page: Page) -> str | None:
    """The card of a page for social media, else that of the newest edition: its path from the site's root."""
    if page.card:
        return page.card_path
    return view.path(view.latest).replace(".html", ".card.png") if view.latest and view.report.config.pictures else None

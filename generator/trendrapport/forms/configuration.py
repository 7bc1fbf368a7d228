"""A report to the configuration of Sveltia CMS: a collection for each kind of entry, in each edition.

https://sveltiacms.app/en/docs/config-basics
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.files.yaml_data import DataPath
from trendrapport.forms import words
from trendrapport.forms.choices import Choices
from trendrapport.forms.fields import Field, Maker, as_hint
from trendrapport.forms.views import ENTRIES, KEY
from trendrapport.language.labels import Labels
from trendrapport.model import entries
from trendrapport.model.entries import Kind, Shape
from trendrapport.model.judgement import model_of
from trendrapport.model.shared_fields import Named
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules

Settings = dict[str, Any]
"""A part of the configuration."""

NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""How the name of an entry is written."""

ALTERNATIVE = r"^(?![\s\S]*!\[\s*\]\()"
"""A text in which no image lacks a text alternative."""

# Sveltia wants a repository, and has nothing to do with it while it works on a folder.
_NO_FORGE = {"name": "gitea", "repo": "local/report", "branch": "main", "app_id": "none"}

_FIRST = ("title", "summary", "status")
"""The fields above the text, in every form."""

_LAST = frozenset(Named.model_fields) - {*_FIRST, "authors"}
"""The fields that few texts have, below the others."""

_ICONS = {
    "trends": "trending_up",
    "interviews": "forum",
    "columns": "edit_note",
    "instruments": "build",
    "pages": "description",
    "edition": "auto_stories",
    "lists": "list",
}


def configuration(report: Report) -> Settings:
    """The configuration for a report, of which the settings could be read."""
    labels = Labels(report.config.language)
    return {
        "load_config_file": False,
        "backend": _NO_FORGE,
        "app_title": f"{words.TITLE.of(labels.language)} · {report.config.title}",
        "media_folder": "content/images",
        "public_folder": "images",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "media_libraries": {"stock_assets": {"providers": []}},
        **_translating(report),
        "collections": list(_collections(report, labels)),
    }


def _translating(report: Report) -> Settings:
    """Where translations are, as `slug.en.md` beside `slug.md`; nothing in a report without any."""
    own = report.config.language
    others = [language for language in report.languages if language != own]
    if not others:
        return {}
    return {
        "i18n": {
            "structure": "multiple_files",
            "locales": [own, *others],
            "default_locale": own,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
            "omit_default_locale_from_preview_path": True,
        }
    }


def editions(report: Report) -> list[str]:
    """The editions of a report, the newest first."""
    return sorted({slug for kind, _, slug in report.names if kind == "editions"}, reverse=True)


def _collections(report: Report, labels: Labels) -> Iterator[Settings]:
    for edition in (*editions(report), None):
        making = _Making(report, edition, labels)
        yield from making.collections()
        if edition:
            yield {"divider": True}


def _beyond_a_form(report: Report, kind: str) -> Iterator[str]:
    """The fields of a kind that hold more somewhere in the report than a form can show: dates and names as
    Zotero exports them.
    """
    if kind != "sources":
        return
    for entry in report.texts:
        if entry.kind == kind:
            written = _at(entry.source.data, entry.at)
            yield from (name for name, value in written.items() if isinstance(value, dict))


def _at(data: Any, path: DataPath) -> Any:  # noqa: ANN401
    for part in path:
        data = data[part]
    return data


@dataclass(frozen=True)
class _Making:
    """The collections of one edition, or of what is in none."""

    report: Report
    edition: str | None
    labels: Labels

    def collections(self) -> Iterator[Settings]:
        """A collection for the texts of each kind, and one for the files of which there is one."""
        files = []
        for kind, module in modules(entries).items():
            if ("{edition}" in module.PLACE) != (self.edition is not None):
                continue
            if "{slug}" in module.PLACE:
                yield self._texts(kind, module)
            else:
                files.append(self._file(kind, module))
        yield {**self._named(), "files": files, **self._pictures("")}

    def _named(self) -> Settings:
        """What the files that are no texts are called together."""
        if not self.edition:
            return {"name": "lists", "label": self._said(words.LISTS), "icon": _ICONS["lists"]}
        label = self._labelled(self.labels("edition"))
        return {"name": f"edition-{self.edition}", "label": label, "icon": _ICONS["edition"]}

    def _said(self, text: Text) -> str:
        return text.of(self.labels.language)

    def _labelled(self, label: str) -> str:
        if self.edition:
            return f"{label} {self.edition}"
        return label

    def _place(self, module: Kind) -> str:
        return module.PLACE.format(edition=self.edition, slug="{{slug}}")

    def _texts(self, kind: str, module: Kind) -> Settings:
        folder, _, _ = self._place(module).rpartition("/")
        language = self.report.config.language
        return {
            "name": f"{kind}-{self.edition}" if self.edition else kind,
            "label": self._labelled(self._kind(kind)),
            "label_singular": module.ONE.of(language),
            "icon": _ICONS.get(kind, "article"),
            "folder": f"content/{folder}",
            "i18n": bool(self.report.languages),
            "format": "yaml-frontmatter",
            "slug": {
                "template": "{{title}}",
                "editable": ["create"],
                "pattern": [NAME, self._said(words.PATTERN)],
                "hint": self._said(words.SLUG_HINT),
            },
            "sortable_fields": {"fields": ["title", "status"]},
            "view_filters": [self._unfinished()],
            "preview_path": f"{folder}/{{{{slug}}}}.html",
            "fields": self._fields(kind, module),
            **self._pictures("../"),
        }

    def _unfinished(self) -> Settings:
        return {"label": self._said(words.UNFINISHED), "field": "status", "pattern": "draft|review"}

    def _pictures(self, up: str) -> Settings:
        """Where pictures of these texts are, and how a text names them."""
        folder = "/content/images"
        if self.edition:
            folder = f"/content/{self.edition}/images"
        return {"media_folder": folder, "public_folder": f"{up}images"}

    def _kind(self, kind: str) -> str:
        if kind in words.KINDS:
            return self._said(words.KINDS[kind])
        return self.labels(kind)

    def _file(self, kind: str, module: Kind) -> Settings:
        path = f"content/{self._place(module)}"
        is_text = module.SHAPE is Shape.TEXT
        return {
            "name": kind,
            "label": self._kind(kind),
            "file": path,
            "format": "yaml-frontmatter" if is_text else "yaml",
            "editor": {"preview": is_text},
            "fields": list(self._fields_of_file(kind, module, path)),
        }

    def _fields_of_file(self, kind: str, module: Kind, path: str) -> Iterator[Field]:
        fields = self._fields(kind, module)
        label = module.ONE.of(self.report.config.language)
        match module.SHAPE:
            case Shape.REFERENCES:
                yield self._list("references", kind, label, fields)
            case Shape.MAPPING:
                yield self._list(ENTRIES, kind, label, [self._key(), *fields])
            case _:
                yield from fields

    def _list(self, name: str, kind: str, label: str, fields: list[Field]) -> Field:
        """Many entries in a file, each known by its first words."""
        called = next(field for field in fields if field["name"] in ("title", "name", "term"))
        return {
            "name": name,
            "label": self._kind(kind),
            "label_singular": label,
            "widget": "list",
            "collapsed": True,
            "summary": f"{{{{{called['name']}}}}}",
            "fields": fields,
        }

    def _key(self) -> Field:
        return {
            "name": KEY,
            "label": self._said(words.KEY_LABEL),
            "hint": self._said(words.KEY_HINT),
            "widget": "string",
            "pattern": [r"^[a-z0-9]+([_-][a-z0-9]+)*$", self._said(words.PATTERN)],
        }

    def _fields(self, kind: str, module: Kind) -> list[Field]:
        schema = model_of(module, self.report.config).model_json_schema()
        beyond = frozenset(_beyond_a_form(self.report, kind))
        own = {name: one.label for name, one in self.report.config.taxonomies.own.items()}
        maker = Maker(schema, Choices(self.report, self.edition), self.labels, own, beyond)
        fields = maker.fields(schema)
        if module.SHAPE is not Shape.TEXT:
            return fields
        rest = [field for field in fields if field["name"] not in _FIRST]
        first = [field for field in fields if field["name"] in _FIRST]
        return [*first, self._body(), *sorted(rest, key=lambda field: field["name"] in _LAST)]

    def _body(self) -> Field:
        return {
            "name": "body",
            "label": self._said(words.BODY),
            "hint": as_hint(self._said(words.BODY_HINT)),
            "i18n": True,
            "widget": "richtext",
            "modes": ["raw", "rich_text"],
            "linked_images": False,
            "required": False,
            "pattern": [ALTERNATIVE, self._said(words.NO_ALTERNATIVE)],
        }

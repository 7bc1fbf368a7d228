"""The page with every label that the settings of a report can replace: `docs/labels.md`."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.language.labels.wording import settable

START = """# Labels

What the site says, and how to say it otherwise. In `site_config.yml`, `audience` names whom the report is
for, and `labels` replaces words by your own:

```yaml
audience: {one: waterschap, many: waterschappen, article: het}
labels:
  trends: Ontwikkelingen
  minutes.other: "{count} minuten leeswerk"
  scale.impact.5.label: Enorm
```

With this audience, a trend says "Wat kan uw waterschap doen?", and a score sheet "Gevolgen voor ons
waterschap". `article` decides between "onze" and "ons"; English needs none. Without `audience`, the site
names municipalities. Figures per municipality go on to name those, whomever the report is for; replace
the labels of `municipality` and `places` if that is not what you want.

## Languages

`language` in the settings is the language of a report: `nl`, `en`, `de` or `fr`. Labels, numbers, dates,
hyphens, search and the words of charts follow it. Messages of the program are in Dutch for a Dutch report,
and in English for any other. `trendrapport labels es` begins another language of the European Union: it
writes two files in English, to be translated line by line, and after that `language: es` works. They are in
the program's own folder, which the command names, so a new version of the program needs them again; share
them with its makers, and they come along.

## Names

Names have points, as below; write each on a line of its own. What is between braces is filled in, and
belongs in your words too; only the form for one thing (`.one`) can leave out its number. Labels are plain
text: markup is refused. `check` reports a name that does not exist, with the nearest one.

For pages in another language, `audience` has `translations`, and `label_translations` has labels by
language:

```yaml
audience:
  one: waterschap
  many: waterschappen
  article: het
  translations:
    en: {one: water board, many: water boards}
label_translations:
  en:
    trends: Developments
```
"""


def labels_page() -> str:
    """The page: labels by group, as the site has them in each language without settings."""
    return START + "".join(_groups())


def _groups() -> Iterator[str]:
    dutch, english = settable("nl"), settable("en")
    group = None
    # First the labels that are in no group.
    for name in sorted(dutch, key=_group):
        if _group(name) != group:
            group = _group(name)
            yield f"\n## {group or 'Single labels'}\n\n| name | Dutch | English |\n| --- | --- | --- |\n"
        yield f"| `{name}` | {_cell(dutch[name])} | {_cell(english[name])} |\n"


def _group(name: str) -> str:
    return name.partition(".")[0] if "." in name else ""


def _cell(text: str) -> str:
    """A label in a cell of a table."""
    return " ".join(text.replace("|", "\\|").split())

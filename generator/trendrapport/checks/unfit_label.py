"""Words of the report's own for a label that does not exist, or that do not fit it.

`labels` in `site_config.yml` replaces words of the site by your own, and `audience` says whom the report is
for:

    audience: {one: waterschap, many: waterschappen, article: het}
    labels:
      trends: Ontwikkelingen
      scale.impact.5.label: Enorm
      search.title: Zoek hier

- `unknown-label`: there is no label `search.title`, so nothing would change. All names are in
  `docs/labels.md`;
- `unfit-label`: the words lack a place that is filled in, such as `{count}`, have one that the label does not
  have, or hold markup, which readers would see as it is written;
- `unknown-article`: an article that the language does not have. In Dutch, the article decides between "onze"
  and "ons";
- `untranslated-audience` (a warning): some texts are translated into a language in which the audience has no
  name, so that their pages say "municipality". Give it one under `translations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from trendrapport.checks.markup_in_field import MARKS
from trendrapport.diagnostics import (
    Diagnostic,
    Language,
    Text,
    Texts,
    choose_from,
    did_you_mean,
    finding,
    shortened,
    warning,
)
from trendrapport.files.yaml_data import DataPath
from trendrapport.language.labels.wording import Misfit, articles, misfit, settable
from trendrapport.model.audience import AudienceName
from trendrapport.report.report import Report

_UNKNOWN = Text(nl='het label "{name}" bestaat niet', en='the label "{name}" does not exist')
_NOTHING = Text(
    nl="er zou niets veranderen, zonder melding", en="nothing would change, and nothing would say so"
)
_LISTED = Text(
    nl="Alle namen: trendrapport explain docs/labels.md", en="All names: trendrapport explain docs/labels.md"
)
_WRONG = {
    Misfit.MISSING: (
        Text(nl='in de woorden voor "{name}" ontbreekt een plaats', en='the words for "{name}" lack a place'),
        Text(
            nl="daar komt te staan wat per pagina anders is, zoals een aantal of een naam",
            en="there goes what differs from page to page, such as a number or a name",
        ),
    ),
    Misfit.SURPLUS: (
        Text(
            nl='in de woorden voor "{name}" staat een accolade te veel',
            en='the words for "{name}" have a brace too many',
        ),
        Text(
            nl="tussen accolades staat alleen wat dit label invult",
            en="only what this label fills in can be between braces",
        ),
    ),
}
_LIKE = Text(nl="Zonder instelling staat er: {usual}", en="Without a setting it says: {usual}")
_MARKUP: Texts = (
    Text(nl='"{shown}" heeft in een label geen betekenis', en='"{shown}" means nothing in a label'),
    Text(
        nl="labels zijn gewone tekst: lezers zien de tekens precies zo",
        en="labels are plain text: readers see the characters exactly as they are here",
    ),
    Text(nl="Schrijf gewone woorden.", en="Write plain words."),
)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>?")
_ARTICLE = Text(nl='"{name}" is hier geen lidwoord', en='"{name}" is no article here')
_OUR = Text(
    nl="het lidwoord bepaalt of er onze of ons staat",
    en="the article decides between words such as onze and ons",
)
_UNTRANSLATED: Texts = (
    Text(
        nl='het publiek heeft geen naam in de taal "{language}"',
        en='the audience has no name in the language "{language}"',
    ),
    Text(nl="vertaalde pagina's noemen dan gemeenten", en="translated pages would then name municipalities"),
    Text(
        nl="Voeg onder audience toe: translations: {{{language}: {{one: ..., many: ...}}}}",
        en="Add under audience: translations: {{{language}: {{one: ..., many: ...}}}}",
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Each label that does not fit, and each name of the audience that is wrong or missing."""
    config = report.config
    yield from _labels(report, config.labels, config.language, ("labels",))
    for language, labels in config.label_translations.items():
        yield from _labels(report, labels or {}, language, ("label_translations", language))
    yield from _audience(report)


def _labels(
    report: Report, labels: Mapping[str, str | None], language: Language, at: DataPath
) -> Iterator[Diagnostic]:
    for name, text in labels.items():
        # What is no text at all is reported already.
        if not isinstance(text, str):
            continue
        found = misfit(language, name, text)
        source, path = report.config_source, (*at, name)
        if found is Misfit.UNKNOWN:
            what = _UNKNOWN.filled(name=shortened(name))
            fix = did_you_mean(name, settable(language), _LISTED)
            yield Diagnostic(source.locate(path, key=True), "unknown-label", what, _NOTHING, fix)
        elif found:
            what, why = _WRONG[found]
            fix = _LIKE.filled(usual=settable(language)[name])
            yield finding(source.locate(path), "unfit-label", (what.filled(name=name), why, fix))
        elif mark := MARKS.search(text) or _TAG.search(text):
            at_mark = source.within(source.locate(path), mark[0])
            yield finding(at_mark, "unfit-label", _MARKUP, shown=shortened(mark[0]))


def _audience(report: Report) -> Iterator[Diagnostic]:
    audience, source = report.config.audience, report.config_source
    if audience is None:
        return
    names: dict[Language, tuple[AudienceName, DataPath]] = {report.config.language: (audience, ("audience",))}
    for language, name in audience.translations.items():
        names[language] = (name, ("audience", "translations", language))
    for language, (name, at) in names.items():
        article = name.article
        if article and article not in articles(language):
            fix = choose_from(article, articles(language))
            what = _ARTICLE.filled(name=shortened(article))
            yield Diagnostic(source.locate((*at, "article")), "unknown-article", what, _OUR, fix)
    for language in report.languages:
        if language not in names:
            what, why, fix = _UNTRANSLATED
            texts = (what.filled(language=language), why, fix.filled(language=language))
            yield warning(source.locate(("audience",), key=True), "untranslated-audience", texts)

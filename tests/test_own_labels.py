"""A report's own words: whom it is for, and labels that it replaces. The water board in it is invented."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DUTCH, files, shown
from trendrapport.diagnostics import LANGUAGES, Language
from trendrapport.language.labels import Labels
from trendrapport.language.labels.wording import misfit, places, settable, wording
from trendrapport.model.config import Config
from trendrapport.pipeline import Options, build, check

SETTINGS = """
audience: {one: waterschap, many: waterschappen, article: het, translations: {en: {one: board, many: boards}}}
labels:
  trends: Ontwikkelingen & "wat ze doen"
  scale.impact.4.label: Enorm
"""
WATER = (("audience.one", "waterschap"), ("audience.many", "waterschappen"), ("audience.article", "het"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the invented report in `tests/dutch`, as if it were for water boards."""
    folder = tmp_path_factory.mktemp("waterschap")
    shutil.copytree(DUTCH, folder, dirs_exist_ok=True)
    settings = folder / "site_config.yml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
    assert build(folder, Options(strict=True)).built
    return files(folder / "site")


def usual(language: Language) -> set[str]:
    """What the site says of its audience without settings."""
    plain, other = settable(language), dict(_leaves(wording(language, WATER)))
    return {text for name, text in plain.items() if other[name] != text}


def _leaves(found: object, name: str = "") -> list[tuple[str, str]]:
    if isinstance(found, str):
        return [(name, found)]
    pairs = found.items() if isinstance(found, dict) else enumerate(found, 1)  # type: ignore[var-annotated,arg-type]
    return [leaf for key, part in pairs for leaf in _leaves(part, f"{name}.{key}".lstrip("."))]


def test_nothing_names_another_audience(built: dict[str, bytes]) -> None:
    words = {text for language in LANGUAGES for text in usual(language) if not places(text)}
    assert {"Wat kan uw gemeente doen?", "Gemeenten merken de gevolgen."} <= words
    wrong = []
    for path, raw in built.items():
        if path.endswith((".html", ".json", ".txt", ".md", ".js", ".xml")):
            text = raw.decode()
            wrong += [(path, one) for one in words if one in text]
    assert wrong == []


def test_pages_name_the_audience_and_have_the_report_s_words(built: dict[str, bytes]) -> None:
    page = html.unescape(built["2023/trends/algoritmen.html"].decode())
    assert "Wat kan uw waterschap doen?</h2>" in page
    menu = page.partition('<nav class="parts"')[2].partition("</nav>")[0]
    assert 'Ontwikkelingen & "wat ze doen"' in menu
    assert "Trends" not in menu


def test_every_place_of_the_audience_is_filled(built: dict[str, bytes]) -> None:
    assert [path for path, raw in built.items() if b"udience." in raw and path.endswith(".html")] == []


def test_a_dutch_article_decides_between_onze_and_ons() -> None:
    assert Labels("nl", WATER)("session.impact") == "Gevolgen voor ons waterschap"
    assert Labels("nl")("session.impact") == "Gevolgen voor onze gemeente"


def test_who_names_the_usual_audience_changes_nothing() -> None:
    named = (("audience.one", "gemeente"), ("audience.many", "gemeenten"), ("audience.article", "de"))
    assert wording("nl", named) == wording("nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_can_be_replaced(language: Language) -> None:
    """Its places stay; nothing else does."""
    own = {
        name: "".join(f"{{{place}}}" for place in places(text)) or "x"
        for name, text in settable(language).items()
    }
    assert {name for name, text in own.items() if misfit(language, name, text)} == set()
    changed = dict(_leaves(wording(language, tuple(own.items()))))
    assert {name: changed[name] for name in own} == own


def test_both_languages_have_the_same_names_and_places() -> None:
    dutch, english = settable("nl"), settable("en")
    assert {name: places(text) for name, text in dutch.items()} == {
        name: places(text) for name, text in english.items()
    }


@given(st.sampled_from(sorted(settable("nl"))), st.text(max_size=40))
def test_words_that_do_not_fit_never_stop_a_page(name: str, text: str) -> None:
    """Whatever an editor writes, a label can be filled in."""
    label = dict(_leaves(wording("nl", ((name, text),))))[name]
    filled = label.format(**dict.fromkeys(places(settable("nl")[name]), "1"))
    assert filled
    if text and misfit("nl", name, text) is None:
        assert label == text


@pytest.mark.parametrize(
    ("line", "code", "named"),
    [
        ("labels: {trendz: X}", "unknown-label", '"trend"'),
        ("labels: {minutes.other: veel}", "unfit-label", "{count} minuten lezen"),
        ('labels: {trends: "{naam}"}', "unfit-label", "Trends"),
        ('labels: {trends: "{"}', "unfit-label", "Trends"),
        ('labels: {trends: "**Trends**"}', "unfit-label", "gewone woorden"),
        ('labels: {trends: "<div>Trends</div>"}', "unfit-label", "gewone woorden"),
        ("labels: {locale: nl_BE}", "unknown-label", "docs/labels.md"),
        ("label_translations: {en: {trendz: X}}", "unknown-label", '"trend"'),
        ("audience: {one: huis, many: huizen, article: der}", "unknown-article", '"de"'),
    ],
)
def test_check_says_what_does_not_fit(sample: Path, line: str, code: str, named: str) -> None:
    settings = sample / "site_config.yml"
    kept = [one for one in settings.read_text("utf-8").split("\n") if not one.startswith("audience:")]
    settings.write_text("\n".join([*kept, line, ""]), "utf-8")
    (found,) = check(sample).diagnostics
    assert found.code == code, shown(found)
    assert named in found.fix.nl


def test_check_asks_the_audience_s_name_in_each_language(sample: Path) -> None:
    trend = sample / "content/2026/trends/voorbeeldtrend.md"
    text = trend.read_text("utf-8")
    trend.with_suffix(".en.md").write_text(text.replace("title: ", "title: The "), "utf-8")
    found = [one for one in check(sample).diagnostics if one.code == "untranslated-audience"]
    assert [(one.location.path, "en: {one" in one.fix.nl) for one in found] == [("site_config.yml", True)]


def test_settings_give_each_language_its_words() -> None:
    config = Config.model_validate_json(
        """{"title": "T", "description": "D", "language": "nl", "address": "https://t.example.org/",
        "publisher": {"name": "P"}, "taxonomies": {"categories": {"a": {"label": "A"}},
        "horizons": {"a": {"label": "A"}}, "stances": {"a": {"label": "A"}}, "roles": {"a": {"label": "A"}},
        "values": {"a": {"label": "A"}}}, "labels": {"trends": "Lijnen"},
        "label_translations": {"en": {"trends": "Lines"}},
        "audience": {"one": "ministerie", "many": "ministeries", "article": "het",
        "translations": {"en": {"one": "ministry", "many": "ministries"}}}}"""
    )
    assert [config.words(language)("trends") for language in LANGUAGES] == ["Lijnen", "Lines"]
    assert config.words("en")("actions") == "What can your ministry do?"
    assert config.words()("actions") == "Wat kan uw ministerie doen?"

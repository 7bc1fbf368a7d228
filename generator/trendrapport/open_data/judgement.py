"""What the editors say of a trend, as records have it: what the report uses, also of its own taxonomies."""

from __future__ import annotations

from collections.abc import Mapping

from trendrapport.model.config import Config
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import FIELD_OF, Judged, words_of
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.known import known
from trendrapport.open_data.links import term
from trendrapport.open_data.record import described, many, refer
from trendrapport.pages.view import Value, View

_SCORE: Schema = {"type": "integer", "minimum": 1, "maximum": 5}
_SCHEMAS: Mapping[Judged, Schema] = {
    Judged.HORIZON: refer("Term"),
    Judged.STANCE: refer("Term"),
    Judged.IMPACT: _SCORE,
    Judged.CERTAINTY: _SCORE,
}


def reading(view: View, trend: Trend) -> Value:
    """What the editors say of a trend: their advice, when it matters, and two scores of five."""
    found: Value = {"categories": [term(view, "categories", name) for name in trend.categories]}
    for taxonomy in ("horizons", "stances"):
        for name in words_of(trend, taxonomy):
            found[FIELD_OF[taxonomy]] = term(view, taxonomy, name)
    return known({**found, "impact": trend.impact, "certainty": trend.certainty, **own_words(view, trend)})


def own_words(view: View, trend: Trend) -> Value:
    """The words that a trend has of the report's own taxonomies, by the name of these; nothing where there
    are none.
    """
    found: Value = {}
    for taxonomy in view.report.config.taxonomies.own:
        for name in words_of(trend, taxonomy):
            found[taxonomy] = term(view, taxonomy, name)
    return {"words": found} if found else {}


def reading_schemas(config: Config) -> dict[str, Schema]:
    """The schemas of what `reading` gives, in a report with these settings."""
    used = {str(name): schema for name, schema in _SCHEMAS.items() if name in config.judgement}
    return {"categories": many(refer("Term")), **used, **own_word_schemas(config)}


def own_word_schemas(config: Config) -> dict[str, Schema]:
    """The schema of what `own_words` gives."""
    own = config.taxonomies.own
    if not own:
        return {}
    words: Schema = {
        "type": "object",
        "properties": {name: refer("Term") for name in own},
        "additionalProperties": False,
    }
    return {"words": described(words, "By list of the report's own, the word that the trend has of it.")}

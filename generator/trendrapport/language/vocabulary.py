"""What a thing of each kind is called in a message; by the kind's plural, as fields name it."""

from __future__ import annotations

from trendrapport.diagnostics import Text

SINGULAR: dict[str, Text] = {
    "sources": Text(nl="bron", en="source"),
    "trends": Text(nl="trend", en="trend"),
    "people": Text(nl="persoon", en="person"),
    "instruments": Text(nl="instrument", en="instrument"),
    "interviews": Text(nl="interview", en="interview"),
    "key_figures": Text(nl="kerncijfer", en="key figure"),
    "glossary": Text(nl="begrip", en="term"),
    "charts": Text(nl="grafiek", en="chart"),
    "tables": Text(nl="tabel", en="table"),
    "categories": Text(nl="categorie", en="category"),
    "horizons": Text(nl="horizon", en="horizon"),
    "stances": Text(nl="houding", en="stance"),
    "columns": Text(nl="column", en="column"),
    "forewords": Text(nl="voorwoord", en="foreword"),
    "editions": Text(nl="editie", en="edition"),
    "pages": Text(nl="pagina", en="page"),
    "milestones": Text(nl="mijlpaal", en="milestone"),
    "inspiration": Text(nl="inspiratie", en="inspiration"),
    "roles": Text(nl="rol", en="role"),
    "values": Text(nl="waarde", en="value"),
}

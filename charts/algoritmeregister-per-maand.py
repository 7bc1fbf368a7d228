"""Registraties per maand, met de drukste maanden benoemd."""

import altair as alt

from trendrapport.charts.notation import day

COUNT = "algoritmes_nu_in_register_met_deze_registratiemaand"
NAMED = 80
"""Vanaf zoveel registraties krijgt een maand zijn naam en aantal boven de staaf."""


def draw(table, theme):
    """Een staaf per maand; de jaren staan onder de maand januari."""
    rows = [row(record["maand"], record[COUNT], theme.language) for record in table.records()]
    # De laatste naam begint bij zijn staaf, want de hogere staaf ervoor staat dichtbij.
    named = [item for item in rows if item["naam"]]
    for item in named[-1:]:
        item |= {"laatste": item["naam"], "naam": ""}
    years = [item["maand"] for item in rows if item["maand"].endswith("-01")]
    x = alt.X("maand:O", sort=None, axis=alt.Axis(values=years, labelExpr="slice(datum.value, 0, 4)", labelAlign="left"))
    y = alt.Y("aantal:Q", axis=alt.Axis(tickCount=4), scale=alt.Scale(domain=[0, 125], nice=False))
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=x, y=y)
    bars = base.mark_bar().encode(
        color=alt.condition("datum.druk", alt.value(theme.series[0]), alt.value(theme.muted)), description="zin:N")
    names = base.mark_text(align="center", baseline="bottom", lineBreak="\n", dy=-22, aria=False).encode(text="naam:N")
    last = base.mark_text(align="left", baseline="bottom", lineBreak="\n", dx=-5, dy=-22, aria=False).encode(text="laatste:N")
    return alt.layer(bars, names, last).properties(width=theme.width, height=280,
                                             autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def row(month, count, language):
    """Wat de grafiek van een maand toont."""
    name = day(month, language)
    return {"maand": month, "aantal": count, "naam": f"{name}\n{count}" if count >= NAMED else "", "laatste": "", "druk": count >= NAMED,
            "zin": f"{name}: {count}"}

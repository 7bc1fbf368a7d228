"""The steps from a job to everything that is made of it: drawings of both widths, the table, the words, and
pictures.
"""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.drawing import specifying
from trendrapport.charts.drawing.jobs import DRAWING, PICTURES, ChartJob, Texts
from trendrapport.charts.drawing.workers import Step, Steps
from trendrapport.charts.figure import Figure
from trendrapport.charts.formats import explored, standalone, svg, table, words
from trendrapport.charts.pictures import card, painting
from trendrapport.charts.pictures.framing import inside
from trendrapport.charts.plan import Plan
from trendrapport.charts.rendering import vega_to_svg as rendering

WIDEST = 324
"""In a figure on a screen of 320 pixels there are 278 for the drawing: text of 14 units is 12 pixels there at
this width.
"""


Files = dict[str, bytes]
"""A chart's files by the ends of their names."""


def texts(job: ChartJob) -> Steps[Texts]:
    """The drawings, the table and the words."""
    plans = (job.plan, job.narrow)
    specifications = yield Step(sort="specify", function=specifying.specifications, arguments=(plans,))
    drawn = yield Step(sort="draw", function=rendering.drawings, arguments=(specifications, job.language))
    # Not in this process, which makes pages meanwhile.
    made: Texts = yield Step(sort="specify", function=written, arguments=(plans, specifications, drawn))
    return made


def written(plans: Sequence[Plan], specifications: Sequence[str], drawn: Sequence[str]) -> Texts:
    """What is made of the drawings of both widths, given their specifications."""
    figures = [Figure(plan, specification) for plan, specification in zip(plans, specifications, strict=True)]
    wide, narrow = (
        svg.rebuilt(figure, drawing).decode() for figure, drawing in zip(figures, drawn, strict=True)
    )
    return {
        "svg": wide,
        "narrow": narrow if inside(narrow).width <= WIDEST else "",
        "table": table.write(figures[0]).decode(),
        "words": words.write(figures[0]).decode(),
        "explore": explored.write(figures[0]).decode(),
    }


def files(job: ChartJob, made: Texts) -> Steps[Files]:
    """The files of a job's drawings."""
    frame = job.frame
    alone = standalone.sheet(made["svg"], frame)
    found = {DRAWING: standalone.on(alone)}
    if job.pictures:
        wanted = [(alone, standalone.SCALE), (card.sheet(made["svg"], made["narrow"], frame), 1.0)]
        found |= dict(
            zip(
                PICTURES,
                (yield Step(sort="paint", function=painting.pictures, arguments=(wanted,))),
                strict=True,
            )
        )
    return found


def everything(job: ChartJob, kept: Texts | None) -> Steps[tuple[Texts, Files]]:
    """All that is made of a job, of which the texts may be there already."""
    made = kept or (yield from texts(job))
    return made, (yield from files(job, made))

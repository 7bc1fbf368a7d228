"""The steps from a job to all that is made of it: drawings of both widths, the table, words and pictures."""

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
"""The widest drawing for a screen of 320 pixels, 278 of them its own: text of 14 units is 12 pixels there."""

Files = dict[str, bytes]
"""A chart's files by the ends of their names."""

Made = tuple[Texts, Files]
"""All that is made of a chart."""


def texts(job: ChartJob) -> Steps[Texts]:
    """The drawings, the table and the words."""
    plans = (job.plan, job.narrow)
    specifications = yield Step(sort="specify", function=specifying.specifications, arguments=(plans,))
    drawn = yield Step(sort="draw", function=rendering.drawings, arguments=(specifications, job.language))
    # Not in this process, which makes pages meanwhile.
    made: Texts = yield Step(sort="specify", function=written, arguments=(plans, specifications, drawn))
    return made


def written(plans: Sequence[Plan], specifications: Sequence[str], drawn: Sequence[str]) -> Texts:
    """The texts of a page, from the drawings of both widths and their specifications."""
    figure, narrow_figure = map(Figure, plans, specifications)
    narrow = svg.rebuilt(narrow_figure, drawn[1]).decode()
    if inside(narrow).width > WIDEST:
        narrow = ""
    return {
        "svg": svg.rebuilt(figure, drawn[0]).decode(),
        "narrow": narrow,
        "table": table.write(figure).decode(),
        "words": words.write(figure).decode(),
        "explore": explored.write(figure).decode(),
    }


def files(job: ChartJob, made: Texts) -> Steps[Files]:
    """The files of a job's drawings."""
    frame = job.frame
    alone = standalone.sheet(made["svg"], frame)
    found = {DRAWING: standalone.on(alone)}
    if job.pictures:
        shared = card.sheet(made["svg"], made["narrow"], frame)
        wanted = [(alone, standalone.SCALE), (shared, 1.0)]
        painted = yield Step(sort="paint", function=painting.pictures, arguments=(wanted,))
        found |= dict(zip(PICTURES, painted, strict=True))
    return found


def everything(job: ChartJob, kept: Texts | None) -> Steps[Made]:
    """All that is made of a job; its texts may be `kept` already."""
    made = kept or (yield from texts(job))
    return made, (yield from files(job, made))

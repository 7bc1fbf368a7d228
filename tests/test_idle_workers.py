"""Workers of drawings end when nothing that was begun is left to do, and start again for what comes later."""

from __future__ import annotations

import time

from trendrapport.charts.drawing import workers


def test_workers_stay_while_something_is_not_done_and_start_again() -> None:
    workers.stop()
    wait = workers.painter(1)(time.sleep, 0.5)
    workers.end_idle()
    assert workers._running
    wait()
    workers.end_idle()
    assert not workers._running
    assert workers.painter(1)(abs, -3)() == 3
    workers.stop()

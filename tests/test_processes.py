"""Commands beside each other, ended by force, and with harmful chart code; all content is invented."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from test_build import files, run
from trendrapport.runtime.lock import alone

PATIENCE = 60
"""Seconds after which something that does not end is taken never to end."""

STARTED = "from trendrapport.__main__ import main; main()"

CODE = """import os, sys, time
import altair as alt

def draw(table, theme):
    {step}
    return alt.Chart(alt.InlineData(values=table.records())).mark_bar().encode(x="jaar:O", y="aantal:Q")
"""


def with_code(sample: Path, step: str) -> None:
    """A second chart, with code of its own."""
    (sample / "charts/eigen.yml").write_text(
        (sample / "charts/voorbeeld.yml")
        .read_text("utf-8")
        .replace("kind: bars", "kind: altair")
        .replace(("fields: {category: jaar, value: aantal}\n"), ""),
        "utf-8",
    )
    (sample / "charts/eigen.py").write_text(CODE.format(step=step), "utf-8")
    with (sample / "content/2026/trends/voorbeeldtrend.md").open("a", encoding="utf-8") as trend:
        trend.write("\n```figure eigen\n```\n")


def started(sample: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "trendrapport", *arguments, "--root", str(sample)],
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1"},
        start_new_session=True,
    )


def drawing(sample: Path, *command: str) -> subprocess.Popen[str]:
    """A command whose chart is being drawn, and will never be done."""
    with_code(sample, 'print("bezig", flush=True)\n    while True: time.sleep(0.01)')
    running = started(sample, *command)
    assert running.stderr
    assert any("bezig" in line for line in running.stderr)
    return running


def test_two_builds_at_once(sample: Path) -> None:
    pair = [started(sample, "build"), started(sample, "build"), started(sample, "check")]
    ends = [process.communicate(timeout=PATIENCE) for process in pair]
    assert [process.returncode for process in pair] == [0, 0, 0], ends
    assert all("Traceback" not in said for end in ends for said in end)
    together = files(sample / "site")
    run(sample, "build", "--output", "apart")
    assert files(sample / "apart") == together


@pytest.mark.usefixtures("drawn")
def test_who_waits_is_told(sample: Path) -> None:
    with alone(sample / "build"):
        waiting = started(sample, "build")
        assert waiting.stderr
        assert "deze opdracht wacht" in waiting.stderr.readline()
        assert not (sample / "site").exists()
    waiting.communicate(timeout=PATIENCE)
    assert waiting.returncode == 0
    assert (sample / "site/index.html").is_file()


@pytest.mark.usefixtures("drawn")
def test_a_lock_ends_with_its_process(sample: Path) -> None:
    running = drawing(sample, "build")
    running.kill()
    running.communicate(timeout=PATIENCE)
    (sample / "charts/eigen.py").write_text(CODE.format(step="pass"), "utf-8")
    assert run(sample, "build").returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
@pytest.mark.parametrize("command", [("build",), ("serve", "--port", "0")])
def test_workers_end_with_their_parent(sample: Path, how: str, command: tuple[str, ...]) -> None:
    running = drawing(sample, *command)
    running.send_signal(getattr(signal, how))
    # Standard error stays open as long as any process that was started still has it.
    running.communicate(timeout=PATIENCE)


@pytest.mark.usefixtures("drawn")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_the_interrupt_key(sample: Path) -> None:
    run(sample, "build")
    before = files(sample / "site")
    running = drawing(sample, "build")
    os.killpg(running.pid, signal.SIGINT)
    out, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == 2
    assert said == (
        "Afgebroken; bestaande bestanden zijn niet veranderd.\nInterrupted; existing files are unchanged.\n"
    )
    assert out == ""
    assert files(sample / "site") == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_what_asks_a_command_to_end_that_has_ended_is_not_heard(name: str) -> None:
    """It came while Python was clearing up, and showed a traceback, or another exit code."""
    code = f"import atexit, os, signal; atexit.register(os.kill, os.getpid(), signal.{name}); {STARTED}"
    done = subprocess.run(
        [sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("drawn")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_a_command_that_has_put_the_new_site_in_place_says_so_when_it_is_ended(sample: Path) -> None:
    """Also when it was only clearing up after that."""
    code = (
        f"import os, signal; from trendrapport import pipeline; pipeline.stop = lambda: "
        f"os.kill(os.getpid(), signal.SIGTERM); {STARTED}"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--root", str(sample)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "Afgebroken, maar de nieuwe site staat er al.\nInterrupted, but the new site is already in place.\n"
    )
    assert (sample / "site/index.html").is_file()


def test_a_command_that_does_not_exist_is_told_with_the_choices() -> None:
    """In both languages, as no report has been read."""
    done = subprocess.run(
        [sys.executable, "-m", "trendrapport", "bild"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    dutch, english = done.stderr.splitlines()
    assert dutch.startswith('De opdracht "bild" bestaat niet. Bedoelt u "build"? Kies uit: build, ')
    assert english.startswith('The command "bild" does not exist. Did you mean "build"? Choose from: build, ')


@pytest.mark.parametrize("place", ["cli.main", "check.command.callback"])
def test_a_command_that_is_ended_while_text_is_run_as_code_ends_with_its_own_exit_code(
    sample: Path, place: str
) -> None:
    """Libraries make classes in that way, so that many a moment is such a one."""
    code = (
        f"from trendrapport import cli; from trendrapport.commands import check; "
        f"{place} = lambda **_: exec('raise KeyboardInterrupt'); {STARTED}"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--root", str(sample)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Afgebroken")


def test_a_command_that_is_ended_while_python_clears_something_up_ends_all_the_same(sample: Path) -> None:
    """Python cannot raise anything there, and would only have said that it ignored the signal."""
    code = (
        "import time, weakref; from trendrapport import pipeline\n"
        "def interrupted(_): raise KeyboardInterrupt\n"
        "def slow(*_, **__):\n"
        "    made = {1}.__class__()\n"
        "    kept = weakref.ref(made, interrupted)\n"
        "    del made\n"
        "    time.sleep(60)\n"
        f"pipeline.check = slow; {STARTED}"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--root", str(sample)],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "Afgebroken; bestaande bestanden zijn niet veranderd.\nInterrupted; existing files are unchanged.\n"
    )


@pytest.mark.parametrize(
    ("step", "line", "said"),
    [
        ("os._exit(0)", 1, "het tekenen van deze grafiek is afgebroken"),
        ("raise KeyboardInterrupt", 5, "KeyboardInterrupt"),
        ("raise BaseException('stop')", 5, "BaseException: stop"),
        ("return None", 4, "draw() geeft NoneType terug in plaats van een Altair-grafiek"),
        ("input()", 5, "EOFError"),
    ],
)
def test_chart_code_that_ends_or_breaks_is_told_alone(sample: Path, step: str, line: int, said: str) -> None:
    with_code(sample, step)
    done = run(sample, "build", "--format", "json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)
    assert (found["path"], found["line"], found["code"]) == ("charts/eigen.py", line, "chart-code")
    assert said in found["what"]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("check",), ("check", "--strict"), ("build", "--no-code")])
def test_code_of_a_chart_is_only_run_by_a_build_that_may(sample: Path, command: tuple[str, ...]) -> None:
    trace = sample / "trace"
    with_code(sample, "pass")
    code = sample / "charts/eigen.py"
    code.write_text(f"open({str(trace)!r}, 'w').write('run')\n{code.read_text('utf-8')}", "utf-8")
    done = run(sample, *command, "--format", "json")
    assert not trace.exists()
    told = [(one["path"], one["code"], one["severity"]) for one in json.loads(done.stdout or "[]")]
    refused = command[0] == "build"
    assert told == ([("charts/eigen.py", "code-not-run", "error")] if refused else [])
    assert done.returncode == int(refused)
    assert not (sample / "site").exists()
    assert run(sample, "build").returncode == 0
    assert trace.exists()


@pytest.mark.usefixtures("drawn")
def test_a_report_without_code_builds_without_it(sample: Path) -> None:
    assert run(sample, "build", "--no-code").returncode == 0


def test_what_chart_code_prints_is_no_answer(sample: Path) -> None:
    with_code(sample, 'print("uit de code"); os.write(1, b"ook dit\\n"); raise ValueError("stop")')
    done = run(sample, "build", "--format", "json")
    assert len(json.loads(done.stdout)) == 1
    assert "uit de code" in done.stderr
    assert "ook dit" in done.stderr


def test_a_chart_that_is_never_done(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from trendrapport import pipeline
    from trendrapport.runtime import processes

    monkeypatch.setattr(processes, "TIME_LIMIT", 8)
    with_code(sample, "while True: pass")
    try:
        (found,) = pipeline.build(sample, pipeline.Options()).diagnostics
    finally:
        pipeline.stop()
    assert (found.location.path, found.code) == ("charts/eigen.py", "chart-code")
    assert found.what.nl == "deze grafiek was na 8 seconden nog niet getekend"


def test_what_vega_lite_says_is_told_whole(sample: Path) -> None:
    with_code(sample, 'return alt.Chart("https://example.org/x.csv").mark_bar().encode(x="a:Q")')
    (found,) = json.loads(run(sample, "build", "--format", "json").stdout)
    assert found["path"] == "charts/eigen.py"
    assert found["what"].endswith("Vega-Lite: External data url not allowed: https://example.org/x.csv")


def test_a_drawing_that_fills_the_memory_is_ended_and_the_next_one_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from trendrapport.charts.errors import CannotDrawError
    from trendrapport.charts.rendering import vega_to_svg as rendering

    monkeypatch.setattr(rendering, "MOST_MEMORY", 40_000_000)
    rendering._engine.cache_clear()
    million = {
        "data": {"sequence": {"start": 0, "stop": 1_000_000}},
        "mark": "point",
        "encoding": {"x": {"field": "data"}},
    }
    with pytest.raises(CannotDrawError, match="40 MB"):
        rendering.render(json.dumps(million), "nl")
    assert rendering.render('{"data": {"values": [{}]}, "mark": "text"}', "nl").startswith("<svg")
    rendering._engine().close()
    rendering._engine.cache_clear()

"""Processes that work for this one: how they start, and what they leave alone."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE = 30
"""Seconds after which something that does not end is taken never to end."""

START = """import os, signal, socket, sys, threading, time
from pathlib import Path
from trendrapport.runtime.processes import Processes

if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", 0))
    {before}
    made = [Processes(1, time.time) for _ in range(2)]
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes start afresh")


def script(folder: Path, after: str, before: str = "pass") -> list[str]:
    """A command that starts two processes and does something with them."""
    (folder / "started.py").write_text(
        START.format(before=before) + "".join(f"    {line}\n" for line in after.splitlines()), "utf-8"
    )
    return [sys.executable, str(folder / "started.py")]


@pytest.mark.parametrize(
    ("before", "afresh"),
    [("pass", False), (("threading.Thread(target=time.sleep, args=(30,), daemon=True).start()"), True)],
)
def test_without_threads_a_process_is_a_fork_without_files_of_its_parent(
    tmp_path: Path, before: str, *, afresh: bool
) -> None:
    told = """line = made[1].submit(Path.read_text, Path("/proc/self/cmdline")).result()
file = made[1].submit(os.path.realpath, f"/proc/self/fd/{listening.fileno()}").result()
print("spawn_main" in line, "socket" in file, flush=True)
os._exit(0)"""
    done = subprocess.run(
        script(tmp_path, told, before), capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stdout.split() == [str(afresh), "False"]


def test_a_process_ends_with_its_parent_though_another_hangs(tmp_path: Path) -> None:
    running = subprocess.Popen(
        script(
            tmp_path, "print(*(one.submit(os.getpid).result() for one in made), flush=True)\ntime.sleep(60)"
        ),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout
    first, last = map(int, running.stdout.readline().split())
    end = os.pidfd_open(first)
    os.kill(last, signal.SIGSTOP)
    try:
        running.kill()
        running.wait(PATIENCE)
        assert select.select([end], [], [], PATIENCE)[0]
    finally:
        os.close(end)
        os.kill(last, signal.SIGKILL)

"""Where the command starts: loads nothing by itself, as each worker process loads this module too."""

from __future__ import annotations

import sys
import traceback


def main() -> None:
    """Runs the command line."""
    from trendrapport.cli import main as run

    try:
        run(prog_name="trendrapport")
    except Exception:  # noqa: BLE001 - a mistake of this program: exit code 1 would say that the report has problems
        traceback.print_exc()
        sys.exit(2)


if __name__ == "__main__":
    main()

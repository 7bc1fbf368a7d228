"""Where the command starts. Loads nothing by itself, as each fresh worker process loads this module too."""

from __future__ import annotations

import gc
import sys
import traceback

from trendrapport.runtime.interrupt import end, end_alike, hear_no_more


def main() -> None:
    """Runs the command line."""
    try:
        end_alike()
        from trendrapport.cli import main as run

        run(prog_name="trendrapport")
    except KeyboardInterrupt:
        end()
    except Exception:
        # A mistake of this program: exit code 1 would say that the report has problems.
        traceback.print_exc()
        sys.exit(2)
    finally:
        hear_no_more()
        # Python looks for garbage once more before it ends, which takes a twentieth of a build; the system
        # takes all back at once.
        gc.freeze()


if __name__ == "__main__":
    main()

"""Where the command starts: loads nothing by itself, as each worker process loads this module too."""

from __future__ import annotations


def main() -> None:
    """Runs the command line."""
    from trendrapport.cli import main as run

    run(prog_name="trendrapport")


if __name__ == "__main__":
    main()

"""How large an install is: the distributions of an environment by what they take on disk, the largest first.

    python bench/weight.py [FOLDER]

FOLDER is that of an environment with nothing but trendrapport, as `uv venv` and `uv pip install` of the wheel
make one, without or with extras; by default the environment that runs this.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

BLOCK = 4096
"""Bytes that a disk gives files at a time."""
MOST = 15


def main(folder: Path) -> None:
    """Prints a line for each large distribution, and one for all."""
    packages = [str(path) for path in folder.rglob("site-packages")]
    sizes = {found.name: size(found) for found in distributions(path=packages)}
    for name, (whole, _) in sorted(sizes.items(), key=lambda one: -one[1][0])[:MOST]:
        print(f"{megabytes(whole):>6}  {name}")
    blocks, of_bytes = (sum(part) for part in zip(*sizes.values(), strict=True))
    print(f"{megabytes(blocks):>6}  {len(sizes)} distributions; {megabytes(of_bytes)} MB of bytes")


def size(found: Distribution) -> tuple[int, int]:
    """What a distribution's files take on disk, and their bytes; without what Python compiles itself."""
    files = [Path(str(file.locate())) for file in found.files or () if file.suffix != ".pyc"]
    lengths = [file.stat().st_size for file in files if file.is_file()]
    return sum(on_disk(lengths)), sum(lengths)


def on_disk(lengths: Iterable[int]) -> Iterable[int]:
    """The bytes that files of these lengths take."""
    return (-(-length // BLOCK) * BLOCK for length in lengths)


def megabytes(size: int) -> str:
    """A number of bytes, in millions of them as `du -m` counts."""
    return f"{size / 2**20:.0f}"


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else sys.prefix))

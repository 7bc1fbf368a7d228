"""Takes the files of Sveltia CMS that the page for editing loads from its release on npm into the package.

    python docs/sveltia.py FILE

FILE is what `npm pack @sveltia/cms@VERSION --ignore-scripts` leaves, of the version below, which has this
checksum; for a newer version, change both first (`npm view @sveltia/cms dist.integrity`). A test holds that
the files in the package are those of this list. Afterwards run the tests: what a new version asks other hosts
for, they find.
"""

from __future__ import annotations

import shutil
import sys
import tarfile
from base64 import b64encode
from hashlib import sha256, sha512
from pathlib import Path

VERSION = "0.221.1"
INTEGRITY = "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
FOLDER = Path(__file__).parents[1] / "generator/trendrapport/site/browser_forms/sveltia"

WANTED = (
    "LICENSE.txt",
    "locales/nl.json",
    "npm/index.js",
    "npm/chunks/react-[!d]*.js",
    "npm/assets/*.woff2",
    "npm/assets/*.LICENSE.txt",
)
"""What is loaded in English and Dutch; not what draws maps, colours code or turns photos into WebP."""


def integrity(raw: bytes) -> str:
    """A checksum as npm writes it."""
    return f"sha512-{b64encode(sha512(raw).digest()).decode()}"


def checksums(folder: Path) -> str:
    """The checksum of each file in a folder, as sha256sum lists them."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    lines = [f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    return "".join(f"{line}\n" for line in lines if not line.endswith("SHA256SUMS"))


def take(release: Path) -> None:
    """Puts the wanted files of a release in the package, instead of those of the one before."""
    if integrity(release.read_bytes()) != INTEGRITY:
        sys.exit(f"{release} is not version {VERSION}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    with tarfile.open(release) as packed:
        for member in packed.getmembers():
            name = Path(member.name).relative_to("package")
            opened = packed.extractfile(member)
            if opened and any(name.match(wanted) for wanted in WANTED):
                (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
                (FOLDER / name).write_bytes(opened.read())
    (FOLDER / "SHA256SUMS").write_text(checksums(FOLDER), "utf-8")


if __name__ == "__main__":
    take(Path(sys.argv[1]))

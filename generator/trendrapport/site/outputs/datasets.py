"""The tables behind the figures as data packages, in `datasets/`: for journalists, researchers and data
portals that read Data Package descriptors. One zip has them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from trendrapport.open_data.data_packages import FOLDER, data_packages
from trendrapport.runtime.archives import zipped
from trendrapport.runtime.cache import Kept, digest
from trendrapport.site.outputs import Contents, Wanted, kept_texts

ZIP = f"{FOLDER}/datasets.zip"
OFFERS = {"home": ZIP}
NEEDS = ()


def files(contents: Contents, _wanted: Sequence[Wanted]) -> Mapping[str, Kept]:
    """Each table with its descriptor, the descriptor of all, and the zip of these."""
    texts = data_packages(contents.view)
    made = kept_texts({f"{FOLDER}/{path}": text for path, text in texts.items()})
    return {**made, ZIP: Kept(digest(*texts, *texts.values()), partial(_archive, texts))}


def _archive(texts: Mapping[str, str]) -> bytes:
    return zipped((path, text.encode()) for path, text in sorted(texts.items()))

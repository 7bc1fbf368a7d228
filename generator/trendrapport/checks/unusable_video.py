"""A block ```` ```video ```` that is incomplete, or that some readers cannot follow.

The site loads nothing from elsewhere, so that no other company sees who reads it. A video is a card with a
link:

    ```video
    title: Wat doet een algoritme?
    address: https://example.org/video
    source: Verzonnen Omroep
    duration: 4:32
    transcript: ../files/uitgeschreven.pdf
    ```

Each key that is missing or wrong is reported at its position, as in front matter.

- `video-without-transcript`: there is no `transcript`, and no text below an empty line: anyone who cannot
  hear the video misses all of it;
- `video-name`: there is something after the word `video`; the title is a field.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, finding, shortened, warning
from trendrapport.prose.outline import Block
from trendrapport.prose.video_block import spoken
from trendrapport.report.report import Report
from trendrapport.report.video import mistakes, video_of

_SILENT = (
    Text(nl="deze video heeft geen uitgeschreven tekst", en="this video has no transcript"),
    Text(
        nl=(
            "wie niet kan horen of geen geluid aan heeft, mist wat er gezegd wordt; zoeken vindt het ook niet"
        ),
        en=(
            "anyone who cannot hear it, or has the sound off, misses what is said; search cannot "
            "find it either"
        ),
    ),
    Text(
        nl='Schrijf "transcript:" met een pad of adres, of zet de tekst in dit blok na een lege regel.',
        en=('Write "transcript:" with a path or address, or put the text in this block after an empty line.'),
    ),
)
_NAME = (
    Text(nl='achter "video" staat ook "{name}"', en='"video" is followed by "{name}"'),
    Text(nl="lezers zouden dat niet zien", en="readers would not see that"),
    Text(
        nl='Zet het op een eigen regel in het blok: "title: {name}".',
        en='Put it on its own line in the block: "title: {name}".',
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Everything that is wrong with the videos in each text."""
    for entry in report.texts:
        for block in entry.outline.blocks:
            if block.word == "video":
                yield from _wrong(entry.source.path, block)


def _wrong(path: str, block: Block) -> Iterator[Diagnostic]:
    at = Location(path, block.at.line, block.at.column)
    if block.name:
        what, why, fix = _NAME
        name = shortened(block.name)
        yield finding(at, "video-name", (what, why, fix.filled(name=name)), name=name)
    yield from mistakes(path, block.text, block.at.line + 1)
    video = video_of(block.text)
    if video and not video.transcript and not spoken(block.text):
        yield warning(at, "video-without-transcript", _SILENT)

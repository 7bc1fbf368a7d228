"""Points on a line moved clear of each other, such as names beside the marks they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class _Block:
    """Neighbours that touch: where each would have the block start, and how long it is."""

    starts: tuple[float, ...]
    sizes: tuple[float, ...]

    @property
    def length(self) -> float:
        return sum(self.sizes)

    def start(self, most: float) -> float:
        """Where the block moves its parts least, within the line."""
        mean = sum(self.starts) / len(self.starts)
        return max(0.0, min(mean, most - self.length))

    def end(self, most: float) -> float:
        return self.start(most) + self.length

    def joined(self, other: _Block) -> _Block:
        starts = [start - self.length for start in other.starts]
        return _Block((*self.starts, *starts), self.sizes + other.sizes)


def within(points: Sequence[float], sizes: Sequence[float], most: float) -> list[float]:
    """Ascending points moved as little as can be (least squares) to be `sizes` apart from 0 to `most`, if
    they fit there.

    Neighbours that would overlap are joined into a block that moves as one, as in isotonic regression (pool
    adjacent violators; Barlow et al., Statistical Inference under Order Restrictions, 1972).
    """
    moved = []
    for block in _blocks(points, sizes, most):
        at = block.start(most)
        for size in block.sizes:
            moved.append(at + size / 2)
            at += size
    return moved


def _blocks(points: Sequence[float], sizes: Sequence[float], most: float) -> list[_Block]:
    """The points in blocks that do not touch each other."""
    blocks: list[_Block] = []
    for point, size in zip(points, sizes, strict=True):
        block = _Block((point - size / 2,), (size,))
        while blocks and blocks[-1].end(most) > block.start(most):
            block = blocks.pop().joined(block)
        blocks.append(block)
    return blocks


def upwards(points: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Ascending points moved up as little as needed to be `sizes` apart, none of them below 0."""
    moved: list[float] = []
    free = 0.0
    for wanted, size in zip(points, sizes, strict=True):
        moved.append(max(wanted, free + size / 2))
        free = moved[-1] + size / 2
    return moved

"""The invented report with every block, read and drawn once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .invented_entries import Made, made, write


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """That report."""
    folder = tmp_path_factory.mktemp("documents")
    write(folder)
    with made(folder) as found:
        yield found

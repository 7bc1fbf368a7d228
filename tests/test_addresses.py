"""The way from one page to another."""

from __future__ import annotations

import posixpath

from hypothesis import assume, given
from hypothesis import strategies as st

from trendrapport.model.addresses import relative

PATHS = st.lists(st.sampled_from(["a", "b", "één"]), min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_the_way_leads_there(target: str, page: str) -> None:
    folder = posixpath.dirname(page)
    assume(not f"{folder}/".startswith(f"{target}/"))  # a file has nothing in it
    way = relative(target, page).replace("%C3%A9", "é")
    assert posixpath.normpath(posixpath.join(folder, way)) == target
    assert way == posixpath.relpath(target, folder or ".")

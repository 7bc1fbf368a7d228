"""Data as a small script that hands them over: it can be loaded from a folder as well as from a server, under
a policy of `script-src 'self'`.

`fetch` can do neither in a folder. Several scripts may add to one variable; text stays text.
"""

from __future__ import annotations

import json


def data_script(variable: str, value: list[object] | dict[str, object]) -> bytes:
    """A script that adds a list or a mapping to what the page's `variable` holds."""
    # In ASCII: no character of the text can end a line of the script.
    text = json.dumps(value, separators=(",", ":"))
    empty = "[]" if isinstance(value, list) else "{}"
    return f"self.{variable}=Object.assign(self.{variable}||{empty},{text});\n".encode()

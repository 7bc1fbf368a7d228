"""A table of a report and its origin, as that is now, to what changed: rows, values and columns, where the
report quotes a number that changed, and the files that hold it.

Must not know terminals. Writes nothing itself: `editing/writing.py` does, all files or none.
"""

"""Turns changes (`diagnostics/changes.py`) into new bytes of a report's files, and writes those, all or none.

What mends a finding is decided where it is found. Here is how it is carried out, what is tidied without a
finding, and what follows from giving something another name. Must not know how a report is shown.
"""

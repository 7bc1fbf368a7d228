"""Entries of a published report to documents that readers take along: a typed value of each, read once by
every format.

An entry becomes a `Document` (`document.py`) of blocks (`blocks.py`); a folder per format turns these into
bytes. Reads the report as its pages do; knows no site and writes no files.
"""

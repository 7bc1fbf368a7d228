"""Editions to e-books (EPUB 3.3): XHTML of the blocks, drawings within it, and what a reader needs to find
the way by eye or by ear.

What editors wrote is escaped where it becomes text. Knows no pages and writes no files.
"""

"""A document as plain words: Markdown, text without marks, and the HTML of a feed.

Each writer knows eight sorts of blocks (`basic.py`), to which all others are brought back. Whatever a text
holds is text: it never becomes markup of the form in which it is written.
"""

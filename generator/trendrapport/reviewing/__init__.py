"""An entry to a Word document that others review, and what comes back to edits of that entry's files.

Every paragraph of the document is a piece of the entry (`pieces.py`), of which each sign knows where it is in
its file. What came back is compared with these word by word, so that an edit touches only the words that
changed: what a Word document cannot hold stays as it is. Asks nothing and writes no files.
"""

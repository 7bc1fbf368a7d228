"""Documents to files for a word processor (DOCX): to comment on, to quote from and to use again.

What words look like is said once, by styles (`styles.py`), so that readers can give the whole another look.
What editors wrote becomes text in elements of XML, never markup. Knows no pages and writes no files.
"""

"""Documents to PDF by Typst: PDF/A-2a and PDF/UA-1 at once.

The templates in `typst/` are ours; what editors wrote is handed to them as JSON, so that nothing of it can
become markup. Knows no pages and writes no files.
"""

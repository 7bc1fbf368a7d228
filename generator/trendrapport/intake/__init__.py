"""A file as an office has it (XLSX, ODS, CSV, TSV) to a tidy table with its descriptor.

A flow of small steps, each with its own file: bytes to sheets of typed cells, a sheet to the table in it, the
table's columns to what they hold, and these to tidy rows. What is understood on the way, and what is asked
because it can be read in more than one way, comes back as values (`dialogue`); nothing is guessed in silence.

Knows nothing of entries and pages, and writes no files but in `writing`.
"""

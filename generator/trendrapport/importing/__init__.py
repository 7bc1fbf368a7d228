"""A text as a word processor has it (DOCX, ODT, HTML) to Markdown, pictures and sources of an entry.

Pandoc reads the file as a tree of blocks. Here that tree becomes what a text of a report can hold, and what
is lost, accepted or doubtful on the way is told. Asks nothing, knows no front matter, and writes no files.
"""

"""Turns a report that is being typed into what a text editor shows: findings, names to choose from,
explanations and where something is defined.

Must not know pages or the site, and writes no files: the text editor does.
"""

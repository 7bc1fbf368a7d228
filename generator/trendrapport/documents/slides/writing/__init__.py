"""A deck to a file in the format of PowerPoint (Office Open XML), with a master and layouts of its own.

Titles are title placeholders, texts say their language, charts, tables and pictures have a text alternative,
and shapes are in the order in which they are read.
"""

"""Turns arguments into a run of the program: a file is a command, and a folder a group of them.

Loads what a command needs only when it runs, so that `--help` is quick. Must not know how anything is done.
"""

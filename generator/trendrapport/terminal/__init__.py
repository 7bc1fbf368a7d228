"""Turns what a command did into what a terminal shows: findings, counts, progress and exit codes.

Must not know what the commands do.
"""

"""A report to every web address in it, and what came of asking for those to findings.

Asks for nothing itself: `fetching` does, and `pipeline` brings the two together when `check --links` is run.
"""

"""A tree of files to a site: staged, built by MkDocs, and exchanged with the previous site in one step.

This is the only package that knows MkDocs.
"""

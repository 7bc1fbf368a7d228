"""A published site to what can be said of it from outside: whether it is what was published, and what a
reader would notice between two of them.

A site is a folder, a zip or a web address; `fetching` asks for what is at an address. Knows no report: only
what readers get.
"""

"""Findings to findings without those that editors allow, and with what is wrong with what they allow.

An exception stands in the settings, or in a comment beside what it is about. Only warnings and advice can be
allowed: an error is about a page that would be wrong, incomplete or shown to the wrong people, and no reason
changes that. Must not know what the checks look for.
"""

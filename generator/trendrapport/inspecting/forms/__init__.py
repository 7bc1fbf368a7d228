"""A file for each form in which what a reader would notice is written down, for somebody to read.

A module here holds this, and nothing registers it elsewhere:

    def written(noticed: Noticed, language: Language) -> str: ...
"""

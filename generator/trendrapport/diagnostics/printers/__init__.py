"""A file for each way to show diagnostics.

A module here holds one function and nothing registers it elsewhere:

    def show(diagnostics: Sequence[Diagnostic], language: Language) -> str: ...
"""

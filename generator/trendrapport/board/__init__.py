"""A report to what its makers want to know of each text: how far it is, who writes it, what is missing, how
long and old it is, and whether its translations keep up; and that in the words of a language.

Must not know where that is shown, and judges nothing: what is wrong with a text is told by the findings.
"""

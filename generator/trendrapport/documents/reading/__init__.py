"""An entry's fields and Markdown to a document: the tokens that its page is made of, read once more as
values.
"""

"""Turns the models and a report into the forms of a browser editor (Sveltia CMS), as plain values, and a file
into the form that is shown of it.

What can be filled in, what it is called and what can be chosen follow from the models and the report alone.
Must not know pages, the site or a server, and writes no files.
"""

"""Another name for an entry, a chart or a table to the changes that this asks in all files of a report.

`naming` says what is meant, `new_name` whether the name can be given, `moves` which files move, `references`
what refers to it, and `former` how the old address keeps working; `renamed` carries it out.
"""

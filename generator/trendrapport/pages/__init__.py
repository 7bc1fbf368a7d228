"""A report to its pages: what each shows, and the templates, styles and scripts for it; knows no engine.

A page names the texts and tables that it uses. It is made again only if one of these changes, or anything in
the report other than texts and tables.
"""

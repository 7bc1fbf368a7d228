"""A report to its pages: what each shows, and the templates, styles and scripts that show it; knows no engine
and no folders.
"""

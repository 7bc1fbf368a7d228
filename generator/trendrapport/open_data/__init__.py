"""The published report as data for programs: records, data packages, catalogues, calendars and lists of
references.

Turns a view of the report into texts by their path from the site's root; the same report gives the same
bytes. Knows no HTML, no drawings and no files: it is handed only what readers get.
"""

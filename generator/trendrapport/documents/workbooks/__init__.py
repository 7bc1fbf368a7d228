"""A figure to a workbook for a spreadsheet program: what it is, and its data with types.

Text goes into cells as text, so that none can become a formula or an address to open. The same figure gives
the same bytes, on any day.
"""

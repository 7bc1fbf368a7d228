"""Positions for marks, names and lines of text, so that nothing overlaps; knows no charts and no trends.

Plain numbers go in and plain numbers come out.
"""

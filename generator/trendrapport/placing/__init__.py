"""Where marks, names and lines of text go so that nothing touches: plain numbers in and out; knows no charts
and no trends.
"""

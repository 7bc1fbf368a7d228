"""The words of the interface in Dutch and English, and numbers and dates as each writes them; knows no
report.
"""

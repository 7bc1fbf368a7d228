"""How a run stores and names its results, locks the report's folder, starts processes and ends; knows no
reports.
"""

"""How a run keeps what it made, names it, locks its folder, starts processes and ends; knows nothing of
reports.
"""

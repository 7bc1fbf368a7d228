"""What must hold of the report in this repository itself, whatever its editors write. All other tests are on
invented reports.
"""

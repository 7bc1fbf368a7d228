"""A declaration and its table to what in them would give a wrong drawing, as findings with a path; draws
nothing.
"""

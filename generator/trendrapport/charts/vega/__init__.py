"""Vega-Lite that an editor wrote: what in it is wrong or cannot be trusted, and how it is made to fit; draws
nothing.
"""

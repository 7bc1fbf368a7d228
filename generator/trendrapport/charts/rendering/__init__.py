"""Vega-Lite to SVG by Vega in V8, and the rows of the marks in that SVG; knows no declarations."""

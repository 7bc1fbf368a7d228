"""Vega-Lite to SVG by Vega in V8, and what a page must know of the marks in that SVG; knows no declarations."""

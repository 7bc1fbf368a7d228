"""Vega-Lite that an editor wrote: what is wrong or unsafe in it, and how it is made to fit; draws nothing."""

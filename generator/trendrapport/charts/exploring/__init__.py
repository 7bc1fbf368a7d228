"""A plan to the Vega-Lite with which a reader explores a chart; knows no pages."""

"""Charts to their drawings, tables and words, by worker processes and a store; knows no pages.

One kind of worker loads Altair and writes specifications, one runs Vega and draws them, and one paints
pictures. What was drawn before comes from the store.
"""

"""A table to the kinds of chart that fit it, the best first, each with its reason; draws and writes nothing.

What a kind is good for is in its own file (`SUITS`, `FIELDS`, `TRAITS`); `fit` knows what would be wrong.
"""
